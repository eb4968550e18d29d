/** The journal in MongoDB: one document for each entry; the unique (room, seq) is the fence between servers. */
import type { ClientSession, Connection, Model } from 'mongoose';
import type { Gate } from '../gate.ts';
import { checkEntries, checksumOf } from '../journal.ts';
import { Conflict, Corrupt, type Entry, type Journal, type NewEntry, type Snapshot } from '../store.ts';
import { FIELD, OPTIONS, ours } from './definition.ts';
import { prepareIndexes } from './indexes.ts';
import { MongoSnapshots } from './snapshots.ts';
import { atomically, duplicateKey } from './transaction.ts';

interface KeptEntry {
  room: string;
  seq: number;
  at: number;
  parts: { memberId: string; clientId: number; update: Buffer }[];
  checksum: number;
}

const part = new ours.Schema({ memberId: FIELD.text, clientId: FIELD.number, update: FIELD.bytes }, { ...OPTIONS, _id: false });
const entry = new ours.Schema<KeptEntry>(
  { room: FIELD.text, seq: FIELD.number, at: FIELD.number, parts: [part], checksum: FIELD.number },
  OPTIONS,
);

export class MongoJournal implements Journal {
  readonly #connection: Connection;
  readonly #gate: Gate;
  readonly #entries: Model<KeptEntry>;
  readonly #snapshots: MongoSnapshots;

  constructor(connection: Connection, gate: Gate) {
    this.#connection = connection;
    this.#gate = gate;
    this.#entries = connection.model<KeptEntry>('journal', entry, 'journal');
    this.#snapshots = new MongoSnapshots(connection);
  }

  async prepare(): Promise<void> {
    await prepareIndexes(this.#entries, [{ name: 'unique_place', key: { room: 1, seq: 1 }, unique: true }]);
    await this.#snapshots.prepare();
  }

  append(entries: readonly NewEntry[], at: number): Promise<void> {
    return this.#gate.through(async () => {
      checkEntries(entries);
      const kept = entries.map(each => keptEntry({ ...each, at }));
      if (kept.length > 0) await atomically(this.#connection, session => this.#insert(kept, session));
    });
  }

  async #insert(entries: readonly KeptEntry[], session: ClientSession): Promise<void> {
    await this.#refuseGaps(entries, session);
    try {
      // `lean`: hydrated, mongoose would walk every byte of an update one by one.
      await this.#entries.insertMany(entries, { session, ordered: true, lean: true });
    } catch (error) {
      throw duplicateKey(error) === undefined ? error : new Conflict('journal: a seq is taken');
    }
  }

  /** Entries are never removed: one that is there stays, so looking before writing is enough. */
  async #refuseGaps(entries: readonly KeptEntry[], session: ClientSession): Promise<void> {
    const inThisCall = new Set(entries.map(placeOf));
    const before = entries.map(({ room, seq }) => ({ room, seq: seq - 1 })).filter(place => place.seq > 0 && !inThisCall.has(placeOf(place)));
    if (before.length === 0) return;
    const there = await this.#entries.countDocuments({ $or: before }).session(session);
    if (there < before.length) throw new Conflict('journal: a seq leaves a gap');
  }

  head(room: string): Promise<number> {
    return this.#gate.through(async () => {
      const last = await this.#entries.findOne({ room }, { seq: 1 }).sort({ seq: -1 }).lean();
      return last?.seq ?? 0;
    });
  }

  async *read(room: string, after: number): AsyncIterable<Entry> {
    const cursor = await this.#gate.through(async () =>
      this.#entries.find({ room, seq: ours.trusted({ $gt: after }) }).sort({ seq: 1 }).lean<KeptEntry[]>().cursor({ batchSize: 100 }),
    );
    try {
      for (let seq = after + 1; ; seq++) {
        const kept = await this.#gate.through<KeptEntry | null>(() => cursor.next());
        if (!kept) return;
        yield entryAt(room, seq, kept);
      }
    } finally {
      await cursor.close();
    }
  }

  snapshot(room: string): Promise<Snapshot | undefined> {
    return this.#gate.through(() => this.#snapshots.newest(room));
  }

  keepSnapshot(snapshot: Snapshot): Promise<void> {
    return this.#gate.through(() => this.#snapshots.keep(snapshot));
  }
}

const placeOf = ({ room, seq }: { room: string; seq: number }): string => JSON.stringify([room, seq]);

function keptEntry(entry: Entry): KeptEntry {
  const parts = entry.parts.map(({ memberId, clientId, update }) => ({ memberId, clientId, update: asBuffer(update) }));
  return { room: entry.room, seq: entry.seq, at: entry.at, parts, checksum: checksumOf(entry) };
}

function entryAt(room: string, seq: number, kept: KeptEntry): Entry {
  if (kept.seq !== seq) throw new Corrupt(`journal ${room}: ${seq} is missing`);
  const parts = kept.parts.map(({ memberId, clientId, update }) => ({ memberId, clientId, update: asBytes(update) }));
  const entry = { room, seq, at: kept.at, parts };
  if (checksumOf(entry) !== kept.checksum) throw new Corrupt(`journal ${room} ${seq}: the checksum does not hold`);
  return entry;
}

/** The same bytes under the other name, not a copy. */
export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
export const asBytes = (buffer: Buffer): Uint8Array => new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
