/** Frames that no honest page sends, from every layer: noise, damaged frames, damaged updates in whole frames, forged updates. */
import * as Y from 'yjs';
import { answerFrame, askFrame, presenceFrame, updateFrame } from '../../../server/sync/frames.ts';
import type { Random } from '../common/random.ts';
import { EDIT } from '../convergence/edits.ts';
import { damage } from './mutate.ts';
import { type Forger, forgeUpdate } from './forge.ts';

export const LAYERS = ['noise', 'frame', 'update', 'content'] as const;
export type Layer = (typeof LAYERS)[number];

/** What an honest page under this id could send, in order: every kind of content. */
function honestUpdates(clientId: number, random: Random, count: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const edits = Object.entries(EDIT).filter(([name]) => name !== 'paste');
  while (updates.length < count) doc.transact(() => random.pick(edits)[1](doc, random.below(1_000), random.below(1_000)));
  return updates;
}

export class Malformed {
  readonly #updates: Uint8Array[];

  /** `fresh`: ids of the sender under which nothing was written yet, so that some of what is damaged fits. */
  constructor(readonly forger: Forger, fresh: readonly number[]) {
    const { random } = forger;
    this.#updates = fresh.flatMap(id => honestUpdates(id, random, random.between(1, 3)));
    const long = honestUpdates(fresh[0]!, random, 60);
    this.#updates.push(Y.mergeUpdates(long), Y.convertUpdateFormatV1ToV2(long[0]!));
  }

  next(layer: Layer): Uint8Array {
    const { random } = this.forger;
    switch (layer) {
      case 'noise': return random.chance(0.5) ? random.bytes(random.below(40)) : Uint8Array.of(random.below(4), random.below(4), ...random.bytes(random.below(30)));
      case 'frame': return damage(this.#frame(random.pick(this.#updates)), random, this.#frame(random.pick(this.#updates)));
      case 'update': return this.#content(damage(random.pick(this.#updates), random, random.pick(this.#updates)));
      case 'content': return this.#content(forgeUpdate(this.forger));
    }
  }

  #content(update: Uint8Array): Uint8Array {
    return this.forger.random.chance(0.3) ? answerFrame(update) : updateFrame(update);
  }

  #frame(update: Uint8Array): Uint8Array {
    const { random } = this.forger;
    const chance = random.next();
    if (chance < 0.7) return this.#content(update);
    if (chance < 0.85) return askFrame(Y.encodeStateVectorFromUpdate(random.pick(this.#updates.slice(0, -1))));
    const state = new TextEncoder().encode(JSON.stringify({ page: 'canvas', pointer: { x: random.below(100), y: 0 } }));
    return presenceFrame([{ clientId: random.pick(this.forger.clients), clock: random.below(9), state }]);
  }
}
