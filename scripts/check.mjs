/** `npm run check`: the fast part of `npm test`. Types, lint, arrows between folders, unit tests. */
import './steps/node-version.mjs';
import { checkCode, runTests } from './steps/checks.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { close } from './steps/report.mjs';

await ensureInstalled();
const code = await checkCode();
process.exit(close([...code, await runTests('unit tests', ['unit', 'dom'])]));
