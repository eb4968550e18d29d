/** CPU of the server and of the load itself between two moments: the load shows that it was not the bottleneck. */
import { performance } from 'node:perf_hooks';
import { cpuMs } from '../processes/usage.ts';

const ownMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

export class UsageMeter {
  readonly #at = performance.now();
  readonly #own = ownMs();
  readonly #server: number;

  constructor(readonly pid: number) {
    this.#server = cpuMs(pid);
  }

  /** Milliseconds used since it was made. */
  spent(): { serverMs: number; loadMs: number } {
    return { serverMs: cpuMs(this.pid) - this.#server, loadMs: ownMs() - this.#own };
  }

  /** As shares of one core. */
  read(): { serverCpu: number; loadCpu: number } {
    const passed = performance.now() - this.#at;
    const { serverMs, loadMs } = this.spent();
    return { serverCpu: serverMs / passed, loadCpu: loadMs / passed };
  }
}
