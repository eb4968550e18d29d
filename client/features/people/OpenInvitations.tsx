/** Invitations that nobody has used yet, with a way to withdraw each. */
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvitationView } from '../../../shared/invitations.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { invitationsQuery, withdrawInvitation } from '../../api/invitations.ts';
import { projectKeys } from '../../api/renewal.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { NOUNS } from '../../ui/nouns.ts';
import { Refused } from '../../ui/Refused.tsx';
import { SideGlyph } from '../../ui/SideGlyph.tsx';
import { texts, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import styles from './people.module.css';

const TEXTS = texts('people.open', {
  en: {
    title: 'Open invitations', made: 'Made on {{date}}', until: 'holds until {{date}}', link: 'By link', withdraw: 'Withdraw', withdrawNamed: 'Withdraw the invitation for {{who}}',
    question: 'Withdraw this invitation?', verb: 'Withdraw it', then: 'The link opens nothing any more, wherever it has gone. You can make a new one at any time.',
  },
  it: {
    title: 'Inviti aperti', made: 'Creato il {{date}}', until: 'vale fino al {{date}}', link: 'Con un link', withdraw: 'Ritira', withdrawNamed: 'Ritira l’invito per {{who}}',
    question: 'Ritirare questo invito?', verb: 'Ritiralo', then: 'Il link non apre più nulla, ovunque sia finito. Puoi crearne uno nuovo quando vuoi.',
  },
});

export function OpenInvitations({ project }: { project: ProjectView }) {
  const say = useText(TEXTS);
  const invitations = useQuery(invitationsQuery(project.id));
  if (invitations.error) return <Refused error={invitations.error} again={() => void invitations.refetch()} />;
  if (!invitations.data || invitations.data.length === 0) return null;
  return (
    <section className={styles.side} aria-labelledby="open-invitations">
      <h2 id="open-invitations" className={styles.heading}>{say('title')}</h2>
      <ul className={styles.invitations}>
        {invitations.data.map(each => <InvitationRow key={each.id} invitation={each} project={project} />)}
      </ul>
    </section>
  );
}

function InvitationRow({ invitation, project }: { invitation: InvitationView; project: ProjectView }) {
  const say = useText(TEXTS);
  const noun = useText(NOUNS);
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const withdrawing = useWithdraw(project, invitation);
  const who = invitation.email ?? say('link');
  const does = format.list([noun(`does.${invitation.role}`), ...(invitation.approver ? [noun('does.approver')] : [])]);
  return (
    <li className={styles.invitation}>
      <SideGlyph side={invitation.side} size={14} />
      <div className={styles.what}>
        <span className={styles.name}>{who}</span>
        <span className={styles.detail}>{noun(`side.${invitation.side}`)}, {does}</span>
      </div>
      <span className={styles.detail}>{say('made', { date: format.shortDate(invitation.createdAt) })}, {say('until', { date: format.shortDate(invitation.expiresAt) })}</span>
      <Button size="xs" variant="default" aria-label={say('withdrawNamed', { who })} onClick={() => { setAsking(true); }}>{say('withdraw')}</Button>
      <Confirm
        opened={asking} onClose={() => { setAsking(false); }} question={say('question')} verb={say('verb')} busy={withdrawing.isPending}
        onConfirm={() => { withdrawing.mutate(undefined, { onSuccess: () => { setAsking(false); } }); }}
      >
        <p>{say('then')}</p>
        <Refused error={withdrawing.error} />
      </Confirm>
    </li>
  );
}

function useWithdraw(project: ProjectView, invitation: InvitationView) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => withdrawInvitation(project.id, invitation.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: projectKeys(project.id).invitations }),
  });
}
