/** From writing a letter to hearing that it is on disk: the acknowledgement behind the word "Saved" on the screen. */
import { performance } from 'node:perf_hooks';
import { Writer } from '../wire/typing.ts';
import { Latencies, SentTimes } from '../meter.ts';
import { UsageMeter } from './cpu.ts';
import type { Crowd } from './crowd.ts';
import type { SaveJob, Saved } from './jobs.ts';
import type { Line } from './line.ts';
import { steadily } from './steadily.ts';

interface Person {
  line: Line;
  writer: Writer;
  sent: SentTimes;
  /** Frames of this line known to be on disk. */
  saved: number;
}

export class Saving {
  readonly #people: Person[];
  #latencies = new Latencies();
  #countsFrom = Infinity;
  #next = 0;

  constructor(readonly crowd: Crowd) {
    this.#people = crowd.lines.map(line => {
      const person: Person = { line, writer: new Writer(line.seat.clientId), sent: new SentTimes(4_096), saved: line.frames };
      line.events.onSaved = frames => this.#saved(person, frames);
      return person;
    });
  }

  async run(job: SaveJob, pid: number): Promise<Saved> {
    this.#latencies = new Latencies();
    this.#countsFrom = Infinity;
    let usage = new UsageMeter(pid);
    let sent = 0;
    const begin = (now: number) => {
      this.#countsFrom = now;
      usage = new UsageMeter(pid);
    };
    const send = (count: number) => {
      sent += count;
      for (let left = count; left > 0; left--) this.#type();
    };
    await steadily({ ...job, send, begin, isHopeless: () => this.crowd.ended.length > 0 });
    const used = usage.read();
    await new Promise(resolve => setTimeout(resolve, job.drainMs));
    const missing = this.#people.reduce((sum, { line, saved }) => sum + line.frames - saved, 0);
    const at = (share: number) => this.#latencies.percentile(share);
    return { sent, p50: at(0.5), p95: at(0.95), p99: at(0.99), missing, ...used };
  }

  #type(): void {
    const { line, writer, sent } = this.#people[this.#next]!;
    this.#next = (this.#next + 1) % this.#people.length;
    sent.note(line.frames + 1, performance.now());
    line.write(writer.next());
  }

  /** One acknowledgement stands for all frames up to it. */
  #saved(person: Person, frames: number): void {
    const now = performance.now();
    for (let frame = person.saved + 1; frame <= frames; frame++) {
      const at = person.sent.of(frame);
      if (at >= this.#countsFrom) this.#latencies.add(now - at);
    }
    person.saved = Math.max(person.saved, frames);
  }
}
