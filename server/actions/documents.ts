/** How an action reads or edits a room's document, without knowing lines or journals; `server/sync/` implements it. */
import type * as Y from 'yjs';
import type { MemberId } from '../../shared/ids.ts';
import type { RoomId } from '../../shared/rooms.ts';

export interface Documents {
  /**
   * A copy of everything that the journal holds, as of `seq`, taken while nothing of this room is between
   * acceptance and disk. The caller owns the copy.
   */
  read(room: RoomId): Promise<{ doc: Y.Doc; seq: number }>;
  /**
   * The server edits as a member like any other (Sync 14): the change is made under a client id issued to
   * "Insieme for <member>" and enters by the same door. Resolves when it is on disk.
   */
  edit(room: RoomId, as: MemberId, change: (doc: Y.Doc) => void): Promise<void>;
  /**
   * Writes into a room that nobody has ever written in, as its very first entry: of all who try at the same moment,
   * in however many processes, one writes. Answers whether it was this one. Throws when the room cannot be reached.
   */
  seed(room: RoomId, as: MemberId, change: (doc: Y.Doc) => void): Promise<boolean>;
  /** Legal client ids for a page of this member (Sync 5); on disk before they are answered. */
  takeSeats(room: RoomId, member: MemberId): Promise<number[]>;
}
