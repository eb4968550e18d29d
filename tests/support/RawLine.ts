/** A bare WebSocket on the sync line, for what no honest page would send, and for reading what the server says. */
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { MESSAGE, type SeatTable } from '../../shared/rooms.ts';
import type { Browser } from './browse.ts';
import { lineAddress } from './lines.ts';

export interface Heard {
  updates: Uint8Array[];
  answers: Uint8Array[];
  questions: number;
  saved: number[];
  notTaken: number;
  seats: SeatTable;
  states: { mayWrite: boolean; degraded: boolean; stuck: boolean }[];
  presence: Map<number, string>;
}

export class RawLine {
  readonly heard: Heard = { updates: [], answers: [], questions: 0, saved: [], notTaken: 0, seats: [], states: [], presence: new Map() };
  readonly frames: Uint8Array[] = [];
  closedWith: number | undefined;
  readonly #listeners = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    socket.binaryType = 'nodebuffer';
    socket.on('message', data => this.#hear(new Uint8Array(data as Buffer)));
    socket.on('error', () => undefined); // how it ends is told by `closedWith`
    socket.on('close', code => {
      this.closedWith = code;
      this.#tell();
    });
  }

  /** `asked`: the query, `acks=1` unless said otherwise. */
  static open(browser: Browser, room: string, asked = 'acks=1', headers: Record<string, string> = {}): RawLine {
    const address = `${lineAddress(browser)}/${room}${asked === '' ? '' : `?${asked}`}`;
    const known = { cookie: browser.cookie, origin: browser.origin, ...headers };
    return new RawLine(new WebSocket(address, { headers: known, perMessageDeflate: false }));
  }

  send(frame: Uint8Array | string): void {
    this.socket.send(frame);
  }

  get isIn(): Promise<void> {
    return this.until(() => this.heard.questions > 0, 'being let in');
  }

  get isClosed(): Promise<number> {
    return this.until(() => this.closedWith !== undefined, 'the end of the line').then(() => this.closedWith!);
  }

  until(holds: () => boolean, what: string, ms = 5_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const tooLate = setTimeout(() => {
        this.#listeners.delete(look);
        reject(new Error(`${what} did not come; closed with ${this.closedWith ?? 'nothing'}`));
      }, ms);
      const look = () => {
        if (!holds()) return;
        clearTimeout(tooLate);
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }

  close(): void {
    this.socket.terminate();
  }

  #hear(frame: Uint8Array): void {
    this.frames.push(frame);
    const from = decoding.createDecoder(frame);
    const { heard } = this;
    switch (decoding.readVarUint(from)) {
      case MESSAGE.sync: this.#hearSync(from); break;
      case MESSAGE.awareness: this.#hearPresence(decoding.createDecoder(decoding.readVarUint8Array(from))); break;
      case MESSAGE.saved: heard.saved.push(decoding.readVarUint(from)); break;
      case MESSAGE.notTaken: heard.notTaken += decoding.readVarUint(from); break;
      case MESSAGE.seats: heard.seats.push(...(JSON.parse(decoding.readVarString(from)) as SeatTable)); break;
      case MESSAGE.state: heard.states.push(JSON.parse(decoding.readVarString(from)) as Heard['states'][number]); break;
    }
    this.#tell();
  }

  #hearSync(from: decoding.Decoder): void {
    const type = decoding.readVarUint(from);
    const body = decoding.readVarUint8Array(from);
    if (type === 0) this.heard.questions++;
    if (type === 1) this.heard.answers.push(body);
    if (type === 2) this.heard.updates.push(body);
  }

  #hearPresence(from: decoding.Decoder): void {
    for (let left = decoding.readVarUint(from); left > 0; left--) {
      const clientId = decoding.readVarUint(from);
      decoding.readVarUint(from);
      this.heard.presence.set(clientId, decoding.readVarString(from));
    }
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
