/**
 * What may happen to versions, rounds and approvals. Decides; never reads a clock, a file or a store.
 *
 * An approval is bound to content: whoever decides hands in the hash of what their page drew, and what lies in
 * the file store is hashed again by the action before it comes here.
 */
import { allows, type Deed } from '../../shared/access.ts';
import { type Doubt, unansweredSentence } from '../../shared/doubts.ts';
import type { FrozenContent } from '../../shared/documents/version.ts';
import type { ApprovalId, MemberId, RoundId, VersionId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { SignedInWith } from '../../shared/signIn.ts';
import {
  type Approval, type Decide, type Hash, isSameName, type PutToClient, type Round, type RoundState, statementOf, type Version,
  type VersionView,
} from '../../shared/versions.ts';

/** A draft exists only for the seller's side; once it has a number everybody knows of it. */
export const deedToRead = (version: Pick<Version, 'number'>): Deed => (version.number === null ? 'version.readDraft' : 'version.read');

export const mayRead = (reader: Member, version: Version): boolean =>
  version.projectId === reader.projectId && allows(reader, deedToRead(version));

/** What somebody called their draft may say more than they would tell the client. */
export function viewOf(reader: Member, version: Version): VersionView {
  return { ...version, name: allows(reader, 'version.readDraft') ? version.name : null };
}

export interface FrozenFacts {
  id: VersionId;
  contentHash: Hash;
  roomSeq: number;
  at: number;
}

export function freeze(by: Member, name: string, { id, contentHash, roomSeq, at }: FrozenFacts): Version {
  return { id, projectId: by.projectId, name, number: null, contentHash, roomSeq, frozenBy: by.id, frozenAt: at };
}

export interface ProjectState {
  people: readonly Member[]; // present members
  versions: readonly Version[];
  rounds: readonly Round[];
  approvals: readonly Approval[];
}

/** Puts a version to the client: it gets the next number once and for ever, and a round opens. */
export function putToClient(
  by: Member, version: Version, request: PutToClient, state: ProjectState, made: { id: RoundId; at: number },
): { version: Version; round: Round } {
  if (version.projectId !== by.projectId) throw new Refusal('not-found');
  if (state.rounds.some(round => round.state === 'open')) throw new Refusal('round-open');
  if (state.approvals.some(approval => approval.versionId === version.id)) throw new Refusal('version-answered');
  return {
    version: { ...version, number: version.number ?? nextNumber(state.versions) },
    round: {
      id: made.id, projectId: by.projectId, versionId: version.id, state: 'open', approvers: approversAmong(state.people, request.approvers),
      message: request.message, putBy: by.id, putAt: made.at, closedAt: null, openOf: by.projectId,
    },
  };
}

const nextNumber = (versions: readonly Version[]): number => Math.max(0, ...versions.map(version => version.number ?? 0)) + 1;

function approversAmong(people: readonly Member[], wanted: readonly MemberId[]): MemberId[] {
  const able = new Set(people.filter(person => allows(person, 'round.decide')).map(person => person.id));
  if (wanted.some(id => !able.has(id))) throw new Refusal('not-approvers');
  return [...new Set(wanted)];
}

/** Takes an open round back. Asking twice changes nothing. */
export function withdraw(by: Member, round: Round, at: number): Round {
  if (round.projectId !== by.projectId) throw new Refusal('not-found');
  if (round.state === 'withdrawn') return round;
  if (round.state !== 'open') throw new Refusal('round-closed');
  return { ...round, state: 'withdrawn', closedAt: at, openOf: null };
}

/** All that an answer hangs on, gathered by the action. */
export interface AnswerFacts {
  by: Member;
  name: string; // the account's
  round: Round;
  version: Version;
  content: FrozenContent; // read from the file, whose bytes have just been hashed to `hash`
  hash: Hash;
  earlier: readonly Approval[]; // of this version
  doubts: readonly Doubt[]; // of the project: those without an answer stand in the sentence
}
export interface AnswerMade {
  id: ApprovalId;
  at: number;
  signedInWith: SignedInWith;
  from: string;
  device: string;
}

/** One person's answer. The same answer again is the record that is there; another one is refused. */
export function decide(facts: AnswerFacts, answer: Decide, made: AnswerMade): { approval: Approval; round: Round; isNew: boolean } {
  const { by, round, version, earlier } = facts;
  requireAsked(facts);
  const mine = earlier.find(approval => approval.memberId === by.id);
  if (mine) return { approval: requireSame(mine, answer), round, isNew: false };
  if (round.state !== 'open') throw new Refusal('round-closed');
  requireContent(facts, answer);
  if (answer.decision === 'approve') requireStatement(facts, answer);
  const approval: Approval = {
    ...made, projectId: round.projectId, versionId: version.id, roundId: round.id, memberId: by.id, name: facts.name,
    contentHash: version.contentHash, ...wordsOf(answer),
  };
  return { approval, round: roundAfter(round, [...earlier, approval], made.at), isNew: true };
}

function requireAsked({ by, round, version }: AnswerFacts): void {
  if (round.projectId !== by.projectId || version.projectId !== by.projectId || round.versionId !== version.id) throw new Refusal('not-found');
  if (!allows(by, 'round.decide')) throw new Refusal('not-allowed');
  if (!round.approvers.includes(by.id)) throw new Refusal('not-asked');
}

/** What the file holds, what the version names and what the page drew must be one thing. */
function requireContent({ version, hash }: AnswerFacts, answer: Decide): void {
  if (hash !== version.contentHash || answer.contentHash !== version.contentHash) throw new Refusal('other-content');
}

function requireStatement(facts: AnswerFacts, answer: Extract<Decide, { decision: 'approve' }>): void {
  if (!isSameName(answer.typedName, facts.name)) throw new Refusal('name-differs', { name: facts.name });
  if (answer.statement !== statementFor(facts, answer.language)) throw new Refusal('other-statement');
}

function statementFor({ name, version, content, doubts }: AnswerFacts, language: 'en' | 'it'): string {
  if (version.number === null) throw new Refusal('not-found'); // a draft has no round, and no sentence
  return statementOf(language, name, version.number, content.project.title, content.project.clientName, unansweredSentence(language, doubts));
}

type Words = Pick<Approval, 'decision' | 'reason' | 'typedName' | 'statement' | 'statementLanguage'>;

function wordsOf(answer: Decide): Words {
  if (answer.decision !== 'approve') {
    return { decision: answer.decision, reason: answer.reason, typedName: '', statement: '', statementLanguage: answer.language };
  }
  const { decision, typedName, statement, language } = answer;
  return { decision, reason: '', typedName, statement, statementLanguage: language };
}

function requireSame(mine: Approval, answer: Decide): Approval {
  const words = wordsOf(answer);
  const same = (Object.keys(words) as (keyof Words)[]).every(key => mine[key] === words[key]);
  if (!same || mine.contentHash !== answer.contentHash) throw new Refusal('already-answered');
  return mine;
}

/** One wish for changes or one no ends the round; a yes ends it when it is the last one asked for. */
export function roundAfter(round: Round, approvals: readonly Approval[], at: number): Round {
  const answers = approvals.filter(approval => approval.roundId === round.id);
  const state = stateAfter(round, answers);
  return state === 'open' ? round : { ...round, state, closedAt: at, openOf: null };
}

function stateAfter(round: Round, answers: readonly Approval[]): RoundState {
  if (answers.some(answer => answer.decision === 'decline')) return 'declined';
  if (answers.some(answer => answer.decision === 'changes')) return 'changes';
  const approved = new Set(answers.map(answer => answer.memberId));
  return round.approvers.every(id => approved.has(id)) ? 'approved' : 'open';
}
