/**
 * One room as several people have it open, in memory: a real document and a real awareness each, linked by cables
 * that a test can pull out. For what is drawn from a room; how a room is kept in sync is proven elsewhere.
 */
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { People } from '../../client/collab/people.ts';
import type { LiveRoom, SaveStatus } from '../../client/collab/types.ts';
import { Value } from '../../client/collab/value.ts';
import { newRoomDoc } from '../../shared/documents/roots.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { MemberView } from '../../shared/members.ts';
import { idFor, makeMember } from './makeMember.ts';

export type Name = Parameters<typeof makeMember>[0];

const FULL_NAMES: Record<Name, string> = {
  marta: 'Marta Villa', ivo: 'Ivo Serra', lia: 'Lia Conti', paolo: 'Paolo Ferri', giulia: 'Giulia Neri',
};

export function memberView(name: Name, more: Partial<MemberView> = {}): MemberView {
  const { id, side, role, approver, joinedAt, personId } = makeMember(name);
  return { id, side, role, approver, joinedAt, personId, name: FULL_NAMES[name], removed: false, ...more };
}

export interface LinkedRoom extends LiveRoom {
  readonly name: Name;
  readonly mayWrite: Value<boolean>;
}

const CABLE = Symbol('cable');

export interface LinkedRooms {
  rooms: LinkedRoom[];
  /** Edits stay where they are made until the cable is in again. */
  unplug(): void;
  plugIn(): void;
}

export function linkedRooms(...names: Name[]): LinkedRooms {
  let plugged = true;
  const holders = new Map<number, MemberId>();
  const rooms = names.map((name, nth) => {
    holders.set(nth + 1, idFor('mbr', name));
    return openRoom(name, newRoomDoc(nth + 1), holders);
  });
  const others = (room: LinkedRoom) => rooms.filter(other => other !== room);
  for (const room of rooms) {
    room.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (plugged && origin !== CABLE) others(room).forEach(other => Y.applyUpdate(other.doc, update, CABLE));
    });
    room.awareness.on('update', (_: unknown, origin: unknown) => {
      if (!plugged || origin === CABLE) return;
      const said = encodeAwarenessUpdate(room.awareness, [room.doc.clientID]);
      others(room).forEach(other => applyAwarenessUpdate(other.awareness, said, CABLE));
    });
  }
  const plugIn = () => {
    plugged = true;
    for (const room of rooms) others(room).forEach(other => Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(room.doc), CABLE));
  };
  return { rooms, unplug: () => { plugged = false; }, plugIn };
}

function openRoom(name: Name, doc: Y.Doc, holders: ReadonlyMap<number, MemberId>): LinkedRoom {
  const awareness = new Awareness(doc);
  const authorOf = (clientId: number) => holders.get(clientId);
  const people = new People({ awareness, authorOf, now: Date.now, after: (ms, run) => stoppable(setTimeout(run, ms)) });
  return {
    name, doc, awareness, authorOf, projectId: idFor('prj', 'one'), kind: 'shared', people: people.here,
    status: new Value<SaveStatus>({ kind: 'saved', at: 0 }), mayWrite: new Value(true), readOnly: new Value(undefined), ready: new Value(true), seats: new Value(0),
    setPresence: change => people.set(change), retry: () => undefined,
  };
}

const stoppable = (timer: ReturnType<typeof setTimeout>) => () => clearTimeout(timer);
