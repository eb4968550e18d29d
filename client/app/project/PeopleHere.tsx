/** Who has this project open just now: oneself first, at most five, then how many more. Pressing somebody goes where they are, and follows them on the canvas. */
import { Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import type { MemberId, ProjectId } from '../../../shared/ids.ts';
import type { MemberView } from '../../../shared/members.ts';
import { useMembers } from '../../api/members.ts';
import type { LiveRoom, PersonHere, Presence } from '../../collab/types.ts';
import { firstNameOf } from '../../ui/initials.ts';
import { PersonBadge } from '../../ui/PersonBadge.tsx';
import { texts, useText } from '../../ui/text.ts';
import styles from './PeopleHere.module.css';

const TEXTS = texts('app.here', {
  en: {
    here: 'Who is here', me: '{{name}}, you', follow: 'Follow {{name}}', go: 'Go there', at: '{{name}}, {{place}}', more: 'and {{count}} more',
    home: 'on the home page', canvas: 'on the canvas', value: 'with the figures', proposal: 'in the proposal', approval: 'at the approval', people: 'among the people',
  },
  it: {
    here: 'Chi c’è', me: '{{name}}, tu', follow: 'Segui {{name}}', go: 'Vai lì', at: '{{name}}, {{place}}', more: 'e altre {{count}} persone',
    home: 'nella pagina iniziale', canvas: 'sulla tavola', value: 'sulle cifre', proposal: 'nella proposta', approval: 'all’approvazione', people: 'tra le persone',
  },
});

const ROOM_FOR = { desk: 5, phone: 2 };

export interface Here {
  member: MemberView;
  self: boolean;
  page: Presence['page'];
}

export function PeopleHere({ room, projectId, phone = false }: { room: LiveRoom; projectId: ProjectId; phone?: boolean }) {
  const say = useText(TEXTS);
  const here = useHere(room, projectId);
  const roomFor = phone ? ROOM_FOR.phone : ROOM_FOR.desk;
  const unseen = here.length - roomFor;
  return (
    <ul className={styles.people} aria-label={say('here')}>
      {here.slice(0, roomFor).map(each => <li key={each.member.id}><Somebody here={each} projectId={projectId} /></li>)}
      {unseen > 0 && <li className={styles.more}><span aria-hidden>+{unseen}</span><span className="ins-hidden">{say('more', { count: unseen })}</span></li>}
    </ul>
  );
}

function Somebody({ here, projectId }: { here: Here; projectId: ProjectId }) {
  const say = useText(TEXTS);
  const name = firstNameOf(here.member.name);
  const badge = <PersonBadge name={here.member.name} side={here.member.side} size={32} />;
  if (here.self) return <Tooltip label={say('me', { name })}><span className={styles.badge} role="img" aria-label={say('me', { name })}>{badge}</span></Tooltip>;
  const where = say('at', { name, place: say(here.page) });
  const onCanvas = here.page === 'canvas';
  const to = onCanvas ? `/canvas?follow=${here.member.id}` : here.page === 'home' ? '' : `/${here.page}`;
  return (
    <Tooltip label={where}>
      <Link to={`/projects/${projectId}${to}`} className={styles.badge} aria-label={`${where}. ${onCanvas ? say('follow', { name }) : say('go')}`}>
        {badge}
      </Link>
    </Tooltip>
  );
}

/** One entry per person, however many windows they have open; the window that moved last says where they are. */
function useHere(room: LiveRoom, projectId: ProjectId): readonly Here[] {
  const people = useSyncExternalStore(room.people.subscribe, room.people.get);
  const members = useMembers(projectId);
  return hereOf(people, members);
}

export function hereOf(people: readonly PersonHere[], members: readonly MemberView[]): readonly Here[] {
  const latest = new Map<MemberId, PersonHere>();
  for (const person of people) {
    const known = latest.get(person.memberId);
    if (!known || person.self || (!known.self && person.changedAt > known.changedAt)) latest.set(person.memberId, person);
  }
  return [...latest.values()]
    .flatMap(({ memberId, self, presence }) => {
      const member = members.find(each => each.id === memberId);
      return member ? [{ member, self, page: presence.page }] : [];
    })
    .sort((a, b) => Number(b.self) - Number(a.self) || a.member.joinedAt - b.member.joinedAt);
}
