/** Starts a script of this folder as a process of its own, and hears what it says line by line. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** Resolves with the first line that says so; rejects when the process ends before it. */
  readonly says: (start: string) => Promise<string>;
  /** Resolves when it has said so many lines. */
  readonly saysMany: (lines: number) => Promise<unknown>;
  readonly ended: Promise<number | null>;
  /** As a power cut would: no goodbye. */
  readonly kill9: () => Promise<void>;
}

/** `maxFileBytes`: no file of the child may grow beyond it, as on a full disk. */
export function startChild(script: string, args: readonly string[], { maxFileBytes }: { maxFileBytes?: number } = {}): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const node = [process.execPath, '--import', 'tsx', path, ...args];
  const limited = ['sh', '-c', `ulimit -f ${Math.floor((maxFileBytes ?? 0) / 512)}; exec "$@"`, 'sh', ...node];
  const [command = '', ...rest] = maxFileBytes === undefined ? node : limited;
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  return listen(child);
}

function listen(child: ChildProcess): Child {
  const lines: string[] = [];
  const complaints: string[] = [];
  const waiting = new Set<() => void>();
  const hear = (into: string[]) => (line: string) => {
    into.push(line);
    waiting.forEach(look => look());
  };
  if (child.stdout) createInterface(child.stdout).on('line', hear(lines));
  if (child.stderr) createInterface(child.stderr).on('line', hear(complaints));
  // 'close', not 'exit': then everything it said has been read.
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const hearUntil = <R>(look: () => R | undefined) =>
    new Promise<R>((resolve, reject) => {
      const lookAgain = () => {
        const found = look();
        if (found !== undefined) resolve(found);
      };
      waiting.add(lookAgain);
      lookAgain();
      void ended.then(() => reject(new Error(`It ended too early:\n${complaints.join('\n')}`)));
    });
  const says = (start: string) => hearUntil(() => lines.find(line => line.startsWith(start)));
  const saysMany = (many: number) => hearUntil(() => lines[many - 1]);
  const kill9 = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { process: child, lines, says, saysMany, ended, kill9 };
}
