/**
 * `npm test`: everything, from a fresh clone. Gets what it needs where it may, says what it left out where it may not,
 * and closes with one line that counts. With CI=true, leaving something out is a failure.
 */
import './steps/node-version.mjs';
import { readFileSync } from 'node:fs';
import { ensureBuilt } from './steps/build.mjs';
import { checkAndTest, runTests } from './steps/checks.mjs';
import { countPromises } from './steps/count.mjs';
import { ensureChromium } from './steps/chromium.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { isCI } from './steps/machine.mjs';
import { ensureMongo } from './steps/mongo.mjs';
import { at, say } from './steps/place.mjs';
import { close } from './steps/report.mjs';
import { run } from './steps/run.mjs';

/** @type {string[]} */
const leftOut = [];
/** @type {import('./steps/checks.mjs').Outcome[]} */
const outcomes = [];

await ensureInstalled();
const chromium = await ensureChromium(); // before the engine: both may wait for the lock of apt
const mongo = ensureMongo(); // minutes, the first time: meanwhile the rest goes on

const built = await ensureBuilt();
outcomes.push({ what: 'build', passed: 0, failed: built ? 0 : 1, skipped: 0, seconds: 0 });
say('Lint and types, and beside them the unit tests …');
outcomes.push(...(await checkAndTest()));
await testMongo();
if (built) await testBrowser();
for (const name of proofs()) await prove(name);

process.exit(close(outcomes, leftOut, isCI));

async function testMongo() {
  const engine = await mongo;
  if (!engine) {
    leftOut.push('the tests on MongoDB. Run them with MONGODB_URI=mongodb://host:27017/test?replicaSet=rs0 npm test');
    return;
  }
  outcomes.push(await runTests('MongoDB tests', ['mongo'], { MONGODB_URI: engine.uri }));
  await engine.stop();
}

async function testBrowser() {
  if (!chromium) {
    leftOut.push('the tests in a browser. Install Chrome or Chromium, or say where it is with CHROME_PATH=… npm test');
    return;
  }
  outcomes.push(await runTests('browser tests', ['browser', 'browser-timed'], { CHROME_PATH: chromium }));
}

/** Proofs are programs of their own, named `prove:…` in package.json. */
function proofs() {
  const { scripts } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  return Object.keys(scripts).filter(name => name.startsWith('prove:'));
}

/** @param {string} name */
async function prove(name) {
  const { code, output, seconds } = await run('npm', ['run', '--silent', name, '--', '--short'], { label: name });
  outcomes.push({ what: name, ...countPromises(output, code), skipped: 0, seconds });
}
