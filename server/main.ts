/**
 * The running server: reads the settings, builds the real parts, listens, says where, and stops in order.
 * The one place that knows everything; what it decides itself fits on this page.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { type App, createApp } from './app.ts';
import { ALL_COLLECTIONS } from './auth/collections.ts';
import { isEmpty, makeSetupToken } from './auth/setup.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { loadDemo } from './demo/demo.ts';
import { letHeapGrow } from './heap.ts';
import { makeId } from './ids.ts';
import { keptSecret } from './keys.ts';
import { listen, type Listening, PortTaken } from './listen.ts';
import { createLog } from './log.ts';
import { Outbox } from './mail/outbox.ts';
import { createSmtpMail } from './mail/smtp.ts';
import type { BaseParts } from './parts.ts';
import { claimFolder, WrongPurpose } from './purpose.ts';
import { openStore } from './storage/open.ts';
import { DataDirInUse, type Store, StoreUnavailable } from './storage/store.ts';
import { warmUp } from './warmUp.ts';

/** What the start script hears; without a parent it is a line in the log. */
type Report = { kind: 'listening'; url: string; setupLink?: string } | { kind: 'refused'; sentence: string };

const STOP_WITHIN_MS = 10_000;

letHeapGrow();
try {
  const config = loadConfig(process.env, process.argv.slice(2));
  const log = createLog(config.logLevel);
  process.on('uncaughtException', error => {
    log.fatal({ error }, 'the server ends');
    process.exit(1);
  });
  await run(config, log);
} catch (error) {
  refuse(error);
}

async function run(config: Config, log: Logger): Promise<void> {
  await claimFolder(config.dataDir, config.demo ? 'examples' : 'work');
  const store = await openStore({ dataDir: config.dataDir, mongoUri: config.mongoUri, collections: ALL_COLLECTIONS });
  try {
    const { app, base, closeMail } = await build(config, store, log);
    if (config.demo) await loadDemo(app.parts, config.language);
    await warmUp(app);
    const listening = await listen(app.server, config);
    stopOnSignals(log, () => stop(app, listening, store, closeMail));
    report(log, await whereAndHow(base, listening));
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function build(config: Config, store: Store, log: Logger): Promise<{ app: App; base: BaseParts; closeMail: () => void }> {
  const clock = Date.now;
  // The people of the examples have addresses that reach nobody: their letters stay here.
  const smtp = config.smtpUrl !== undefined && !config.demo ? createSmtpMail(config.smtpUrl, config.mailFrom) : undefined;
  const kept = new Outbox(clock);
  const outbox = smtp ? undefined : kept;
  const base: BaseParts = { config, store, clock, makeId, log, mail: smtp ?? kept };
  const secret = config.secret ?? (await keptSecret(config.dataDir, 'session-secret'));
  return { app: createApp(base, { secret, outbox, pageFolder: pageFolder() }), base, closeMail: () => smtp?.close() };
}

/** Bundled, the pages lie beside us; run from source (`npm run dev`), Vite serves them and a build need not be there. */
function pageFolder(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  const bundled = basename(dirname(here)) === 'dist';
  const folder = bundled ? join(here, '../client') : join(here, '../dist/client');
  if (existsSync(join(folder, 'index.html'))) return folder;
  if (bundled) throw new ConfigError('The pages are not built. Run `npm run build` first.');
  return undefined;
}

async function whereAndHow(base: BaseParts, { port }: Listening): Promise<Report> {
  const { config, store } = base;
  const url = config.publicUrl ?? `http://${shownHost(config.host)}:${port}`;
  if (!(await isEmpty(store))) return { kind: 'listening', url };
  // In the fragment: it reaches no server log, no proxy and no referrer.
  return { kind: 'listening', url, setupLink: `${url}/set-up#${await makeSetupToken(base)}` };
}

function shownHost(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** The set-up link is for whoever started us; in a log it is shown only where nobody else could show it. */
function report(log: Logger, news: Report): void {
  if (process.send) process.send(news);
  else log.warn(news, 'listening');
}

async function stop(app: App, listening: Listening, store: Store, closeMail: () => void): Promise<void> {
  listening.close();
  await app.close();
  closeMail();
  await store.close();
}

function stopOnSignals(log: Logger, stopAll: () => Promise<void>): void {
  let stopping = false;
  const onSignal = async (why: string) => {
    if (stopping) process.exit(1); // asked twice: at once
    stopping = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    try {
      await stopAll();
      log.info('stopped');
      process.exit(0);
    } catch (error) {
      log.fatal({ error }, 'stopping did not end well');
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void onSignal(signal));
  process.on('disconnect', () => void onSignal('the start script is gone'));
}

function refuse(error: unknown): void {
  const sentence = sentenceFor(error);
  const refused: Report = { kind: 'refused', sentence };
  process.exitCode = 1;
  if (process.send) process.send(refused, () => process.exit(1));
  else process.stderr.write(`${sentence}\n`, () => process.exit(1));
}

function sentenceFor(error: unknown): string {
  const known = [ConfigError, PortTaken, WrongPurpose, DataDirInUse, StoreUnavailable].some(kind => error instanceof kind);
  if (known && error instanceof Error) return error.message;
  return `The server could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
