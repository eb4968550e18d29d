/** The rail of a project: its places, and oneself below. Folded it shows icons with a short word under each. */
import { Tooltip } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import type { ProjectView } from '../../../shared/projects.ts';
import { useMe } from '../../api/me.ts';
import { Mark, Wordmark } from '../../ui/Mark.tsx';
import { NOUNS } from '../../ui/nouns.ts';
import { PersonBadge } from '../../ui/PersonBadge.tsx';
import { shortFirm } from '../../ui/shortFirm.ts';
import { useText } from '../../ui/text.ts';
import { MeMenu } from '../MeMenu.tsx';
import { PEOPLE, type Place, placeOf, PLACE_WORDS, PLACES } from './places.ts';
import styles from './Rail.module.css';
import { useWaiting } from './useWaiting.ts';

export function Rail({ project, folded }: { project: ProjectView; folded: boolean }) {
  const say = useText(PLACE_WORDS);
  const waiting = useWaiting(project);
  return (
    <nav aria-label={say('nav')} className={`${styles.rail} ${folded ? styles.folded : ''}`}>
      <Link to="/" className={styles.home} aria-label={`Insieme, ${say('projects')}`}>
        {folded ? <Mark height={24} /> : <Wordmark height={24} />}
      </Link>
      <div className={styles.nav}>
        <ul className={styles.list}>
          {PLACES.map(place => <li key={place.id}><Entry place={place} projectId={project.id} folded={folded} waits={waiting.has(place.id)} /></li>)}
        </ul>
        <ul className={styles.list}>
          <li><Entry place={PEOPLE} projectId={project.id} folded={folded} waits={waiting.has(PEOPLE.id)} /></li>
        </ul>
      </div>
      <Myself project={project} folded={folded} />
    </nav>
  );
}

interface EntryProps {
  place: Place;
  projectId: string;
  folded: boolean;
  /** Something there waits for the reader. */
  waits: boolean;
}

function Entry({ place, projectId, folded, waits }: EntryProps) {
  const say = useText(PLACE_WORDS);
  const Icon = place.icon;
  const to = `/projects/${projectId}${place.path ? `/${place.path}` : ''}`;
  // Not a NavLink: the tooltip would take its class for a plain text.
  const here = placeOf(useLocation().pathname.slice(`/projects/${projectId}`.length)).id === place.id;
  return (
    <Tooltip label={say(place.id)} position="right" disabled={!folded || say(place.id) === say(`short-${place.id}`)}>
      <Link to={to} className={`${styles.entry} ${here ? styles.here : ''}`} aria-current={here ? 'page' : undefined} aria-label={waits ? say('waits', { place: say(place.id) }) : say(place.id)}>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
        <span className={styles.word}>{say(folded ? `short-${place.id}` : place.id)}</span>
        {waits && <span className={styles.waits} aria-hidden />}
      </Link>
    </Tooltip>
  );
}

function Myself({ project, folded }: { project: ProjectView; folded: boolean }) {
  const me = useMe();
  const noun = useText(NOUNS);
  if (!me) return null;
  const { side, role, approver } = project.me;
  const firm = shortFirm(side === 'client' ? project.clientName : project.sellerName);
  return (
    <div className={styles.myself}>
      <MeMenu position={folded ? 'right-end' : 'top-start'}>
        <PersonBadge name={me.name} side={side} size={32} />
        {!folded && (
          <span className={styles.who}>
            <span className={styles.name}>{me.name}</span>
            <span className={styles.place}>{firm}, {noun(approver ? 'short.approver' : `short.${role}`)}</span>
          </span>
        )}
      </MeMenu>
    </div>
  );
}
