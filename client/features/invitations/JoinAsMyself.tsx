/** Joining as whoever is signed in on this device. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me } from '../../../shared/people.ts';
import { meQuery } from '../../api/me.ts';
import { signOut } from '../../api/signIn.ts';
import { Refused } from '../../ui/Refused.tsx';
import { texts, useText } from '../../ui/text.ts';
import styles from './JoinPage.module.css';
import { useAccept } from './useAccept.ts';

const TEXTS = texts('invitations.myself', {
  en: { join: 'Join as {{name}}', who: 'You are signed in with {{email}}.', other: 'I am somebody else' },
  it: { join: 'Entra come {{name}}', who: 'Hai fatto l’accesso con {{email}}.', other: 'Non sono io' },
});

export function JoinAsMyself({ token, me }: { token: string; me: Me }) {
  const say = useText(TEXTS);
  const queries = useQueryClient();
  const accepting = useAccept();
  const leaving = useMutation({ mutationFn: signOut, onSuccess: () => { queries.setQueryData(meQuery.queryKey, null); } });
  return (
    <div className={styles.form}>
      <Refused error={accepting.error ?? leaving.error} />
      <Button size="lg" fullWidth onClick={() => { accepting.mutate({ token }); }} loading={accepting.isPending}>{say('join', { name: me.name })}</Button>
      <p className={styles.small}>
        {say('who', { email: me.email })}{' '}
        <button type="button" className={styles.other} onClick={() => { leaving.mutate(); }}>{say('other')}</button>
      </p>
    </div>
  );
}
