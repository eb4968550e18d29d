/** What a person can ask for about files behind figures: keep one, say what it is, hand it out. Nobody here looks into them. */
import type { EvidenceAbout, EvidenceFile } from '../../shared/evidence.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { ProjectId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Parts } from '../parts.ts';
import { evidenceFiles } from '../storage/collections.ts';
import { Conflict, put } from '../storage/store.ts';

type Needed = Pick<Parts, 'store' | 'clock'>;

/** The same bytes a second time are the file that is there. Throws `Refusal` for no bytes, and when a project holds enough. */
export async function keepEvidence({ store, clock }: Needed, by: Member, name: string, bytes: Uint8Array): Promise<EvidenceAbout> {
  if (bytes.length === 0) throw new Refusal('file-empty');
  const { items } = await store.page(evidenceFiles, 'byProject', { key: [by.projectId], limit: LIMITS.evidenceFiles });
  const hash = await store.files.keep(bytes);
  const file: EvidenceFile = { id: idOf(by.projectId, hash), projectId: by.projectId, hash, name, bytes: bytes.length, by: by.id, at: clock() };
  const kept = await store.get(evidenceFiles, file.id);
  if (kept) return kept;
  if (items.length >= LIMITS.evidenceFiles) throw new Refusal('too-many-files');
  try {
    await store.commit([put(evidenceFiles, file, null)]);
    return file;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return aboutEvidence({ store }, by.projectId, hash); // somebody brought the same file at the same moment
  }
}

export async function aboutEvidence({ store }: Pick<Parts, 'store'>, projectId: ProjectId, hash: string): Promise<EvidenceAbout> {
  const file = await store.get(evidenceFiles, idOf(projectId, hash));
  if (!file) throw new Refusal('not-found');
  return file;
}

/** Only a file of this very project: knowing a hash opens nothing. */
export async function readEvidence(parts: Pick<Parts, 'store'>, projectId: ProjectId, hash: string): Promise<{ name: string; bytes: Uint8Array }> {
  const { name } = await aboutEvidence(parts, projectId, hash);
  const bytes = await parts.store.files.read(hash);
  if (!bytes) throw new Error(`the file ${hash} has a record and no bytes`);
  return { name, bytes };
}

const idOf = (projectId: ProjectId, hash: string): string => `${projectId}:${hash}`;
