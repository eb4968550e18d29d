/** Whether a scenario keeps a constraint: calculated from its limit, or chosen by people where only they can judge. */
import { Check, CircleDashed, TriangleAlert } from 'lucide-react';
import { verdictOn } from '../../../../shared/value/constraints.ts';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import { linkedKey } from '../../../../shared/value/keys.ts';
import type { Constraint } from '../../../../shared/value/model.ts';
import { Select } from '../../../ui/Select.tsx';
import { useText } from '../../../ui/text.ts';
import { useMayWrite, useTable } from '../ValueContext.tsx';
import styles from '../rows/rows.module.css';
import { WORDS } from './words.ts';

const ICONS = { kept: Check, violated: TriangleAlert, open: CircleDashed };

interface Props {
  constraint: Constraint;
  name: string;
  evaluation: Evaluation;
}

export function Verdict({ constraint, name, evaluation }: Props) {
  const say = useText(WORDS);
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  const verdict = verdictOn(constraint, evaluation);
  const { scenario } = evaluation;
  const Icon = ICONS[verdict];
  if (constraint.measure === 'judged' && mayWrite) {
    return (
      <Select
        className={styles.cellNote} aria-label={say('judge', { constraint: name, code: scenario.code || scenario.name })} value={verdict}
        options={(['open', 'kept', 'violated'] as const).map(value => ({ value, label: say(value) }))}
        onChange={value => { desk.write([[linkedKey(scenario.id, 'kept', constraint.id), value]]); }}
      />
    );
  }
  return (
    <span className={`${styles.verdict} ${verdict === 'kept' ? styles.kept : verdict === 'violated' ? styles.violated : styles.quiet}`}>
      <Icon size={15} strokeWidth={1.75} aria-hidden />
      {say(verdict === 'open' && constraint.measure !== 'judged' ? 'openLimit' : verdict)}
    </span>
  );
}
