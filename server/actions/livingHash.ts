/** The hash of what a project would freeze to just now, computed once per state of its shared room. */
import { type FrozenContent, readVersionContent } from '../../shared/documents/version.ts';
import type { Project } from '../../shared/projects.ts';
import { roomIdOf } from '../../shared/rooms.ts';
import { hashOf } from '../../shared/verify/canonical.ts';
import type { Hash } from '../../shared/versions.ts';
import type { Parts } from '../parts.ts';

type Needed = Pick<Parts, 'store' | 'documents'>;

/** As many projects as one process is likely to be asked about in turn; the eldest answer makes room. */
const KEPT = 500;

interface Known {
  seq: number;
  facts: string;
  hash: Hash;
}
/** Per set of parts: two servers in one process (tests) never share an answer. */
const knownBy = new WeakMap<object, Map<string, Known>>();

/** What of a project stands in its versions; renaming it changes the living text like any edit. */
export function frozenFacts({ id, title, sellerName, clientName, currency }: Project): FrozenContent['project'] {
  return { id, title, sellerName, clientName, currency };
}

export async function livingHash(parts: Needed, project: Project): Promise<Hash> {
  const room = roomIdOf(project.id, 'shared');
  const facts = JSON.stringify(frozenFacts(project));
  const known = knownIn(parts.documents).get(room);
  if (known?.facts === facts && known.seq === (await parts.store.journal.head(room))) return known.hash;
  const { doc, seq } = await parts.documents.read(room);
  const { hash } = hashOf(readVersionContent(doc, frozenFacts(project)));
  doc.destroy();
  remember(knownIn(parts.documents), room, { seq, facts, hash });
  return hash;
}

function knownIn(documents: object): Map<string, Known> {
  const present = knownBy.get(documents) ?? new Map<string, Known>();
  knownBy.set(documents, present);
  return present;
}

function remember(known: Map<string, Known>, room: string, answer: Known): void {
  known.delete(room);
  known.set(room, answer);
  const [eldest] = known.keys();
  if (known.size > KEPT && eldest !== undefined) known.delete(eldest);
}
