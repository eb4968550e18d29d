/** Bundles the server into one file, backup and restore into another, and its threads (compacting documents, making files) into others beside it. Packages stay outside: some are native, and all are installed anyway. */
import { build } from 'esbuild';
import { at } from './steps/place.mjs';

await build({
  entryPoints: { main: at('server', 'main.ts'), keep: at('server', 'keep.ts'), compaction: at('server', 'sync', 'compaction', 'worker.ts'), exports: at('server', 'exports', 'worker.ts') },
  outdir: at('dist', 'server'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
