/** CPU of the server and of the load itself between two moments: the load shows that it was not the bottleneck. */
import { performance } from 'node:perf_hooks';
import { cpuMs, machineMs } from '../processes/usage.ts';

const ownMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

export class UsageMeter {
  readonly #at = performance.now();
  readonly #own = ownMs();
  readonly #server: number;
  readonly #machine = machineMs();

  constructor(readonly pid: number) {
    this.#server = cpuMs(pid);
  }

  /** Milliseconds used since it was made. */
  spent(): { serverMs: number; loadMs: number } {
    return { serverMs: cpuMs(this.pid) - this.#server, loadMs: ownMs() - this.#own };
  }

  /** As shares of one core. */
  read(): { serverCpu: number; loadCpu: number; othersCpu: number } {
    const passed = performance.now() - this.#at;
    const { serverMs, loadMs } = this.spent();
    const othersMs = Math.max(0, machineMs() - this.#machine - serverMs - loadMs);
    return { serverCpu: serverMs / passed, loadCpu: loadMs / passed, othersCpu: othersMs / passed };
  }
}
