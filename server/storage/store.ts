/**
 * What we need kept, in our words: records, a journal of document updates, files.
 *
 * Nouns declare their collections once (`server/storage/collections.ts`); adapters (`embedded/`, `mongo/`)
 * implement `Store` and pass the contract kit in `tests/contracts/storage.ts`. Nothing here knows an engine.
 */
import type * as z from 'zod';

/**
 * One noun's records: plain data (strings, finite numbers, booleans, null, lists and objects of these).
 *
 * Every record has a string `id` and none has a field `rev`; `unique` and `indexes` name lists of its fields,
 * each holding a string, a number, a boolean or null (absent counts as null), together under 1,500 bytes.
 */
export interface Collection<T extends { id: string } = { id: string }> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** No two records may agree in all of these fields; records where one of them is null are left out. */
  readonly unique: Readonly<Record<string, readonly (keyof T & string)[]>>;
  /** Queries name one of these; equal on a leading part, ordered by the rest, then by id. Null sorts first. */
  readonly indexes: Readonly<Record<string, readonly (keyof T & string)[]>>;
}

export function collection<T extends { id: string }>(declared: {
  name: string;
  schema: z.ZodType<T>;
  unique?: Collection<T>['unique'];
  indexes?: Collection<T>['indexes'];
}): Collection<T> {
  return { unique: {}, indexes: {}, ...declared };
}

/** A record as kept: `rev` starts at 1 and grows by one with each write. */
export type Stored<T> = T & { readonly rev: number };

/** Values of an index' leading fields. */
export type Key = readonly (string | number | boolean | null)[];

/** `seen`: the rev this write is based on; null says "there is none yet". */
export type Write =
  | { readonly put: Collection<never>; readonly record: { id: string }; readonly seen: number | null }
  | { readonly remove: Collection<never>; readonly id: string; readonly seen: number };

/** Typed makers of writes, so that a record cannot land in another noun's collection. */
export function put<T extends { id: string }>(into: Collection<T>, record: T, seen: number | null): Write {
  return { put: into as unknown as Collection<never>, record, seen };
}
export function remove<T extends { id: string }>(from: Collection<T>, id: string, seen: number): Write {
  return { remove: from as unknown as Collection<never>, id, seen };
}

export interface PageRequest {
  /** Values of the leading fields of the index; everything on the page agrees with them. */
  readonly key: Key;
  readonly limit: number; // 1 to 1,000
  /** The cursor of the page before: it holds index values of the last item, so index what a reader may see. */
  readonly after?: string | undefined;
  readonly reverse?: boolean | undefined;
}
export interface Page<T> {
  readonly items: Stored<T>[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

/** One sender's part of a journal entry: a delete set names the owner of what was deleted, not who deleted it. */
export interface Part {
  readonly memberId: string;
  readonly clientId: number; // the client id of the page that sent it
  readonly update: Uint8Array; // Yjs update, V1
}
/** The updates of one entry together stay below this, bytes: MongoDB keeps nothing above 16 MB. */
export const ENTRY_BYTES = 12 * 1024 * 1024;

export interface NewEntry {
  readonly room: string;
  /** The seq this entry expects to get, the head + 1; another process may have taken it: then `Conflict`. */
  readonly seq: number;
  readonly parts: readonly Part[];
}
export interface Entry extends NewEntry {
  readonly at: number; // epoch milliseconds, when it was accepted
}
/** Document state up to and including `seq`, as one Yjs update (V1). May be larger than any engine's record. */
export interface Snapshot {
  readonly room: string;
  readonly seq: number;
  readonly state: Uint8Array;
}

/** Append-only per room, gapless from 1; entries are never rewritten. */
export interface Journal {
  /**
   * Keeps entries, one or many rooms at once. Resolves when they are on disk (MongoDB: majority, journaled);
   * all or none. Throws `Conflict` when a seq is taken or leaves a gap; then nothing of this call is kept.
   */
  append(entries: readonly NewEntry[], at: number): Promise<void>;
  /** The last seq, 0 for a room without entries. */
  head(room: string): Promise<number>;
  /** Entries with seq > after, in order. Throws `Corrupt` when a checksum or the sequence is broken. */
  read(room: string, after: number): AsyncIterable<Entry>;
  /** The newest snapshot whose checksum holds; undefined when there is none. */
  snapshot(room: string): Promise<Snapshot | undefined>;
  /** Keeps a snapshot beside the last few; opening a room reads the newest. Never removes entries. */
  keepSnapshot(snapshot: Snapshot): Promise<void>;
}

/** Bytes by their SHA-256 (lower-case hexadecimal). */
export interface Files {
  /** Keeps bytes and answers their hash; keeping the same bytes twice is one file. On disk when it resolves. */
  keep(bytes: Uint8Array): Promise<string>;
  /** Undefined when there is no such file (or no such hash). Throws `Corrupt` when the bytes no longer match their name. */
  read(hash: string): Promise<Uint8Array | undefined>;
}

/**
 * Every method may throw `StoreUnavailable`; reading throws `Corrupt` for a record that its schema refuses.
 * Only collections named when the store was opened exist.
 */
export interface Store {
  get<T extends { id: string }>(from: Collection<T>, id: string): Promise<Stored<T> | undefined>;
  /** The one record with this unique key (all fields of it). */
  getUnique<T extends { id: string }>(from: Collection<T>, unique: string, key: Key): Promise<Stored<T> | undefined>;
  /** All records that agree with the key, in index order. Throws when there are more than 10,000: page instead. */
  find<T extends { id: string }>(from: Collection<T>, index: string, key: Key): Promise<Stored<T>[]>;
  /** What is there all the while comes exactly once, whatever others write meanwhile. Throws `BadCursor`. */
  page<T extends { id: string }>(from: Collection<T>, index: string, request: PageRequest): Promise<Page<T>>;
  /**
   * All writes or none, on disk when it resolves. Throws `Conflict` when a `seen` is not the present rev,
   * `Duplicate` when a unique key is taken. A record is checked against its schema before anything is written.
   * Writes count in their order (a key released by the first may be taken by the second), one for each record.
   */
  commit(writes: readonly Write[]): Promise<void>;
  readonly journal: Journal;
  readonly files: Files;
  /** Cheap question whether the store answers; for /readyz. Throws when it does not. */
  ping(): Promise<void>;
  /** Ends after running work; later calls throw `StoreUnavailable`. */
  close(): Promise<void>;
}

/** Somebody wrote first: read again, decide again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}
/** A unique key is taken. `unique` is its declared name. */
export class Duplicate extends Error {
  override readonly name = 'Duplicate';
  constructor(
    readonly collection: string,
    readonly unique: string,
  ) {
    super(`${collection}: ${unique} is taken`);
  }
}
/** What is kept is not what was written. */
export class Corrupt extends Error {
  override readonly name = 'Corrupt';
}
/** The store does not answer or cannot write (disk full, database away, closed): `not-now` at the doors. Nothing was half kept. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
/** `after` was not made by the page before: for the doors an unreadable request. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}
/** At opening: another process has this DATA_DIR. The sentence is for the person who tried to start. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(`Insieme is already running on ${dataDir} (process ${pid}). Stop that one first, or give this one a DATA_DIR of its own.`);
  }
}
