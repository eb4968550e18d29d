/** What the rest of the client knows of a live room: a document, who is here, and the truth about saving. No React here. */
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { MemberId, ProjectId } from '../../shared/ids.ts';
import type { CloseReason, RoomKind } from '../../shared/rooms.ts';

/** A value over time; `get` answers the same object until it changes (fit for `useSyncExternalStore`). */
export interface Readable<T> {
  subscribe(listener: () => void): () => void;
  get(): T;
}

/** What the page may say about saving, and nothing else. */
export type SaveStatus =
  | { kind: 'opening' }
  | { kind: 'saved'; at: number } // the server has it on disk; its clock, epoch ms; 0 before anything was written here
  | { kind: 'saving' } // sent or about to be, not confirmed
  | { kind: 'delayed'; since: number } // the server cannot save just now; the text is safe here; since when, this page's clock, epoch ms
  | { kind: 'reconnecting' }
  | { kind: 'offline'; changes: number } // kept on this device
  | { kind: 'ended'; reason: CloseReason }; // final: signed out, access ended, reload needed, copies differ

/** Why nothing can be written here just now. */
export type ReadOnlyBecause =
  | 'opening' // it is not known yet who writes here, or what is here already
  | 'role' // whoever reads this may read, not write
  | 'noId' // no client id is left on this device, and the server cannot be asked for more (Sync 5)
  | 'stuck' // the server has not been able to save for too long, and takes nothing new; what is here is kept
  | 'ended'; // the line has ended for good

/** Where somebody is, in their own words; identity is never in here (Sync 9). */
export interface Presence {
  page: 'home' | 'canvas' | 'value' | 'proposal' | 'approval' | 'people';
  /** Board units, on the canvas. */
  pointer: { x: number; y: number } | null;
  /** Element ids on the canvas; the cell one is in, on the value page. */
  selected: readonly string[];
  /** The note or cell being written in. */
  writing: string | null;
  /** What their window shows of the board: centre in board units and zoom, for those who follow. */
  view: { x: number; y: number; zoom: number } | null;
}

export interface PersonHere {
  clientId: number;
  memberId: MemberId;
  self: boolean;
  presence: Presence;
  /** When their presence last changed, on this page's clock, epoch ms: flags fade after 5 s, go after 30 s. */
  changedAt: number;
}

export interface LiveRoom {
  readonly projectId: ProjectId;
  readonly kind: RoomKind;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly status: Readable<SaveStatus>;
  readonly people: Readable<readonly PersonHere[]>;
  /** False for readers, while opening, when the pool of client ids is empty offline, and after the line ended. */
  readonly mayWrite: Readable<boolean>;
  /** Why not; undefined exactly while `mayWrite`. */
  readonly readOnly: Readable<ReadOnlyBecause | undefined>;
  /** True as soon as there is something truthful to draw: from the server, or this device's copy. */
  readonly ready: Readable<boolean>;
  /** Who holds a client id; changes of the table are told through `seats`. */
  authorOf(clientId: number): MemberId | undefined;
  readonly seats: Readable<number>; // grows with each change of the table
  setPresence(change: Partial<Presence>): void;
  /** After `delayed` or `offline`: try again now. */
  retry(): void;
}
