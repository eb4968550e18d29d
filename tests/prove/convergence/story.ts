/** Stories made up from a seed: what happens, to whom, and two numbers that say where. Plain data, so that one can be kept. */
import { Random } from '../common/random.ts';

export const EDITS = ['type', 'erase', 'format', 'embed', 'set', 'unset', 'nest', 'push', 'cut', 'note', 'element', 'attribute', 'prune', 'rename', 'undo', 'redo'] as const;
const HAPPENINGS = ['drop', 'return', 'reload', 'tab', 'close', 'hold', 'disk', 'wait', 'restart', 'crash', 'empty', 'reader', 'writer', 'revoke', 'paste', 'quiet'] as const;
export type Deed = (typeof EDITS)[number] | (typeof HAPPENINGS)[number] | 'ours' | 'theirs' | 'mail' | 'slow';

/** What happens, which page (counted round), and two numbers. */
export type Step = readonly [does: Deed, who: number, a: number, b: number];

export interface Story {
  /** A store slower than 250 ms shows words before they are on disk; what a crash then means is another promise (Sync 6). */
  readonly calm: boolean;
  readonly steps: readonly Step[];
}

/** Mail is most of what happens; the rest is edits, and now and then something befalls somebody. */
export function tell(seed: number): Story {
  const random = new Random(seed);
  const calm = random.chance(0.4);
  const steps = Array.from({ length: random.between(8, 60) }, (): Step => [deed(random, calm), random.below(8), random.below(1_000), random.below(1_000)]);
  return { calm, steps };
}

function deed(random: Random, calm: boolean): Deed {
  const chance = random.next();
  if (chance < 0.36) return random.pick(['ours', 'theirs', 'mail', 'mail', 'mail']);
  if (chance < 0.76) return random.pick(EDITS);
  const happening = random.pick(HAPPENINGS);
  if (calm && happening === 'crash') return 'slow';
  // A paste is large enough for a snapshot when the room goes quiet, and large enough to slow everything down.
  return happening === 'paste' && random.chance(0.7) ? 'empty' : happening;
}
