/** What `check` and `test` have in common: types, lint and a run of vitest, each with how it ended. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { count } from './count.mjs';
import { runTool } from './run.mjs';

/**
 * @typedef {object} Outcome
 * @property {string} what
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} seconds
 */

/**
 * Lint and types one after the other, beside them the unit tests: each side is about as long as the other.
 * @returns {Promise<Outcome[]>}
 */
export async function checkAndTest() {
  const workers = Math.max(1, availableParallelism() - 1);
  const [code, tests] = await Promise.all([checkCode(), runTests('unit tests', ['unit', 'dom'], {}, [`--maxWorkers=${String(workers)}`])]);
  return [...code, tests];
}

/** @returns {Promise<Outcome[]>} */
async function checkCode() {
  const outcomes = [await tool('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0'])];
  for (const folder of ['tests', 'client', 'server', 'shared']) {
    outcomes.push(await tool(`types of ${folder}`, 'typescript/bin/tsc', ['-p', folder]));
  }
  return outcomes;
}

/**
 * Runs the tests of some projects.
 * @param {string} what
 * @param {string[]} projects
 * @param {Record<string, string | undefined>} [env]
 * @param {string[]} [options] of vitest
 * @returns {Promise<Outcome>}
 */
export async function runTests(what, projects, env = {}, options = []) {
  const folder = mkdtempSync(join(tmpdir(), 'insieme-tests-'));
  const report = join(folder, 'report.json');
  const args = ['run', ...projects.flatMap(name => ['--project', name]), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...options];
  const { code, seconds } = await runTool('vitest/vitest.mjs', args, { label: what, env: { NODE_ENV: 'test', ...env } });
  const counted = count(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] });
  rmSync(folder, { recursive: true });
  // Errors outside of any test (a file that does not load, an unhandled rejection) fail the run all the same.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  return { what, seconds, ...counted };
}

/** @param {string} what @param {string} path @param {string[]} args @returns {Promise<Outcome>} */
async function tool(what, path, args) {
  const { code, seconds } = await runTool(path, args, { label: what, quiet: true });
  return { what, seconds, passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}
