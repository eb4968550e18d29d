/**
 * The built server as a process of its own, on a free port and a fresh data folder: for browsers, and for tests
 * that end it in the middle of something. `startApp` is the same inside the test's own process.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ENTRY = 'dist/server/main.js';
const START_WITHIN_MS = 60_000;

export interface StartOptions {
  demo?: boolean;
  env?: Record<string, string>;
  /** Kept when given; otherwise a temporary one that goes with the server. */
  dataDir?: string;
  /** Any free one by default; a restart may ask for the old one. */
  port?: number;
}

export interface RunningServer {
  /** `http://localhost:<port>` */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** Only on an empty store without the examples. */
  readonly setupLink: string | undefined;
  /** What it wrote to its log so far. */
  log(): string;
  /** An orderly end; answers its exit code. */
  stop(): Promise<number | null>;
  /** `kill -9`: the data folder stays for the next one. */
  kill(): Promise<void>;
}

type Report = { kind: 'listening'; url: string; setupLink?: string } | { kind: 'refused'; sentence: string };

export async function startServer({ demo = false, env = {}, dataDir, port = 0 }: StartOptions = {}): Promise<RunningServer> {
  if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is not built: run \`npm run build\` first, or \`npm test\`, which does.`);
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'insieme-server-')));
  const child = spawn(process.execPath, [ENTRY, ...(demo ? ['--demo'] : [])], {
    env: { ...surroundings(), PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = collect(child);
  const { url, setupLink } = await reported(child, log);
  const ended = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode;
  };
  return {
    url, setupLink, log, dataDir: folder, port: Number(new URL(url).port), pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      const code = await ended();
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended();
    },
  };
}

/** Nothing of the test run's own settings: a server that behaves otherwise under test proves nothing. */
function surroundings(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot'].flatMap(name => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(kept);
}

function collect(child: ChildProcess): () => string {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  }
  return () => lines.join('');
}

async function reported(child: ChildProcess, log: () => string): Promise<Extract<Report, { kind: 'listening' }>> {
  const report = await Promise.race([
    once(child, 'message', { signal: AbortSignal.timeout(START_WITHIN_MS) }).then(([message]) => message as Report),
    once(child, 'exit').then(([code]): Report => ({ kind: 'refused', sentence: `It ended with ${String(code)}.` })),
  ]).catch((cause: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`The server did not say within ${START_WITHIN_MS / 1000} s where it listens.\n${log()}`, { cause });
  });
  if (report.kind === 'refused') throw new Error(`The server did not start: ${report.sentence}\n${log()}`);
  return report;
}
