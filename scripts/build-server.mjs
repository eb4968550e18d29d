/** Bundles the server into one file, and the thread that compacts documents into another beside it. Packages stay outside: some are native, and all are installed anyway. */
import { build } from 'esbuild';
import { at } from './steps/place.mjs';

await build({
  entryPoints: { main: at('server', 'main.ts'), compaction: at('server', 'sync', 'compaction', 'worker.ts') },
  outdir: at('dist', 'server'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
