/** Hands a live room to React: one provider around what works in it, and hooks that only read. */
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { PersonId, ProjectId } from '../../shared/ids.ts';
import type { RoomKind } from '../../shared/rooms.ts';
import { OpenRooms } from './openRoom.ts';
import type { LiveRoom, Readable } from './types.ts';
import { browserWorld } from './world.ts';

const RoomContext = createContext<LiveRoom | undefined>(undefined);

let rooms: OpenRooms | undefined;
/** All rooms of this page; made when the first is opened, so that pages without one load no line. */
const pageRooms = () => (rooms ??= new OpenRooms(browserWorld()));

export interface RoomProviderProps {
  personId: PersonId;
  projectId: ProjectId;
  kind: RoomKind;
  children: ReactNode;
  /** Where rooms come from; tests hand in their own. */
  from?: OpenRooms;
}

/** Opens the room while it is mounted. Children see a `LiveRoom` from their first render on. */
export function RoomProvider({ personId, projectId, kind, children, from }: RoomProviderProps) {
  const [live, setLive] = useState<LiveRoom>();
  useEffect(() => {
    // In an effect, never in render: StrictMode renders twice and would leave one line behind.
    const handle = (from ?? pageRooms()).open({ personId, projectId, kind });
    const look = () => setLive(handle.room.get());
    const stop = handle.room.subscribe(look);
    look();
    return () => {
      stop();
      handle.close();
    };
  }, [from, personId, projectId, kind]);
  const isCurrent = live?.projectId === projectId && live.kind === kind;
  return isCurrent ? <RoomContext value={live}>{children}</RoomContext> : null;
}

/** The room around this component. */
export function useRoom(): LiveRoom {
  const room = useContext(RoomContext);
  if (!room) throw new Error('There is no room around this component.');
  return room;
}

/** The room around this component, where there may be none. */
export const useRoomOrNone = (): LiveRoom | undefined => useContext(RoomContext);

/** Follows a value; redraws when it becomes another. */
export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get);
}
