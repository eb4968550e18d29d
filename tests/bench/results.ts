/** What scenarios measured: one value per round of each figure and server. Knows nothing of bars. */
import { median } from './meter.ts';
import type { Row } from './bar.ts';
import type { ContenderName } from './stage.ts';

export interface Figure {
  scenario: string;
  figure: string;
  unit: 'per second' | 'ms' | 'bytes' | 'of a core' | 'µs' | 'ms CPU' | 'rooms';
  contender: ContenderName;
  /** One for each round. */
  values: number[];
}

export class Results {
  readonly figures: Figure[] = [];

  note(scenario: string, contender: ContenderName, unit: Figure['unit'], measured: Readonly<Record<string, number>>): void {
    for (const [figure, value] of Object.entries(measured)) this.#of(scenario, figure, contender, unit).values.push(value);
  }

  /** The median over the rounds; undefined when it was not measured. */
  middle(scenario: string, figure: string, contender: ContenderName): number | undefined {
    const found = this.figures.find(each => each.scenario === scenario && each.figure === figure && each.contender === contender);
    return found && median(found.values);
  }

  /** Takes over what another run measured, unless it was measured again. */
  adopt(figures: readonly Figure[]): void {
    const mine = new Set(this.figures.map(({ scenario }) => scenario));
    this.figures.push(...figures.filter(({ scenario }) => !mine.has(scenario)));
  }

  #of(scenario: string, figure: string, contender: ContenderName, unit: Figure['unit']): Figure {
    const known = this.figures.find(each => each.scenario === scenario && each.figure === figure && each.contender === contender);
    if (known) return known;
    const fresh: Figure = { scenario, figure, unit, contender, values: [] };
    this.figures.push(fresh);
    return fresh;
  }
}

/** What a run leaves behind, as written by `--json`. */
export interface Report {
  /** No *must* that was measured is missed. */
  ok: boolean;
  short: boolean;
  figures: Figure[];
  rows: Row[];
  seeds: number[];
  node: string;
  /** `2026-11-23` */
  date: string;
  /** Server and load each had a core of its own. */
  pinned: boolean;
}
