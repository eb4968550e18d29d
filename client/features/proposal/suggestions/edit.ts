/**
 * One edit as a plain replacement: which part of the text before became which part of the text after.
 *
 * An edit may come as several steps (a shortcut that deletes two letters and makes a list); what counts is what it
 * replaced by what. Knows nothing of suggestions.
 */
import type { Transaction } from '@tiptap/pm/state';
import { AddMarkStep, AddNodeMarkStep, AttrStep, RemoveMarkStep, RemoveNodeMarkStep, type Step } from '@tiptap/pm/transform';

export interface Edit {
  /** In the text before. */
  from: number;
  to: number;
  /** In the text after. */
  newFrom: number;
  newTo: number;
}

/** The smallest stretch that holds every step; undefined when nothing was touched. */
export function editOf(tr: Transaction): Edit | undefined {
  let edit: Edit | undefined;
  for (const [nth, step] of tr.steps.entries()) {
    const on = tr.mapping.slice(nth + 1);
    for (const [oldFrom, oldTo, newFrom, newTo] of touched(step, tr, nth)) {
      const here = { from: back(tr, nth, oldFrom, -1), to: back(tr, nth, oldTo, 1), newFrom: on.map(newFrom, -1), newTo: on.map(newTo, 1) };
      edit = edit ? joined(edit, here) : here;
    }
  }
  return edit && evened(edit, tr.doc.content.size - tr.before.content.size);
}

/** Before and behind it both texts are the same, so both stretches begin at one place and end equally far from the end. */
function evened({ from, to, newFrom, newTo }: Edit, grown: number): Edit {
  const [start, end] = [Math.min(from, newFrom), Math.max(to, newTo - grown)];
  return { from: start, to: end, newFrom: start, newTo: end + grown };
}

/** A place before the nth step, in the text before all of them. (A part of a `Mapping` inverts as the whole of it.) */
function back({ mapping }: Transaction, nth: number, place: number, side: -1 | 1): number {
  return mapping.maps.slice(0, nth).reduceRight((at, map) => map.invert().map(at, side), place);
}

const joined = (a: Edit, b: Edit): Edit =>
  ({ from: Math.min(a.from, b.from), to: Math.max(a.to, b.to), newFrom: Math.min(a.newFrom, b.newFrom), newTo: Math.max(a.newTo, b.newTo) });

type Touched = readonly [oldFrom: number, oldTo: number, newFrom: number, newTo: number];

/** Steps that change no sizes have an empty map: they say themselves where they are. */
function touched(step: Step, tr: Transaction, nth: number): Touched[] {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return [[step.from, step.to, step.from, step.to]];
  if (step instanceof AttrStep || step instanceof AddNodeMarkStep || step instanceof RemoveNodeMarkStep) {
    const end = step.pos + (tr.docs[nth]?.nodeAt(step.pos)?.nodeSize ?? 1);
    return [[step.pos, end, step.pos, end]];
  }
  const ranges: Touched[] = [];
  step.getMap().forEach((...range) => ranges.push(range));
  return ranges;
}
