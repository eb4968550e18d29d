/** Below a sheet: the cell one is in by name, how its figure comes about, who wrote it when, and what stood there before. */
import { Popover } from '@mantine/core';
import { History } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { Cell } from '../../../../shared/documents/value.ts';
import { type CellKey, fieldOf } from '../../../../shared/value/keys.ts';
import { SideGlyph } from '../../../ui/SideGlyph.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { useFormat } from '../../../ui/useFormat.ts';
import { plainText } from '../fields/cellText.ts';
import { useFigures } from '../useFigures.ts';
import { useMayWrite, useSnapshot, useTable } from '../ValueContext.tsx';
import styles from './Sheet.module.css';
import { useSheet } from './SheetContext.ts';

const TEXTS = texts('value.sheetFoot', {
  en: {
    hint: 'Type to replace, Enter to edit, “?” if nobody knows yet. Blocks from a spreadsheet can be pasted.', hintRead: 'Move with the arrow keys; what is chosen can be copied into a spreadsheet.',
    wrote: '{{name}}, {{when}}', history: 'History', historyOf: 'Who wrote what here', somebody: 'Somebody', nothing: 'emptied', never: 'Nobody has written here yet.',
  },
  it: {
    hint: 'Scrivi per sostituire, Invio per modificare, «?» se ancora non si sa. Puoi incollare blocchi da un foglio di calcolo.', hintRead: 'Muoviti con le frecce; ciò che scegli si può copiare in un foglio di calcolo.',
    wrote: '{{name}}, {{when}}', history: 'Storia', historyOf: 'Chi ha scritto che cosa', somebody: 'Qualcuno', nothing: 'svuotata', never: 'Qui non ha ancora scritto nessuno.',
  },
});

/** `describe`: the slot's name and, for figures, how it comes about. */
export function SheetFoot({ describe, hint }: { describe: (slot: string) => { name: ReactNode; formula?: ReactNode } | undefined; hint?: string }) {
  const say = useText(TEXTS);
  const sheet = useSheet();
  const { cells } = useSnapshot();
  const mayWrite = useMayWrite();
  const active = useSyncExternalStore(sheet.subscribe, () => sheet.active);
  const about = active === undefined ? undefined : describe(active);
  if (active === undefined || !about) return <p className={styles.foot}>{hint ?? say(mayWrite ? 'hint' : 'hintRead')}</p>;
  const cell = active.includes('/') ? cells.get(active as CellKey) : undefined;
  return (
    <div className={styles.foot}>
      <span className={styles.where}>{about.name}</span>
      {about.formula && <span className={styles.formula}>{about.formula}</span>}
      {fieldOf(active) !== undefined && <Authors key={active} cell={cell} />}
    </div>
  );
}

function Authors({ cell }: { cell: Cell | undefined }) {
  const say = useText(TEXTS);
  if (!cell) return <span className={styles.author}>{say('never')}</span>;
  return (
    <>
      <span className={styles.author}><Author by={cell.by} at={cell.at} /></span>
      {cell.past.length > 0 && (
        <Popover position="top-end" withinPortal>
          <Popover.Target>
            <button type="button" className="ins-quiet"><History size={15} strokeWidth={1.75} aria-hidden />{say('history')}</button>
          </Popover.Target>
          <Popover.Dropdown><Past cell={cell} /></Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}

function Past({ cell }: { cell: Cell }) {
  const say = useText(TEXTS);
  const figures = useFigures();
  const field = fieldOf(cell.key);
  if (!field) return null;
  return (
    <>
      <p className={styles.pastTitle}>{say('historyOf')}</p>
      <ul className={styles.past}>
        {[cell, ...cell.past].map((written, nth) => (
          <li key={nth}><strong>{plainText(field, written.value, figures) || say('nothing')}</strong><span><Author by={written.by} at={written.at} /></span></li>
        ))}
      </ul>
    </>
  );
}

function Author({ by, at }: { by: number; at: number }) {
  const say = useText(TEXTS);
  const { people } = useTable();
  const { moment } = useFormat();
  const author = people.authorOf(by);
  const name = author?.firstName ?? say('somebody');
  return <>{author && <SideGlyph side={author.side} size={9} />} {at > 0 ? say('wrote', { name, when: moment(at) }) : name}</>;
}
