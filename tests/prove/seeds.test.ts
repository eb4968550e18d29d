/** Stories that once ended badly, each shortened and kept by name. */
import { expect, test } from 'vitest';
import { play } from './convergence/play.ts';
import type { Story } from './convergence/story.ts';
import kept from './seeds.json' with { type: 'json' };

test.each(kept.convergence)('all copies end as one although $name', async ({ story }) => {
  const { misses } = await play(story as unknown as Story);
  expect(misses).toEqual([]);
});
