/** Updates that no editor writes, byte by byte: what a dishonest page would put into an honest frame. */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

export function bytes(write: (to: encoding.Encoder) => void): Uint8Array {
  const to = encoding.createEncoder();
  write(to);
  return encoding.toUint8Array(to);
}

/** Unsigned numbers as lib0 writes them, one after the other. */
export const numbers = (...values: readonly number[]) => bytes(to => values.forEach(value => encoding.writeVarUint(to, value)));

/** One struct that says "so many clocks of this client were deleted". */
export const collected = (client: number, clock: number, length: number) => numbers(1, 1, client, clock, 0, length, 0);
export const deletion = (client: number, clock: number, length: number) => numbers(0, 1, client, 1, clock, length);

/** Of the first letters of a client every other one, so many of them and in this order. */
export const everyOtherDeleted = (client: number, count: number, nth: (n: number) => number = n => count - 1 - n) =>
  bytes(to => {
    for (const value of [0, 1, client, count]) encoding.writeVarUint(to, value);
    for (let n = 0; n < count; n++) {
      encoding.writeVarUint(to, nth(n) * 2);
      encoding.writeVarUint(to, 1);
    }
  });

/** One item of this client at clock 0 in the root `body`, with content of this kind as written. */
export const itemOf = (client: number, kind: number, write: (to: encoding.Encoder) => void) =>
  bytes(to => {
    for (const value of [1, 1, client, 0, kind, 1]) encoding.writeVarUint(to, value);
    encoding.writeVarString(to, 'body');
    write(to);
    encoding.writeVarUint(to, 0);
  });

export function wordsOf(clientId: number, text: string, into = 'body'): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getText(into).insert(0, text);
  return doc;
}

/** One letter of `client` between two others, each a client and a clock. */
export const letterBetween = (client: number, clock: number, left: readonly [number, number], right: readonly [number, number]) =>
  bytes(to => {
    const write = (...values: readonly number[]) => values.forEach(value => encoding.writeVarUint(to, value));
    write(1, 1, client, clock);
    encoding.writeUint8(to, 0xc4);
    write(...left, ...right, 1, 0x61, 0);
  });
