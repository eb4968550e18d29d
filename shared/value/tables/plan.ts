/** What an import would do, as data: to be shown before anything is written, and then written as edits of whoever imports. */
import type { AmountReason, CellValue } from '../fields.ts';
import type { CellKey } from '../keys.ts';
import type { RowKind } from '../model.ts';
import type { TableName } from './words.ts';

/** A sheet as read from a file: words, numbers, nothing else. */
export type RawTable = readonly (readonly (string | number | boolean | null)[])[];

export interface PlannedRow {
  id: string;
  kind: RowKind;
  /** How the file calls it. */
  label: string;
  /** By field name, linked cells too. */
  values: Readonly<Record<string, CellValue>>;
}
export interface PlannedChange {
  key: CellKey;
  /** Undefined: nobody has written there. */
  from: CellValue | undefined;
  to: CellValue;
}
export interface ImportProblem {
  table: TableName;
  /** Counted from 1, as spreadsheets do. */
  line: number;
  column: number;
  text: string;
  reason: AmountReason | 'choice' | 'tooMany';
}
export interface ImportPlan {
  /** New rows. */
  rows: readonly PlannedRow[];
  /** Cells of rows that are there already, or that a new row shares with one (`scn_…/improvement:drv_new`). */
  changes: readonly PlannedChange[];
  /** What cannot be read and is left out. */
  problems: readonly ImportProblem[];
  /** Titles of columns that mean nothing here. */
  ignoredColumns: readonly string[];
  /** Sheets whose first cell is none of ours, by their position from 1. */
  ignoredTables: readonly number[];
}

export const isEmptyPlan = ({ rows, changes }: ImportPlan): boolean => rows.length === 0 && changes.length === 0;
