/**
 * Sends whole binary WebSocket messages (RFC 6455) down one socket: each framed once for all who get it, and everything
 * that is said to one socket in a turn given to the system at one go. Knows bytes; knows no message.
 *
 * `ws` would write head and body apart, for each receiver anew. Between its own writes (pings, the goodbye) ours are
 * whole messages, so the two never mix.
 */
import type { Duplex } from 'node:stream';
import { Pace } from './pace.ts';
import type { Time } from './time.ts';

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

/** How long what may wait does wait: not at all while little is said, and in a crowd where each write by itself tells. */
const PATIENCE = { msForEach: 3, mostMs: 25 };
/** No timer is quicker than this; a shorter wait is no wait. */
const SHORTEST_WAIT_MS = 1;

/** All wires of a process that have something to send at the end of this turn, or soon. */
export class Outbox {
  readonly framer = new Framer();
  #wires: Wire[] = [];
  #patient: Wire[] = [];
  readonly #pace: Pace;

  constructor(readonly time: Time) {
    this.#pace = new Pace(time, PATIENCE.msForEach, PATIENCE.mostMs);
  }

  add(wire: Wire): void {
    if (this.#wires.push(wire) === 1) process.nextTick(() => this.#send());
  }

  addPatient(wire: Wire): void {
    if (this.#patient.push(wire) > 1) return;
    const wait = this.#pace.wait();
    if (wait < SHORTEST_WAIT_MS) process.nextTick(() => this.#release());
    else this.time.after(wait, () => this.#release());
  }

  #release(): void {
    const wires = this.#patient;
    this.#patient = [];
    this.#pace.went(wires.length);
    for (const wire of wires) wire.flush();
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
  /** The newest of what may wait. */
  #soon: Uint8Array | undefined;

  constructor(
    readonly socket: Duplex,
    readonly outbox: Outbox,
    /** False once either side has said goodbye: nothing may follow a close frame (RFC 6455, 5.5.1). */
    readonly isOpen: () => boolean,
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

  /** Goes with the next message, if one comes soon. A later one takes its place. */
  sendSoon(message: Uint8Array): void {
    const isFirst = this.#soon === undefined;
    this.#soon = message;
    if (isFirst && this.#waiting.length === 0) this.outbox.addPatient(this);
  }

  /** Gives what waits to the system now. To be called before anything else is written to the socket that ends it. */
  flush(): void {
    this.#takeSoon();
    const [waiting, bytes] = [this.#waiting, this.#waitingBytes];
    this.#waiting = [];
    this.#waitingBytes = 0;
    if (waiting.length === 0 || !this.socket.writable || !this.isOpen()) return;
    if (waiting.length === 1) this.socket.write(waiting[0]);
    else if (bytes <= COPIED_BYTES) this.socket.write(Buffer.concat(waiting, bytes));
    else this.#writeTogether(waiting);
  }

  #takeSoon(): void {
    if (!this.#soon) return;
    const frame = framed(this.#soon);
    this.#soon = undefined;
    this.#waitingBytes += frame.length;
    this.#waiting.push(frame);
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
