/** The line that closes `npm test` tells the truth: what failed, what broke before it ran, and what was not run. */
import { describe, expect, test } from 'vitest';
import { count, countPromises } from '../../scripts/steps/count.mjs';
import { lastWords } from '../../scripts/steps/report.mjs';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map(each => ({ status: each })) });
const outcome = (more: Partial<Parameters<typeof lastWords>[0][number]>) => ({ what: 'unit tests', passed: 0, failed: 0, skipped: 0, seconds: 1, ...more });

describe('counting what proofs say', () => {
  test.each([
    ['kill holds\n6 passed, 0 failed\n', 0, { passed: 6, failed: 0 }],
    ['5 passed, 1 failed\n', 1, { passed: 5, failed: 1 }],
    ['it broke before it said anything', 1, { passed: 0, failed: 1 }],
    ['6 passed, 0 failed\n', 1, { passed: 6, failed: 1 }],
  ])('%j with code %d', (output, code, counted) => {
    expect(countPromises(output, code)).toEqual(counted);
  });
});

describe('counting', () => {
  test('sums over all files', () => {
    expect(count({ testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] }))
      .toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  test('takes a file that does not load for a failure', () => {
    expect(count({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('takes a file whose clean-up fails for a failure', () => {
    expect(count({ testResults: [file('failed', 'passed')] })).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test.each(['pending', 'skipped', 'todo'])('sees a test that is %s', status => {
    expect(count({ testResults: [file('passed', 'passed', status)] })).toEqual({ passed: 1, failed: 0, skipped: 1 });
  });
});

describe('the last line', () => {
  const closing = (...[outcomes, leftOut = [], everything = false]: Partial<Parameters<typeof lastWords>>) => {
    const { lines, ok } = lastWords(outcomes ?? [], leftOut, everything);
    return { last: lines.at(-1), ok };
  };

  test('counts what passed', () => {
    expect(closing([outcome({ passed: 400 }), outcome({ passed: 12 })])).toEqual({ last: '412 passed, 0 failed', ok: true });
  });

  test('counts a failed type check', () => {
    expect(closing([outcome({ passed: 412 }), outcome({ what: 'types of client', failed: 1 })])).toEqual({ last: '412 passed, 1 failed', ok: false });
  });

  test('counts a skipped test as failed', () => {
    expect(closing([outcome({ passed: 9, skipped: 1 })])).toEqual({ last: '9 passed, 1 failed', ok: false });
  });

  test('lets a machine without a browser leave its tests out, but not where everything is asked for', () => {
    expect(closing([outcome({ passed: 9 })], ['the browser'])).toEqual({ last: '9 passed, 0 failed', ok: true });
    expect(closing([outcome({ passed: 9 })], ['the browser'], true)).toEqual({ last: '9 passed, 1 failed', ok: false });
  });

  test('does not call nothing a success', () => {
    expect(closing([])).toEqual({ last: '0 passed, 0 failed', ok: false });
  });
});
