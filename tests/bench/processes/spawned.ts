/**
 * A program of the benchmark as a process of its own, on a core of its own where the machine has two: asked by messages,
 * ended with its parent. Knows nothing of what it measures.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Asked } from './child.ts';
import { programFile, type ProgramName } from './bundle.ts';

const START_WITHIN_MS = 60_000;

/** Servers on the first core, the load on the second: what one costs does not slow the other. */
export const CORES = { server: 0, load: 1 } as const;
export const canPin: boolean = availableParallelism() >= 2 && spawnSync('taskset', ['-V']).status === 0;

/** Before everybody else on this machine, where we may: what others do meanwhile then costs little. */
const mayHurry = process.getuid?.() === 0 && spawnSync('nice', ['--version']).status === 0;
const HURRY = ['nice', '-n', '-19'];

export interface SpawnOptions {
  program: ProgramName;
  core: number;
  env?: Record<string, string>;
  /** Writes a CPU profile there when it ends. */
  profileInto?: string | undefined;
}

interface Reply {
  nth?: number;
  port?: number;
  answered?: unknown;
  failed?: string;
}

export class Spawned {
  #next = 0;
  readonly #waiting = new Map<number, { resolve: (answered: unknown) => void; reject: (error: Error) => void }>();
  port = 0;

  private constructor(
    readonly child: ChildProcess,
    readonly name: string,
  ) {
    child.on('message', (reply: Reply) => this.#hear(reply));
    child.on('exit', code => this.#ended(code));
  }

  static async start({ program, core, env = {}, profileInto }: SpawnOptions): Promise<Spawned> {
    const flags = ['--expose-gc', '--enable-source-maps', ...(profileInto === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileInto}`])];
    const [command, ...args] = [...(mayHurry ? HURRY : []), ...(canPin ? ['taskset', '-c', String(core)] : []), process.execPath, ...flags, programFile(program)];
    const child = spawn(command, args, { env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const spawned = new Spawned(child, program);
    const [first] = (await once(child, 'message', { signal: AbortSignal.timeout(START_WITHIN_MS) })) as [Reply];
    spawned.port = first.port ?? 0;
    return spawned;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Throws what the program says went wrong, or that it has ended. */
  ask<T>(asked: Asked): Promise<T> {
    const nth = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(nth, { resolve: answered => resolve(answered as T), reject });
      this.child.send({ ...asked, nth });
    });
  }

  /** An orderly end; `kill -9` after a while. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    if (this.child.connected) this.child.disconnect();
    const patience = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(patience);
  }

  #hear(reply: Reply): void {
    const waiting = reply.nth === undefined ? undefined : this.#waiting.get(reply.nth);
    if (!waiting || reply.nth === undefined) return;
    this.#waiting.delete(reply.nth);
    if (reply.failed === undefined) waiting.resolve(reply.answered);
    else waiting.reject(new Error(`${this.name}: ${reply.failed}`));
  }

  #ended(code: number | null): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(`${this.name} ended with ${String(code)}`));
    this.#waiting.clear();
  }
}
