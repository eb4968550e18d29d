/** Builds the client and the server when their sources have changed since the last time. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { at, root, say } from './place.mjs';
import { run, runTool } from './run.mjs';

const common = ['shared', 'package.json', 'package-lock.json', 'tsconfig.json'];

const products = {
  client: {
    sources: ['client', 'vite.config.ts', 'scripts/steps/offline-shell.mjs', ...common],
    result: 'dist/client/index.html',
    make: () => runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { label: 'building the pages', quiet: true }),
  },
  server: {
    sources: ['server', 'scripts/build-server.mjs', ...common],
    result: 'dist/server/main.js',
    make: () => run(process.execPath, [at('scripts', 'build-server.mjs')], { label: 'building the server', quiet: true }),
  },
};

/** @param {{ always?: boolean }} [how] `always` builds what is fresh as well */
export async function ensureBuilt({ always = false } = {}) {
  for (const [name, product] of Object.entries(products)) {
    const now = fingerprint(product.sources);
    const stamp = at('dist', `.${name}-built-from`);
    if (!always && existsSync(at(product.result)) && read(stamp) === now) continue;
    say(`Building the ${name} …`);
    rmSync(stamp, { force: true }); // a build that breaks half way must not look finished
    const { code } = await product.make();
    if (code !== 0) return false;
    mkdirSync(at('dist'), { recursive: true });
    writeFileSync(stamp, now);
  }
  return true;
}

/**
 * The contents decide, not the dates: a copied or checked out tree has new dates and old contents, or the other way round.
 * @param {string[]} paths below the project
 */
export function fingerprint(paths, from = root) {
  const sum = createHash('sha256');
  for (const file of paths.flatMap(path => filesBelow(`${from}/${path}`)).sort()) {
    sum.update(relative(from, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return sum.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap(name => filesBelow(`${path}/${name}`));
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
