/**
 * What a person can ask for about versions, rounds and approvals: load, let the domain decide, keep in one
 * commit, tell those who may know.
 */
import { FrozenContent, readVersionContent } from '../../shared/documents/version.ts';
import type { ApprovalId, ProjectId, RoundId, VersionId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';
import type { Project } from '../../shared/projects.ts';
import { Refusal } from '../../shared/refusals.ts';
import { roomIdOf } from '../../shared/rooms.ts';
import { canonicalJson, hashOf, sha256Hex } from '../../shared/verify/canonical.ts';
import {
  type Approval, APPROVAL_FILE_SCHEMA, type ApprovalDesk, type Decide, type PutToClient, type Receipt, type Round, type RoundView, type Version,
  type VersionView,
} from '../../shared/versions.ts';
import { isPresent } from '../domain/members.ts';
import {
  type AnswerMade, decide as decideAnswer, deedToRead, freeze as decideFreeze, mayRead, putToClient as decidePut, viewOf, withdraw as decideWithdraw,
} from '../domain/versions.ts';
import type { Parts } from '../parts.ts';
import { approvals, members, people, rounds, versions } from '../storage/collections.ts';
import { put, type Store, type Stored } from '../storage/store.ts';
import { again } from './again.ts';
import { allDoubts } from './doubts.ts';
import { frozenFacts, livingHash } from './livingHash.ts';
import { tellOfAnswer, tellOfRound } from './versionLetters.ts';

type Reading = Pick<Parts, 'store' | 'documents'>;
type Writing = Reading & Pick<Parts, 'clock' | 'makeId' | 'news'>;
type Telling = Writing & Pick<Parts, 'mail' | 'log' | 'config'>;

/** Everything of versions that the reader may see, oldest first. */
export async function approvalDesk(parts: Reading, reader: Member, project: Project): Promise<ApprovalDesk> {
  const [state, living] = await Promise.all([loadAll(parts.store, project.id), livingHash(parts, project)]);
  return {
    versions: state.versions.filter(version => mayRead(reader, version)).map(version => viewOf(reader, version)),
    rounds: state.rounds,
    approvals: state.approvals,
    livingHash: living,
  };
}

async function loadAll(store: Store, projectId: ProjectId) {
  const [allVersions, allRounds, allApprovals] = await Promise.all([
    store.find(versions, 'byProject', [projectId]),
    store.find(rounds, 'byProject', [projectId]),
    store.find(approvals, 'byProject', [projectId]),
  ]);
  return { versions: allVersions, rounds: allRounds, approvals: allApprovals };
}

/** Copies the shared room as it stands on disk into an immutable file; what is typed meanwhile is not in it. */
export async function freezeVersion(parts: Writing, by: Member, project: Project, name: string): Promise<VersionView> {
  const { doc, seq } = await parts.documents.read(roomIdOf(project.id, 'shared'));
  const { hash, bytes } = hashOf(readVersionContent(doc, frozenFacts(project)));
  doc.destroy();
  const kept = await parts.store.files.keep(bytes);
  if (kept !== hash) throw new Error('The file store names these bytes otherwise than their SHA-256.');
  const version = decideFreeze(by, name, { id: parts.makeId('ver'), contentHash: hash, roomSeq: seq, at: parts.clock() });
  await parts.store.commit([put(versions, version, null)]);
  announce(parts, version);
  return viewOf(by, version);
}

/** Number and round come in one commit: nobody sees a number without its round, or a round without its number. */
export async function putToClient(parts: Telling, by: Member, versionId: VersionId, request: PutToClient): Promise<RoundView> {
  const made = await again(async () => {
    const seen = await requireVersion(parts.store, by, versionId);
    const state = { ...(await loadAll(parts.store, by.projectId)), people: await presentMembers(parts.store, by.projectId) };
    const decided = decidePut(by, seen, request, state, { id: parts.makeId('rnd'), at: parts.clock() });
    await parts.store.commit([put(versions, decided.version, seen.rev), put(rounds, decided.round, null)]);
    return decided;
  });
  announce(parts, made.version);
  await tellOfRound(parts, by, made);
  return made.round;
}

export async function withdrawRound(parts: Writing, by: Member, roundId: RoundId): Promise<RoundView> {
  const after = await again(async () => {
    const seen = await requireRound(parts.store, by, roundId);
    const decided = decideWithdraw(by, seen, parts.clock());
    if (decided !== seen) await parts.store.commit([put(rounds, decided, seen.rev)]);
    return decided;
  });
  tellAll(parts, by.projectId);
  return after;
}

export type Signing = Pick<AnswerMade, 'signedInWith' | 'from' | 'device'>;

/**
 * The round is written with every answer, changed or not, so that two answers, or an answer and a withdrawal,
 * never pass each other unseen: the later one decides again on what the earlier one left.
 */
export async function answerRound(parts: Telling, by: Member, roundId: RoundId, answer: Decide, signing: Signing): Promise<Approval> {
  const decided = await again(async () => {
    const round = await requireRound(parts.store, by, roundId);
    const facts = await answerFacts(parts.store, by, round);
    const made = { id: parts.makeId('apr'), at: parts.clock(), ...signing };
    const result = decideAnswer({ by, round, ...facts }, answer, made);
    if (result.isNew) await parts.store.commit([put(approvals, result.approval, null), put(rounds, result.round, round.rev)]);
    return { ...result, version: facts.version };
  });
  if (decided.isNew) {
    tellAll(parts, by.projectId);
    await tellOfAnswer(parts, decided);
  }
  return decided.approval;
}

async function answerFacts(store: Store, by: Member, round: Round) {
  const [version, person, all, doubts] = await Promise.all([
    store.get(versions, round.versionId),
    store.get(people, by.personId),
    store.find(approvals, 'byProject', [round.projectId]),
    allDoubts(store, round.projectId),
  ]);
  if (!version || !person) throw new Refusal('not-found');
  const bytes = await contentBytes(store, version);
  return {
    version, doubts, name: person.name, content: parseContent(bytes), hash: sha256Hex(bytes),
    earlier: all.filter(approval => approval.versionId === version.id),
  };
}

/** The canonical bytes as they were frozen, for those who may know of this version. */
export async function versionContent({ store }: Pick<Parts, 'store'>, reader: Member, id: VersionId): Promise<{ version: Version; bytes: Uint8Array }> {
  const version = await requireVersion(store, reader, id);
  return { version, bytes: await contentBytes(store, version) };
}

/** A version without its file is our fault, never "not found". */
async function contentBytes(store: Store, version: Version): Promise<Uint8Array> {
  const bytes = await store.files.read(version.contentHash);
  if (!bytes) throw new Error(`The content of version ${version.id} is not in the file store.`);
  return bytes;
}

const parseContent = (bytes: Uint8Array): FrozenContent => FrozenContent.parse(JSON.parse(new TextDecoder().decode(bytes)));

export async function receiptOf({ store }: Pick<Parts, 'store'>, reader: Member, id: ApprovalId): Promise<Receipt> {
  const approval = await requireApproval(store, reader, id);
  const [version, round] = await Promise.all([requireVersion(store, reader, approval.versionId), requireRound(store, reader, approval.roundId)]);
  return { approval, version: viewOf(reader, version), round };
}

/** The approval together with the content it is bound to; the same bytes for whoever takes it. */
export async function approvalFile({ store }: Pick<Parts, 'store'>, reader: Member, id: ApprovalId): Promise<{ version: Version; text: string }> {
  const { rev: _rev, ...approval } = await requireApproval(store, reader, id);
  const { version, bytes } = await versionContent({ store }, reader, approval.versionId);
  const content: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return { version, text: canonicalJson({ schema: APPROVAL_FILE_SCHEMA, number: version.number, approval, content }) };
}

async function requireVersion(store: Store, reader: Member, id: VersionId): Promise<Stored<Version>> {
  const version = await store.get(versions, id);
  if (!version || !mayRead(reader, version)) throw new Refusal('not-found');
  return version;
}

async function requireRound(store: Store, reader: Member, id: RoundId): Promise<Stored<Round>> {
  const round = await store.get(rounds, id);
  if (round?.projectId !== reader.projectId) throw new Refusal('not-found');
  return round;
}

async function requireApproval(store: Store, reader: Member, id: ApprovalId): Promise<Stored<Approval>> {
  const approval = await store.get(approvals, id);
  if (approval?.projectId !== reader.projectId) throw new Refusal('not-found');
  return approval;
}

async function presentMembers(store: Store, projectId: ProjectId): Promise<Stored<Member>[]> {
  return (await store.find(members, 'byProject', [projectId])).filter(isPresent);
}

/** Of a draft only those hear who may know of drafts: to the client nothing has happened. */
function announce({ news }: Pick<Parts, 'news'>, version: Version): void {
  news.tell(version.projectId, deedToRead(version), 'approval:changed', { projectId: version.projectId });
}

function tellAll({ news }: Pick<Parts, 'news'>, projectId: ProjectId): void {
  news.tell(projectId, 'round.read', 'approval:changed', { projectId });
}
