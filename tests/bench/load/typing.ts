/**
 * Everybody types at a steady rate, whatever the server does, and every letter is counted at everybody else.
 * Latency runs from the moment a letter is written to the socket to the moment its bytes are read from another one.
 */
import { performance } from 'node:perf_hooks';
import { updateFrame } from '../wire/dialect.ts';
import { readRanges, Writer } from '../wire/typing.ts';
import { Latencies, RoomMeter, SentTimes, type Window } from '../meter.ts';
import { UsageMeter } from './cpu.ts';
import type { Crowd } from './crowd.ts';
import type { TypeJob, Typed } from './jobs.ts';
import type { Line } from './line.ts';
import { SeenFrames } from './seenFrames.ts';
import { steadily } from './steadily.ts';

/** Behind by more than this many milliseconds of letters, and the run is over. */
const BEHIND_MS = 500;
const LOOK_EVERY_MS = 5;

interface Person {
  line: Line;
  writer: Writer;
  sent: SentTimes;
}

export class Typing {
  readonly #people: Person[];
  readonly #rooms: { meter: RoomMeter; writers: readonly Writer[] }[] = [];
  #latencies = new Latencies();
  readonly #window: Window = { begin: Infinity, end: Infinity };
  #next = 0;

  constructor(readonly crowd: Crowd) {
    const remembered = crowd.lines.length <= 400 ? 2 ** 15 : 2 ** 10;
    this.#people = crowd.rooms.flatMap(lines => this.#enter(lines, remembered)).sort((one, other) => shuffled(one) - shuffled(other));
  }

  async run(job: TypeJob, pid: number): Promise<Typed> {
    Object.assign(this.#window, { begin: Infinity, end: Infinity });
    const latencies = this.#measureAnew();
    const sentBefore = this.#sent();
    let usage = new UsageMeter(pid);
    let atBegin = 0;
    const begin = (now: number) => {
      this.#window.begin = now;
      usage = new UsageMeter(pid);
      atBegin = this.#delivered();
    };
    const fellBehind = await steadily({ ...job, send: count => this.#type(count), begin, isHopeless: () => this.#isBehind(job) });
    const now = performance.now();
    this.#window.end = now;
    const used = usage.read();
    const deliveriesPerSecond = ((this.#delivered() - atBegin) / (now - this.#window.begin)) * 1_000;
    await this.#drain(job.drainMs + (fellBehind ? 5_000 : 0));
    return {
      rate: job.rate, sent: this.#sent() - sentBefore, deliveriesPerSecond, fellBehind, ended: [...this.crowd.ended], ...used,
      p50: latencies.percentile(0.5), p99: latencies.percentile(0.99), longest: latencies.longest,
      missing: this.#sum(({ meter }) => meter.lost) + this.#outstanding(), repeated: this.#sum(({ meter }) => meter.repeated),
    };
  }

  #enter(lines: readonly Line[], remembered: number): Person[] {
    const people = lines.map(line => ({ line, writer: new Writer(line.seat.clientId), sent: new SentTimes(remembered) }));
    const meter = new RoomMeter(people.length, people.map(({ sent }) => sent), this.#latencies, this.#window);
    const numbers = new Map(people.map(({ writer }, number) => [writer.clientId, number]));
    const seen = new SeenFrames();
    for (const [receiver, { line }] of people.entries()) {
      line.events.onContent = (from, length) => {
        const now = performance.now();
        const ranges = seen.read(from, length, (cursor, tell) => readRanges(cursor, tell));
        for (let at = 0; at < ranges.length; at += 3) {
          const writer = numbers.get(ranges[at]!);
          if (writer !== undefined) meter.arrived(receiver, writer, ranges[at + 1]!, ranges[at + 2]!, now);
        }
      };
    }
    this.#rooms.push({ meter, writers: people.map(({ writer }) => writer) });
    return people;
  }

  #measureAnew(): Latencies {
    this.#latencies = new Latencies();
    for (const room of this.#rooms) room.meter.latencies = this.#latencies;
    return this.#latencies;
  }

  /** The next so many letters, one person after the other. */
  #type(count: number): void {
    const people = this.#people;
    const rounds = Math.floor(count / people.length);
    const more = count % people.length;
    for (let nth = 0; nth < Math.min(count, people.length); nth++) {
      this.#typeOne(people[(this.#next + nth) % people.length]!, rounds + (nth < more ? 1 : 0));
    }
    this.#next = (this.#next + count) % people.length;
  }

  #typeOne({ line, writer, sent }: Person, letters: number): void {
    const frames: Uint8Array[] = [];
    const now = performance.now();
    for (let left = letters; left > 0; left--) {
      sent.note(writer.clock, now);
      frames.push(updateFrame(line.dialect.prefix, writer.next()));
    }
    line.sendAll(frames, letters);
  }

  async #drain(withinMs: number): Promise<void> {
    const until = performance.now() + withinMs;
    while (this.#outstanding() > 0 && performance.now() < until) await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
  }

  #isBehind({ rate, patient = false }: TypeJob): boolean {
    if (patient || this.crowd.ended.length > 0) return this.crowd.ended.length > 0;
    const perLetter = this.crowd.lines.length / this.#rooms.length - 1;
    return this.#due() - this.#delivered() > (rate * perLetter * BEHIND_MS) / 1_000;
  }

  #sum(of: (room: { meter: RoomMeter; writers: readonly Writer[] }) => number): number {
    return this.#rooms.reduce((sum, room) => sum + of(room), 0);
  }
  #delivered(): number {
    return this.#sum(({ meter }) => meter.delivered);
  }
  #sent(): number {
    return this.#sum(({ writers }) => writers.reduce((sum, { clock }) => sum + clock, 0));
  }
  #due(): number {
    return this.#sum(({ writers }) => writers.reduce((sum, { clock }) => sum + clock, 0) * (writers.length - 1));
  }
  #outstanding(): number {
    return this.#due() - this.#delivered() - this.#sum(({ meter }) => meter.lost);
  }
}

/** The same order in each run: neighbours in a room do not type one after the other. */
const shuffled = ({ writer }: Person) => (Math.imul(writer.clientId, 0x9e3779b1) >>> 0) + writer.clientId / 2 ** 32;
