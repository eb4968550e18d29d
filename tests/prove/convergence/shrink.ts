/** Makes a story that fails shorter, as long as it still fails: takes out ever smaller stretches. */
import type { Story } from './story.ts';

const MOST_TRIES = 400;

export async function shrink(story: Story, fails: (story: Story) => Promise<boolean>): Promise<Story> {
  let shortest = story;
  let tries = 0;
  for (let length = Math.ceil(story.steps.length / 2); length >= 1; length = Math.floor(length / 2)) {
    for (let from = 0; from < shortest.steps.length && tries < MOST_TRIES;) {
      const shorter = { ...shortest, steps: shortest.steps.toSpliced(from, length) };
      tries++;
      if (await fails(shorter)) shortest = shorter;
      else from += length;
    }
  }
  return shortest;
}
