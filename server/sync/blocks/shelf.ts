/**
 * Bytes put away in a file that has no name: nobody else finds it, and it is gone with the process, however that ends.
 * The kernel keeps at hand what there is room for; memory of ours it is not. Knows nothing of what it keeps.
 */
import { closeSync, openSync, readSync, unlinkSync, write } from 'node:fs';
import { join } from 'node:path';

/** Places are whole blocks, of few different sizes, so that one that was left is soon taken again. */
const BLOCK = 4_096;
const STEPS_TO_DOUBLE = 8;

export interface Place {
  readonly at: number;
  readonly length: number;
}

export class Shelf {
  #file: number | undefined;
  /** By size: where places of that size were left. */
  readonly #left = new Map<number, number[]>();
  #end = 0;
  #writing = 0;
  #isClosing = false;

  /** A folder that is there. */
  constructor(readonly folder: string) {}

  /** Bytes of the file that are taken or were. */
  get size(): number {
    return this.#end;
  }

  /** Hands back where they lie; undefined when the disk does not take them. The bytes must not change meanwhile. */
  put(bytes: Uint8Array, done: (place: Place | undefined) => void): void {
    const file = this.#open();
    if (file === undefined) return done(undefined);
    const place = this.#placeFor(bytes.length);
    this.#writing++;
    write(file, bytes, 0, bytes.length, place.at, (error, written) => {
      this.#written();
      if (!error && written === bytes.length) return done(place);
      this.leave(place);
      done(undefined);
    });
  }

  /** Here and now, from the kernel's memory or from disk. Throws when the disk does not give them back. */
  get({ at, length }: Place): Uint8Array {
    const bytes = Buffer.allocUnsafe(length);
    for (let read = 0; read < length; ) {
      const more = readSync(this.#file ?? -1, bytes, read, length - read, at + read);
      if (more === 0) throw new Error('what was put away is not there any more');
      read += more;
    }
    return bytes;
  }

  /** Nobody will ask for it again. */
  leave({ at, length }: Place): void {
    const size = sizeFor(length);
    const left = this.#left.get(size);
    if (left) left.push(at);
    else this.#left.set(size, [at]);
  }

  /** Once nothing is being written any more: its number will be that of another file. */
  close(): void {
    this.#isClosing = true;
    if (this.#file === undefined || this.#writing > 0) return;
    closeSync(this.#file);
    this.#file = undefined;
  }

  #written(): void {
    this.#writing--;
    if (this.#isClosing) this.close();
  }

  #placeFor(length: number): Place {
    const size = sizeFor(length);
    const at = this.#left.get(size)?.pop() ?? this.#end;
    if (at === this.#end) this.#end += size;
    return { at, length };
  }

  #open(): number | undefined {
    if (this.#isClosing) return undefined;
    try {
      this.#file ??= nameless(this.folder);
    } catch {
      // Whoever wanted to put something away keeps it in memory, and tries again.
    }
    return this.#file;
  }
}

function nameless(folder: string): number {
  const path = join(folder, `resting-${process.pid}-${Date.now()}`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return file;
}

/** At most an eighth is lost to rounding, or a block. */
function sizeFor(length: number): number {
  const blocks = Math.ceil(length / BLOCK);
  const step = Math.max(1, 2 ** Math.floor(Math.log2(blocks)) / STEPS_TO_DOUBLE);
  return Math.ceil(blocks / step) * step * BLOCK;
}
