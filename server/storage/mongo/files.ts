/** Bytes by their SHA-256 in GridFS, where `mongofiles` finds them too. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type Connection, mongo } from 'mongoose';
import type { Gate } from '../gate.ts';
import { Corrupt, type Files, StoreUnavailable } from '../store.ts';
import { duplicateKey } from './transaction.ts';

type FileHead = mongo.GridFSFile;

export class GridFiles implements Files {
  readonly #gate: Gate;
  readonly #bucket: mongo.GridFSBucket;
  readonly #heads: mongo.Collection;

  constructor(connection: Connection, gate: Gate) {
    if (!connection.db) throw new StoreUnavailable('MongoDB is not connected.');
    this.#gate = gate;
    this.#bucket = new mongo.GridFSBucket(connection.db, { bucketName: 'files', chunkSizeBytes: 1024 * 1024 });
    this.#heads = connection.db.collection('files.files');
  }

  async prepare(): Promise<void> {
    await this.#heads.createIndexes([{ key: { filename: 1 }, unique: true, name: 'unique_hash' }]);
  }

  keep(bytes: Uint8Array): Promise<string> {
    return this.#gate.through(async () => {
      const hash = sha256(bytes);
      const present = await this.#head(hash);
      if (present && sha256(await this.#bytesOf(present)) === hash) return hash;
      if (present) await this.#bucket.delete(present._id); // it rotted: these bytes are the cure
      await this.#upload(hash, bytes);
      return hash;
    });
  }

  read(hash: string): Promise<Uint8Array | undefined> {
    return this.#gate.through(async () => {
      if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
      const head = await this.#head(hash);
      if (!head) return undefined;
      const bytes = await this.#bytesOf(head);
      if (sha256(bytes) !== hash) throw new Corrupt(`file ${hash}: the bytes no longer match their name`);
      return bytes;
    });
  }

  async #head(hash: string): Promise<FileHead | undefined> {
    const [head] = await this.#bucket.find({ filename: hash }).limit(1).toArray();
    return head;
  }

  /** Somebody may have kept the same bytes a moment ago: then theirs stay and ours go. */
  async #upload(hash: string, bytes: Uint8Array): Promise<void> {
    const into = this.#bucket.openUploadStream(hash);
    try {
      into.end(bytes);
      await once(into, 'finish');
    } catch (error) {
      await into.abort().catch(() => undefined); // what went wrong first is what counts
      if (duplicateKey(error) === undefined) throw error;
    }
  }

  /** What is there; missing pieces show in the hash. */
  async #bytesOf({ _id, length }: FileHead): Promise<Uint8Array> {
    if (length === 0) return new Uint8Array();
    const pieces: Buffer[] = [];
    for await (const piece of this.#bucket.openDownloadStream(_id)) pieces.push(piece as Buffer);
    const whole = Buffer.concat(pieces);
    return new Uint8Array(whole.buffer, whole.byteOffset, whole.length);
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
