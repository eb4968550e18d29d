/** Who sits at this table, by side; whom one may invite, and what one may change about a place. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { allows } from '../../../shared/access.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { Side } from '../../../shared/sides.ts';
import { membersQuery } from '../../api/members.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Page, PageTitle } from '../../ui/Page.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { texts, useText } from '../../ui/text.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { OpenInvitations } from './OpenInvitations.tsx';
import { SideTable } from './SideTable.tsx';

const TEXTS = texts('people.page', {
  en: { title: 'People at this table', tab: 'People', under: 'Everybody sits on one side. What a side keeps to itself, the other never receives.', invite: 'Invite somebody' },
  it: { title: 'Chi siede a questo tavolo', tab: 'Persone', under: 'Ognuno siede da una parte sola. Ciò che una parte tiene per sé, all’altra non arriva mai.', invite: 'Invita qualcuno' },
});

export function PeoplePage({ project }: { project: ProjectView }) {
  const say = useText(TEXTS);
  const members = useQuery(membersQuery(project.id));
  const [inviting, setInviting] = useState(false);
  const mayInvite = allows(project.me, 'people.inviteOwnSide');
  const button = mayInvite && (
    <Button leftSection={<UserPlus size={18} strokeWidth={1.75} aria-hidden />} onClick={() => { setInviting(true); }}>{say('invite')}</Button>
  );
  return (
    <Page>
      <PageTitle under={say('under')} actions={button} tab={say('tab')} within={project.title}>{say('title')}</PageTitle>
      <Refused error={members.error} again={() => void members.refetch()} />
      {members.isPending && <Loading lines={6} />}
      {members.data && Side.options.map(side => (
        <SideTable key={side} side={side} project={project} members={members.data.filter(member => member.side === side)} />
      ))}
      {mayInvite && <OpenInvitations project={project} />}
      {mayInvite && <InviteDialog project={project} opened={inviting} onClose={() => { setInviting(false); }} />}
    </Page>
  );
}
