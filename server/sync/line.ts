/**
 * One open socket as a room's peer: what it may do, how much it may send, how far behind it reads, when it was last heard.
 *
 * Knows a `ws` socket; knows no document. `gateway.ts` opens and closes it.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { MemberId, PersonId, ProjectId } from '../../shared/ids.ts';
import { LIMITS } from '../../shared/limits.ts';
import { CLOSE, type CloseReason, type RoomKind } from '../../shared/rooms.ts';
import { Budget } from './budget.ts';
import type { Counts } from './counts.ts';
import { isAnswer, KEEP_ALIVE } from './frames.ts';
import type { Peer } from './room.ts';
import type { Visit } from './rooms.ts';
import type { Time } from './time.ts';
import { TooLarge, TooMuch, Unreadable } from './trouble.ts';
import { type Outbox, Wire } from './wire.ts';

/** Who came, by which door; asked again whenever something about them may have changed (Sync 11). */
export interface Guest {
  readonly personId: PersonId;
  readonly sessionId: string;
  readonly memberId: MemberId;
  readonly projectId: ProjectId;
  readonly kind: RoomKind;
  readonly epoch: number;
  readonly headers: IncomingHttpHeaders;
  readonly wantsOurs: boolean;
  /** One page load, through all its reconnections. */
  readonly page: string;
}

/** y-websocket takes a line for dead after 30 s without a message; its pings do not count. */
const QUIET_MS = 12_000;
/** Longer unheard than this, and nobody is there any more. */
const UNHEARD_MS = 45_000;

export class Line implements Peer {
  mayWrite = false;
  /** When its right to be here was last confirmed. */
  judgedAt: number;
  readonly #frames: Budget;
  /** As of the last tick, and whether since: a clock read for each frame would tell no more. */
  #lastSent: number;
  #lastHeard: number;
  #hasSent = false;
  #hasHeard = false;
  readonly #wire: Wire;
  #laggingSince: number | undefined;

  /** `below` is the connection that `socket` speaks over. */
  constructor(
    readonly guest: Guest,
    readonly visit: Visit,
    readonly socket: WebSocket,
    readonly below: Duplex,
    outbox: Outbox,
    readonly time: Time,
    readonly counts: Counts,
  ) {
    this.#wire = new Wire(below, outbox, () => socket.readyState === socket.OPEN);
    below.on('drain', () => this.#drained());
    this.judgedAt = this.#lastSent = this.#lastHeard = time.now();
    this.#frames = new Budget(LIMITS.socketFramesPerTenSeconds, 10_000, time);
    socket.on('pong', () => void (this.#hasHeard = true));
  }

  get memberId(): MemberId {
    return this.guest.memberId;
  }
  get wantsOurs(): boolean {
    return this.guest.wantsOurs;
  }
  /** We have said goodbye: what still arrives is not read. */
  get isClosing(): boolean {
    return this.socket.readyState !== this.socket.OPEN;
  }

  /** Throws what `Room.receive` throws. */
  receive(data: Buffer, isBinary: boolean): void {
    this.#hasHeard = true;
    this.counts.framesIn++;
    this.counts.bytesIn += data.length;
    if (!this.#frames.spend(1)) throw new TooMuch('more frames than one socket may send');
    if (!isBinary) throw new Unreadable('not binary');
    if (data.length > LIMITS.frameBytes && !isAnswer(data)) throw new TooLarge('more than a frame may hold');
    this.visit.room.receive(this, data);
  }

  hasRoomFor(bytes: number): boolean {
    if (this.#laggingSince === undefined && this.#wire.flows) return true;
    const waiting = this.#wire.bufferedBytes;
    // Below the mark of the connection nothing would tell us that it has drained: then even a large frame goes.
    const isWaiting = waiting > this.below.writableHighWaterMark;
    const fits = this.#laggingSince === undefined && (!isWaiting || waiting + bytes <= LIMITS.waitingBytes);
    if (!fits) this.#laggingSince ??= this.time.now();
    return fits;
  }

  send(frame: Uint8Array): void {
    if (this.#notes(frame)) this.#wire.send(frame);
  }

  sendNow(frame: Uint8Array): void {
    if (this.#notes(frame)) this.#wire.sendNow(frame);
  }

  sendSoon(frame: Uint8Array): void {
    if (this.#notes(frame)) this.#wire.sendSoon(frame);
  }

  /** False when nothing is sent any more. */
  #notes(frame: Uint8Array): boolean {
    if (this.isClosing) return false;
    this.#hasSent = true;
    this.counts.messagesOut++;
    this.counts.bytesOut += frame.length;
    return true;
  }

  close(reason: CloseReason): void {
    this.#wire.flush();
    this.socket.close(CLOSE[reason], reason);
  }

  comeAgain(): void {
    this.close('later');
  }

  /** To be called every few seconds. */
  tick(): void {
    const now = this.time.now();
    this.#noteSince(now);
    if (now - this.#lastHeard > UNHEARD_MS) return this.socket.terminate();
    if (this.#laggingSince !== undefined && now - this.#laggingSince > LIMITS.laggingMs) return this.#giveUp();
    if (now - this.#lastSent > QUIET_MS) this.send(KEEP_ALIVE);
    if (now - this.#lastHeard > QUIET_MS) this.socket.ping();
  }

  /** It reads nothing, so it would not read the reason either; but it may come again. */
  #giveUp(): void {
    this.close('later');
    this.socket.terminate();
  }

  #noteSince(now: number): void {
    if (this.#hasSent) this.#lastSent = now;
    if (this.#hasHeard) this.#lastHeard = now;
    this.#hasSent = this.#hasHeard = false;
  }

  /** Everything that was written has gone: more is kept waiting only while something is. */
  #drained(): void {
    this.#wire.drained();
    if (this.#laggingSince === undefined || this.#wire.bufferedBytes > LIMITS.waitingBytes / 2) return;
    this.#laggingSince = undefined;
    this.visit.room.drained(this);
  }
}
