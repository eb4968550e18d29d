/** What a person can ask for about doubts: load, let the domain decide, keep, tell everybody at the table. */
import type { AnswerDoubt, Doubt, DoubtList, LinkAlternative, RaiseDoubt, RewordDoubt, SettleDoubt } from '../../shared/doubts.ts';
import type { DoubtId, ProjectId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';
import { Refusal } from '../../shared/refusals.ts';
import { answerDoubt as decideAnswer, linkAlternative as decideLink, raiseDoubt as decideRaising, rewordDoubt as decideWords, settleDoubt as decideOutcome } from '../domain/doubts.ts';
import type { Parts } from '../parts.ts';
import { doubts, members } from '../storage/collections.ts';
import { Conflict, put, type Store, type Stored } from '../storage/store.ts';

type Needed = Pick<Parts, 'store' | 'news' | 'clock'>;

export async function listDoubts({ store }: Pick<Parts, 'store'>, reader: Member): Promise<DoubtList> {
  return { doubts: (await allDoubts(store, reader.projectId)).map(withoutRev) };
}

/** Oldest first. */
export async function allDoubts(store: Store, projectId: ProjectId): Promise<Stored<Doubt>[]> {
  const all: Stored<Doubt>[] = [];
  let after: string | undefined;
  do {
    const page = await store.page(doubts, 'byProject', { key: [projectId], limit: 1_000, after });
    all.push(...page.items);
    after = page.next;
  } while (after);
  return all;
}

/** Asking again with the same id and words answers the doubt that is there: a lost answer raises nothing twice. */
export async function raiseDoubt(parts: Needed, author: Member, draft: RaiseDoubt): Promise<Doubt> {
  const doubt = decideRaising(author, draft, parts.clock());
  try {
    await parts.store.commit([put(doubts, doubt, null)]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const kept = await parts.store.get(doubts, doubt.id);
    if (kept?.authorId !== author.id || kept.words !== doubt.words) throw new Refusal('conflict', {}, { cause: error });
    return withoutRev(kept);
  }
  return announce(parts, doubt);
}

export function rewordDoubt(parts: Needed, by: Member, id: DoubtId, words: RewordDoubt): Promise<Doubt> {
  return change(parts, by, id, async doubt => decideWords(by, doubt, words, parts.clock()));
}

export function answerDoubt(parts: Needed, by: Member, id: DoubtId, answer: AnswerDoubt): Promise<Doubt> {
  return change(parts, by, id, async doubt => decideAnswer(by, doubt, await authorOf(parts.store, doubt), answer, parts.clock()));
}

export function settleDoubt(parts: Needed, by: Member, id: DoubtId, outcome: SettleDoubt): Promise<Doubt> {
  return change(parts, by, id, async doubt => decideOutcome(by, doubt, await authorOf(parts.store, doubt), outcome, parts.clock()));
}

export function linkAlternative(parts: Needed, by: Member, id: DoubtId, link: LinkAlternative): Promise<Doubt> {
  return change(parts, by, id, async doubt => decideLink(by, doubt, link));
}

/** `decide` answers the doubt as it shall be, or undefined when there is nothing to change. */
async function change(parts: Needed, by: Member, id: DoubtId, decide: (doubt: Doubt) => Promise<Doubt | undefined>): Promise<Doubt> {
  const kept = await parts.store.get(doubts, id);
  if (kept?.projectId !== by.projectId) throw new Refusal('not-found');
  const before = withoutRev(kept);
  const after = await decide(before);
  if (!after) return before;
  await parts.store.commit([put(doubts, after, kept.rev)]);
  return announce(parts, after);
}

/** Former members too: their doubts stay, and belong to their side. */
async function authorOf(store: Store, { authorId }: Doubt): Promise<Member> {
  const author = await store.get(members, authorId);
  if (!author) throw new Error(`The author of a doubt has no place: ${authorId}`);
  return author;
}

function announce({ news }: Needed, doubt: Doubt): Doubt {
  news.tell(doubt.projectId, 'doubt.read', 'doubt:changed', doubt);
  return doubt;
}

function withoutRev({ rev: _rev, ...doubt }: Stored<Doubt>): Doubt {
  return doubt;
}
