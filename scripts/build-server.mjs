/** Bundles the server into one file. Packages stay outside: some are native, and all are installed anyway. */
import { build } from 'esbuild';
import { at } from './steps/place.mjs';

await build({
  entryPoints: [at('server', 'main.ts')],
  outfile: at('dist', 'server', 'main.js'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
