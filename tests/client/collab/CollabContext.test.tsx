/** Rooms in React: one line under StrictMode, one for many readers, a fresh one when the copy is replaced. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { act, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { RoomProvider, useReadable, useRoom } from '../../../client/collab/CollabContext.tsx';
import { OpenRooms } from '../../../client/collab/openRoom.ts';
import { Value } from '../../../client/collab/value.ts';
import type { World } from '../../../client/collab/world.ts';
import { roomIdOf } from '../../../shared/rooms.ts';
import { idFor } from '../../support/makeMember.ts';
import { HandTime } from '../../server/sync/memory.ts';

const KEY = { personId: idFor('psn', 'marta'), projectId: idFor('prj', 'one'), kind: 'shared' } as const;

/** A line that is opened and then silent. */
class SilentSocket extends EventTarget {
  static opened: SilentSocket[] = [];
  readyState = 0;
  onclose: (() => void) | null = null;
  constructor(readonly url: string) {
    super();
    SilentSocket.opened.push(this);
  }
  close(): void {
    this.readyState = 3;
    this.onclose?.();
  }
  send(): void {
    throw new Error('nothing can be sent on a line that is not open');
  }
}

let time: HandTime;
let rooms: OpenRooms;
let asked: number;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  SilentSocket.opened = [];
  time = new HandTime();
  asked = 0;
  const world: World = {
    lineAddress: 'ws://nowhere/yjs', WebSocket: SilentSocket as unknown as typeof WebSocket, indexedDB: globalThis.indexedDB, online: new Value(true),
    now: () => time.now(), after: (ms, run) => time.after(ms, run),
    takeSeats: async (projectId, kind) => {
      const first = 16 * ++asked;
      return { room: roomIdOf(projectId, kind), epoch: 1, memberId: idFor('mbr', 'marta'), mayWrite: true, clientIds: Array.from({ length: 16 }, (_, n) => first + n) };
    },
    report: error => { throw error; },
  };
  rooms = new OpenRooms(world);
});

function Status() {
  const room = useRoom();
  const mayWrite = useReadable(room.mayWrite);
  return <p>{mayWrite ? 'you may write' : 'you may read'}</p>;
}

/** Lets the room open: IndexedDB answers over a few turns of the loop. */
async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 60; turn++) await new Promise(resolve => setImmediate(resolve));
  });
}

describe('a room in React', () => {
  test('opens one line under StrictMode, however many components read it', async () => {
    const page = (
      <StrictMode>
        <RoomProvider {...KEY} from={rooms}><Status /></RoomProvider>
        <RoomProvider {...KEY} from={rooms}><Status /></RoomProvider>
      </StrictMode>
    );
    render(page);
    await settle();
    expect(screen.getAllByText('you may write')).toHaveLength(2);
    expect(SilentSocket.opened).toHaveLength(1);
    expect(SilentSocket.opened[0]!.url).toMatch(/^ws:\/\/nowhere\/yjs\/prj_one0+\.shared\?v=3&epoch=1&acks=1&page=\d+$/);
  });

  test('ends a moment after the last reader has gone, and not before', async () => {
    const { unmount } = render(<RoomProvider {...KEY} from={rooms}><Status /></RoomProvider>);
    await settle();
    const early = rooms.open(KEY);
    const seen = early.room.get();
    early.close();
    unmount();
    time.pass(200);
    const again = rooms.open(KEY);
    time.pass(1_000);
    expect(again.room.get()).toBe(seen);
    expect(seen.doc.isDestroyed).toBe(false);
    again.close();
    time.pass(300);
    await settle();
    expect(seen.doc.isDestroyed).toBe(true);
  });

  test('hands its children a fresh room when the copy has been replaced', async () => {
    const handle = rooms.open(KEY);
    const See = () => <output>{useRoom().doc.guid}</output>;
    render(<RoomProvider {...KEY} from={rooms}><See /></RoomProvider>);
    await settle();
    const before = handle.room.get();
    (before as unknown as { replace(): void }).replace();
    await settle();
    expect(handle.room.get()).not.toBe(before);
    expect(before.doc.isDestroyed).toBe(true);
    expect(screen.getByRole('status').textContent).toBe(handle.room.get().doc.guid);
  });

  test('is missed where there is none', () => {
    const Lost = () => (useRoom(), null);
    expect(() => render(<Lost />)).toThrow('no room around');
  });
});
