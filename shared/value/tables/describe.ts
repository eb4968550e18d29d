/** What a cell is called in words, for the preview of an import: of which row, and which column. */
import type { Language } from '../../sides.ts';
import { type CellKey, parseKey } from '../keys.ts';
import { type Model, SETTINGS_ROW } from '../model.ts';
import { calledOf } from './columns.ts';
import type { PlannedRow } from './plan.ts';
import { COLUMNS, highOf, lowOf, rampColumn, TABLES } from './words.ts';

export interface Described {
  /** "A1", "S1 · A1", "Setting". */
  row: string;
  /** "Today", "Improvement", "Ramp, year 2". */
  field: string;
}

/** `planned`: rows that the same import would bring. */
export function describeCell(key: CellKey, model: Model, planned: readonly PlannedRow[], language: Language): Described {
  const { row, name, to } = parseKey(key);
  const year = Number(to.at(-1));
  const rows = [row, ...to].filter(id => Number.isNaN(Number(id))).map(id => nameOf(id, model, planned, language));
  return { row: rows.join(' · '), field: fieldName(name, year, language) };
}

function nameOf(id: string, model: Model, planned: readonly PlannedRow[], language: Language): string {
  if (id === SETTINGS_ROW) return TABLES.settings[language];
  const coded = [...model.drivers, ...model.scenarios].find(row => row.id === id);
  if (coded) return calledOf('drivers', coded);
  const labelled = [...model.wishes, ...model.outcomes, ...model.options, ...model.financing].find(row => row.id === id);
  return labelled?.label ?? planned.find(row => row.id === id)?.label ?? '';
}

function fieldName(name: string, year: number, language: Language): string {
  const improvement = TABLES.improvements[language];
  switch (name) {
    case 'improvement': return improvement;
    case 'improvementLow': return lowOf(improvement)[language];
    case 'improvementHigh': return highOf(improvement)[language];
    case 'ramp': return rampColumn(year)[language];
    case 'score': return language === 'it' ? 'Punteggio' : 'Score';
    case 'effect': return language === 'it' ? 'Effetto' : 'Effect';
    default: return COLUMNS[name]?.[language] ?? name;
  }
}
