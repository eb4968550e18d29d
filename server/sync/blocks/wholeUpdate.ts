/** Writes pieces and deletions as one update, V1, and says where each client's structs lie in it. Knows no document. */
import { Writer } from './bytes.ts';
import type { Piece } from './news.ts';
import type { Ranges } from './ranges.ts';
import { Cursor, readRuns, type Run } from './reader.ts';
import { writeVector } from './vector.ts';

/** Where in an update its parts lie. */
export interface Index {
  readonly runs: readonly Run[];
  /** Where the delete set begins. */
  readonly deletesAt: number;
}

export interface Indexed {
  readonly update: Uint8Array;
  readonly index: Index;
}

/** Yjs integrates fastest from the highest client id down, and writes them so. */
export function encodePieces(pieces: readonly Piece[], deleted: Ranges): Indexed {
  let size = 9 + deleted.atMost;
  for (const { bytes } of pieces) size += bytes.length + 27;
  const writer = new Writer(size);
  const runs: Run[] = [];
  writer.varUint(pieces.length);
  for (const { client, clock, end, count, bytes } of pieces.toSorted((a, b) => b.client - a.client)) {
    writer.varUint(count);
    writer.varUint(client);
    writer.varUint(clock);
    runs.push({ client, clock, end, count, from: writer.length, to: writer.length + bytes.length });
    writer.put(bytes);
  }
  const deletesAt = writer.length;
  deleted.encode(writer);
  return { update: writer.done(), index: { runs, deletesAt } };
}

/** Finds the parts of an update again. Its deletions are not looked at. */
export function indexOf(update: Uint8Array): Index {
  const cursor = new Cursor(update);
  const runs = readRuns(cursor);
  return { runs, deletesAt: cursor.at };
}

/** Where somebody stands who has all of it. */
export function vectorOf({ runs }: Index): Uint8Array {
  return writeVector(runs.map(({ client, end }) => [client, end]));
}
