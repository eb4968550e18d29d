/** Taking a value model away as a spreadsheet, and reading one: what is asked for, and what comes back. */
import * as z from 'zod';
import type { ProjectId } from './ids.ts';
import type { RoomKind } from './rooms.ts';
import { Language } from './sides.ts';
import type { RawTable } from './value/tables/plan.ts';

export const TableFormat = z.enum(['xlsx', 'csv']);
export type TableFormat = z.infer<typeof TableFormat>;

/** GET /api/projects/:projectId/rooms/:kind/value/file?format=xlsx&language=it ; `csv` comes as an archive of one file per table. */
export const ValueFileWish = z.object({ format: TableFormat.default('xlsx'), language: Language.default('en') });
export type ValueFileWish = z.infer<typeof ValueFileWish>;

/**
 * POST /api/projects/:projectId/value/tables with the bytes of a file: what stands in it, sheet by sheet. Nothing is
 * written; the page plans the import (`planImport`), shows the plan, and writes it as edits of its own.
 */
export const TablesRead = z.object({ tables: z.array(z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])))) });
export interface TablesRead {
  tables: readonly RawTable[];
}

export const valueFileAddress = (projectId: ProjectId, kind: RoomKind, { format, language }: ValueFileWish): `/api/${string}` =>
  `/api/projects/${projectId}/rooms/${kind}/value/file?format=${format}&language=${language}`;
export const tablesAddress = (projectId: ProjectId): `/api/${string}` => `/api/projects/${projectId}/value/tables`;
