/** A MongoDB for the tests: the one MONGODB_URI names, else as root on Debian a compatible engine of our own. */
import { isRootOnDebian } from './machine.mjs';
import { at } from './place.mjs';
import { run } from './run.mjs';

/** @typedef {{ uri: string, stop: () => Promise<unknown> }} Engine */

/** The first time this installs an engine, which takes minutes. @returns {Promise<Engine | undefined>} */
export async function ensureMongo() {
  if (process.env['MONGODB_URI']) return { uri: process.env['MONGODB_URI'], stop: leaveRunning };
  if (!isRootOnDebian()) return undefined;
  const { code, output } = await run('bash', [engine('up')], { label: 'starting the test engine (the first time it is installed)', quiet: true });
  const uri = output.split('\n').find(line => line.startsWith('mongodb://'));
  if (code !== 0 || !uri) return undefined;
  return { uri, stop: output.includes('already up') ? leaveRunning : stopEngine };
}

/** Somebody else started it and may be using it. */
async function leaveRunning() {
  return undefined;
}

function stopEngine() {
  return run('bash', [engine('down')], { label: 'stopping the test engine', quiet: true });
}

/** @param {string} name */
function engine(name) {
  return at('tests', 'support', 'mongo-engine', name);
}
