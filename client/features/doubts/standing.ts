/** What one reader may do with a doubt, and how it stands. The server decides the same by its own rules. */
import { allows } from '../../../shared/access.ts';
import { type Doubt, type DoubtOutcome, isUnanswered, sideOfDoubt } from '../../../shared/doubts.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';

export type DoubtState = 'waits' | 'answered' | DoubtOutcome;

export const stateOf = (doubt: Doubt): DoubtState => doubt.outcome?.kind ?? (isUnanswered(doubt) ? 'waits' : 'answered');

export interface MayDo {
  /** Its author, until somebody has answered. */
  reword: boolean;
  answer: boolean;
  /** What came of it, as far as this reader may say so. */
  outcomes: readonly DoubtOutcome[];
  draw: boolean;
}

const NOTHING: MayDo = { reword: false, answer: false, outcomes: [], draw: false };

/** `author`: undefined while the members are on their way. */
export function mayDo(me: ProjectView['me'], doubt: Doubt, author: Pick<MemberView, 'side'> | undefined): MayDo {
  if (doubt.outcome || !author || !allows(me, 'doubt.write')) return NOTHING;
  const sameSide = sideOfDoubt(me.side) === sideOfDoubt(author.side);
  const own = me.memberId === doubt.authorId;
  return {
    reword: own && doubt.answer === null,
    answer: !sameSide,
    outcomes: [...(sameSide ? ['settled' as const] : []), 'holds', ...(own ? ['withdrawn' as const] : [])],
    draw: allows(me, 'doubt.draw'),
  };
}
