/** Installs the packages when they are missing or older than the lockfile. */
import { lstatSync, statSync } from 'node:fs';
import { at, say } from './place.mjs';
import { run } from './run.mjs';

export async function ensureInstalled() {
  if (isInstalled()) return;
  refuseLinkedPackages();
  say('Installing packages (a minute or two, only this once) …');
  const { command, args } = npm();
  const { code } = await run(command, [...args, 'ci', '--include=dev', '--no-audit', '--no-fund'], { label: 'installing', quiet: true });
  if (code === 0) return;
  say('Installing did not work; npm says why above. Nothing was started.');
  process.exit(1);
}

/** npm empties the folder before it installs: behind a link that is another project's. */
function refuseLinkedPackages() {
  if (!lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  say('node_modules is a link here, and installing would empty the folder it leads to. Install there, or remove the link.');
  process.exit(1);
}

/** npm writes the second file at the end of an install, so it is newer than the lockfile it followed. */
export function isInstalled() {
  const wanted = changedAt(at('package-lock.json'));
  return changedAt(at('node_modules', '.package-lock.json')) >= wanted;
}

/** @param {string} path */
function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1;
}

/** The npm that runs us, or the one on the path. On Windows that one is a script, which needs its own shell. */
function npm() {
  const running = process.env['npm_execpath'];
  if (running?.endsWith('.js')) return { command: process.execPath, args: [running] };
  return process.platform === 'win32' ? { command: 'cmd', args: ['/c', 'npm'] } : { command: 'npm', args: [] };
}
