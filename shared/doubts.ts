/**
 * Honest doubts as all sides see them: an objection, also against one's own interest, what it costs one's own side,
 * the other side's answer, what came of it, and the alternatives that were drawn from it. Records, not CRDT.
 */
import * as z from 'zod';
import { DoubtId, MemberId, ProjectId } from './ids.ts';
import { LIMITS } from './limits.ts';
import type { Language, Side } from './sides.ts';

/** A row of the value model in the shared room. */
export const ScenarioId = z.string().regex(/^scn_[A-Za-z0-9_-]{10,22}$/);

/** What came of it: the answer settles it, it holds and something has to change, or its author takes it back. */
export const DoubtOutcome = z.enum(['settled', 'holds', 'withdrawn']);
export type DoubtOutcome = z.infer<typeof DoubtOutcome>;

const Moment = z.int().nonnegative(); // epoch milliseconds, always the server's clock
const Kept = z.string().max(LIMITS.doubtLength);
const Words = Kept.trim().min(1);
export const MOST_ALTERNATIVES = 20;
/** So often may a doubt be worded anew. */
export const MOST_WORDINGS = 20;

export const Doubt = z.object({
  id: DoubtId,
  projectId: ProjectId,
  scenarioId: ScenarioId.nullable(), // null: about the whole project
  authorId: MemberId,
  words: Kept,
  costsUs: Kept, // what it costs the author's own side
  evidence: Kept,
  createdAt: Moment,
  answer: z.object({ by: MemberId, words: Kept, at: Moment }).nullable(),
  outcome: z.object({ kind: DoubtOutcome, words: Kept, by: MemberId, at: Moment }).nullable(),
  alternatives: z.array(ScenarioId).max(MOST_ALTERNATIVES), // scenarios that were drawn from it
  /** How its author worded it before, oldest first; `at`: when these words were given up. */
  past: z.array(z.object({ words: Kept, costsUs: Kept, evidence: Kept, at: Moment })).max(MOST_WORDINGS).default([]),
});
export type Doubt = z.infer<typeof Doubt>;

/** GET /api/projects/:projectId/doubts : oldest first. */
export const DoubtList = z.object({ doubts: z.array(Doubt) });
export type DoubtList = z.infer<typeof DoubtList>;

/**
 * POST /api/projects/:projectId/doubts
 * The page makes the id, so that asking again after a lost answer raises nothing twice. What it costs one's own side is
 * asked for: a doubt that costs nothing may say so.
 */
export const RaiseDoubt = Doubt.pick({ id: true, scenarioId: true }).extend({ words: Words, costsUs: Words, evidence: Kept.trim() });
export type RaiseDoubt = z.infer<typeof RaiseDoubt>;

/** PUT /api/projects/:projectId/doubts/:doubtId/words : its author's own, until somebody has answered; what stood there is kept. */
export const RewordDoubt = RaiseDoubt.pick({ words: true, costsUs: true, evidence: true });
export type RewordDoubt = z.infer<typeof RewordDoubt>;

/** PUT /api/projects/:projectId/doubts/:doubtId/answer : the other side's; it may be worded anew until something came of it. */
export const AnswerDoubt = z.object({ words: Words });
export type AnswerDoubt = z.infer<typeof AnswerDoubt>;

/** PUT /api/projects/:projectId/doubts/:doubtId/outcome */
export const SettleDoubt = z.object({ kind: DoubtOutcome, words: Kept.trim() });
export type SettleDoubt = z.infer<typeof SettleDoubt>;

/** PUT /api/projects/:projectId/doubts/:doubtId/alternatives : a scenario that was drawn from it. */
export const LinkAlternative = z.object({ scenarioId: ScenarioId });
export type LinkAlternative = z.infer<typeof LinkAlternative>;

/** The seller and the seller's team are one side of a doubt; the client is the other. */
export const sideOfDoubt = (side: Side): 'client' | 'seller' => (side === 'client' ? 'client' : 'seller');

/** Nobody has answered, and nothing came of it yet: it stands before whoever approves. */
export const isUnanswered = ({ answer, outcome }: Pick<Doubt, 'answer' | 'outcome'>): boolean => answer === null && outcome === null;

/** Beyond this many doubts, and characters of each, the sentence only counts them. */
const DOUBTS_TOLD = 3;
const CHARACTERS_TOLD = 200;

/**
 * What the approver's own sentence says of doubts that nobody has answered; empty when there is none. One function, so
 * that page and server say the same: oldest first, in the words they were raised in.
 */
export function unansweredSentence(language: Language, doubts: readonly Doubt[]): string {
  const waiting = doubts.filter(isUnanswered).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  if (waiting.length === 0) return '';
  const said = waiting.slice(0, DOUBTS_TOLD).map(({ words }) => (language === 'it' ? `«${firstOf(words)}»` : `“${firstOf(words)}”`)).join(', ');
  // A doubt that ends its own sentence needs no second full stop.
  const end = waiting.length > DOUBTS_TOLD ? ' …' : /[.?!…][”»]$/u.test(said) ? '' : '.';
  if (language === 'it') return ` ${waiting.length === 1 ? 'Un dubbio è ancora aperto' : `${waiting.length} dubbi sono ancora aperti`}: ${said}${end}`;
  return ` ${waiting.length === 1 ? 'One doubt is still open' : `${waiting.length} doubts are still open`}: ${said}${end}`;
}

/** By code points: half an emoji is no character. */
function firstOf(words: string): string {
  const line = [...words.replace(/\s+/g, ' ').trim()];
  return line.length > CHARACTERS_TOLD ? `${line.slice(0, CHARACTERS_TOLD - 1).join('').trimEnd()}…` : line.join('');
}

export interface DoubtNews {
  'doubt:changed': (doubt: Doubt) => void;
}
