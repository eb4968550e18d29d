/** The doubts about one scenario, or about the whole project: those that are open before those that are closed, and a way to raise one. */
import { Button } from '@mantine/core';
import { MessageCircleQuestion } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { allows } from '../../../shared/access.ts';
import type { Doubt } from '../../../shared/doubts.ts';
import type { DoubtId } from '../../../shared/ids.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { useDoubts } from '../../api/doubts.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { useText } from '../../ui/text.ts';
import { DoubtCard } from './DoubtCard.tsx';
import styles from './doubts.module.css';
import { RaiseDialog } from './RaiseDialog.tsx';
import { WORDS } from './words.ts';

export interface DoubtsProps {
  project: ProjectView;
  /** Present and former members: they give doubts their names. */
  members: readonly MemberView[];
  /** Code or name of a scenario as it stands; undefined when it is no longer there. */
  nameOf: (scenarioId: string) => string | undefined;
  /** Branches the scenario for this doubt and opens the branch; answers its id and code. Missing where nobody may draw. */
  draw?: ((doubt: DoubtId) => { id: string; code: string } | undefined) | undefined;
}

/** `scenarioId`: null for those about the whole project. */
export function DoubtsPanel({ scenarioId, ...props }: DoubtsProps & { scenarioId: string | null }) {
  const say = useText(WORDS);
  const { project, nameOf } = props;
  const [raising, setRaising] = useState(false);
  const doubts = useDoubts(project.id);
  const about = (doubts.data ?? []).filter(doubt => doubt.scenarioId === scenarioId).toSorted((a, b) => b.createdAt - a.createdAt);
  const [open, closed] = [about.filter(({ outcome }) => !outcome), about.filter(({ outcome }) => outcome)];
  const name = scenarioId === null ? '' : nameOf(scenarioId) ?? say('gone');
  const title = useId();
  const panel = useRef<HTMLElement>(null);
  const { hash, key } = useLocation();
  // The address asks for the doubts: they stand far below, and have to be there before one can go to them.
  const asked = hash === '#doubts' && doubts.data !== undefined;
  useEffect(() => {
    if (asked) panel.current?.scrollIntoView({ block: 'center' });
  }, [asked, key]);
  return (
    <section ref={panel} tabIndex={-1} className={`ins-frame ${styles.panel}`} aria-labelledby={title}>
      <div className={styles.panelHead}>
        <h2 className={styles.panelTitle} id={title}>{scenarioId === null ? say('titleAll') : say('titleOf', { scenario: name })}</h2>
        {allows(project.me, 'doubt.write') && (
          <Button variant="default" size="xs" leftSection={<MessageCircleQuestion size={16} strokeWidth={1.75} aria-hidden />} onClick={() => { setRaising(true); }}>{say('raise')}</Button>
        )}
      </div>
      {doubts.isPending && <Loading lines={3} />}
      <Refused error={doubts.error} again={() => void doubts.refetch()} />
      {doubts.data && about.length === 0 && <p className={styles.none}>{say(scenarioId === null ? 'noneAll' : 'none')}</p>}
      <List doubts={open} {...props} />
      {closed.length > 0 && (
        <details className={styles.closed}>
          <summary>{say('closed', { count: closed.length })}</summary>
          <List doubts={closed} {...props} />
        </details>
      )}
      {raising && <RaiseDialog project={project} scenario={scenarioId === null ? null : { id: scenarioId, name }} onClose={() => { setRaising(false); }} />}
    </section>
  );
}

function List({ doubts, ...props }: DoubtsProps & { doubts: readonly Doubt[] }) {
  if (doubts.length === 0) return null;
  return <ul className={styles.list}>{doubts.map(doubt => <li key={doubt.id}><DoubtCard doubt={doubt} {...props} /></li>)}</ul>;
}
