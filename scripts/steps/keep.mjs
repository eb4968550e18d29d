/** Runs `server/keep.ts` with the words of the command line; folders are meant from where the command was called. */
import { resolve } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { at } from './place.mjs';
import { run } from './run.mjs';

/** @param {'backup' | 'restore'} deed @returns {Promise<number>} the exit code */
export async function keep(deed) {
  await ensureInstalled();
  if (!(await ensureBuilt())) return 1;
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const words = process.argv.slice(2).map(word => (word.startsWith('--') ? word : resolve(from, word)));
  return (await run(process.execPath, [at('dist', 'server', 'keep.js'), deed, ...words], { label: deed })).code;
}
