/**
 * `npm run bench:sync`: Insieme beside other servers for Yjs, on this machine, in this hour. Prints medians and ratios,
 * holds them against the bar, and ends with an error when a *must* is missed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { ensureAllocator } from '../../scripts/steps/allocator.mjs';
import { bundlePrograms } from './processes/bundle.ts';
import { canPin, CORES } from './processes/spawned.ts';
import { judge } from './bar.ts';
import { SEEDS } from './load/seeded.ts';
import { readOptions } from './options.ts';
import { documentOf, tableOf, verdictOf } from './report.ts';
import { type Report, Results } from './results.ts';
import { SCENARIOS } from './scenarios/all.ts';
import type { Bench } from './scenarios/scenario.ts';

const options = readOptions(process.argv.slice(2));
const say = (line: string) => void process.stdout.write(`${line}\n`);
const bench: Bench = { options, results: new Results(), say };

await measure();
const report = gather();
say(tableOf(report));
say(verdictOf(report));
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, undefined, 2)}\n`);
if (options.write !== undefined) writeFileSync(options.write, documentOf(report, SCENARIOS));
process.exitCode = report.ok ? 0 : 1;

async function measure(): Promise<void> {
  const chosen = chosenScenarios();
  if (chosen.length === 0) return;
  say(canPin ? `Servers on core ${CORES.server}, the load on core ${CORES.load}.` : 'This machine has no two cores to tell apart: server and load disturb each other.');
  await ensureAllocator();
  await bundlePrograms();
  for (const scenario of chosen) {
    say(`${scenario.name}: ${scenario.asks}`);
    await scenario.run(bench);
  }
}

/** All; those asked for; or none, when earlier results are only to be put together. */
function chosenScenarios(): typeof SCENARIOS {
  const unknown = options.only.filter(name => !SCENARIOS.some(scenario => scenario.name === name));
  if (unknown.length > 0) throw new Error(`There is no scenario ${unknown.join(', ')}. There are: ${SCENARIOS.map(({ name }) => name).join(', ')}.`);
  if (options.only.length === 0 && options.from.length > 0) return [];
  return SCENARIOS.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
}

function gather(): Report {
  for (const file of options.from) bench.results.adopt((JSON.parse(readFileSync(file, 'utf8')) as Report).figures);
  const { figures } = bench.results;
  const rows = judge(bench.results);
  // A smoke run proves that everything runs; it concludes nothing.
  const ok = options.short || rows.every(row => row.reached === undefined || row.holds);
  return { ok, short: options.short, figures, rows, seeds: Object.values(SEEDS), node: process.version, date: new Date().toISOString().slice(0, 10), pinned: canPin };
}
