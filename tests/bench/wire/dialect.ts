/**
 * How each server wants to be spoken to: y-websocket's messages, behind an address and, for Hocuspocus, a document name.
 * Pure functions over bytes; knows no socket.
 */
import * as encoding from 'lib0/encoding';
import { SYNC_VERSION } from '../../../shared/rooms.ts';

export type DialectName = 'relay' | 'plain' | 'hocuspocus' | 'insieme';

/** One line's place in a room; a cookie and issued ids only where the server knows people. */
export interface Seat {
  room: string;
  /** The Yjs client id under which the line writes. */
  clientId: number;
  /** More legal ids of the same member, where a scenario needs them. */
  clientIds: number[];
  cookie: string;
}

export const SYNC = { step1: 0, step2: 1, update: 2 } as const;
export const TYPE = { sync: 0, presence: 1, auth: 2, syncReply: 4, saved: 100 } as const;
const EMPTY_VECTOR = Uint8Array.of(0);
const EMPTY_UPDATE = Uint8Array.of(0, 0);

export interface Dialect {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes before each message, in both directions. */
  readonly prefix: Uint8Array;
  /** Sent as soon as the socket is open. */
  readonly greeting: readonly Uint8Array[];
  /** Whether the server answers our question with the document; a relay does not. */
  readonly answers: boolean;
}

export function dialectOf(name: DialectName, seat: Seat): Dialect {
  switch (name) {
    case 'relay': return { path: `/${seat.room}`, headers: {}, prefix: NOTHING, greeting: [], answers: false };
    case 'plain': return { path: `/${seat.room}`, headers: {}, prefix: NOTHING, greeting: [askFrame(NOTHING)], answers: true };
    case 'hocuspocus': return hocuspocus(seat);
    case 'insieme': return insieme(seat);
  }
}

const NOTHING = new Uint8Array();

function hocuspocus({ room }: Seat): Dialect {
  const prefix = written(to => encoding.writeVarString(to, room));
  const token = behind(prefix, to => {
    encoding.writeVarUint(to, TYPE.auth);
    encoding.writeVarUint(to, 0);
    encoding.writeVarString(to, 'a token');
  });
  return { path: '/', headers: {}, prefix, greeting: [token, askFrame(prefix)], answers: true };
}

/** As a page of ours does: asks for acknowledgements, says under which client id it writes. */
function insieme({ room, clientId, cookie }: Seat): Dialect {
  return { path: `/yjs/${room}?v=${SYNC_VERSION}&epoch=1&acks=1&page=${clientId}`, headers: { cookie }, prefix: NOTHING, greeting: [askFrame(NOTHING)], answers: true };
}

function written(write: (to: encoding.Encoder) => void): Uint8Array {
  const to = encoding.createEncoder();
  write(to);
  return encoding.toUint8Array(to);
}

const behind = (prefix: Uint8Array, write: (to: encoding.Encoder) => void): Uint8Array =>
  written(to => {
    encoding.writeUint8Array(to, prefix);
    write(to);
  });

const syncFrame = (prefix: Uint8Array, type: number, body: Uint8Array): Uint8Array =>
  behind(prefix, to => {
    encoding.writeVarUint(to, TYPE.sync);
    encoding.writeVarUint(to, type);
    encoding.writeVarUint8Array(to, body);
  });

/** "I have nothing; what do you have?" */
export const askFrame = (prefix: Uint8Array): Uint8Array => syncFrame(prefix, SYNC.step1, EMPTY_VECTOR);
/** "You lack nothing of mine." */
export const emptyAnswerFrame = (prefix: Uint8Array): Uint8Array => syncFrame(prefix, SYNC.step2, EMPTY_UPDATE);
export const updateFrame = (prefix: Uint8Array, update: Uint8Array): Uint8Array => syncFrame(prefix, SYNC.update, update);

/** Where somebody points: one state of one client id, as y-protocols writes it. */
export const presenceFrame = (prefix: Uint8Array, clientId: number, clock: number, state: string): Uint8Array =>
  behind(prefix, to => {
    encoding.writeVarUint(to, TYPE.presence);
    encoding.writeVarUint8Array(to, written(body => {
      encoding.writeVarUint(body, 1);
      encoding.writeVarUint(body, clientId);
      encoding.writeVarUint(body, clock);
      encoding.writeVarString(body, state);
    }));
  });
