/**
 * Shares one `LiveRoom` between all who look at it, and ends it a moment after the last has gone.
 *
 * React's StrictMode mounts, unmounts and mounts again: without the moment it would open every line twice.
 */
import { OpenRoom, type RoomKey } from './liveRoom.ts';
import type { LiveRoom, Readable } from './types.ts';
import { Value } from './value.ts';
import type { World } from './world.ts';

export type { RoomKey } from './liveRoom.ts';

export interface RoomHandle {
  /** Becomes another object when the copy had to be filled anew: whatever hangs on the document starts over with it. */
  readonly room: Readable<LiveRoom>;
  close(): void;
}

interface Shared {
  readonly room: Value<OpenRoom>;
  readers: number;
  stopLinger: (() => void) | undefined;
}

const LINGER_MS = 250;

export class OpenRooms {
  readonly #shared = new Map<string, Shared>();

  constructor(readonly world: World) {}

  open(key: RoomKey): RoomHandle {
    const name = `${key.personId} ${key.projectId} ${key.kind}`;
    const shared = this.#shared.get(name) ?? this.#start(name, key);
    shared.readers++;
    shared.stopLinger?.();
    let open = true;
    const close = () => {
      if (open) this.#leave(name, shared);
      open = false;
    };
    return { room: shared.room, close };
  }

  #start(name: string, key: RoomKey): Shared {
    const fresh = (): OpenRoom => {
      const room: OpenRoom = new OpenRoom(key, this.world, () => void replace(room));
      return room;
    };
    const replace = async (old: OpenRoom) => {
      await old.close();
      // It may have been replaced already, or nobody looks any more.
      if (shared.room.get() === old && this.#shared.get(name) === shared) shared.room.set(fresh());
    };
    const shared: Shared = { room: new Value(fresh()), readers: 0, stopLinger: undefined };
    this.#shared.set(name, shared);
    return shared;
  }

  #leave(name: string, shared: Shared): void {
    shared.readers--;
    if (shared.readers > 0) return;
    shared.stopLinger = this.world.after(LINGER_MS, () => {
      this.#shared.delete(name);
      void shared.room.get().close();
    });
  }
}
