/** What the desk says about each version, worked out for one reader. Plain functions over plain data. */
import { allows } from '../../../shared/access.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import type { ApprovalDesk, ApprovalLine, RoundState, RoundView, VersionView } from '../../../shared/versions.ts';

export type VersionState = 'draft' | RoundState;

/** The last round of a version; undefined for a draft. */
export const roundOf = (desk: ApprovalDesk, version: Pick<VersionView, 'id'>): RoundView | undefined =>
  desk.rounds.findLast(round => round.versionId === version.id);

export const stateOf = (desk: ApprovalDesk, version: VersionView): VersionState => roundOf(desk, version)?.state ?? 'draft';

export const answersOf = (desk: ApprovalDesk, version: Pick<VersionView, 'id'>): ApprovalLine[] =>
  desk.approvals.filter(approval => approval.versionId === version.id);

/** Newest first. */
export const versionsOf = (desk: ApprovalDesk): VersionView[] => desk.versions.toSorted((a, b) => b.frozenAt - a.frozenAt);

export const openRound = (desk: ApprovalDesk): RoundView | undefined => desk.rounds.find(round => round.state === 'open');

/** The round that waits for this reader's own answer. */
export function roundForMe(desk: ApprovalDesk, me: ProjectView['me']): RoundView | undefined {
  const round = openRound(desk);
  if (!round || !allows(me, 'round.decide') || !round.approvers.some(id => id === me.memberId)) return undefined;
  return answersOf(desk, { id: round.versionId }).some(answer => answer.memberId === me.memberId) ? undefined : round;
}

/** May go to the client: nobody has answered it, and it is not there already. */
export const mayBePut = (desk: ApprovalDesk, version: VersionView): boolean =>
  openRound(desk) === undefined && answersOf(desk, version).length === 0 && ['draft', 'withdrawn'].includes(stateOf(desk, version));

/** The version that holds between the two sides: the newest one that all who were asked have approved. */
export function approvedVersion(desk: ApprovalDesk): VersionView | undefined {
  const approved = new Set(desk.rounds.filter(round => round.state === 'approved').map(round => round.versionId));
  return desk.versions.filter(version => approved.has(version.id)).toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)).at(-1);
}
