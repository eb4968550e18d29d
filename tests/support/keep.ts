/** `backup` and `restore` as whoever runs Insieme calls them: a process of its own, its words and its end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface Kept {
  code: number;
  said: string;
  complained: string;
}

/** `maxFileBytes`: no file may grow beyond it, as on a full disk. */
export async function keep(words: readonly string[], env: Record<string, string>, maxFileBytes?: number): Promise<Kept> {
  const node = [process.execPath, '--import', 'tsx', 'server/keep.ts', ...words];
  const limited = ['sh', '-c', `ulimit -f ${Math.floor((maxFileBytes ?? 0) / 512)}; exec "$@"`, 'sh', ...node];
  const [command = '', ...rest] = maxFileBytes === undefined ? node : limited;
  const child = spawn(command, rest, { env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number | null]>]);
  return { code: code ?? -1, said: said.trim(), complained: complained.trim() };
}
