/** What every scenario is: a name, what it asks in a sentence, and a run that notes figures. */
import type { Options } from '../options.ts';
import type { Results } from '../results.ts';
import type { ContenderName } from '../stage.ts';

export interface Bench {
  readonly options: Options;
  readonly results: Results;
  say(line: string): void;
}

export interface Scenario {
  readonly name: string;
  readonly asks: string;
  run(bench: Bench): Promise<void>;
}

export const HOCUSPOCUS: readonly ContenderName[] = ['hocuspocus', 'hocuspocus12'];

/** Rounds on the outside, servers within: what slows the machine for a while slows all of them. */
export async function interleaved(bench: Bench, contenders: readonly ContenderName[], measure: (contender: ContenderName, round: number) => Promise<void>): Promise<void> {
  for (let round = 0; round < bench.options.rounds; round++) {
    // Each time another one first.
    for (let nth = 0; nth < contenders.length; nth++) await measure(contenders[(nth + round) % contenders.length]!, round);
  }
}

/** Profiles are of our own server alone. */
export const profileOf = ({ options }: Bench, contender: ContenderName): { profileInto?: string } =>
  options.profile !== undefined && contender === 'insieme' ? { profileInto: options.profile } : {};
