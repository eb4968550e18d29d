/** What changes besides money: a result with its unit, where it stands and where it shall stand. */
import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { type CellKey, cellKey } from '../../../../shared/value/keys.ts';
import type { Outcome } from '../../../../shared/value/model.ts';
import { texts, useText } from '../../../ui/text.ts';
import { Card } from '../Card.tsx';
import { CellNote } from '../fields/CellNote.tsx';
import { SheetCell } from '../sheet/SheetCell.tsx';
import { SheetTable } from '../sheet/SheetTable.tsx';
import { useModelSheet } from '../sheet/useModelSheet.ts';
import { useNotedCells } from '../sheet/useNotedCells.ts';
import { useMayWrite, useSnapshot, useTable } from '../ValueContext.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import styles from './table.module.css';

const TEXTS = texts('value.outcomes', {
  en: { title: 'What else changes', what: 'Result', unit: 'Unit', today: 'Today', target: 'Target', reached: 'Reached', add: 'Add a result', none: 'Results that are not money: waiting times, trust, quiet evenings. They stand beside the money and are never turned into it.', fresh: 'New result', remove: 'Remove “{{name}}”', removed: '“{{name}}” is removed.', deed: 'Remove' },
  it: { title: 'Che cos’altro cambia', what: 'Risultato', unit: 'Unità', today: 'Oggi', target: 'Obiettivo', reached: 'Raggiunto', add: 'Aggiungi un risultato', none: 'Risultati che non sono denaro: attese, fiducia, serate tranquille. Stanno accanto al denaro e non lo diventano mai.', fresh: 'Nuovo risultato', remove: 'Togli «{{name}}»', removed: '«{{name}}» è tolto.', deed: 'Togli' },
});
const FIELDS = ['label', 'unit', 'baseline', 'target', 'actual'] as const;

export function OutcomeCard() {
  const say = useText(TEXTS);
  const { desk } = useTable();
  const { outcomes } = useSnapshot().model;
  const mayWrite = useMayWrite();
  const rows = useMemo(() => outcomes.map(({ id }) => FIELDS.map(field => cellKey(id, field))), [outcomes]);
  const sheet = useModelSheet(rows);
  return (
    <Card title={say('title')} flush>
      {outcomes.length === 0
        ? <p className={styles.quiet}>{say('none')}</p>
        : (
            <div className={styles.scroll}>
              <SheetTable sheet={sheet} label={say('title')} className={styles.plain}>
                <thead>
                  <tr>
                    <th scope="col">{say('what')}</th><th scope="col">{say('unit')}</th>
                    <th scope="col" className={styles.figure}>{say('today')}</th><th scope="col" className={styles.figure}>{say('target')}</th><th scope="col" className={styles.figure}>{say('reached')}</th>
                    <th scope="col"><span className="ins-hidden">{say('deed')}</span></th>
                  </tr>
                </thead>
                <tbody>{outcomes.map((outcome, nth) => <OutcomeRow key={outcome.id} outcome={outcome} cells={rows[nth] ?? []} />)}</tbody>
              </SheetTable>
            </div>
          )}
      {mayWrite && (
        <div className={styles.add}>
          <Button variant="subtle" size="compact-md" leftSection={<Plus size={16} strokeWidth={1.75} aria-hidden />} onClick={() => { desk.add('out', { label: say('fresh') }); }}>{say('add')}</Button>
        </div>
      )}
    </Card>
  );
}

function OutcomeRow({ outcome, cells }: { outcome: Outcome; cells: readonly CellKey[] }) {
  const say = useText(TEXTS);
  const noted = useNotedCells(cells);
  return (
    <>
      <tr>
        {cells.map(key => <SheetCell key={key} cell={key} />)}
        <td><RemoveButton row={outcome.id} label={say('remove', { name: outcome.label })} removed={say('removed', { name: outcome.label })} /></td>
      </tr>
      {noted.length > 0 && <tr><td colSpan={6}>{noted.map(key => <CellNote key={key} cell={key} named />)}</td></tr>}
    </>
  );
}
