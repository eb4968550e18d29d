/** Where a letter's link leads: nothing happens until the button is pressed, so that no mail scanner uses it up. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { LinkToken } from '../../../shared/signIn.ts';
import { meQuery } from '../../api/me.ts';
import { isRefusal } from '../../api/queries.ts';
import { signInByLink } from '../../api/signIn.ts';
import { CalmPage } from '../../ui/CalmPage.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { texts, useText } from '../../ui/text.ts';
import { takeFragment } from '../../ui/takeFragment.ts';
import { useRefusal } from '../../ui/useRefusal.ts';

const TEXTS = texts('signIn.link', {
  en: {
    title: 'You are at the door', words: 'Press the button and you are in. The link works once.', enter: 'Sign me in',
    oldTitle: 'This link opens nothing any more', again: 'Ask for a new link',
    cut: 'The link is not complete; a letter program may have cut it. Copy the whole of it, or ask for a new one.',
  },
  it: {
    title: 'Sei alla porta', words: 'Premi il pulsante e sei dentro. Il link vale una volta sola.', enter: 'Fammi entrare',
    oldTitle: 'Questo link non apre più nulla', again: 'Chiedi un nuovo link',
    cut: 'Il link non è intero; forse il programma di posta l’ha spezzato. Copialo tutto, oppure chiedine uno nuovo.',
  },
});

export function LinkPage({ corner }: { corner: ReactNode }) {
  const say = useText(TEXTS);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [token] = useState(() => LinkToken.safeParse(takeFragment()));
  const entering = useMutation({
    mutationFn: signInByLink,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
      await navigate('/', { replace: true });
    },
  });
  const refusal = useRefusal(entering.error);
  if (!token.success || isRefusal(entering.error, 'link-used')) {
    return (
      <CalmPage title={say('oldTitle')} corner={corner} action={<Button component="a" href="/">{say('again')}</Button>}>
        <p>{refusal ?? say('cut')}</p>
      </CalmPage>
    );
  }
  const enter = () => { entering.mutate(token.data); };
  return (
    <CalmPage title={say('title')} corner={corner} action={<Button size="md" onClick={enter} loading={entering.isPending}>{say('enter')}</Button>}>
      <p>{say('words')}</p>
      <Refused error={entering.error} />
    </CalmPage>
  );
}
