/** A version that waits for somebody's word: first on the page when the word is the reader's own. */
import { Button } from '@mantine/core';
import { Stamp } from 'lucide-react';
import { Link } from 'react-router';
import type { ProjectHome } from '../../../shared/home.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { firstNameOf } from '../../ui/initials.ts';
import { PaperCard } from '../../ui/PaperCard.tsx';
import { texts, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import styles from './home.module.css';

const TEXTS = texts('home.round', {
  en: {
    you: 'Waits for you, since {{when}}', others: 'Waits since {{when}}', read: 'Read and answer version {{n}} of “{{title}}”', wait: 'Version {{n}} waits for the word of {{names}}',
    action: 'Read version {{n}}', look: 'Look at it', promise: 'Nothing in it can change any more. You approve, ask for changes, or decline, in your own words.',
  },
  it: {
    you: 'Aspetta te, da {{when}}', others: 'Aspetta da {{when}}', read: 'Leggi la versione {{n}} di «{{title}}» e rispondi', wait: 'La versione {{n}} aspetta la parola di {{names}}',
    action: 'Leggi la versione {{n}}', look: 'Guardala', promise: 'Dentro non può più cambiare nulla. Approvi, chiedi modifiche o non approvi, con parole tue.',
  },
});

interface Props {
  project: ProjectView;
  home: ProjectHome;
  members: readonly MemberView[];
}

export function RoundCard({ project, home, members }: Props) {
  const say = useText(TEXTS);
  const format = useFormat();
  const { round } = home;
  if (!round || round.waitingFor.length === 0) return null;
  const mine = round.waitingFor.some(id => id === project.me.memberId);
  const names = format.list(round.waitingFor.flatMap(id => firstNameOf(members.find(each => each.id === id)?.name ?? '') || []));
  const n = round.number ?? '';
  const to = `/projects/${project.id}/approval`;
  return (
    <PaperCard large tone={mine ? 'waiting' : 'plain'} className={styles.round}>
      <div className={styles.roundWords}>
        <p className={`${styles.waits} ${mine ? styles.mine : ''}`}><Stamp size={18} strokeWidth={1.75} aria-hidden />{say(mine ? 'you' : 'others', { when: format.moment(round.putAt) })}</p>
        <h2 className={styles.roundTitle}>{mine ? say('read', { n, title: project.title }) : say('wait', { n, names })}</h2>
        {mine && <p className={styles.quiet}>{say('promise')}</p>}
      </div>
      <Button component={Link} to={to} size={mine ? 'lg' : 'sm'} variant={mine ? 'filled' : 'default'}>{mine ? say('action', { n }) : say('look')}</Button>
    </PaperCard>
  );
}
