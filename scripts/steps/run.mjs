/** Runs a command beside us, shows what it says, and says something itself when it is silent for long. */
import { spawn } from 'node:child_process';
import { at, root, say } from './place.mjs';

const SILENCE_MS = 15_000;

/**
 * @typedef {object} How
 * @property {string} label what a person would call this work
 * @property {Record<string, string | undefined>} [env]
 * @property {boolean} [quiet] keep what it prints, and show it only if it fails
 *
 * @param {string} command
 * @param {string[]} args
 * @param {How} how
 * @returns {Promise<{ code: number, output: string, seconds: number }>} never rejects: a command that is not there has code 127
 */
export function run(command, args, { label, env, quiet = false }) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  let output = '';
  let heardAt = started;

  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = stopWithUs(child);
    const pulse = setInterval(() => {
      if (Date.now() - heardAt < SILENCE_MS) return;
      heardAt = Date.now();
      say(`… ${label}: ${String(seconds())} s`);
    }, 1000);

    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => {
        output += text;
        if (quiet) return;
        heardAt = Date.now();
        process.stdout.write(text);
      });
    }
    child.on('error', problem => { output += `${command}: ${problem.message}\n`; });
    child.on('close', (code, signal) => {
      clearInterval(pulse);
      stop();
      const failed = code !== 0;
      if (failed && quiet) process.stdout.write(output);
      resolve({ code: code === null || code < 0 ? (signal ? 130 : 127) : code, output, seconds: seconds() });
    });
  });
}

/** @param {string} tool path of a package's command below node_modules @param {string[]} args @param {How} how */
export function runTool(tool, args, how) {
  return run(process.execPath, [at('node_modules', tool), ...args], how);
}

/**
 * Whoever stops us means the whole work.
 * @param {import('node:child_process').ChildProcess} child
 */
function stopWithUs(child) {
  exitOnSignals();
  const end = () => { child.kill('SIGTERM'); };
  process.on('exit', end);
  return () => process.off('exit', end);
}

let exits = false;

/** Without this a signal ends us without `exit`, and the children live on. */
function exitOnSignals() {
  if (exits) return;
  exits = true;
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}
