/**
 * Turns an edit into a suggestion: the text stays what it was, what would go is struck, what would come is marked.
 *
 * Within a paragraph, words stand beside words. An edit across blocks (a new line, a list, a pasted page) strikes the
 * old blocks and puts the new ones after them, so that an answer has only to take out whole pieces and never joins
 * halves. Knows no screen and no document shared with others; it reads and makes transactions.
 */
import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { MemberId } from '../../../../shared/ids.ts';
import { printSuggested, type Suggested } from '../../../../shared/suggestions.ts';
import { type Edit, editOf } from './edit.ts';
import { labelAt, plainMarks, proposed, strip } from './marks.ts';
import { strike } from './strike.ts';

export interface Suggester extends Pick<Suggested, 'by' | 'side'> {
  /** A label for a suggestion that begins here. */
  fresh: () => Suggested;
}

/** Undefined for what cannot be suggested: rows and columns of a table that stands, words in a block of code. */
export function asSuggestion(state: EditorState, tr: Transaction, who: Suggester): Transaction | undefined {
  const whole = editOf(tr);
  const edit = whole && withoutEcho(state.doc, tr.doc, whole);
  if (!edit) return state.tr.setSelection(Selection.near(state.doc.resolve(Math.min(tr.selection.head, state.doc.content.size))));
  const work: Work = { out: state.tr, before: state.doc, after: tr.doc, edit, by: who.by, label: printSuggested(goingOn(state.doc, edit, who.by) ?? who.fresh()) };
  if (isOwnCode(work)) return tr;
  const placed = isWithinOne(work) ? suggestWords(work) : suggestBlocks(work);
  if (!placed) return undefined;
  // An emptied text would be made plain by the editor's own tidying, labels and all.
  return work.out.setSelection(caretFor(state, tr, work, placed)).setMeta('preventClearDocument', true).scrollIntoView();
}

/** Browsers that delete beside struck or proposed words write those words anew, without their labels: that is no edit. */
function withoutEcho(before: Node, after: Node, { from, to, newFrom, newTo }: Edit): Edit {
  const most = Math.min(to - from, newTo - newFrom);
  const echoes = (old: number, fresh: number): boolean => {
    const [a, b] = [before.resolve(old).nodeAfter, after.resolve(fresh).nodeAfter];
    return a?.isText === true && b?.isText === true && a.text?.[0] === b.text?.[0] && a.marks.length > plainMarks(a.marks).length;
  };
  let [head, tail] = [0, 0];
  while (head < most && echoes(from + head, newFrom + head)) head += 1;
  while (head + tail < most && echoes(to - tail - 1, newTo - tail - 1)) tail += 1;
  return { from: from + head, to: to - tail, newFrom: newFrom + head, newTo: newTo - tail };
}

interface Work {
  out: Transaction;
  before: Node;
  after: Node;
  edit: Edit;
  by: MemberId;
  label: string;
}
/** Where pieces of the text after now stand in the text with suggestions; and where what was struck ends. */
interface Placed {
  moves: readonly { newFrom: number; newTo: number; at: number }[];
  struckTo: number;
  /** Where the caret stands that was before the edit, if not there. */
  before?: number;
}

/** Whoever goes on where they just suggested something goes on with that suggestion. */
function goingOn(doc: Node, { from, to }: Edit, by: MemberId): Suggested | undefined {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const near = [$from.nodeBefore, $from.nodeAfter, $to.nodeBefore, $to.nodeAfter, $from.parent, ...ancestors($from)];
  for (const node of near) {
    for (const what of ['insertion', 'deletion'] as const) {
      const label = node ? labelAt(node, what) : undefined;
      if (label?.by === by) return label;
    }
  }
  return undefined;
}
const ancestors = ($at: ResolvedPos): Node[] => Array.from({ length: $at.depth }, (_, depth) => $at.node(depth + 1)).reverse();

function isWithinOne({ before, after, edit }: Work): boolean {
  const [$from, $to, $newFrom, $newTo] = [before.resolve(edit.from), before.resolve(edit.to), after.resolve(edit.newFrom), after.resolve(edit.newTo)];
  return $from.parent.inlineContent && $from.sameParent($to) && $newFrom.sameParent($newTo) && $newFrom.parent.type === $from.parent.type;
}

/** Code carries no marks: a block of it comes or goes as a whole, and its writer goes on in it as they like. */
function isOwnCode({ before, edit, by }: Work): boolean {
  const $from = before.resolve(edit.from);
  return $from.parent.type.name === 'codeBlock' && $from.sameParent(before.resolve(edit.to)) && labelAt($from.parent, 'insertion')?.by === by;
}

function suggestWords(work: Work): Placed | undefined {
  const { out, after, edit, label } = work;
  const mark = out.doc.type.schema.marks['insertion'];
  if (!mark || !out.doc.resolve(edit.from).parent.type.allowsMarkType(mark)) return undefined;
  out.insert(edit.to, proposed(after.slice(edit.newFrom, edit.newTo).content, label));
  const settled = strikeFrom(work, edit.from, edit.to);
  return { moves: [{ newFrom: edit.newFrom, newTo: edit.newTo, at: settled(edit.to) }], struckTo: settled(edit.to) };
}

/** Says afterwards where a place went that stood at the end of what was struck. */
function strikeFrom({ out, label, by }: Work, from: number, to: number): (place: number) => number {
  const steps = out.steps.length;
  strike(out, from, to, by, label);
  const map = out.mapping.slice(steps);
  return place => map.map(place, -1);
}

function suggestBlocks(work: Work): Placed | undefined {
  const { before, after, edit } = work;
  const [$from, $newFrom] = [before.resolve(edit.from), after.resolve(edit.newFrom)];
  const depth = Math.min($from.sharedDepth(edit.to), $newFrom.sharedDepth(edit.newTo), blockDepth($from), blockDepth($newFrom));
  if (['table', 'tableRow'].includes($from.node(depth).type.name)) return undefined;
  const [old, fresh] = trimmed(blocksIn(before, edit.from, edit.to, depth), blocksIn(after, edit.newFrom, edit.newTo, depth));
  const hasHead = isWithin(edit.from, old) && isWithin(edit.newFrom, fresh) && keepsHead($from, $newFrom, depth);
  return hasHead ? withHead(work, { $from, $newFrom, old, fresh, depth }) : withoutHead(work, old, fresh);
}

const isWithin = (place: number, { from, to }: Blocks): boolean => from < place && place < to;

/** Positions directly in a paragraph belong to it; the frame around it is what blocks stand in. */
const blockDepth = ($at: ResolvedPos): number => ($at.parent.inlineContent ? $at.depth - 1 : $at.depth);

interface Blocks {
  from: number;
  to: number;
  nodes: readonly Node[];
}

/** The blocks at a depth that a stretch touches, whole. */
function blocksIn(doc: Node, from: number, to: number, depth: number): Blocks {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const start = $from.depth > depth ? $from.before(depth + 1) : from;
  const end = Math.max(start, $to.depth > depth ? $to.after(depth + 1) : to);
  const nodes: Node[] = [];
  doc.slice(start, end).content.forEach(node => nodes.push(node));
  return { from: start, to: end, nodes };
}

/** Blocks that are the same before and after are left alone: a line begun above a paragraph is one new line, not a moved paragraph. */
function trimmed(old: Blocks, fresh: Blocks): [Blocks, Blocks] {
  const most = Math.min(old.nodes.length, fresh.nodes.length);
  let [head, tail] = [0, 0];
  const same = (nth: number): boolean => old.nodes.at(nth)?.eq(fresh.nodes.at(nth) as Node) ?? false;
  while (head < most && same(head)) head += 1;
  while (head + tail < most && same(-1 - tail)) tail += 1;
  return [cut(old, head, tail), cut(fresh, head, tail)];
}

function cut({ from, to, nodes }: Blocks, head: number, tail: number): Blocks {
  const size = (some: readonly Node[]): number => some.reduce((sum, node) => sum + node.nodeSize, 0);
  const end = nodes.length - tail;
  return { from: from + size(nodes.slice(0, head)), to: to - size(nodes.slice(end)), nodes: nodes.slice(head, end) };
}

/** The paragraph in which the edit begins stays, if nothing follows it in its frame. */
function keepsHead($from: ResolvedPos, $newFrom: ResolvedPos, depth: number): boolean {
  const mark = $from.parent.type.schema.marks['insertion'];
  if (!mark || !$from.parent.inlineContent || !$from.parent.type.allowsMarkType(mark) || $from.depth !== $newFrom.depth) return false;
  for (let level = depth + 1; level < $from.depth; level += 1) {
    if ($newFrom.indexAfter(level) < $newFrom.node(level).childCount) return false;
  }
  return true;
}

function withoutHead(work: Work, old: Blocks, fresh: Blocks): Placed {
  work.out.insert(old.to, proposed(Fragment.fromArray([...fresh.nodes]), work.label));
  const settled = strikeFrom(work, old.from, old.to);
  return { moves: [{ newFrom: fresh.from, newTo: fresh.to, at: settled(old.to) }], struckTo: settled(old.to) };
}

/** New words of the paragraph that stays stand at its end, behind what is struck there; new blocks behind struck ones. */
function withHead(work: Work, { $from, $newFrom, old, fresh, depth }: { $from: ResolvedPos; $newFrom: ResolvedPos; old: Blocks; fresh: Blocks; depth: number }): Placed {
  const { out, after, label } = work;
  const lineEnd = $from.end();
  const fresher = after.slice($newFrom.pos, $newFrom.end()).content;
  const before = takeBack(work, $from, fresher);
  const words = before === undefined ? proposed(fresher, label) : Fragment.empty;
  const newStart = $newFrom.after(depth + 1);
  out.insert(old.to, proposed(Fragment.fromArray([...fresh.nodes.slice(1)]), label));
  out.insert(lineEnd, words);
  const blocksTo = strikeFrom(work, lineEnd + words.size, old.to + words.size)(old.to + words.size);
  const settled = strikeFrom(work, $from.pos, lineEnd);
  return {
    moves: [{ newFrom: newStart, newTo: fresh.to, at: settled(blocksTo) }, { newFrom: $newFrom.pos, newTo: $newFrom.end(), at: settled(lineEnd) }],
    struckTo: settled(lineEnd),
    ...(before === undefined ? {} : { before }),
  };
}

/** A line divided and joined again is the line it was: words that would stand anew behind themselves, struck, just stand. */
function takeBack({ out, by }: Work, $from: ResolvedPos, words: Fragment): number | undefined {
  const mark = out.doc.type.schema.marks['deletion'];
  const start = struckBefore($from, by);
  if (!mark || start === $from.pos || $from.pos !== $from.end()) return undefined;
  if (!strip(out.doc.slice(start, $from.pos).content, false).eq(strip(words, true))) return undefined;
  out.removeMark(start, $from.pos, mark);
  return start;
}

/** Where the words begin that stand right before a place and were struck by somebody. */
function struckBefore($at: ResolvedPos, by: MemberId): number {
  let start = $at.pos;
  for (let nth = $at.index(); nth > 0; nth -= 1) {
    const node = $at.parent.child(nth - 1);
    if (!node.isText || labelAt(node, 'deletion')?.by !== by || labelAt(node, 'insertion')) break;
    start -= node.nodeSize;
  }
  return start;
}

/** The caret goes where it would have gone: into the new words, before what was struck backwards, behind what was struck forwards. */
function caretFor(state: EditorState, tr: Transaction, { out, edit }: Work, placed: Placed): Selection {
  const { head } = tr.selection;
  const isForward = state.selection.empty && state.selection.head <= edit.from && edit.newFrom === edit.newTo && edit.to > edit.from;
  const isBetween = !out.doc.resolve(Math.min(edit.to, out.doc.content.size)).parent.inlineContent;
  // A block that is struck already: nothing goes, and the caret passes over it.
  if (!out.docChanged && isBetween) return Selection.near(out.doc.resolve(isForward ? edit.from : edit.to), isForward ? 1 : -1);
  const at = isForward ? placed.struckTo : placeOf(head, placed, edit, out.doc.content.size - tr.doc.content.size);
  const place = Math.max(0, Math.min(at, out.doc.content.size));
  const $at = out.doc.resolve(place);
  return $at.parent.inlineContent ? TextSelection.create(out.doc, place) : Selection.near($at, -1);
}

function placeOf(head: number, { moves, before }: Placed, edit: Edit, shift: number): number {
  if (head <= edit.newFrom && edit.newFrom === edit.newTo) return before ?? edit.from;
  const move = moves.find(({ newFrom, newTo }) => head >= newFrom && head <= newTo);
  if (move) return move.at + head - move.newFrom;
  return head < edit.newFrom ? head : head + shift;
}
