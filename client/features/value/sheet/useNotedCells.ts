/** Which of some cells need a word said: no number, or two people at once. Redraws only when that changes. */
import { useMemo, useSyncExternalStore } from 'react';
import type { CellKey } from '../../../../shared/value/keys.ts';
import { needsNote } from '../fields/CellNote.tsx';
import { useTable } from '../ValueContext.tsx';

export function useNotedCells(keys: readonly CellKey[]): CellKey[] {
  const { live } = useTable();
  const noted = useSyncExternalStore(live.subscribe, () => keys.filter(key => needsNote(live.get().cells.get(key))).join(' '));
  return useMemo(() => keys.filter(key => noted.split(' ').includes(key)), [keys, noted]);
}
