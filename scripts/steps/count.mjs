/** Sums the report that vitest writes. */

/**
 * A file that failed before its first test counts as one.
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 */
export function count({ testResults }) {
  const all = testResults.flatMap(file => file.assertionResults.map(test => test.status));
  const passed = all.filter(status => status === 'passed').length;
  const failed = all.filter(status => status === 'failed').length;
  const broken = testResults.filter(isBroken).length;
  return { passed, failed: failed + broken, skipped: all.length - passed - failed };
}

/**
 * What a proof says in its last line, `6 passed, 0 failed`; one that ends badly has failed at least once.
 * @param {string} output
 * @param {number} code
 */
export function countPromises(output, code) {
  const [, passed = '0', failed = '0'] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
  return { passed: Number(passed), failed: code === 0 ? Number(failed) : Math.max(1, Number(failed)) };
}

/** @param {{ status: string, assertionResults: { status: string }[] }} file */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some(test => test.status === 'failed');
}
