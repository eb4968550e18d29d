/** `npm start`: installs what is missing, builds what is stale, starts the server and says where it is. `-- --demo` for the examples. */
import './steps/node-version.mjs';
import { allocatorHere } from './steps/allocator.mjs';
import { ensureBuilt } from './steps/build.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { SERVER_NODE_OPTIONS } from './steps/node-options.mjs';
import { at, say } from './steps/place.mjs';
import { endTogether, startServer } from './steps/server.mjs';

await ensureInstalled();
if (!(await ensureBuilt())) {
  say('Building did not work; the reason is above. Nothing was started.');
  process.exit(1);
}

const options = process.argv.slice(2);
// A person at a terminal reads warnings; whoever collects logs sets LOG_LEVEL.
const env = { LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn', ...allocatorHere() };
endTogether(startServer([...SERVER_NODE_OPTIONS, at('dist', 'server', 'main.js'), ...options], env, tellWhere));

/** @param {import('./steps/server.mjs').Listening} news */
function tellWhere({ url, setupLink }) {
  const demo = options.includes('--demo');
  say();
  if (setupLink) {
    say('Nobody is here yet. This link opens the set-up of your workspace, once:');
    say(`  ${setupLink}`);
    say();
  }
  say(demo ? 'Insieme is running with its examples. Ctrl+C stops it; what you change is kept.' : 'Insieme is running. Ctrl+C stops it.');
  if (!demo && setupLink) say('To look at the examples first, stop it and start with: npm start -- --demo');
  say();
  say(`  Open ${url}`);
  say();
}
