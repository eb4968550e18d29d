/** Every noun we keep, declared once: its fields, what is unique about it, and the indexes that queries name. */
import * as z from 'zod';
import { Comment, Settling } from '../../shared/comments.ts';
import { Doubt } from '../../shared/doubts.ts';
import { EvidenceFile } from '../../shared/evidence.ts';
import { MemberId, ProjectId } from '../../shared/ids.ts';
import { Invitation } from '../../shared/invitations.ts';
import { Member } from '../../shared/members.ts';
import { Person } from '../../shared/people.ts';
import { Project } from '../../shared/projects.ts';
import { RoomId, Seat } from '../../shared/rooms.ts';
import { Approval, Round, Version } from '../../shared/versions.ts';
import { Colleague, Workspace } from '../../shared/workspaces.ts';
import { type Collection, collection } from './store.ts';

export const people = collection<Person>({ name: 'people', schema: Person, unique: { byEmail: ['email'] } });

export const workspaces = collection<Workspace>({ name: 'workspaces', schema: Workspace, indexes: { all: [] } });
export const colleagues = collection<Colleague>({
  name: 'colleagues', schema: Colleague,
  indexes: { byPerson: ['personId', 'joinedAt'], byWorkspace: ['workspaceId', 'joinedAt'] },
});

export const projects = collection<Project>({ name: 'projects', schema: Project, indexes: { byWorkspace: ['workspaceId', 'createdAt'] } });
export const members = collection<Member>({
  name: 'members', schema: Member,
  unique: { byPerson: ['projectId', 'personId'] },
  indexes: { byProject: ['projectId', 'joinedAt'], byPerson: ['personId', 'joinedAt'] },
});
export const invitations = collection<Invitation>({
  name: 'invitations', schema: Invitation,
  unique: { byToken: ['tokenHash'] },
  indexes: { byProject: ['projectId', 'createdAt'] },
});

export const comments = collection<Comment>({ name: 'comments', schema: Comment, indexes: { byProject: ['projectId', 'createdAt'] } });
export const settlings = collection<Settling>({ name: 'settlings', schema: Settling, indexes: { byProject: ['projectId', 'settledAt'] } });
/** How far a member has read a thread. */
export const ReadMark = z.object({
  id: z.string(), // `${memberId}:${anchorKey}`
  memberId: MemberId, projectId: ProjectId, anchorKey: z.string(), upTo: z.int().nonnegative(),
});
export type ReadMark = z.infer<typeof ReadMark>;
export const readMarks = collection<ReadMark>({ name: 'readMarks', schema: ReadMark, indexes: { byMember: ['memberId'] } });

export const doubts = collection<Doubt>({ name: 'doubts', schema: Doubt, indexes: { byProject: ['projectId', 'createdAt'] } });

export const evidenceFiles = collection<EvidenceFile>({ name: 'evidenceFiles', schema: EvidenceFile, indexes: { byProject: ['projectId', 'at'] } });

export const versions = collection<Version>({
  name: 'versions', schema: Version,
  unique: { byNumber: ['projectId', 'number'] },
  indexes: { byProject: ['projectId', 'frozenAt'] },
});
export const rounds = collection<Round>({
  name: 'rounds', schema: Round,
  unique: { onlyOneOpen: ['openOf'] },
  indexes: { byProject: ['projectId', 'putAt'] },
});
export const approvals = collection<Approval>({
  name: 'approvals', schema: Approval,
  unique: { oncePerVersion: ['versionId', 'memberId'] },
  indexes: { byProject: ['projectId', 'at'] },
});

/** A block of client ids, issued for ever: the table that names authors (Sync 5). */
export const KeptSeat = Seat.extend({
  id: z.string(), // `${room}:${first}`
  room: RoomId, takenAt: z.int().nonnegative(),
});
export type KeptSeat = z.infer<typeof KeptSeat>;
export const seats = collection<KeptSeat>({
  name: 'seats', schema: KeptSeat,
  unique: { byFirst: ['room', 'first'] },
  indexes: { byRoom: ['room', 'takenAt'] },
});

/** All of them; adapters prepare these, and nothing else exists. Sign-in adds its own in `server/auth/collections.ts`. */
export const COLLECTIONS: readonly Collection<never>[] = [
  people, workspaces, colleagues, projects, members, invitations, comments, settlings, readMarks, doubts, evidenceFiles,
  versions, rounds, approvals, seats,
].map(each => each as unknown as Collection<never>);
