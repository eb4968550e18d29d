/** The last lines of a run: what was done, what was left out, and the count that closes it. */
import { say } from './place.mjs';

/**
 * @param {import('./checks.mjs').Outcome[]} outcomes
 * @param {string[]} [leftOut] one sentence each
 * @param {boolean} [everything] whether leaving something out is a failure
 * @returns {number} the exit code
 */
export function close(outcomes, leftOut = [], everything = false) {
  const { lines, ok } = lastWords(outcomes, leftOut, everything);
  for (const line of lines) say(line);
  return ok ? 0 : 1;
}

/** @param {import('./checks.mjs').Outcome[]} outcomes @param {string[]} leftOut @param {boolean} everything */
export function lastWords(outcomes, leftOut, everything) {
  const passed = sum(outcomes, 'passed');
  const skipped = sum(outcomes, 'skipped');
  const failed = sum(outcomes, 'failed') + skipped + (everything ? leftOut.length : 0);
  const lines = [
    '',
    ...outcomes.map(oneLine),
    '',
    ...leftOut.map(sentence => `Left out: ${sentence}`),
    ...(skipped > 0 ? [`Skipped: ${String(skipped)}. A test that is not run counts as failed.`] : []),
    `${String(passed)} passed, ${String(failed)} failed`,
  ];
  return { lines, ok: failed === 0 && passed > 0 };
}

/** @param {import('./checks.mjs').Outcome} outcome */
function oneLine({ what, passed, failed, seconds }) {
  const verdict = passed > 0 ? `${String(passed)} passed, ${String(failed)} failed` : failed > 0 ? 'failed' : 'fine';
  return `${what.padEnd(20)} ${verdict} (${String(seconds)} s)`;
}

/** @param {import('./checks.mjs').Outcome[]} outcomes @param {'passed' | 'failed' | 'skipped'} field */
function sum(outcomes, field) {
  return outcomes.reduce((total, each) => total + each[field], 0);
}
