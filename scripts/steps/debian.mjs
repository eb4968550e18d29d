/** Debian's own packages, installed where we are root. Whoever calls asks `isRootOnDebian` first. */
import { run } from './run.mjs';

/** Ends when it has been tried; whether it worked, what is there tells. @param {string} label @param {string[]} packages */
export async function installPackages(label, ...packages) {
  await apt(label, 'update', '-qq');
  await apt(label, 'install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** @param {string} label @param {string[]} args */
function apt(label, ...args) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { label, quiet: true, env });
}
