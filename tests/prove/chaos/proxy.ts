/**
 * A bad network between people and a server: real TCP on both sides, and in between a moody piece that waits, cuts bytes
 * into crumbs, glues them together, swallows a direction, or ends a line with a reset. Knows bytes alone.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Random } from '../common/random.ts';

export const MOODS = ['calm', 'delay', 'split', 'merge', 'drop', 'half-open', 'reset'] as const;
export type Mood = (typeof MOODS)[number];

/** Bytes that have passed when a line is dropped in the middle of something. */
const DROP_AFTER = 3_000;
const DELAY_MS = 120;
const MERGE_MS = 60;

export class ChaosProxy {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #mood: Mood = 'calm';
  /** How often each mood met a line. */
  readonly met: Record<Mood, number> = { calm: 0, delay: 0, split: 0, merge: 0, drop: 0, 'half-open': 0, reset: 0 };
  /** Called with each piece on its way; may change it: a planted fault. */
  tamper: (piece: Buffer, towardsServer: boolean) => Buffer = piece => piece;

  private constructor(readonly target: number, readonly random: Random) {
    this.#server = createServer(near => this.#join(near));
  }

  static async to(port: number, random: Random): Promise<ChaosProxy> {
    const proxy = new ChaosProxy(port, random);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** From now on, for lines that are there and lines to come. */
  set mood(mood: Mood) {
    const before = this.#mood;
    this.#mood = mood;
    this.met[mood] += this.#pairs.size;
    // A line that was half dead is not mended: it ends, as one day it does.
    if (mood === 'reset' || before === 'half-open') for (const pair of this.#pairs) for (const socket of pair) socket.resetAndDestroy();
  }

  async close(): Promise<void> {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(near: Socket): void {
    const far = connect(this.target, '127.0.0.1');
    const pair = [near, far] as const;
    this.#pairs.add(pair);
    this.met[this.#mood]++;
    for (const [from, to, towardsServer] of [[near, far, true], [far, near, false]] as const) {
      from.setNoDelay(true);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#pairs.delete(pair);
        to.destroy();
      });
      this.#pass(from, to, towardsServer);
    }
  }

  /** Whatever the mood, bytes stay in order: only one piece is on its way. */
  #pass(from: Socket, to: Socket, towardsServer: boolean): void {
    let last = Promise.resolve();
    let passed = 0;
    from.on('data', (piece: Buffer) => {
      last = last.then(async () => {
        passed += piece.length;
        if (this.#mood === 'drop' && passed > DROP_AFTER) return void from.resetAndDestroy();
        await this.#bring(this.tamper(piece, towardsServer), to);
      });
    });
  }

  async #bring(piece: Buffer, to: Socket): Promise<void> {
    switch (this.#mood) {
      case 'half-open': return;
      case 'delay': await pause(this.random.below(DELAY_MS)); break;
      case 'merge': to.cork(); setTimeout(() => to.uncork(), this.random.below(MERGE_MS)); break;
      case 'split': return this.#crumble(piece, to);
    }
    if (!to.destroyed) to.write(piece);
  }

  async #crumble(piece: Buffer, to: Socket): Promise<void> {
    for (let at = 0; at < piece.length && !to.destroyed;) {
      const length = this.random.between(1, Math.max(7, Math.ceil(piece.length / 20)));
      to.write(piece.subarray(at, at + length));
      at += length;
      await new Promise(resolve => setImmediate(resolve));
    }
  }
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
