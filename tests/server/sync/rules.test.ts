/** The numbered rules of the sync line are promises: each stands in its README, and some test says that it holds it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const NUMBERS = Array.from({ length: 14 }, (_, index) => index + 1);

/** Titles and comments of every test in the project: `(Sync 5)`, `(Sync 5, 8)`. */
function quoted(): Set<number> {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name) && !name.endsWith('rules.test.ts'));
  const quotes = files.flatMap(name => [...readFileSync(join('tests', name), 'utf8').matchAll(/Sync (\d+(?:, \d+)*)/g)]);
  return new Set(quotes.flatMap(([, numbers]) => numbers!.split(', ').map(Number)));
}

describe('the rules of the sync line', () => {
  test.each(NUMBERS)('Sync %i is written down and quoted by a test', number => {
    expect(readFileSync('server/sync/README.md', 'utf8')).toContain(`- **Sync ${number}. `);
    expect(quoted()).toContain(number);
  });
});
