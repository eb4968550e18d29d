/** Rooms: one CRDT document each, with its own access. Their names, their close codes, their messages on the line. */
import * as z from 'zod';
import type { Deed } from './access.ts';
import { MemberId, ProjectId } from './ids.ts';

export const RoomKind = z.enum(['shared', 'backstage', 'clientRoom']);
export type RoomKind = z.infer<typeof RoomKind>;

/** `<projectId>.<kind>`: the journal's key and the last part of the sync address `/yjs/<roomId>`. */
export const RoomId = z.templateLiteral([z.string().regex(/^prj_[A-Za-z0-9_-]{22}$/), '.', RoomKind]).brand<'RoomId'>();
export type RoomId = z.infer<typeof RoomId>;

export function roomIdOf(projectId: ProjectId, kind: RoomKind): RoomId {
  return RoomId.parse(`${projectId}.${kind}`);
}

export function partsOf(room: RoomId): { projectId: ProjectId; kind: RoomKind } {
  const [projectId, kind] = room.split('.');
  return { projectId: ProjectId.parse(projectId), kind: RoomKind.parse(kind) };
}

export const readDeed = (kind: RoomKind): Deed => `room.${kind}.read`;
export const writeDeed = (kind: RoomKind): Deed => `room.${kind}.write`;

/** Named reasons why the server closes a line; y-websocket takes 44xx as final (Sync 1). */
export const CLOSE = {
  signedOut: 4401,
  accessEnded: 4403,
  noSuchRoom: 4404,
  historyDiffers: 4409,
  pageTooOld: 4426,
  unreadable: 1007,
  tooLarge: 1009,
  later: 1013,
} as const;
export type CloseReason = keyof typeof CLOSE;

/** The page's version of document and line; below the server's minimum it is asked to reload (4426). */
export const SYNC_VERSION = 3;

/** Message types on the line beside y-websocket's own (0 sync, 1 awareness, 2 auth, 3 query awareness). */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** server → page: varUint count of this line's update and step-2 frames that are on disk, varUint epoch ms. */
  saved: 100,
  /** server → page: varUint count of frames refused since the last one, varUint 0 for good: the page rebuilds its copy (Sync 4); 1 for now: it brings them again (Sync 6). */
  notTaken: 101,
  /** server → page: varString JSON of `SeatTable`: who holds which client ids. */
  seats: 102,
  /** server → page: varString JSON of `LineState`: right to write, and whether saving is delayed or stuck. */
  state: 103,
} as const;

/** Client ids are issued in blocks of `LIMITS.clientIdsPerBlock`: `first`, `first + 1`, … all belong to one member. */
export const Seat = z.object({
  first: z.int().nonnegative(),
  memberId: MemberId,
  /** True when the server itself edited for this member ("Insieme for Marta", Sync 14). */
  byServer: z.boolean(),
});
export type Seat = z.infer<typeof Seat>;
export const SeatTable = z.array(Seat);
export type SeatTable = z.infer<typeof SeatTable>;

export const LineState = z.object({
  mayWrite: z.boolean(),
  /** The store is slow or down: words go round, and are not on disk. */
  degraded: z.boolean(),
  /** It has been so for too long or for too much: nothing new is taken until it is better (Sync 6). */
  stuck: z.boolean(),
});
export type LineState = z.infer<typeof LineState>;

/** POST /api/projects/:projectId/rooms/:kind/seats : the documented request for legal client ids (Sync 5). */
export const SeatsTaken = z.object({
  room: RoomId,
  epoch: z.int().positive(),
  memberId: MemberId,
  mayWrite: z.boolean(),
  clientIds: z.array(z.int().nonnegative()),
});
export type SeatsTaken = z.infer<typeof SeatsTaken>;
