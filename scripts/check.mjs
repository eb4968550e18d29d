/** `npm run check`: the fast part of `npm test`. Types, lint, arrows between folders, unit tests. */
import './steps/node-version.mjs';
import { checkAndTest } from './steps/checks.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { close } from './steps/report.mjs';

await ensureInstalled();
process.exit(close(await checkAndTest()));
