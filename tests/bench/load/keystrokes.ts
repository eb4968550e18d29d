/**
 * The keystroke history of a real paper (259,778 edits), where it lies beside the project; else as many edits made up with
 * a fixed seed. Whoever uses it says which of the two it was.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { seeded, SEEDS } from './seeded.ts';

export interface Patch {
  at: number;
  deleted: number;
  inserted: string;
}

const PLACES = ['data/automerge-paper.json.gz', '../shared/data/automerge-paper.json.gz'];

export function keystrokes(edits: number): { patches: Patch[]; isReal: boolean } {
  const file = PLACES.map(place => join(process.cwd(), place)).find(existsSync);
  if (file === undefined) return { patches: madeUp(edits), isReal: false };
  const recorded = JSON.parse(gunzipSync(readFileSync(file)).toString()) as { txns: { patches: [number, number, string][] }[] };
  const patches = recorded.txns.flatMap(txn => txn.patches.map(([at, deleted, inserted]) => ({ at, deleted, inserted })));
  return { patches: patches.slice(0, edits), isReal: true };
}

/** Mostly typing on, sometimes elsewhere, now and then a letter taken back. */
function madeUp(edits: number): Patch[] {
  const random = seeded(SEEDS.keystrokes);
  let [length, at] = [0, 0];
  return Array.from({ length: edits }, () => {
    if (random() < 0.05) at = Math.floor(random() * (length + 1));
    if (at > 0 && random() < 0.3) {
      length--;
      return { at: --at, deleted: 1, inserted: '' };
    }
    length++;
    return { at: at++, deleted: 0, inserted: 'abcdefghijklmnopqrstuvwxyz '[Math.floor(random() * 27)]! };
  });
}
