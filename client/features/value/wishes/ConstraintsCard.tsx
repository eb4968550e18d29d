/** What every scenario must respect: measured against a limit, or judged by people. Kept or violated, scenario by scenario. */
import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { Compared } from '../../../../shared/value/compare.ts';
import { cellKey } from '../../../../shared/value/keys.ts';
import { type Constraint, CONSTRAINT_FIELDS, type Model } from '../../../../shared/value/model.ts';
import { Select } from '../../../ui/Select.tsx';
import { useText } from '../../../ui/text.ts';
import { Card } from '../Card.tsx';
import { CellField } from '../fields/CellField.tsx';
import { useSides } from '../useSides.ts';
import { useMayWrite, useTable } from '../ValueContext.tsx';
import styles from '../rows/rows.module.css';
import { RemoveRow } from '../rows/RowsCard.tsx';
import { Verdict } from './Verdict.tsx';
import { WORDS } from './words.ts';

interface Props {
  model: Model;
  scenarios: readonly Compared[];
}

export function ConstraintsCard({ model: { constraints }, scenarios }: Props) {
  const say = useText(WORDS);
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  const button = mayWrite && (
    <Button variant="default" size="xs" leftSection={<Plus size={16} strokeWidth={1.75} aria-hidden />} onClick={() => { desk.add('con', { label: say('newConstraint') }); }}>{say('addConstraint')}</Button>
  );
  return (
    <Card title={say('constraints')} actions={button} flush>
      {constraints.length === 0 ? <p className={styles.empty}>{say('noConstraints')}</p> : (
        <div className={styles.scroll}>
          <table className={`${styles.grid} ${styles.plain}`} aria-label={say('constraints')}>
            <thead>
              <tr>
                <th scope="col">{say('constraint')}</th>
                <th scope="col" className={styles.words}>{say('measure')}</th>
                <th scope="col" className={styles.words}>{say('limit')}</th>
                {scenarios.map(({ scenario }) => <th key={scenario.id} scope="col">{scenario.code || scenario.name}</th>)}
                <td />
              </tr>
            </thead>
            <tbody>{constraints.map(constraint => <ConstraintRow key={constraint.id} constraint={constraint} scenarios={scenarios} />)}</tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function ConstraintRow({ constraint, scenarios }: { constraint: Constraint; scenarios: readonly Compared[] }) {
  const say = useText(WORDS);
  const sides = useSides();
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  const name = constraint.label || say('unnamedConstraint');
  const measures = CONSTRAINT_FIELDS.measure.options.map(value => ({ value, label: say(value, sides) }));
  return (
    <tr>
      <td><CellField cell={cellKey(constraint.id, 'label')} label={say('constraint')} quiet lines={2} /></td>
      <td className={styles.words}>
        <Select
          className={styles.cellNote} aria-label={say('of', { row: name, field: say('measure') })} options={measures} value={constraint.measure} disabled={!mayWrite}
          onChange={value => { desk.change(constraint.id, { measure: value }); }}
        />
      </td>
      <td className={styles.words}>{constraint.measure !== 'judged' && <Limit constraint={constraint} name={name} />}</td>
      {scenarios.map(compared => <td key={compared.scenario.id}><Verdict constraint={constraint} name={name} evaluation={compared} /></td>)}
      <td>{mayWrite && <RemoveRow row={{ id: constraint.id, name }} />}</td>
    </tr>
  );
}

/** A time is counted in years, everything else in money; the unit stands beside the number. */
function Limit({ constraint: { id, measure }, name }: { constraint: Constraint; name: string }) {
  const say = useText(WORDS);
  const { project: { currency } } = useTable();
  return (
    <div className={styles.limit}>
      <CellField cell={cellKey(id, 'limit')} label={say('limitOf', { constraint: name })} quiet />
      <span className={styles.quiet}>{measure === 'paybackAtMost' ? say('years') : currency}</span>
    </div>
  );
}
