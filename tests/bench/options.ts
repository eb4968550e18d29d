/** What a run of the benchmark was asked: `-- --only one-room-50 --short --json FILE --write docs/performance.md`. */
import { parseArgs } from 'node:util';

export interface Options {
  /** Scenarios by name; all when empty. */
  only: string[];
  /** A smoke run: few people, one round, nothing to conclude from. */
  short: boolean;
  rounds: number;
  json: string | undefined;
  /** A document to write the results into. */
  write: string | undefined;
  /** Earlier results to go on from: scenarios run one by one make one report. */
  from: string[];
  /** A folder for CPU profiles of our server. */
  profile: string | undefined;
}

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args], strict: true,
    options: {
      only: { type: 'string', multiple: true }, short: { type: 'boolean' }, rounds: { type: 'string' }, json: { type: 'string' },
      write: { type: 'string' }, from: { type: 'string', multiple: true }, profile: { type: 'string' },
    },
  });
  const short = values.short ?? false;
  return {
    only: (values.only ?? []).flatMap(names => names.split(',')), short, rounds: short ? 1 : Number(values.rounds ?? 3),
    json: values.json, write: values.write, from: values.from ?? [], profile: values.profile,
  };
}
