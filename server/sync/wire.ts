/**
 * Sends whole binary WebSocket messages (RFC 6455) down one socket: each framed once for all who get it, and everything
 * that is said to one socket in a turn given to the system at one go. Knows bytes; knows no message.
 *
 * `ws` would write head and body apart, for each receiver anew. Between its own writes (pings, the goodbye) ours are
 * whole messages, so the two never mix.
 */
import type { Duplex } from 'node:stream';

const FINAL_BINARY = 0x82;
/** Up to here copying into one buffer is cheaper than handing over several. */
const COPIED_BYTES = 16 * 1024;

/** Puts messages in their frames; the last one is remembered, because it usually goes to many. */
export class Framer {
  #last: Uint8Array | undefined;
  #framed: Buffer = Buffer.alloc(0);

  frame(message: Uint8Array): Buffer {
    if (message !== this.#last) {
      this.#framed = framed(message);
      this.#last = message;
    }
    return this.#framed;
  }

  /** Nothing large is kept alive for a message that will not come again. */
  forget(): void {
    this.#last = undefined;
    this.#framed = Buffer.alloc(0);
  }
}

/** All wires of a process that have something to send at the end of this turn. */
export class Outbox {
  readonly framer = new Framer();
  #wires: Wire[] = [];

  add(wire: Wire): void {
    if (this.#wires.push(wire) === 1) process.nextTick(() => this.#send());
  }

  #send(): void {
    const wires = this.#wires;
    this.#wires = [];
    this.framer.forget();
    for (const wire of wires) wire.flush();
  }
}

export class Wire {
  #waiting: Buffer[] = [];
  #waitingBytes = 0;

  constructor(
    readonly socket: Duplex,
    readonly outbox: Outbox,
  ) {}

  /** Bytes that the other side has not taken yet. */
  get bufferedBytes(): number {
    return this.socket.writableLength + this.#waitingBytes;
  }

  send(message: Uint8Array): void {
    const frame = this.outbox.framer.frame(message);
    this.#waitingBytes += frame.length;
    if (this.#waiting.push(frame) === 1) this.outbox.add(this);
  }

  /** Gives what waits to the system now. To be called before anything else is written to the socket that ends it. */
  flush(): void {
    const [waiting, bytes] = [this.#waiting, this.#waitingBytes];
    this.#waiting = [];
    this.#waitingBytes = 0;
    if (waiting.length === 0 || !this.socket.writable) return;
    if (waiting.length === 1) this.socket.write(waiting[0]);
    else if (bytes <= COPIED_BYTES) this.socket.write(Buffer.concat(waiting, bytes));
    else this.#writeTogether(waiting);
  }

  #writeTogether(frames: readonly Buffer[]): void {
    this.socket.cork();
    for (const frame of frames) this.socket.write(frame);
    this.socket.uncork();
  }
}

function framed(message: Uint8Array): Buffer {
  const { length } = message;
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = FINAL_BINARY;
  if (head === 2) frame[1] = length;
  if (head === 4) frame.writeUInt16BE(length, 2);
  if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  if (head > 2) frame[1] = head === 4 ? 126 : 127;
  frame.set(message, head);
  return frame;
}
