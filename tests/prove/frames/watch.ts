/** Notices when something holds the process up, or keeps memory. Counts only time in which we really ran: others have the machine too. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const HANG_MS = 250;

export class Watch {
  worstMs = 0;
  readonly hangs: string[] = [];
  #wall = 0;
  #cpu = 0;

  begin(): void {
    this.#wall = performance.now();
    this.#cpu = usedMs();
  }

  end(what: string): void {
    const tookMs = Math.min(performance.now() - this.#wall, usedMs() - this.#cpu);
    this.worstMs = Math.max(this.worstMs, tookMs);
    if (tookMs > HANG_MS) this.hangs.push(`${what} held everybody up for ${Math.round(tookMs)} ms`);
  }

  /** Looks at the event loop until it is told to stop. */
  loop(what: string): () => void {
    this.begin();
    const timer = setInterval(() => {
      this.end(what);
      this.begin();
    }, 10);
    return () => clearInterval(timer);
  }
}

const usedMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is really held, megabytes. */
export function heldMb(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}
