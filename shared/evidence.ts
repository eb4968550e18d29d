/**
 * Files that stand behind a figure. A file is known by the SHA-256 of its bytes (FIPS 180-4): whoever reads a frozen
 * version finds exactly the file that was there when it was frozen.
 */
import * as z from 'zod';
import { MemberId, ProjectId } from './ids.ts';
import { LIMITS } from './limits.ts';

export const FileHash = z.string().regex(/^[0-9a-f]{64}$/);
export type FileHash = z.infer<typeof FileHash>;

/** As it was called on the device it came from, without the way there. */
export const FileName = z.string().trim().min(1).max(LIMITS.titleLength);

/** A file of one project; the same bytes are one file, under the name that came first. */
export const EvidenceFile = z.object({
  id: z.string(), // `${projectId}:${hash}`
  projectId: ProjectId, hash: FileHash, name: FileName,
  bytes: z.int().positive(),
  by: MemberId, at: z.int().nonnegative(),
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

/** What a reader is told before opening it. */
export const EvidenceAbout = EvidenceFile.pick({ hash: true, name: true, bytes: true, at: true });
export type EvidenceAbout = z.infer<typeof EvidenceAbout>;

/** POST with the bytes of a file. */
export const KeepEvidence = z.object({ name: FileName });
export type KeepEvidence = z.infer<typeof KeepEvidence>;

export const keepEvidenceAddress = (projectId: ProjectId, name: string): `/api/${string}` => `/api/projects/${projectId}/evidence?name=${encodeURIComponent(name)}`;
export const evidenceAddress = (projectId: ProjectId, hash: string): `/api/${string}` => `/api/projects/${projectId}/evidence/${hash}`;
export const evidenceAboutAddress = (projectId: ProjectId, hash: string): `/api/${string}` => `${evidenceAddress(projectId, hash)}/about`;
