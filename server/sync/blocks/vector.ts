/** State vectors: for each client id the next clock that somebody lacks. V1, as Yjs writes them. */
import { Writer } from './bytes.ts';
import { Cursor } from './reader.ts';

export function readVector(bytes: Uint8Array): Map<number, number> {
  const cursor = new Cursor(bytes);
  const clocks = new Map<number, number>();
  for (let left = cursor.count(); left > 0; left--) clocks.set(cursor.varUint(), cursor.varUint());
  return clocks;
}

export function writeVector(clocks: [client: number, clock: number][]): Uint8Array {
  const writer = new Writer(9 + clocks.length * 10);
  writer.varUint(clocks.length);
  for (const [client, clock] of clocks.sort((a, b) => b[0] - a[0])) {
    writer.varUint(client);
    writer.varUint(clock);
  }
  return writer.done();
}

/** The same vector for somebody who has nothing from these clocks on. */
export function lowered(vector: Uint8Array, to: readonly { client: number; clock: number }[]): Uint8Array {
  const clocks = readVector(vector);
  for (const { client, clock } of to) clocks.set(client, Math.min(clock, clocks.get(client) ?? 0));
  return writeVector([...clocks]);
}
