/** Taking a proposal away as a file: which forms there are, and how the files are called. */
import * as z from 'zod';
import { VersionId } from './ids.ts';
import { Language } from './sides.ts';

export const ExportFormat = z.enum(['pdf', 'docx', 'md']);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
};

/** GET /api/projects/:projectId/exports/proposal?format=pdf&language=it&version=ver_… ; without `version`, the text as it stands. */
export const ExportWish = z.object({ format: ExportFormat, language: Language, version: VersionId.optional() });
export type ExportWish = z.infer<typeof ExportWish>;

/** Which state of the text a file holds. */
export type ExportedState = { kind: 'living'; at: number } | { kind: 'frozen'; number: number | null; at: number; hash: string };

/** "one-customer-one-record-version-3.pdf": letters that every system can keep. */
export function exportFileName(title: string, state: ExportedState, format: ExportFormat): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
  const which = state.kind === 'living' ? '' : state.number === null ? '-draft' : `-version-${state.number}`;
  return `${plain || 'insieme'}${which}.${format}`;
}

export const exportAddress = (projectId: string, { format, language, version }: ExportWish): string =>
  `/api/projects/${projectId}/exports/proposal?format=${format}&language=${language}${version ? `&version=${version}` : ''}`;
