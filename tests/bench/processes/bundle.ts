/** Bundles the programs that a benchmark starts, as the production server is bundled: nothing is translated while it runs. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundling } from '../../../scripts/steps/bundling.mjs';

const HERE = join(import.meta.dirname, '..');
const INTO = join(HERE, '../../dist/bench');

export const PROGRAMS = {
  relay: 'servers/relay.ts',
  gatherer: 'servers/gatherer.ts',
  plain: 'servers/plain.ts',
  hocuspocus: 'servers/hocuspocus.ts',
  insieme: 'servers/insieme.ts',
  load: 'load/generator.ts',
  compaction: '../../server/sync/compaction/worker.ts', // the thread beside our server
} as const;
export type ProgramName = keyof typeof PROGRAMS;

export const programFile = (name: ProgramName): string => join(INTO, `${name}.js`);

export async function bundlePrograms(): Promise<void> {
  mkdirSync(INTO, { recursive: true });
  await build({
    entryPoints: Object.fromEntries(Object.entries(PROGRAMS).map(([name, file]) => [name, join(HERE, file)])),
    outdir: INTO, ...bundling,
  });
}
