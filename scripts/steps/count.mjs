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

/** @param {{ status: string, assertionResults: { status: string }[] }} file */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some(test => test.status === 'failed');
}
