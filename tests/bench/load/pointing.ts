/**
 * Everybody moves a cursor at a steady rate. A state counts as visible when it, or a newer one of the same person, has
 * come: servers may leave out what is already old, and nobody misses it.
 */
import { performance } from 'node:perf_hooks';
import { presenceFrame } from '../wire/dialect.ts';
import type { Cursor } from '../wire/typing.ts';
import { Latencies, RoomMeter, SentTimes, type Window } from '../meter.ts';
import { UsageMeter } from './cpu.ts';
import type { Crowd } from './crowd.ts';
import type { PointJob, Typed } from './jobs.ts';
import type { Line } from './line.ts';
import { steadily } from './steadily.ts';

const REMEMBERED = 4_096;

interface Person {
  line: Line;
  clock: number;
  sent: SentTimes;
}

export class Pointing {
  readonly #people: Person[];
  readonly #meter: RoomMeter;
  readonly #window: Window = { begin: Infinity, end: Infinity };
  #next = 0;

  /** One room. */
  constructor(readonly crowd: Crowd) {
    this.#people = crowd.lines.map(line => ({ line, clock: 0, sent: new SentTimes(REMEMBERED) }));
    this.#meter = new RoomMeter(this.#people.length, this.#people.map(({ sent }) => sent), new Latencies(), this.#window);
    const numbers = new Map(crowd.lines.map((line, number) => [line.seat.clientId, number]));
    crowd.lines.forEach((line, receiver) => (line.events.onPresence = from => this.#hear(receiver, from, numbers)));
  }

  async run(job: PointJob, pid: number): Promise<Typed> {
    const latencies = (this.#meter.latencies = new Latencies());
    Object.assign(this.#window, { begin: Infinity, end: Infinity });
    let usage = new UsageMeter(pid);
    let [visibleBefore, sent] = [0, 0];
    const begin = (now: number) => {
      this.#window.begin = now;
      usage = new UsageMeter(pid);
      visibleBefore = this.#meter.delivered;
    };
    const rate = job.hertz * this.#people.length;
    const send = (count: number) => {
      sent += count;
      for (let left = count; left > 0; left--) this.#move();
    };
    const fellBehind = await steadily({ ...job, rate, send, begin, isHopeless: () => this.crowd.ended.length > 0 });
    const now = (this.#window.end = performance.now());
    const used = usage.read();
    const deliveriesPerSecond = ((this.#meter.delivered - visibleBefore) / (now - this.#window.begin)) * 1_000;
    await this.#drain(job.drainMs);
    return {
      rate, sent, deliveriesPerSecond, fellBehind, ended: [...this.crowd.ended], ...used,
      p50: latencies.percentile(0.5), p99: latencies.percentile(0.99), longest: latencies.longest, missing: this.#missing(), repeated: this.#meter.repeated,
    };
  }

  #move(): void {
    const person = this.#people[this.#next]!;
    this.#next = (this.#next + 1) % this.#people.length;
    person.sent.note(person.clock, performance.now());
    const { line, clock } = person;
    const state = JSON.stringify({ cursor: { x: 17 * (clock % 97), y: 13 * (clock % 89) }, selection: ['note', String(clock % 10)] });
    person.clock++;
    line.sendAll([presenceFrame(line.dialect.prefix, line.seat.clientId, person.clock, state)], 0);
  }

  #hear(receiver: number, from: Cursor, numbers: ReadonlyMap<number, number>): void {
    const now = performance.now();
    for (let left = from.uint(); left > 0; left--) {
      const number = numbers.get(from.uint());
      const clock = from.uint();
      from.skip();
      // The newest state shows all that came before it.
      if (number !== undefined) this.#meter.reached(receiver, number, clock, now);
    }
  }

  async #drain(withinMs: number): Promise<void> {
    const until = performance.now() + withinMs;
    while (this.#missing() > 0 && performance.now() < until) await new Promise(resolve => setTimeout(resolve, 5));
  }

  #missing(): number {
    const clocks = this.#people.map(({ clock }) => clock);
    return this.#people.reduce((sum, _, receiver) => sum + this.#meter.lacks(receiver, clocks), 0);
  }
}
