/**
 * jemalloc for the server, where this machine has it: what a busy minute took is given back to the machine, while the
 * C library keeps it. Everything works without. The Dockerfile says the same, and a test holds it to it.
 */
import { existsSync } from 'node:fs';
import { installPackages } from './debian.mjs';
import { isRootOnDebian } from './machine.mjs';
import { say } from './place.mjs';

export const PACKAGE = 'libjemalloc2';
const LIBRARY = 'libjemalloc.so.2';
/** After a second of disuse, by a thread of its own: a quiet server frees nothing, which is when jemalloc would look. */
const CONFIGURED = 'background_thread:true,dirty_decay_ms:1000,narenas:2';
const FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'];

/** For the environment of a server that is started where the library lies. */
export const ALLOCATOR = { LD_PRELOAD: LIBRARY, MALLOC_CONF: CONFIGURED };

/** The same, or nothing: the loader complains of a library that is not there. Whoever chose an allocator keeps it. */
export function allocatorHere(env = process.env) {
  const isHere = FOLDERS.some(folder => existsSync(`${folder}/${LIBRARY}`));
  return isHere && !env['LD_PRELOAD'] ? ALLOCATOR : {};
}

/** As root on Debian it may be installed; where that does not work we do without. */
export async function ensureAllocator() {
  if ('LD_PRELOAD' in allocatorHere() || !isRootOnDebian()) return;
  say('Installing Debian’s jemalloc …');
  await installPackages('installing jemalloc', PACKAGE);
}
