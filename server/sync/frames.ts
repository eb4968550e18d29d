/**
 * Frames of the sync line as pure functions over bytes: y-websocket's own and ours (`MESSAGE`).
 *
 * Knows how they are written, not what they mean: no socket, no document, no right.
 */
import { type LineState, MESSAGE, type SeatTable } from '../../shared/rooms.ts';
import { Writer } from './blocks/bytes.ts';
import { Cursor } from './blocks/reader.ts';
import { Unreadable } from './trouble.ts';

/** One presence state; `state` stays the raw JSON bytes that its sender wrote (Sync 9). */
export interface PresenceState {
  clientId: number;
  clock: number;
  state: Uint8Array;
}

export type Frame =
  | { kind: 'ask'; vector: Uint8Array } // sync step 1
  | { kind: 'content'; update: Uint8Array; isAnswer: boolean } // an update, or sync step 2: the answer to our question
  | { kind: 'presence'; states: PresenceState[] }
  | { kind: 'askPresence' };

const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** True for a frame that answers our question, without reading the rest of it. */
export const isAnswer = (bytes: Uint8Array): boolean => bytes[0] === MESSAGE.sync && bytes[1] === SYNC.step2;

/** Reads a frame from a browser. Throws `Unreadable` for anything that is not exactly one of ours. */
export function decodeFrame(bytes: Uint8Array): Frame {
  const from = new Cursor(bytes);
  const frame = readFrame(from);
  if (from.at !== bytes.length) throw new Unreadable('bytes after the end of the frame');
  return frame;
}

function readFrame(from: Cursor): Frame {
  const type = from.varUint();
  if (type === MESSAGE.sync) return readSync(from);
  if (type === MESSAGE.awareness) return { kind: 'presence', states: readPresence(bytesIn(from)) };
  if (type === MESSAGE.queryAwareness) return { kind: 'askPresence' };
  throw new Unreadable(`message type ${type} is not for us`);
}

function readSync(from: Cursor): Frame {
  const type = from.varUint();
  const body = bytesIn(from);
  if (type === SYNC.step1) return { kind: 'ask', vector: checkedVector(body) };
  if (type === SYNC.step2 || type === SYNC.update) return { kind: 'content', update: body, isAnswer: type === SYNC.step2 };
  throw new Unreadable(`sync type ${type} does not exist`);
}

/** A `Uint8Array` also where the frame lies in a `Buffer`, whose `slice` is another thing. */
function bytesIn(from: Cursor): Uint8Array {
  const { bytes } = from;
  const { from: start, to } = from.block();
  return new Uint8Array(bytes.buffer, bytes.byteOffset + start, to - start);
}

/** A state vector is read later, and must not turn out to be half of one. */
function checkedVector(bytes: Uint8Array): Uint8Array {
  const from = new Cursor(bytes);
  for (let left = from.count(); left > 0; left--) {
    from.varUint();
    from.varUint();
  }
  if (from.at !== bytes.length) throw new Unreadable('bytes after the end of a state vector');
  return bytes;
}

function readPresence(bytes: Uint8Array): PresenceState[] {
  const from = new Cursor(bytes);
  const states: PresenceState[] = [];
  // A string on the line is its length and its UTF-8 bytes.
  for (let left = from.count(); left > 0; left--) states.push({ clientId: from.varUint(), clock: from.varUint(), state: bytesIn(from) });
  if (from.at !== bytes.length) throw new Unreadable('bytes after the end of a presence');
  return states;
}

/** Room for the numbers at the head of a frame. */
const HEAD_BYTES = 32;

function syncFrame(type: number, body: Uint8Array): Uint8Array {
  const to = new Writer(body.length + HEAD_BYTES);
  to.byte(MESSAGE.sync);
  to.byte(type);
  to.varUint(body.length);
  to.put(body);
  return to.done();
}

function numbersFrame(...numbers: number[]): Uint8Array {
  const to = new Writer(HEAD_BYTES);
  for (const number of numbers) to.varUint(number);
  return to.done();
}

function jsonFrame(type: number, value: unknown): Uint8Array {
  const body = new TextEncoder().encode(JSON.stringify(value));
  const to = new Writer(body.length + HEAD_BYTES);
  to.varUint(type);
  to.varUint(body.length);
  to.put(body);
  return to.done();
}

/** "This is what we have; what do you have beyond it?" */
export const askFrame = (vector: Uint8Array) => syncFrame(SYNC.step1, vector);
/** The answer to such a question. */
export const answerFrame = (update: Uint8Array) => syncFrame(SYNC.step2, update);
export const updateFrame = (update: Uint8Array) => syncFrame(SYNC.update, update);

export function presenceFrame(states: readonly PresenceState[]): Uint8Array {
  const body = new Writer(states.reduce((size, { state }) => size + state.length + HEAD_BYTES, HEAD_BYTES));
  body.varUint(states.length);
  for (const { clientId, clock, state } of states) {
    body.varUint(clientId);
    body.varUint(clock);
    body.varUint(state.length);
    body.put(state);
  }
  const to = new Writer(body.length + HEAD_BYTES);
  to.byte(MESSAGE.awareness);
  to.varUint(body.length);
  to.put(body.done());
  return to.done();
}

/** Says nothing, and keeps y-websocket from taking a quiet line for dead (Sync 9). */
export const KEEP_ALIVE = presenceFrame([]);
/** JSON `null`: whoever held this client id has left. */
export const GONE = new TextEncoder().encode('null');

export const savedFrame = (frames: number, at: number) => numbersFrame(MESSAGE.saved, frames, at);
/** `forNow`: nothing can be kept just now; otherwise it was not the page's to write, or there is no room in the document. */
export const notTakenFrame = (frames: number, forNow: boolean) => numbersFrame(MESSAGE.notTaken, frames, forNow ? 1 : 0);
export const seatsFrame = (seats: SeatTable) => jsonFrame(MESSAGE.seats, seats);
export const stateFrame = (state: LineState) => jsonFrame(MESSAGE.state, state);
