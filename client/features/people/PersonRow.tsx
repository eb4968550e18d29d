/** One person's place: their role, whether they approve, and the way to change or end it. */
import { ActionIcon, Menu, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, DoorOpen, Ellipsis, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { allows } from '../../../shared/access.ts';
import type { ChangeMember, MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { type Role } from '../../../shared/sides.ts';
import { changeMember, membersQuery } from '../../api/members.ts';
import { NOUNS } from '../../ui/nouns.ts';
import { PersonBadge } from '../../ui/PersonBadge.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Select } from '../../ui/Select.tsx';
import { texts, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { EndPlace } from './EndPlace.tsx';
import styles from './people.module.css';
import { rolesOn } from './rolesOn.ts';

const TEXTS = texts('people.row', {
  en: { me: 'you', role: 'Role of {{name}}', approves: '{{name}} approves', yes: 'Approves', more: 'More about {{name}}', remove: 'Remove from the project', leave: 'Leave the project' },
  it: { me: 'tu', role: 'Ruolo di {{name}}', approves: '{{name}} approva', yes: 'Approva', more: 'Altro su {{name}}', remove: 'Togli dal progetto', leave: 'Lascia il progetto' },
});

export function PersonRow({ member, project }: { member: MemberView; project: ProjectView }) {
  const say = useText(TEXTS);
  const format = useFormat();
  const mine = member.id === project.me.memberId;
  const manages = allows(project.me, 'people.manage');
  const change = useChangeMember(project, member);
  return (
    <tr>
      <th scope="row">
        <span className={styles.person}>
          <PersonBadge name={member.name} side={member.side} />
          <span className={styles.name}>{member.name}{mine && <span className={styles.me}> {say('me')}</span>}</span>
        </span>
        <Refused error={change.error} />
      </th>
      <td><RoleCell member={member} manages={manages} onChange={role => { change.mutate({ role }); }} /></td>
      <td><ApproverCell member={member} manages={manages} onChange={approver => { change.mutate({ approver }); }} /></td>
      <td className={styles.joined}>{format.date(member.joinedAt)}</td>
      <td className={styles.deeds}>{(mine || manages) && <Deeds member={member} project={project} mine={mine} />}</td>
    </tr>
  );
}

function useChangeMember(project: ProjectView, member: MemberView) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeMember) => changeMember(project.id, member.id, change),
    onSuccess: changed => {
      queries.setQueryData(membersQuery(project.id).queryKey, all => all?.map(each => (each.id === changed.id ? changed : each)));
    },
  });
}

function RoleCell({ member, manages, onChange }: { member: MemberView; manages: boolean; onChange: (role: Role) => void }) {
  const say = useText(TEXTS);
  const noun = useText(NOUNS);
  if (!manages) return noun(`role.${member.role}`);
  const options = rolesOn(member.side, member.role).map(role => ({ value: role, label: noun(`role.${role}`) }));
  return <Select size="sm" className={styles.role} aria-label={say('role', { name: member.name })} value={member.role} options={options} onChange={onChange} />;
}

function ApproverCell({ member, manages, onChange }: { member: MemberView; manages: boolean; onChange: (approver: boolean) => void }) {
  const say = useText(TEXTS);
  if (member.side !== 'client') return null;
  if (manages) return <Switch aria-label={say('approves', { name: member.name })} checked={member.approver} onChange={event => { onChange(event.currentTarget.checked); }} />;
  return member.approver && <span className={styles.approves}><Check size={16} strokeWidth={2} aria-hidden />{say('yes')}</span>;
}

function Deeds({ member, project, mine }: { member: MemberView; project: ProjectView; mine: boolean }) {
  const say = useText(TEXTS);
  const [ending, setEnding] = useState(false);
  const Icon = mine ? DoorOpen : UserMinus;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={say('more', { name: member.name })}>
            <Ellipsis size={18} strokeWidth={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon size={18} strokeWidth={1.75} aria-hidden />} onClick={() => { setEnding(true); }}>{say(mine ? 'leave' : 'remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <EndPlace member={member} project={project} mine={mine} opened={ending} onClose={() => { setEnding(false); }} />
    </>
  );
}
