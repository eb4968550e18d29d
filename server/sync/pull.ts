/**
 * Looks again and again whether other processes on the same store wrote into rooms that are open here: the journal is
 * the truth, and this is how we hear of it. Knows journal heads and time; knows no line.
 */
import type { RoomId } from '../../shared/rooms.ts';
import type { Journal } from '../storage/store.ts';
import type { Time } from './time.ts';

/** An open room, as far as it matters here. */
export interface Pulled {
  readonly id: RoomId;
  readonly journal: { readonly saved: { readonly seq: number }; catchUp(): Promise<void> };
}

export interface PullParts {
  journal: Pick<Journal, 'head'>;
  time: Time;
  openRooms: () => Iterable<Pulled>;
  onTrouble: (what: string, error: unknown, room?: RoomId) => void;
}

/** Between two looks: what one process has on disk is seen at the others about half of this later. */
const LOOK_MS = 250;
/** While the store does not answer. */
const LONGEST_MS = 5_000;
/** Questions under way at once, and rooms in one look: more rooms are looked at by turns. */
const AT_ONCE = 8;
const ROOMS_PER_LOOK = 200;

/** Answers how to stop. */
export function startPulling(parts: PullParts): () => void {
  let stopped = false;
  let stop = () => undefined as void;
  let from = 0;
  let waitMs = LOOK_MS;
  const look = async () => {
    const rooms = [...parts.openRooms()];
    const turn = rooms.slice(from, from + ROOMS_PER_LOOK);
    from = from + turn.length < rooms.length ? from + turn.length : 0;
    waitMs = (await lookAt(parts, turn)) ? LOOK_MS : Math.min(waitMs * 2, LONGEST_MS);
    if (!stopped) stop = parts.time.after(waitMs, () => void look());
  };
  stop = parts.time.after(LOOK_MS, () => void look());
  return () => {
    stopped = true;
    stop();
  };
}

/** False when the store does not answer; that is told once per look. */
async function lookAt(parts: PullParts, rooms: readonly Pulled[]): Promise<boolean> {
  try {
    for (let at = 0; at < rooms.length; at += AT_ONCE) {
      await Promise.all(rooms.slice(at, at + AT_ONCE).map(room => pull(parts.journal, room)));
    }
    return true;
  } catch (error) {
    parts.onTrouble('what other servers wrote could not be read', error);
    return false;
  }
}

async function pull(journal: Pick<Journal, 'head'>, room: Pulled): Promise<void> {
  if ((await journal.head(room.id)) > room.journal.saved.seq) await room.journal.catchUp();
}
