/** The bar: what each figure must reach and what it aims at, as data; and what it reached. Measures nothing. */
import { ratio } from './meter.ts';
import type { Results } from './results.ts';
import type { ContenderName } from './stage.ts';

interface Bar {
  scenario: string;
  what: string;
  unit: '×' | 'ms' | 'MB';
  /** Undefined while something of it was not measured. */
  reach: (results: Results) => number | undefined;
  must: number;
  aim?: number;
  better: 'more' | 'less';
}

export interface Row {
  scenario: string;
  what: string;
  unit: string;
  must: string;
  aim: string;
  reached: number | undefined;
  holds: boolean;
  aimed: boolean;
}

/** The better of the two ways in which Hocuspocus can be set. */
function better(results: Results, scenario: string, figure: string, pick: (...values: number[]) => number): number | undefined {
  const all = (['hocuspocus', 'hocuspocus12'] as const).map(contender => results.middle(scenario, figure, contender)).filter(value => value !== undefined);
  return all.length > 0 ? pick(...all) : undefined;
}

const times = (ours: number | undefined, theirs: number | undefined) => (ours === undefined || theirs === undefined ? undefined : ratio(ours, theirs));
const own = (scenario: string, figure: string) => (results: Results) => results.middle(scenario, figure, 'insieme');
const beside = (scenario: string, figure: string, other: ContenderName) => (results: Results) =>
  times(results.middle(scenario, figure, 'insieme'), results.middle(scenario, figure, other));

const throughput = (people: number, must: number, aim: number): Bar => ({
  scenario: `one-room-${people}`, what: `${people} people in one room: deliveries/s, beside the better Hocuspocus`, unit: '×', must, aim, better: 'more',
  reach: results => times(results.middle(`one-room-${people}`, 'deliveries', 'insieme'), better(results, `one-room-${people}`, 'deliveries', Math.max)),
});

export const BARS: readonly Bar[] = [
  throughput(10, 6, 10),
  throughput(50, 8, 12),
  throughput(200, 14, 20),
  { scenario: 'human-rate', what: '200 people, 80,000 deliveries/s: CPU beside Hocuspocus, default', unit: '×', must: 0.33, better: 'less', reach: beside('human-rate', 'server CPU', 'hocuspocus') },
  { scenario: 'human-rate', what: 'the same: CPU beside Hocuspocus, 12 ms', unit: '×', must: 0.55, better: 'less', reach: beside('human-rate', 'server CPU', 'hocuspocus12') },
  { scenario: 'human-rate', what: 'the same: p99', unit: 'ms', must: 20, better: 'less', reach: own('human-rate', 'p99') },
  { scenario: 'many-rooms', what: '500 rooms × 4, 12,000 letters/s: CPU beside a bare relay', unit: '×', must: 1.25, aim: 1.1, better: 'less', reach: beside('many-rooms', 'server CPU', 'relay') },
  { scenario: 'many-rooms', what: 'the same: p99', unit: 'ms', must: 15, better: 'less', reach: own('many-rooms', 'p99') },
  { scenario: 'saving', what: 'a letter to "Saved", 500 letters/s: p50', unit: 'ms', must: 5, better: 'less', reach: own('saving', 'p50') },
  { scenario: 'saving', what: 'the same: p95', unit: 'ms', must: 50, better: 'less', reach: own('saving', 'p95') },
  { scenario: 'opening', what: '260,000 edits: first bytes from a warm room', unit: 'ms', must: 5, better: 'less', reach: own('opening', 'warm: first bytes after asking') },
  { scenario: 'opening', what: 'the same: from disk, after connecting', unit: 'ms', must: 50, better: 'less', reach: own('opening', 'disk: first bytes after connecting') },
  {
    scenario: 'joining', what: '200 people join 1 MB: the last one in, Hocuspocus beside us', unit: '×', must: 10, better: 'more',
    reach: results => times(better(results, 'joining', 'last in', Math.min), results.middle('joining', 'last in', 'insieme')),
  },
  {
    scenario: 'joining', what: 'the same: CPU beside the better Hocuspocus', unit: '×', must: 0.05, better: 'less',
    reach: results => times(results.middle('joining', 'server CPU', 'insieme'), better(results, 'joining', 'server CPU', Math.min)),
  },
  {
    scenario: 'cursors', what: '100 cursors at 20 Hz: CPU beside the better Hocuspocus', unit: '×', must: 0.2, better: 'less',
    reach: results => times(results.middle('cursors', 'server CPU', 'insieme'), better(results, 'cursors', 'server CPU', Math.min)),
  },
  { scenario: 'cursors', what: 'the same: visible within, p99', unit: 'ms', must: 35, better: 'less', reach: own('cursors', 'p99') },
  { scenario: 'memory', what: 'an idle room with 56 kB: memory beside Hocuspocus', unit: '×', must: 0.1, better: 'less', reach: beside('memory', 'per room', 'hocuspocus') },
  {
    scenario: 'memory', what: '10,000 such rooms: the whole process', unit: 'MB', must: 1_000, better: 'less',
    reach: results => { const bytes = results.middle('memory', '10,000 rooms: process', 'insieme'); return bytes === undefined ? undefined : bytes / 1e6; },
  },
];

export function judge(results: Results): Row[] {
  return BARS.map(bar => {
    const reached = bar.reach(results);
    const sign = bar.better === 'more' ? '≥' : '≤';
    const reaches = (wanted: number) => reached !== undefined && (bar.better === 'more' ? reached >= wanted : reached <= wanted);
    return {
      scenario: bar.scenario, what: bar.what, unit: bar.unit, reached, must: `${sign} ${bar.must}`, aim: bar.aim === undefined ? '' : `${sign} ${bar.aim}`,
      holds: reaches(bar.must), aimed: reaches(bar.aim ?? bar.must),
    };
  });
}
