/** A sheet over cells of the value model: reads them live, writes them as the desk does, tells the others where one is. */
import { useLayoutEffect, useState } from 'react';
import { type CellKey, fieldOf } from '../../../../shared/value/keys.ts';
import { cellValueOf, editText, plainText } from '../fields/cellText.ts';
import { type Figures, useFigures } from '../useFigures.ts';
import { useTable, type ValueTable } from '../ValueContext.tsx';
import { type Beyond, Sheet, type SheetParts, type SlotId } from './Sheet.ts';

/** A slot that is no cell of the model: a calculated figure, named without a slash. */
const isCell = (slot: SlotId): slot is CellKey => slot.includes('/');

type FigureOf = (slot: SlotId) => string;
type Grow = (beyond: Beyond, figures: Figures) => void;

/** `figureOf`: what calculated slots show. `grow`: adds rows for what was pasted below the table, in the same step. */
export function useModelSheet(rows: readonly (readonly SlotId[])[], figureOf?: FigureOf, grow?: Grow): Sheet {
  const table = useTable();
  const figures = useFigures();
  const [sheet] = useState(() => new Sheet());
  useLayoutEffect(() => {
    sheet.setParts(partsOf(table, figures, figureOf, grow));
  });
  useLayoutEffect(() => {
    sheet.setRows(rows);
  }, [sheet, rows]);
  return sheet;
}

function partsOf({ live, desk, room }: ValueTable, figures: Figures, figureOf?: FigureOf, grow?: Grow): SheetParts {
  const raw = (slot: SlotId) => (isCell(slot) ? live.get().cells.get(slot)?.value : undefined);
  return {
    textOf: slot => {
      const field = fieldOf(slot);
      return field ? plainText(field, raw(slot), figures) : (figureOf?.(slot) ?? '');
    },
    editTextOf: slot => {
      const field = fieldOf(slot);
      return field ? editText(field, raw(slot), figures) : '';
    },
    mayWrite: slot => isCell(slot) && fieldOf(slot) !== undefined && room.mayWrite.get(),
    write: (texts, beyond) => {
      desk.asOne(() => {
        desk.write(texts.flatMap(([slot, text]) => {
          const field = fieldOf(slot);
          return field && isCell(slot) ? [[slot, cellValueOf(field, text, figures)] as const] : [];
        }));
        if (beyond) grow?.(beyond, figures);
      });
    },
    tell: (active, writing) => {
      room.setPresence({ selected: active === undefined ? [] : [active], writing: writing && active !== undefined ? active : null });
    },
  };
}
