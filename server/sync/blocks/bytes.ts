/** Writing bytes the way lib0 does, without building a list for every number. Knows no format. */

/** Grows as it is written to; hand it a good guess and it is allocated once. */
export class Writer {
  #bytes: Uint8Array;
  #at = 0;

  constructor(expected = 64) {
    this.#bytes = Buffer.allocUnsafe(expected);
  }

  get length(): number {
    return this.#at;
  }

  byte(value: number): void {
    if (this.#at >= this.#bytes.length) this.#grow(1);
    this.#bytes[this.#at++] = value;
  }

  /** lib0's variable-length unsigned integer. */
  varUint(value: number): void {
    if (this.#at + 9 > this.#bytes.length) this.#grow(9);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#at++] = 0x80 | (rest % 128);
      rest = rest < 0x7fffffff ? rest >>> 7 : Math.floor(rest / 128);
    }
    this.#bytes[this.#at++] = rest;
  }

  put(bytes: Uint8Array): void {
    if (this.#at + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** What was written; the writer is not to be used afterwards. */
  done(): Uint8Array {
    return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset, this.#at);
  }

  #grow(more: number): void {
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + more));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
