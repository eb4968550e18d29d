/**
 * Suggestions in the proposal: who proposes to add or strike words, and who may answer that.
 *
 * What a suggestion consists of lies in the text itself (`documents/suggestions.ts`); here is only its label, as it is
 * written there, and the rule: another side decides, and whoever suggested may take it back.
 */
import * as z from 'zod';
import { allows, type Standing } from './access.ts';
import { MemberId } from './ids.ts';
import { Side } from './sides.ts';

/** How the text keeps what is proposed: the same two words as marks of words and as attributes of everything else. */
export const PROPOSED = ['insertion', 'deletion'] as const;
export type Proposed = (typeof PROPOSED)[number];

/** The label on every word and block of one suggestion. */
export const Suggested = z.object({
  id: z.string().regex(/^[\w-]{4,40}$/),
  by: MemberId,
  side: Side,
  at: z.int().nonnegative(), // epoch ms, the clock of the page that wrote it
});
export type Suggested = z.infer<typeof Suggested>;

/** One string, so that two replicas compare it by its letters. */
export const printSuggested = ({ id, by, side, at }: Suggested): string => `${id} ${by} ${side} ${at}`;

/** Undefined for what no page of ours wrote. */
export function parseSuggested(written: unknown): Suggested | undefined {
  if (typeof written !== 'string') return undefined;
  const [id, by, side, at] = written.split(' ');
  const read = Suggested.safeParse({ id, by, side, at: Number(at) });
  return read.success ? read.data : undefined;
}

type Author = Pick<Suggested, 'by' | 'side'>;
type Reader = Standing & { memberId: MemberId };

/** Another side decides: among colleagues there would be nothing to agree on. */
export const mayAnswer = (reader: Reader, { side }: Author): boolean => allows(reader, 'room.shared.write') && reader.side !== side;

/** Whoever suggested may take it back as long as they may write. */
export const mayWithdraw = (reader: Reader, { by }: Author): boolean => allows(reader, 'room.shared.write') && reader.memberId === by;

export const OUTCOMES = ['accepted', 'refused', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What stays of an answered suggestion: enough to see what was agreed, and with whom. */
export const Answered = Suggested.extend({
  added: z.string(),
  removed: z.string(),
  outcome: z.enum(OUTCOMES),
  answeredBy: MemberId,
  answeredAt: z.int().nonnegative(), // epoch ms, the clock of the page that wrote it
});
export type Answered = z.infer<typeof Answered>;
