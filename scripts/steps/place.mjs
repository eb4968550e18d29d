/** Where the project lies, and plain words to the person at the terminal. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string[]} parts */
export const at = (...parts) => join(root, ...parts);

/** @param {string} [line] */
export function say(line = '') {
  process.stdout.write(`${line}\n`);
}
