/** The head of a scenario's column: its code and name, and what it is just now. Leads to the scenario itself. */
import { Link } from 'react-router';
import type { Compared } from '../../../../shared/value/compare.ts';
import { onTable } from '../../../../shared/value/evaluate.ts';
import type { Model } from '../../../../shared/value/model.ts';
import { useText } from '../../../ui/text.ts';
import { useTable } from '../ValueContext.tsx';
import styles from './compare.module.css';
import { WORDS } from './words.ts';

export function ColumnHead({ compared: { scenario }, model }: { compared: Compared; model: Model }) {
  const say = useText(WORDS);
  const { project } = useTable();
  const tags = [...(onTable(model)?.id === scenario.id ? [say('onTable')] : []), ...(scenario.nearlyApproved ? [say('nearly')] : [])];
  return (
    <Link to={{ pathname: `/projects/${project.id}/value`, search: `?scenario=${scenario.id}` }} className={styles.head}>
      <span className={styles.code}>{scenario.code}</span>
      <span className={styles.name}>{scenario.name}</span>
      {tags.map(tag => <span key={tag} className={styles.tag}>{tag}</span>)}
    </Link>
  );
}
