/**
 * `npm run prove:sync`: six proofs of the sync engine, each in a process of its own: the timed one alone, then two at a time.
 *
 * `-- --only kill,frames`, `-- --short` (for CI), `-- --seed N`, `-- --minutes N` (of each long form), `-- --json FILE`. Ends with 1 when one is not given.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/steps/build.mjs';
import { isCI } from '../../scripts/steps/machine.mjs';
import { isHeld, type Outcome } from './common/proof.ts';
import { readAsked } from './common/terms.ts';

/** The one that asks how soon the server is there again first, and by itself; then the longest, so that what is left at the end is short. */
const NAMES = ['kill', 'frames', 'convergence', 'chaos', 'store', 'forging'] as const;
/** The built server is what people run, and it starts quicker. */
const NEEDS_BUILD: readonly string[] = ['kill'];
const TIMED = 'kill';
const AT_ONCE = 2;
const ENTRY = join(import.meta.dirname, 'run.ts');

const asked = readAsked(process.argv.slice(2), NAMES);
const names = NAMES.filter(name => asked.only?.includes(name) ?? true);
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach(child => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const say = (line: string) => void process.stdout.write(`${line}\n`);
if (names.some(name => NEEDS_BUILD.includes(name)) && !(await ensureBuilt())) process.exit(1);
say(`Proofs of the sync engine, seed ${asked.seed}${asked.short ? ', short form' : ''}. Again the same: npm run prove:sync -- --seed ${asked.seed}`);
const outcomes = new Map<string, Outcome>();
const waiting = [...names];
if (waiting[0] === TIMED) await tellOf(waiting.shift()!);
await Promise.all(Array.from({ length: AT_ONCE }, work));
for (const name of names) tell(name, outcomes.get(name)!);
const held = names.filter(name => isGiven(outcomes.get(name)!)).length;
if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify(report(), null, 2)}\n`);
say(`${held} passed, ${names.length - held} failed`);
process.exit(held === names.length ? 0 : 1);

/** In continuous integration nothing may be left out. */
function isGiven(outcome: Outcome): boolean {
  return isHeld(outcome) && !(isCI && (outcome.leftOut ?? []).length > 0);
}

async function work(): Promise<void> {
  for (let name = waiting.shift(); name; name = waiting.shift()) await tellOf(name);
}

async function tellOf(name: string): Promise<void> {
  const startedAt = performance.now();
  const outcome = await prove(name);
  outcomes.set(name, { ...outcome, figures: { ...outcome.figures, seconds: Math.round((performance.now() - startedAt) / 100) / 10 } });
}

async function prove(name: string): Promise<Outcome> {
  const child = fork(ENTRY, [name, String(asked.seed), String(asked.minutes), ...(asked.short ? ['--short'] : [])], { execArgv: ['--import', 'tsx'] });
  running.add(child);
  const [said] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
  running.delete(child);
  if (typeof said === 'object' && said !== null && 'misses' in said) return said as Outcome;
  return { planted: 0, caught: 0, misses: [`it ended with ${String(said)} before it was done`], figures: {} };
}

function tell(name: string, outcome: Outcome): void {
  const { planted, caught, misses, leftOut = [], figures } = outcome;
  const words = Object.entries(figures).map(([what, figure]) => `${what} ${figure}`).join(', ');
  say(`${name.padEnd(12)} ${isGiven(outcome) ? 'holds' : 'DOES NOT HOLD'}; ${caught} of ${planted} planted faults noticed; ${words}`);
  for (const miss of misses) say(`${name.padEnd(12)} miss: ${miss}`);
  for (const sentence of leftOut) say(`${name.padEnd(12)} left out: ${sentence}`);
}

/** `figures` by proof; a proof's own seed is the run's. */
function report() {
  const figures = Object.fromEntries(
    [...outcomes].map(([name, { planted, caught, misses, leftOut = [], figures: own }]) => [name, { ...own, planted, caught, misses, leftOut }]),
  );
  return { ok: held === names.length, figures, seeds: [asked.seed], node: process.version, date: new Date().toISOString(), short: asked.short };
}
