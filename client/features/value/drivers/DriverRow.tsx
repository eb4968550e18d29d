/** One driver: its cells, its evidence under the name, and below it what must be said or what opens. */
import { ChevronDown, StickyNote } from 'lucide-react';
import { memo, useMemo } from 'react';
import { Link } from 'react-router';
import { isUnsourced } from '../../../../shared/value/agreement.ts';
import { cellKey, linkedKey } from '../../../../shared/value/keys.ts';
import type { Driver } from '../../../../shared/value/model.ts';
import { texts, useText } from '../../../ui/text.ts';
import { CellNote } from '../fields/CellNote.tsx';
import { FigureCell, SheetCell } from '../sheet/SheetCell.tsx';
import { useNotedCells } from '../sheet/useNotedCells.ts';
import { useFigures } from '../useFigures.ts';
import { useTable } from '../ValueContext.tsx';
import { Agreed } from './Agreed.tsx';
import { DriverDetail } from './DriverDetail.tsx';
import styles from './drivers.module.css';

const TEXTS = texts('value.driverRow', {
  en: { unsourced: 'Without a source', file: 'A file', open: 'more about {{name}}', close: 'less about {{name}}', note: 'The note it came from' },
  it: { unsourced: 'Senza fonte', file: 'Un file', open: 'di più su {{name}}', close: 'meno su {{name}}', note: 'La nota da cui viene' },
});

interface Props {
  driver: Driver;
  scenarioId: string;
  fullYear: number;
  /** From 0, among the rows shown. */
  nth: number;
  open: boolean;
  onOpen: (id: string | undefined) => void;
  place: 'first' | 'last' | 'only' | 'middle';
  /** Behind which row it comes when moved up, and when moved down. */
  before: string | null;
  after: string | null;
}

export const DriverRow = memo(function DriverRow({ driver, nth, scenarioId, fullYear, open, onOpen, ...moves }: Props) {
  const { id } = driver;
  const { money } = useFigures();
  const cells = useMemo(() => [cellKey(id, 'baseline'), linkedKey(scenarioId, 'improvement', id), cellKey(id, 'unitValue'), cellKey(id, 'confidence')], [id, scenarioId]);
  const all = useMemo(() => [cellKey(id, 'label'), ...cells], [id, cells]);
  const noted = useNotedCells(all);
  return (
    <>
      <tr className={styles.row} data-open={open || undefined} aria-rowindex={nth + 2}>
        <th scope="row" className={styles.code}>{driver.code}</th>
        <SheetCell cell={cellKey(id, 'label')} className={styles.label} under={<Evidence driver={driver} open={open} onOpen={onOpen} />} />
        {cells.map(key => <SheetCell key={key} cell={key} className={styles.figure} />)}
        <FigureCell slot={`full:${id}`} className={styles.full}>{money(fullYear)}</FigureCell>
        <td className={styles.agreed}><Agreed driver={driver} /></td>
      </tr>
      {noted.length > 0 && <tr className={styles.noted}><td aria-hidden /><td colSpan={7}>{noted.map(key => <CellNote key={key} cell={key} named />)}</td></tr>}
      {open && <tr className={styles.detail}><td colSpan={8}><DriverDetail driver={driver} scenarioId={scenarioId} onClose={() => { onOpen(undefined); }} {...moves} /></td></tr>}
    </>
  );
});

function Evidence({ driver, open, onOpen }: { driver: Driver; open: boolean; onOpen: (id: string | undefined) => void }) {
  const say = useText(TEXTS);
  const { project } = useTable();
  const name = driver.code || driver.label;
  return (
    <span className={styles.evidence}>
      <button type="button" className={styles.source} aria-expanded={open} onClick={() => { onOpen(open ? undefined : driver.id); }}>
        <span className={isUnsourced(driver) ? styles.unsourced : styles.words}>{driver.source || driver.sourceLink || say(driver.sourceFile === '' ? 'unsourced' : 'file')}</span><span className="ins-hidden">, {say(open ? 'close' : 'open', { name })}</span>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden className={styles.chevron} />
      </button>
      {driver.note && <Link to={`/projects/${project.id}/canvas?note=${driver.note}`} className={styles.note} aria-label={say('note')} title={say('note')}><StickyNote size={13} strokeWidth={1.75} aria-hidden /></Link>}
    </span>
  );
}
