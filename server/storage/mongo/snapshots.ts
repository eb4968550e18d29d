/**
 * Snapshots in parts of 4 MB, since no document may pass 16 MB. The head, written last, makes a snapshot exist;
 * other servers may be writing theirs, so parts without a head are swept only when they are old.
 */
import type { Connection, Model, Types } from 'mongoose';
import { checksum } from '../checksum.ts';
import type { Snapshot } from '../store.ts';
import { FIELD, OPTIONS, ours } from './definition.ts';
import { prepareIndexes } from './indexes.ts';
import { asBuffer } from './journal.ts';

const PART_BYTES = 4 * 1024 * 1024;
const KEPT = 3;
/** Nobody needs longer to write one. */
const ABANDONED_MS = 60 * 60_000;

interface Head {
  _id: Types.ObjectId;
  room: string;
  seq: number;
  bytes: number;
}
interface Part {
  snapshot: Types.ObjectId;
  room: string;
  n: number;
  bytes: Buffer;
  checksum: number;
  keptAt: number;
}

const head = new ours.Schema<Head>({ _id: FIELD.name, room: FIELD.text, seq: FIELD.number, bytes: FIELD.number }, OPTIONS);
const part = new ours.Schema<Part>(
  { snapshot: FIELD.name, room: FIELD.text, n: FIELD.number, bytes: FIELD.bytes, checksum: FIELD.number, keptAt: FIELD.number },
  OPTIONS,
);

export class MongoSnapshots {
  readonly #heads: Model<Head>;
  readonly #parts: Model<Part>;

  constructor(connection: Connection) {
    this.#heads = connection.model<Head>('snapshots', head, 'snapshots');
    this.#parts = connection.model<Part>('snapshotParts', part, 'snapshotParts');
  }

  async prepare(): Promise<void> {
    await prepareIndexes(this.#heads, [{ name: 'index_newest', key: { room: 1, seq: -1, _id: -1 } }]);
    await prepareIndexes(this.#parts, [
      { name: 'unique_part', key: { snapshot: 1, n: 1 }, unique: true },
      { name: 'index_room', key: { room: 1, keptAt: 1 } },
    ]);
  }

  /** The newest that is whole; a broken one steps aside for the one before. */
  async newest(room: string): Promise<Snapshot | undefined> {
    for (const head of await this.#headsOf(room)) {
      const state = await this.#state(head);
      if (state) return { room, seq: head.seq, state };
    }
    return undefined;
  }

  async keep({ room, seq, state }: Snapshot): Promise<void> {
    const snapshot = new ours.Types.ObjectId();
    const keptAt = snapshot.getTimestamp().getTime();
    for (let n = 0; n * PART_BYTES < state.length; n++) {
      const bytes = asBuffer(state.subarray(n * PART_BYTES, (n + 1) * PART_BYTES));
      const part = { snapshot, room, n, bytes, checksum: checksum(bytes), keptAt };
      await this.#parts.insertMany([part], { lean: true }); // hydrated, mongoose would walk every byte one by one
    }
    await this.#heads.create({ _id: snapshot, room, seq, bytes: state.length });
    await this.#sweep(room, keptAt);
  }

  async #sweep(room: string, now: number): Promise<void> {
    const heads = (await this.#headsOf(room)).map(each => each._id);
    await this.#heads.deleteMany({ _id: ours.trusted({ $in: heads.slice(KEPT) }) });
    await this.#parts.deleteMany({ snapshot: ours.trusted({ $in: heads.slice(KEPT) }) });
    const left = { room, keptAt: ours.trusted({ $lt: now - ABANDONED_MS }), snapshot: ours.trusted({ $nin: heads }) };
    await this.#parts.deleteMany(left);
  }

  /** Newest first; of one seq the one kept last. */
  async #headsOf(room: string): Promise<Head[]> {
    return this.#heads.find({ room }).sort({ seq: -1, _id: -1 }).lean<Head[]>();
  }

  async #state({ _id, bytes }: Head): Promise<Uint8Array | undefined> {
    const state = new Uint8Array(bytes);
    let filled = 0;
    for (const part of await this.#parts.find({ snapshot: _id }).sort({ n: 1 }).lean<Part[]>()) {
      if (part.checksum !== checksum(part.bytes) || filled + part.bytes.length > bytes) return undefined;
      state.set(part.bytes, filled);
      filled += part.bytes.length;
    }
    return filled === bytes ? state : undefined;
  }
}
