/** What is open in a project, for one reader. Counts after leaving out, so that no number hints at what they may not open. */
import { allows } from '../../shared/access.ts';
import { anchorKey, type Comment, type Settling } from '../../shared/comments.ts';
import { type Doubt, isUnanswered } from '../../shared/doubts.ts';
import type { OpenThread, ProjectHome } from '../../shared/home.ts';
import type { Member } from '../../shared/members.ts';
import type { Approval, Round, Version } from '../../shared/versions.ts';
import { mayRead } from './comments.ts';
import { mayRead as mayKnow, viewOf } from './versions.ts';

const LATEST_THREADS = 5;
const LATEST_DOUBTS = 5;
const WORDS = 160;

export interface HomeFacts {
  members: readonly Member[];
  comments: readonly Comment[];
  settlings: readonly Settling[];
  doubts: readonly Doubt[];
  versions: readonly Version[];
  rounds: readonly Round[];
  approvals: readonly Approval[];
}

export function homeFor(reader: Member, stage: ProjectHome['stage'], facts: HomeFacts): ProjectHome {
  const threads = openThreads(reader, facts.comments, facts.settlings);
  return {
    stage,
    members: facts.members.filter(member => member.removedAt === null).length,
    threads: { open: threads.length, latest: threads.slice(0, LATEST_THREADS) },
    doubts: unansweredDoubts(reader, facts.doubts),
    version: newestVersion(reader, facts),
    round: openRound(reader, facts),
  };
}

/** Newest first. */
function unansweredDoubts(reader: Member, doubts: readonly Doubt[]): ProjectHome['doubts'] {
  const unanswered = allows(reader, 'doubt.read') ? doubts.filter(isUnanswered).sort((a, b) => b.createdAt - a.createdAt) : [];
  const latest = unanswered.slice(0, LATEST_DOUBTS).map(({ id, scenarioId, authorId, words, createdAt }) => ({ id, scenarioId, authorId, words: firstWords(words), createdAt }));
  return { unanswered: unanswered.length, latest };
}

/** Newest word first. A thread whose comments were all taken back is no thread. */
export function openThreads(reader: Member, comments: readonly Comment[], settlings: readonly Settling[]): OpenThread[] {
  const settled = new Set(settlings.map(threadKey));
  const threads = new Map<string, Comment[]>();
  for (const comment of comments) {
    const key = threadKey(comment);
    if (!mayRead(reader, comment) || comment.deletedAt !== null || settled.has(key)) continue;
    threads.set(key, [...(threads.get(key) ?? []), comment]);
  }
  return [...threads.values()].map(asOpenThread).sort((a, b) => b.latest.at - a.latest.at || (a.latest.id < b.latest.id ? -1 : 1));
}

/** One note can carry two threads: what everyone reads, and what stays inside. */
const threadKey = ({ audience, anchor }: Pick<Comment, 'audience' | 'anchor'>): string => `${audience}:${anchorKey(anchor)}`;

function asOpenThread(comments: readonly Comment[]): OpenThread {
  const last = comments.reduce((a, b) => (b.createdAt >= a.createdAt ? b : a));
  const { anchor, audience, id, authorId, createdAt: at, body } = last;
  return { anchor, audience, comments: comments.length, latest: { id, authorId, at, words: firstWords(body) } };
}

/** By code points: half an emoji is no character. */
function firstWords(body: string): string {
  const line = [...body.replace(/\s+/g, ' ').trim()];
  return line.length > WORDS ? `${line.slice(0, WORDS - 1).join('').trimEnd()}…` : line.join('');
}

function newestVersion(reader: Member, { versions, rounds, approvals }: HomeFacts): ProjectHome['version'] {
  const known = versions.filter(version => mayKnow(reader, version));
  if (known.length === 0) return null;
  const { id, name, number, frozenAt } = viewOf(reader, known.reduce((a, b) => (b.frozenAt >= a.frozenAt ? b : a)));
  const ended = allows(reader, 'round.read') ? rounds.findLast(round => round.versionId === id && round.state !== 'open') : undefined;
  return { id, name, number, frozenAt, outcome: ended ? outcomeOf(ended, approvals) : null };
}

/** How a round ended, in the first words of whoever asked for changes or declined. */
function outcomeOf({ id, state }: Round, approvals: readonly Approval[]): NonNullable<ProjectHome['version']>['outcome'] {
  if (state === 'open') return null;
  const other = approvals.findLast(approval => approval.roundId === id && approval.decision !== 'approve');
  return { state, by: other?.memberId ?? null, words: other ? firstWords(other.reason) : '' };
}

function openRound(reader: Member, { rounds, versions, approvals }: HomeFacts): ProjectHome['round'] {
  const open = rounds.findLast(round => round.state === 'open');
  if (!open || !allows(reader, 'round.read')) return null;
  const answered = new Set(approvals.filter(approval => approval.roundId === open.id).map(approval => approval.memberId));
  return {
    id: open.id, versionId: open.versionId, putAt: open.putAt,
    number: versions.find(version => version.id === open.versionId)?.number ?? null,
    waitingFor: open.approvers.filter(approver => !answered.has(approver)),
  };
}
