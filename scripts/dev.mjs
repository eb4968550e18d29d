/**
 * `npm run dev`: the server restarts and the page updates in place while you write. `-- --demo` for the examples.
 *
 * The browser talks to Vite, and Vite hands on what belongs to the server: one address for both.
 */
import './steps/node-version.mjs';
import { watch } from 'node:fs';
import { ensureInstalled } from './steps/install.mjs';
import { at, say } from './steps/place.mjs';
import { freePort } from './steps/ports.mjs';
import { startServer } from './steps/server.mjs';

/** Editors write a file in several steps. */
const SETTLE_MS = 150;

await ensureInstalled();
const { createServer } = await import('vite');

const port = process.env['PORT'] ? Number(process.env['PORT']) : await freePort(3000);
const serverPort = await freePort(port + 100);
process.env['INSIEME_SERVER'] = `http://127.0.0.1:${String(serverPort)}`; // read by vite.config.ts

const vite = await createServer({ configFile: at('vite.config.ts'), server: { port } });
await vite.listen();

let told = false;
let stopping = false;
let server = start();

for (const folder of ['server', 'shared']) {
  let waiting = setTimeout(() => {});
  watch(at(folder), { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(restart, SETTLE_MS);
  });
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void stop());

function start() {
  const args = ['--import', 'tsx', at('server', 'main.ts'), ...process.argv.slice(2)];
  const child = startServer(args, { PORT: String(serverPort), LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn' }, tellWhere);
  child.once('exit', code => {
    if (!stopping && child === server && code !== 0) say('The server ended. It starts again when a file changes.');
  });
  return child;
}

function restart() {
  if (stopping) return;
  say('Restarting the server …');
  const old = server;
  if (old.exitCode !== null || old.signalCode !== null) {
    server = start();
    return;
  }
  // The new one waits for the old one's port and data.
  old.once('exit', () => { if (server === old && !stopping) server = start(); });
  old.kill('SIGTERM');
}

async function stop() {
  if (stopping) return;
  stopping = true;
  server.kill('SIGTERM');
  await vite.close();
  if (server.exitCode === null && server.signalCode === null) await new Promise(resolve => server.once('exit', resolve));
  process.exit(0);
}

/** @param {import('./steps/server.mjs').Listening} news */
function tellWhere({ setupLink }) {
  if (told) return;
  told = true;
  if (setupLink) say(`Set up your workspace, once: ${setupLink.replace(`:${String(serverPort)}`, `:${String(port)}`)}`);
  say(`\n  Open http://localhost:${String(port)}\n`);
}
