/** Starts the server as a child and hears from it where it listens. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './place.mjs';

/**
 * @typedef {{ kind: 'listening', url: string, setupLink?: string }} Listening
 *
 * @param {string[]} args for Node: the entry and its options
 * @param {Record<string, string | undefined>} env
 * @param {(news: Listening) => void} whenListening
 */
export function startServer(args, env, whenListening) {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.on('message', message => {
    if (isListening(message)) whenListening(message);
  });
  return child;
}

/** Ctrl+C and `kill` reach the child as well, and we end as it ends. @param {import('node:child_process').ChildProcess} child */
export function endTogether(child) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'])));
}

/** @param {unknown} message @returns {message is Listening} */
function isListening(message) {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'listening';
}
