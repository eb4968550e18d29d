/**
 * Frames of the sync line as pure functions over bytes: y-websocket's own and ours (`MESSAGE`).
 *
 * Knows how they are written, not what they mean: no socket, no document, no right.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type LineState, MESSAGE, type SeatTable } from '../../shared/rooms.ts';
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
  const from = decoding.createDecoder(bytes);
  const frame = readingOrThrow(() => readFrame(from));
  if (decoding.hasContent(from)) throw new Unreadable('bytes after the end of the frame');
  return frame;
}

function readFrame(from: decoding.Decoder): Frame {
  const type = decoding.readVarUint(from);
  if (type === MESSAGE.sync) return readSync(from);
  if (type === MESSAGE.awareness) return { kind: 'presence', states: readPresence(decoding.readVarUint8Array(from)) };
  if (type === MESSAGE.queryAwareness) return { kind: 'askPresence' };
  throw new Unreadable(`message type ${type} is not for us`);
}

function readSync(from: decoding.Decoder): Frame {
  const type = decoding.readVarUint(from);
  const body = decoding.readVarUint8Array(from);
  if (type === SYNC.step1) return { kind: 'ask', vector: checkedVector(body) };
  if (type === SYNC.step2 || type === SYNC.update) return { kind: 'content', update: body, isAnswer: type === SYNC.step2 };
  throw new Unreadable(`sync type ${type} does not exist`);
}

/** A state vector is read later by Yjs, which must not be handed half of one. */
function checkedVector(bytes: Uint8Array): Uint8Array {
  const from = decoding.createDecoder(bytes);
  for (let left = decoding.readVarUint(from) * 2; left > 0; left--) decoding.readVarUint(from);
  if (decoding.hasContent(from)) throw new Unreadable('bytes after the end of a state vector');
  return bytes;
}

function readPresence(bytes: Uint8Array): PresenceState[] {
  const from = decoding.createDecoder(bytes);
  const states: PresenceState[] = [];
  for (let left = decoding.readVarUint(from); left > 0; left--) {
    states.push({
      clientId: decoding.readVarUint(from),
      clock: decoding.readVarUint(from),
      state: decoding.readVarUint8Array(from), // a string on the line is its length and its UTF-8 bytes
    });
  }
  if (decoding.hasContent(from)) throw new Unreadable('bytes after the end of a presence');
  return states;
}

function readingOrThrow<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('cut short or garbled', { cause: error });
  }
}

function frame(type: number, write: (to: encoding.Encoder) => void): Uint8Array {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, type);
  write(to);
  return encoding.toUint8Array(to);
}

const syncFrame = (type: number, body: Uint8Array) =>
  frame(MESSAGE.sync, to => {
    encoding.writeVarUint(to, type);
    encoding.writeVarUint8Array(to, body);
  });

/** "This is what we have; what do you have beyond it?" */
export const askFrame = (vector: Uint8Array) => syncFrame(SYNC.step1, vector);
/** The answer to such a question. */
export const answerFrame = (update: Uint8Array) => syncFrame(SYNC.step2, update);
export const updateFrame = (update: Uint8Array) => syncFrame(SYNC.update, update);

export const presenceFrame = (states: readonly PresenceState[]) =>
  frame(MESSAGE.awareness, to => {
    const body = encoding.createEncoder();
    encoding.writeVarUint(body, states.length);
    for (const each of states) {
      encoding.writeVarUint(body, each.clientId);
      encoding.writeVarUint(body, each.clock);
      encoding.writeVarUint8Array(body, each.state);
    }
    encoding.writeVarUint8Array(to, encoding.toUint8Array(body));
  });
/** Says nothing, and keeps y-websocket from taking a quiet line for dead (Sync 9). */
export const KEEP_ALIVE = presenceFrame([]);
/** JSON `null`: whoever held this client id has left. */
export const GONE = new TextEncoder().encode('null');

export const savedFrame = (frames: number, at: number) =>
  frame(MESSAGE.saved, to => {
    encoding.writeVarUint(to, frames);
    encoding.writeVarUint(to, at);
  });
export const notTakenFrame = (frames: number) => frame(MESSAGE.notTaken, to => encoding.writeVarUint(to, frames));
export const seatsFrame = (seats: SeatTable) => frame(MESSAGE.seats, to => encoding.writeVarString(to, JSON.stringify(seats)));
export const stateFrame = (state: LineState) => frame(MESSAGE.state, to => encoding.writeVarString(to, JSON.stringify(state)));
