/** The last lines of a run: what was done, what was left out, and the count that closes it. */
import { say } from './place.mjs';

/**
 * @param {import('./checks.mjs').Outcome[]} outcomes
 * @param {string[]} leftOut one sentence each
 * @param {boolean} everything whether leaving something out is a failure
 * @returns {number} the exit code
 */
export function close(outcomes, leftOut = [], everything = false) {
  say();
  for (const { what, passed, failed, seconds } of outcomes) {
    const counted = passed + failed > 1 || passed > 0 ? `${String(passed)} passed, ${String(failed)} failed` : failed ? 'failed' : 'fine';
    say(`${what.padEnd(24)} ${counted} (${String(seconds)} s)`);
  }
  const passed = sum(outcomes, 'passed');
  const failed = sum(outcomes, 'failed') + (everything ? leftOut.length : 0);
  const skipped = sum(outcomes, 'skipped');
  say();
  for (const sentence of leftOut) say(`Left out: ${sentence}`);
  if (skipped > 0) say(`Skipped: ${String(skipped)} tests, which counts as failing.`);
  say(`${String(passed)} passed, ${String(failed + skipped)} failed`);
  return failed + skipped === 0 && passed > 0 ? 0 : 1;
}

/** @param {import('./checks.mjs').Outcome[]} outcomes @param {'passed' | 'failed' | 'skipped'} field */
function sum(outcomes, field) {
  return outcomes.reduce((total, each) => total + each[field], 0);
}
