/** Bundles the server, backup and restore, and its threads (compacting documents, making files): each into a file, what they share beside them. Packages stay outside: some are native, and all are installed anyway. */
import { build } from 'esbuild';
import { bundling } from './steps/bundling.mjs';
import { at } from './steps/place.mjs';

await build({
  ...bundling,
  entryPoints: { main: at('server', 'main.ts'), keep: at('server', 'keep.ts'), compaction: at('server', 'sync', 'compaction', 'worker.ts'), exports: at('server', 'exports', 'worker.ts') },
  outdir: at('dist', 'server'),
});
