/** On a person's own address: sits down as them, without asking anything. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { PersonId } from '../../../shared/ids.ts';
import { meQuery } from '../../api/me.ts';
import { sit } from '../../api/signIn.ts';
import { CalmPage } from '../../ui/CalmPage.tsx';
import { firstNameOf } from '../../ui/initials.ts';
import { Refused } from '../../ui/Refused.tsx';
import { texts, useLanguage, useText } from '../../ui/text.ts';

const TEXTS = texts('demo.sitDown', {
  en: { title: '{{name}} takes a seat', words: 'A moment, and you are at the table.' },
  it: { title: '{{name}} prende posto', words: 'Un momento e sei al tavolo.' },
});

interface Props {
  personId: PersonId;
  name: string;
  corner: ReactNode;
}

export function SitDown({ personId, name, corner }: Props) {
  const say = useText(TEXTS);
  const { mutate, error } = useSit();
  useEffect(() => {
    mutate(personId);
  }, [mutate, personId]);
  return (
    <CalmPage title={say('title', { name: firstNameOf(name) })} corner={corner}>
      {error ? <Refused error={error} again={() => { mutate(personId); }} /> : <p>{say('words')}</p>}
    </CalmPage>
  );
}

/** Sits down as a person of the examples; the page then knows them. */
export function useSit() {
  const queries = useQueryClient();
  const language = useLanguage();
  return useMutation({
    mutationFn: (personId: PersonId) => sit({ personId, language }),
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
}
