/** What goes down a socket, and when: in one write what is said in one turn, and what may wait not by itself in a crowd. */
import { Duplex } from 'node:stream';
import { beforeEach, expect, test } from 'vitest';
import { Outbox, Wire } from '../../../server/sync/wire.ts';
import { HandTime } from './memory.ts';

/** Notes each write. */
class Noted extends Duplex {
  writes: number[][] = [];
  override _write(bytes: Buffer, _encoding: string, done: () => void): void {
    this.writes.push([...bytes]);
    done();
  }
  override _read(): void {}
}

const CROWD = 1_000;
const message = (...bytes: number[]) => new Uint8Array(bytes);
const framed = (...bytes: number[]) => [0x82, bytes.length, ...bytes];
const nextTurn = () => new Promise(resolve => setImmediate(resolve));

let time: HandTime;
let outbox: Outbox;
let below: Noted;
let wire: Wire;
let isOpen: boolean;

beforeEach(() => {
  time = new HandTime();
  outbox = new Outbox(time);
  below = new Noted();
  isOpen = true;
  wire = new Wire(below, outbox, () => isOpen);
});

/** A thousand others are told something that may wait, again and again within a few milliseconds. */
async function crowd(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    for (let nth = 0; nth < CROWD; nth++) new Wire(new Noted(), outbox, () => true).sendSoon(message(9));
    await nextTurn();
    time.pass(20);
    await nextTurn();
  }
  for (let nth = 0; nth < CROWD; nth++) new Wire(new Noted(), outbox, () => true).sendSoon(message(9));
  await nextTurn();
  time.pass(1);
}

test('what is said in one turn is one write', async () => {
  wire.send(message(1));
  wire.sendSoon(message(2));
  wire.send(message(3));
  await nextTurn();
  expect(below.writes).toEqual([[...framed(1), ...framed(3), ...framed(2)]]);
});

test('what may wait goes at once while little is said', async () => {
  wire.sendSoon(message(2));
  await nextTurn();
  expect(below.writes).toEqual([framed(2)]);
});

test('in a crowd it waits for the next message, and of several the last one goes', async () => {
  await crowd();
  wire.sendSoon(message(2));
  wire.sendSoon(message(3));
  await nextTurn();
  expect(below.writes).toEqual([]);
  wire.send(message(1));
  await nextTurn();
  expect(below.writes).toEqual([[...framed(1), ...framed(3)]]);
  time.pass(1_000);
  await nextTurn();
  expect(below.writes).toHaveLength(1);
});

test('in a crowd it goes by itself after 100 ms at most, and before the line ends', async () => {
  await crowd();
  wire.sendSoon(message(2));
  await nextTurn();
  time.pass(40);
  await nextTurn();
  expect(below.writes).toEqual([]);
  for (const ms of [30, 30]) {
    time.pass(ms);
    await nextTurn();
  }
  expect(below.writes).toEqual([framed(2)]);
  wire.sendSoon(message(4));
  wire.flush();
  expect(below.writes).toEqual([framed(2), framed(4)]);
});

test('nothing that still waits follows a goodbye', async () => {
  wire.send(message(1));
  wire.sendSoon(message(2));
  isOpen = false;
  await nextTurn();
  expect(below.writes).toEqual([]);
});
