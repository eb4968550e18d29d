/** `npm run build`: the pages and the server, whether or not they changed. */
import './steps/node-version.mjs';
import { ensureBuilt } from './steps/build.mjs';
import { ensureInstalled } from './steps/install.mjs';

await ensureInstalled();
process.exit((await ensureBuilt({ always: true })) ? 0 : 1);
