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

const NOTHING = Buffer.alloc(0);

/** Puts messages in their frames; the last one of this turn is remembered, because it usually goes to many. */
export class Framer {
  #last: Uint8Array | undefined;
  #framed: Buffer = NOTHING;

  frame(message: Uint8Array): Buffer {
    if (message !== this.#last) this.#remember(message);
    return this.#framed;
  }

  #remember(message: Uint8Array): void {
    if (!this.#last) process.nextTick(() => this.#forget());
    this.#framed = framed(message);
    this.#last = message;
  }

  /** Nothing large is kept alive for a message that will not come again. */
  #forget(): void {
    this.#last = undefined;
    this.#framed = NOTHING;
  }
}

/**
 * How long what may wait does wait, at most: not at all while little is said, and in a crowd, where each write by itself
 * tells, long enough that somebody else's word is likely to come and take it along.
 */
const PATIENCE = { msForEach: 8, mostMs: 100 };
/** How often those who wait are looked at within that time. */
const LOOKS = 2;
/** No timer is quicker than this; a shorter wait is no wait. */
const SHORTEST_WAIT_MS = 1;

/** All wires of a process that have something to send at the end of this turn, or soon. */
export class Outbox {
  readonly framer = new Framer();
  #wires: Wire[] = [];
  /** With something that may wait: those who came since the last look, and those who have seen one go by. */
  #patient: Wire[] = [];
  #waited: Wire[] = [];
  readonly #pace: Pace;

  constructor(readonly time: Time) {
    this.#pace = new Pace(time, PATIENCE.msForEach, PATIENCE.mostMs);
  }

  add(wire: Wire): void {
    if (this.#wires.push(wire) === 1) process.nextTick(() => this.#send());
  }

  addPatient(wire: Wire): void {
    if (this.#patient.push(wire) > 1 || this.#waited.length > 0) return;
    const wait = this.#pace.wait() / LOOKS;
    if (wait >= SHORTEST_WAIT_MS) this.time.after(wait, () => this.#look());
    else process.nextTick(() => this.#release(this.#patient.splice(0)));
  }

  /** Who came since the last look waits for one more: nobody goes alone for having come a moment before it. */
  #look(): void {
    const due = this.#waited;
    this.#waited = this.#patient;
    this.#patient = [];
    if (due.length > 0) this.#release(due);
    if (this.#waited.length > 0) this.time.after(Math.max(SHORTEST_WAIT_MS, this.#pace.spanMs / LOOKS), () => this.#look());
  }

  #release(wires: readonly Wire[]): void {
    this.#pace.went(wires.length);
    for (const wire of wires) wire.flush();
  }

  #send(): void {
    const wires = this.#wires;
    this.#wires = [];
    for (const wire of wires) wire.flush();
  }
}

export class Wire {
  /** What is said in this turn; mostly one message, which needs no list. */
  #first: Buffer | undefined;
  #more: Buffer[] | undefined;
  #waitingBytes = 0;
  /** The newest of what may wait. */
  #soon: Uint8Array | undefined;
  /** The system took less than it was given, and will say when it has taken the rest. */
  #isClogged = false;

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

  /** Nothing waits, as far as can be told without asking the socket: the rule, and quickly told. */
  get flows(): boolean {
    return !this.#isClogged && this.#waitingBytes === 0;
  }

  /** Everything that was given to the system has gone. */
  drained(): void {
    this.#isClogged = false;
  }

  send(message: Uint8Array): void {
    if (!this.#first) this.outbox.add(this);
    this.#put(this.outbox.framer.frame(message));
  }

  /** For what is said to many: whatever waits goes along, and nobody is looked at twice. */
  sendNow(message: Uint8Array): void {
    this.#put(this.outbox.framer.frame(message));
    this.flush();
  }

  #put(frame: Buffer): void {
    this.#waitingBytes += frame.length;
    if (this.#first) (this.#more ??= []).push(frame);
    else this.#first = frame;
  }

  /** Goes with the next message, if one comes soon. A later one takes its place. */
  sendSoon(message: Uint8Array): void {
    const isFirst = this.#soon === undefined;
    this.#soon = message;
    if (isFirst && !this.#first) this.outbox.addPatient(this);
  }

  /** Gives what waits to the system now. To be called before anything else is written to the socket that ends it. */
  flush(): void {
    if (this.#soon) this.#put(framed(this.#soon));
    const [first, more, bytes] = [this.#first, this.#more, this.#waitingBytes];
    this.#soon = this.#first = this.#more = undefined;
    this.#waitingBytes = 0;
    if (first && this.socket.writable && this.isOpen()) this.#isClogged = !this.#write(first, more, bytes);
  }

  /** False when some of it has to wait. */
  #write(first: Buffer, more: readonly Buffer[] | undefined, bytes: number): boolean {
    if (!more) return this.socket.write(first);
    const frames = [first, ...more];
    return bytes <= COPIED_BYTES ? this.socket.write(Buffer.concat(frames, bytes)) : this.#writeTogether(frames);
  }

  #writeTogether(frames: readonly Buffer[]): boolean {
    this.socket.cork();
    for (const frame of frames) this.socket.write(frame);
    this.socket.uncork();
    return !this.socket.writableNeedDrain;
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
