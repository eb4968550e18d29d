/** One line's own bounds, over a connection that takes nothing until it is told to. */
import { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { expect, test } from 'vitest';
import { LIMITS } from '../../../shared/limits.ts';
import { newCounts } from '../../../server/sync/counts.ts';
import { type Guest, Line } from '../../../server/sync/line.ts';
import type { Visit } from '../../../server/sync/rooms.ts';
import { Outbox } from '../../../server/sync/wire.ts';
import { HandTime, turns } from './memory.ts';

/** Holds what it is given until `takeAll`. */
class Held extends Duplex {
  #done: (() => void)[] = [];
  override _write(_bytes: Buffer, _encoding: string, done: () => void): void {
    this.#done.push(done);
  }
  override _read(): void {}
  takeAll(): void {
    for (let done = this.#done.shift(); done; done = this.#done.shift()) done();
  }
}

function openLine() {
  const below = new Held({ highWaterMark: 16 * 1024 });
  const socket = { readyState: 1, OPEN: 1, on: () => undefined } as unknown as WebSocket;
  let drained = 0;
  const visit = { room: { drained: () => drained++ } } as unknown as Visit;
  const line = new Line({} as Guest, visit, socket, below, new Outbox(new HandTime()), new HandTime(), newCounts());
  return { line, below, timesDrained: () => drained };
}
const nextTurn = () => new Promise(resolve => setImmediate(resolve));

test('at most so many bytes wait for one slow reader, the next frame included; when they have gone the room is told (Sync 10)', async () => {
  const { line, below, timesDrained } = openLine();
  const frame = new Uint8Array(100_000);
  let sent = 0;
  while (line.hasRoomFor(frame.length)) {
    line.send(frame);
    sent += frame.length;
    await nextTurn();
  }
  expect(sent).toBeLessThanOrEqual(LIMITS.waitingBytes);
  expect(sent + frame.length).toBeGreaterThan(LIMITS.waitingBytes - 1_000);
  expect(line.hasRoomFor(1)).toBe(false); // not even a small one: it would come before what it follows
  for (let n = 0; n < 100 && timesDrained() === 0; n++) {
    below.takeAll();
    await nextTurn();
  }
  expect(timesDrained()).toBe(1);
  expect(line.hasRoomFor(frame.length)).toBe(true);
});

test('a frame larger than all that may wait goes to a line with only little waiting', async () => {
  const { line } = openLine();
  line.send(new Uint8Array(100));
  await turns();
  expect(line.hasRoomFor(LIMITS.waitingBytes * 2)).toBe(true);
});
