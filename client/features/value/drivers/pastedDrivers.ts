/** New drivers for rows that were pasted below the table: the block's columns in the order of the table's. */
import type { NewRow } from '../../../../shared/documents/value.ts';
import type { CellValue } from '../../../../shared/value/fields.ts';
import { cellKey, type CellKey, fieldOf, linkedKey } from '../../../../shared/value/keys.ts';
import { MOST_ROWS } from '../../../../shared/value/model.ts';
import { cellValueOf } from '../fields/cellText.ts';
import { makeRowId } from '../rowId.ts';
import { nextCode } from '../scenarios/deeds.ts';
import type { Beyond } from '../sheet/Sheet.ts';
import type { Figures } from '../useFigures.ts';

interface Place {
  scenarioId: string;
  /** Of the drivers that are there. */
  codes: readonly string[];
}

/** Drivers, then one scenario row's change: improvements are the scenario's. */
export function pastedDrivers({ rows, left }: Beyond, { scenarioId, codes }: Place, figures: Figures): { drivers: NewRow[]; improvements: [CellKey, CellValue][] } {
  const taken = [...codes];
  const drivers: NewRow[] = [];
  const improvements: [CellKey, CellValue][] = [];
  for (const row of rows.slice(0, Math.max(0, MOST_ROWS - codes.length))) {
    const id = makeRowId('drv');
    const code = nextCode(taken, 'A');
    taken.push(code);
    const values: Record<string, CellValue> = { code };
    for (const [nth, text] of row.entries()) {
      const name = COLUMNS[left + nth];
      const key = name === 'improvement' ? linkedKey(scenarioId, name, id) : cellKey(id, name ?? '');
      const field = fieldOf(key);
      if (!name || !field) continue;
      const value = cellValueOf(field, text, figures);
      if (name === 'improvement') improvements.push([key, value]);
      else values[name] = value;
    }
    drivers.push({ id, values });
  }
  return { drivers, improvements };
}

const COLUMNS = ['label', 'baseline', 'improvement', 'unitValue', 'confidence'] as const;
