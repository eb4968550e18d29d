/** Starts the server as a child, hears from it where it listens or why it will not, and ends with it. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root, say } from './place.mjs';

/**
 * @typedef {{ kind: 'listening', url: string, setupLink?: string }} Listening
 * @typedef {Listening | { kind: 'refused', sentence: string }} Report
 */

/** Npm and the terminal may both pass on one Ctrl+C. */
const SAME_KEYSTROKE_MS = 1_000;

/**
 * @param {string[]} args for Node: the entry and its options
 * @param {Record<string, string | undefined>} env
 * @param {(news: Listening) => void} whenListening
 */
export function startServer(args, env, whenListening) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A second signal tells the server to stop at once. In a group of its own it hears only what we pass on;
    // when we die without a word, it notices that the line to us is gone.
    detached: process.platform !== 'win32',
  });
  child.on('message', message => {
    const report = /** @type {Report} */ (message);
    if (report.kind === 'listening') whenListening(report);
    else say(`\n${report.sentence}\n`);
  });
  return child;
}

/** Ctrl+C and `kill` reach the child, and we end as it ends. @param {import('node:child_process').ChildProcess} child */
export function endTogether(child) {
  let lastAt = 0;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (Date.now() - lastAt < SAME_KEYSTROKE_MS) return;
      lastAt = Date.now();
      child.kill(signal);
    });
  }
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
}
