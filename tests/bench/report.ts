/** Tells what was measured: a table for the terminal, a page for `docs/`. Both come from the same figures. */
import { median, ratio } from './meter.ts';
import type { Row } from './bar.ts';
import type { Figure, Report } from './results.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { CONTENDERS } from './stage.ts';

export function tableOf({ figures, rows, short }: Report): string {
  const measured = figures.map(each => [each.scenario, each.figure, CONTENDERS[each.contender].title, shown(median(each.values), each.unit), besideOurs(each, figures)]);
  const bars = rows.filter(({ reached }) => reached !== undefined).map(row => [row.what, row.must, row.aim, reachedOf(row), verdictOn(row)]);
  return [
    '', aligned([['scenario', 'figure', 'server', 'median', 'beside Insieme'], ...measured]),
    // What a smoke run reaches or misses means nothing.
    ...(short ? [] : ['', aligned([['the bar', 'must', 'aim', 'reached', ''], ...bars])]), '',
  ].join('\n');
}

export function verdictOf({ ok, short, rows }: Report): string {
  if (short) return 'A short run: everything runs; the figures say nothing.';
  const missed = rows.filter(row => row.reached !== undefined && !row.holds);
  return ok ? 'Every must that was measured is reached.' : `Missed: ${missed.map(({ what }) => what).join('; ')}.`;
}

/** The page in `docs/`: written by the run, so that it cannot say anything else. */
export function documentOf(report: Report, scenarios: readonly Scenario[]): string {
  const rows = report.rows.map(row => `| ${row.what} | ${row.must}${unitOf(row)} | ${row.aim === '' ? '' : `${row.aim}${unitOf(row)}`} | ${reachedOf(row)} | ${verdictOn(row)} |`);
  return `${[
    '# Performance', '',
    'Written by `npm run bench:sync -- --write docs/performance.md` from what it measured; not by hand.', '',
    ...HOW,
    `## The bar (${report.date}, Node ${report.node})`, '', verdictOf(report), '',
    '| figure | must | aim | reached | |', '|---|---|---|---|---|', ...rows, '',
    '## What was measured', '', ...scenarios.flatMap(scenario => section(scenario, report.figures)),
  ].join('\n').trimEnd()}\n`;
}

const HOW = [
  '## How to run it', '',
  '- `npm run bench:sync`: all scenarios, three rounds each, some 25 minutes; nothing else should run meanwhile.',
  '- `npm run bench:sync -- --only one-room-50,saving`: some of them. `-- --short`: does everything run? `-- --json FILE`: the figures. `-- --rounds 5`.',
  '- `npm run bench:sync -- --from a.json --from b.json --write docs/performance.md`: one page from scenarios that ran one by one.',
  '- `npm run bench:sync -- --only one-room-50 --profile FOLDER`: CPU profiles of our server.', '',
  '## How it is measured', '',
  'Each server is a process of its own on the first core, the load another on the second, both fresh for each measurement, warmed up, and before everybody else on the machine where the run may ask for that. Rounds are interleaved, and each begins with another server; a figure is the median over the rounds. The load speaks the protocol directly: real single-character Yjs updates, each person under a client id of their own, each letter hung on the one before it. Every letter is counted at every other person, and none may be missing. Latency runs from writing a letter to a socket to reading it from another.', '',
  'Insieme runs as in production: sessions, members, issued client ids, author binding, acknowledgements, the embedded store with its journal on disk. One limit is lifted, because a measured line stands for more than a person: frames per socket. Hocuspocus 4.7.0 runs with its own server and stores through its own debounced hooks, once with its default and once with `flushDelay: 12`; "the better" is the better of the two at that figure. The plain server and the relay keep nothing.', '',
  'The highest rate is found by climbing until something is lost or p99 passes 100 ms, and counts only when a longer run confirms it. Ratios travel from machine to machine; absolute figures do not.', '',
  'While others use the machine a measurement is repeated, twice at most, and then counts as it is. Rooms that are opened, joined or weighed have been quiet for twelve seconds first, whichever server they are in. All servers use jemalloc, as our container does, where the machine has it or lets us install it. Memory is measured in one round, three seconds after a collection: all that is resident, and the same without pages of mapped files (its program, our database), which the kernel takes back when it needs room; the bar is held against all of it. Scenarios put together with `--from` may have run at different times, and on different states of the code.', '',
];

function section({ name, asks }: Scenario, figures: readonly Figure[]): string[] {
  const mine = figures.filter(({ scenario }) => scenario === name);
  if (mine.length === 0) return [];
  const rows = mine.map(each => `| ${each.figure} | ${CONTENDERS[each.contender].title} | ${shown(median(each.values), each.unit)} | ${besideOurs(each, mine)} |`);
  const rounds = Math.max(...mine.map(({ values }) => values.length));
  return [`### ${name}`, '', `${asks} ${rounds === 1 ? 'One round' : `${rounds} rounds`}.`, '', '| figure | server | median | beside Insieme |', '|---|---|---|---|', ...rows, ''];
}

/** How many times ours this figure is. */
function besideOurs(figure: Figure, all: readonly Figure[]): string {
  const ours = all.find(each => each.contender === 'insieme' && each.scenario === figure.scenario && each.figure === figure.figure);
  if (!ours || figure.contender === 'insieme') return '';
  const value = ratio(median(figure.values), median(ours.values));
  return Number.isFinite(value) ? `${plain(value)} ×` : '';
}

const verdictOn = (row: Row): string => (row.reached === undefined ? 'not measured' : row.aimed ? 'reached' : row.holds ? 'must reached, aim missed' : '**missed**');
const reachedOf = (row: Row): string => (row.reached === undefined ? '' : `${plain(row.reached)}${unitOf(row)}`);
const unitOf = ({ unit }: { unit: string }): string => ` ${unit}`;

function shown(value: number, unit: Figure['unit']): string {
  if (unit === 'of a core') return `${Math.round(value * 100)} % of a core`;
  if (unit === 'bytes') return value > 1e6 ? `${plain(value / 1e6)} MB` : `${plain(value / 1e3)} kB`;
  return `${plain(value)} ${unit === 'per second' ? '/s' : unit}`;
}

/** Three figures are enough for a ratio. */
function plain(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ',');
}

function aligned(rows: readonly string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows.map(row => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n');
}
