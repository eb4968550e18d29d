/** Whoever runs Insieme finds every setting in docs/operations.md, and none that does nothing. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The machine's language, in which the examples are told, is nothing to set for us. */
const OF_THE_MACHINE = ['LC_ALL', 'LC_MESSAGES', 'LANG'];

test('every setting the server reads is explained, and every one explained is read', () => {
  const read = [...readFileSync('server/config.ts', 'utf8').matchAll(/set\['([A-Z_]+)'\]/g)].map(found => found[1]!);
  const explained = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(found => found[1]!);
  expect(explained.toSorted()).toEqual([...new Set(read)].filter(name => !OF_THE_MACHINE.includes(name)).toSorted());
});
