/** Puts the sync side together: rooms over a store, the door for lines, and documents for actions. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { MemberId, PersonId } from '../../shared/ids.ts';
import type { RoomId } from '../../shared/rooms.ts';
import type { Documents } from '../actions/documents.ts';
import type { Gate } from '../actions/whoIs.ts';
import type { Store } from '../storage/store.ts';
import { blockState } from './blocks/blockState.ts';
import { PackingQueue } from './blocks/packing.ts';
import { restingState } from './blocks/restingState.ts';
import { Shelf } from './blocks/shelf.ts';
import { Compactor } from './compaction/compactor.ts';
import { newCounts, type OnDurable, type SyncFigures } from './counts.ts';
import { createDocuments } from './documents.ts';
import { Gateway } from './gateway.ts';
import { Rooms } from './rooms.ts';
import { realTime, type Time } from './time.ts';

export interface SyncParts {
  store: Store;
  /** Epoch milliseconds. */
  clock: () => number;
  log: Pick<Logger, 'error'>;
  gate: Gate;
  time?: Time;
  /** How long an empty room stays open, milliseconds. */
  lingerMs?: number;
  /** Other processes work on the same store. */
  isShared?: boolean;
  onDurable?: OnDurable;
  /** Where quiet documents are put away; without it they rest in memory. */
  restFolder?: string;
}

export interface Sync {
  readonly documents: Documents;
  /** Takes over the upgrade of an address under `/yjs/`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** A member's place changed or ended: their lines are judged again at once (Sync 11). */
  reconsider(memberId: MemberId): void;
  /** A session ended: its lines close at once. */
  sessionEnded(personId: PersonId, sessionId: string): void;
  /** As they are now. */
  figures(): SyncFigures;
  /** Says goodbye to every line, and resolves when everything accepted is on disk. */
  close(): Promise<void>;
}

export function createSync({ store, clock, log, gate, time = realTime, lingerMs, isShared = false, onDurable = () => undefined, restFolder }: SyncParts): Sync {
  const counts = newCounts();
  const onTrouble = (what: string, error: unknown, room?: RoomId) => {
    counts.troubles++;
    log.error({ error, room }, what);
  };
  const linger = lingerMs === undefined ? {} : { lingerMs };
  const compactor = new Compactor(time);
  const compact = (raw: Uint8Array) => compactor.compact(raw);
  const shelf = restFolder === undefined ? undefined : new Shelf(restFolder);
  const packing = new PackingQueue(shelf);
  const newState = () => restingState(blockState, packing);
  const rooms = new Rooms({ store, clock, time, newState, compact, onTrouble, onBroken: room => gateway.empty(room), isShared, onDurable, ...linger });
  const gateway = new Gateway({ store, rooms, gate, time, onTrouble, isShared, counts });
  return {
    documents: createDocuments(rooms),
    figures: () => ({ counts, updatesIn: rooms.unsaved.updates, rooms: rooms.size, lines: gateway.lines, unsavedBytes: rooms.unsaved.bytes }),
    upgrade: (request, socket, head) => gateway.upgrade(request, socket, head),
    reconsider: memberId => gateway.reconsider(memberId),
    sessionEnded: (personId, sessionId) => gateway.sessionEnded(personId, sessionId),
    async close() {
      gateway.close();
      await rooms.close();
      await compactor.close();
      shelf?.close();
    },
  };
}
