/** Emits `sw.js` beside the built pages: `client/offline/worker.js` with the list of what it keeps and a version of its own. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { at } from './place.mjs';

/** Letters beyond Latin stay with the network: a shell is loaded whole, and most people read none of them. */
const KEPT = /\.(js|css|svg)$|-latin-(?!ext)[^/]*\.woff2$/;

/** @returns {import('vite').Plugin} */
export function offlineShell() {
  return {
    name: 'insieme-offline-shell',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = ['mark.svg', ...Object.keys(bundle)].filter(name => KEPT.test(name)).map(name => `/${name}`).toSorted();
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: workerFor(files, readFileSync(at('client', 'offline', 'worker.js'), 'utf8')) });
    },
  };
}

/**
 * Any change of a file changes its name, and any change of the worker itself counts as well.
 * @param {readonly string[]} files addresses below the origin
 * @param {string} source
 */
export function workerFor(files, source) {
  const version = createHash('sha256').update(source).update(files.join('\n')).digest('hex').slice(0, 16);
  return source.replace('__SHELL__', () => JSON.stringify({ version, files }));
}
