/** Reads what a proof was asked for: `--short`, `--seed N`, `--only a,b`, `--minutes N`, `--json FILE`. */
import { parseArgs } from 'node:util';
import { freshSeed } from './random.ts';

export interface Asked {
  short: boolean;
  seed: number;
  only: readonly string[] | undefined;
  json: string | undefined;
  /** An end to each proof's long form. */
  minutes: number;
}

/** Throws with a sentence for anything that is not one of these. */
export function readAsked(argv: readonly string[], names: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...argv],
    options: { short: { type: 'boolean', default: false }, seed: { type: 'string' }, only: { type: 'string' }, json: { type: 'string' }, minutes: { type: 'string', default: 'Infinity' } },
  });
  const only = values.only?.split('|').flatMap(each => each.split(','));
  const stranger = only?.find(name => !names.includes(name));
  if (stranger !== undefined) throw new Error(`There is no proof named ${stranger}: ${names.join(', ')}.`);
  const seed = values.seed === undefined ? freshSeed() : Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('A seed is a whole number.');
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error('Minutes are a number above 0.');
  return { short: values.short, seed, only, json: values.json, minutes };
}
