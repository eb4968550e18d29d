/** What may happen to a doubt. Decides; never reads a clock, a socket or a store. */
import { allows } from '../../shared/access.ts';
import {
  type AnswerDoubt, type Doubt, type LinkAlternative, MOST_ALTERNATIVES, MOST_WORDINGS, type RaiseDoubt, type RewordDoubt, type SettleDoubt, sideOfDoubt,
} from '../../shared/doubts.ts';
import type { Member } from '../../shared/members.ts';
import { Refusal } from '../../shared/refusals.ts';

export function raiseDoubt(author: Member, draft: RaiseDoubt, at: number): Doubt {
  requireVoice(author);
  return { ...draft, projectId: author.projectId, authorId: author.id, createdAt: at, answer: null, outcome: null, alternatives: [], past: [] };
}

/** By its author alone, and only while nobody has answered: an answer must stay one to the words it was given to. Undefined when nothing changes. */
export function rewordDoubt(by: Member, doubt: Doubt, next: RewordDoubt, at: number): Doubt | undefined {
  requireVoice(by);
  requireOpen(doubt);
  if (by.id !== doubt.authorId) throw new Refusal('not-allowed');
  if (doubt.answer) throw new Refusal('doubt-answered');
  const { words, costsUs, evidence } = doubt;
  if (words === next.words && costsUs === next.costsUs && evidence === next.evidence) return undefined;
  if (doubt.past.length >= MOST_WORDINGS) throw new Refusal('too-many');
  return { ...doubt, ...next, past: [...doubt.past, { words, costsUs, evidence, at }] };
}

/** By the other side alone: an answer of one's own people would be no answer. `author`: the one who doubted. */
export function answerDoubt(by: Member, doubt: Doubt, author: Pick<Member, 'side'>, { words }: AnswerDoubt, at: number): Doubt {
  requireVoice(by);
  requireOpen(doubt);
  if (sideOfDoubt(by.side) === sideOfDoubt(author.side)) throw new Refusal('own-doubt');
  return { ...doubt, answer: { by: by.id, words, at } };
}

/**
 * The side that doubted says what came of it; taking back is the author's own. The other side can only admit that it
 * holds: otherwise a doubt could be talked away by those whom it bothers.
 */
export function settleDoubt(by: Member, doubt: Doubt, author: Pick<Member, 'side'>, { kind, words }: SettleDoubt, at: number): Doubt {
  requireVoice(by);
  requireOpen(doubt);
  const sameSide = sideOfDoubt(by.side) === sideOfDoubt(author.side);
  const may = kind === 'withdrawn' ? by.id === doubt.authorId : kind === 'holds' || sameSide;
  if (!may) throw new Refusal('not-allowed');
  return { ...doubt, outcome: { kind, words, by: by.id, at } };
}

/** Undefined when that alternative is known already. */
export function linkAlternative(by: Member, doubt: Doubt, { scenarioId }: LinkAlternative): Doubt | undefined {
  if (!allows(by, 'doubt.draw')) throw new Refusal('not-allowed');
  if (doubt.alternatives.includes(scenarioId)) return undefined;
  if (doubt.alternatives.length >= MOST_ALTERNATIVES) throw new Refusal('too-many');
  return { ...doubt, alternatives: [...doubt.alternatives, scenarioId] };
}

function requireVoice(by: Member): void {
  if (!allows(by, 'doubt.write')) throw new Refusal('not-allowed');
}

function requireOpen(doubt: Doubt): void {
  if (doubt.outcome) throw new Refusal('doubt-closed');
}
