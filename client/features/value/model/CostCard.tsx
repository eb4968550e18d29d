/** What each side puts in and what the client pays: a small sheet of the scenario's own cells. */
import { ArrowLeftRight, Percent } from 'lucide-react';
import { memo, type ReactNode, useMemo } from 'react';
import { type CellKey, cellKey } from '../../../../shared/value/keys.ts';
import type { Scenario } from '../../../../shared/value/model.ts';
import { SideGlyph } from '../../../ui/SideGlyph.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { Card } from '../Card.tsx';
import { CellNote } from '../fields/CellNote.tsx';
import { useFieldName } from '../fields/words.ts';
import { SheetCell } from '../sheet/SheetCell.tsx';
import { SheetFoot } from '../sheet/SheetFoot.tsx';
import { SheetTable } from '../sheet/SheetTable.tsx';
import { useModelSheet } from '../sheet/useModelSheet.ts';
import { useNotedCells } from '../sheet/useNotedCells.ts';
import { useSides } from '../useSides.ts';
import styles from './costs.module.css';

const TEXTS = texts('value.costs', {
  en: { title: 'What it costs and the price', once: 'once', yearly: 'a year', what: 'What', own: '{{who}}’s own costs', pays: '{{client}} pays {{seller}}', gain: 'and of each year’s gain above', of: '{{who}}: {{what}}', hint: 'Each side’s own costs are its own. The price only moves value from one to the other.' },
  it: { title: 'Quanto costa e il prezzo', once: 'una volta', yearly: 'l’anno', what: 'Che cosa', own: 'Costi propri di {{who}}', pays: '{{client}} paga a {{seller}}', gain: 'e del guadagno di ogni anno oltre', of: '{{who}}: {{what}}', hint: 'I costi propri restano a ciascuno. Il prezzo sposta soltanto il valore dall’uno all’altro.' },
});

export const CostCard = memo(function CostCard({ scenario: { id } }: { scenario: Scenario }) {
  const say = useText(TEXTS);
  const sides = useSides();
  const rows = useMemo<CellKey[][]>(() => [
    [cellKey(id, 'clientOneOff'), cellKey(id, 'clientYearly')],
    [cellKey(id, 'sellerOneOff'), cellKey(id, 'sellerYearly')],
    [cellKey(id, 'upfront'), cellKey(id, 'yearly')],
    [cellKey(id, 'threshold'), cellKey(id, 'gainShare')],
  ], [id]);
  const sheet = useModelSheet(rows);
  const names = [
    <Name key="client" icon={<SideGlyph side="client" />}>{say('own', { who: sides.client })}</Name>,
    <Name key="seller" icon={<SideGlyph side="seller" />}>{say('own', { who: sides.seller })}</Name>,
    <Name key="price" icon={<ArrowLeftRight size={15} strokeWidth={1.75} aria-hidden />} strong>{say('pays', sides)}</Name>,
    <Name key="gain" icon={<Percent size={15} strokeWidth={1.75} aria-hidden />}>{say('gain')}</Name>,
  ];
  return (
    <Card title={say('title')} flush>
      <SheetTable sheet={sheet} label={say('title')} className={styles.costs} foot={<Foot rows={rows} />}>
        <thead>
          <tr><th scope="col"><span className="ins-hidden">{say('what')}</span></th><th scope="col">{say('once')}</th><th scope="col">{say('yearly')}</th></tr>
        </thead>
        <tbody>{rows.map((cells, nth) => <CostRow key={nth} cells={cells} name={names[nth]} strong={nth === 2} />)}</tbody>
      </SheetTable>
    </Card>
  );
});

function CostRow({ cells, name, strong }: { cells: readonly CellKey[]; name: ReactNode; strong: boolean }) {
  const noted = useNotedCells(cells);
  return (
    <>
      <tr className={strong ? styles.strong : undefined}>
        <th scope="row">{name}</th>
        {cells.map(key => <SheetCell key={key} cell={key} />)}
      </tr>
      {noted.length > 0 && <tr><td colSpan={3} className={styles.notes}>{noted.map(key => <CellNote key={key} cell={key} named />)}</td></tr>}
    </>
  );
}

const Name = ({ icon, children, strong = false }: { icon: ReactNode; children: string; strong?: boolean }) => (
  <span className={styles.name}><span className={styles.icon}>{icon}</span>{strong ? <strong>{children}</strong> : children}</span>
);

function Foot({ rows }: { rows: readonly (readonly CellKey[])[] }) {
  const say = useText(TEXTS);
  const nameOf = useFieldName();
  const sides = useSides();
  const who = [sides.client, sides.seller];
  return (
    <SheetFoot hint={say('hint')} describe={slot => {
      const side = who[rows.findIndex(cells => cells.some(key => key === slot))];
      return { name: side === undefined ? nameOf(slot) : say('of', { who: side, what: nameOf(slot) }) };
    }} />
  );
}
