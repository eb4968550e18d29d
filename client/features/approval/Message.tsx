/** What the host wrote when putting the version, on paper: it is somebody's word. */
import type { RoundView } from '../../../shared/versions.ts';
import { PaperCard } from '../../ui/PaperCard.tsx';
import { PersonBadge } from '../../ui/PersonBadge.tsx';
import { useText } from '../../ui/text.ts';
import styles from './Panel.module.css';
import type { Names } from './useNames.ts';
import { WORDS } from './words.ts';

export function Message({ round, names }: { round: RoundView; names: Names }) {
  const say = useText(WORDS);
  const by = names.person(round.putBy);
  if (round.message === '') return null;
  return (
    <PaperCard className={styles.message}>
      <p className={styles.by}>
        {by && <PersonBadge name={by.name} side={by.side} size={22} former={by.removed} />}
        {say('messageFrom', { name: names.first(round.putBy) })}
      </p>
      <p className={styles.words}>{round.message}</p>
    </PaperCard>
  );
}
