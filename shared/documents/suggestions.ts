/**
 * Open suggestions within a text: which there are, what they would change, and what becomes of it when one is answered.
 *
 * Words carry them as marks, figures and blocks as attributes. What was answered takes only labels and struck pieces
 * away, never writes words anew: two people who answer at the same moment end with the same text, once.
 * The agreed text, which is frozen and hashed, is the text without them: `richtext.ts` reads it so. Knows no editor.
 */
import * as Y from 'yjs';
import { type Answered, Answered as AnsweredSchema, type Outcome, parseSuggested, PROPOSED, type Proposed, type Suggested } from '../suggestions.ts';
import { cleanText } from './cleanText.ts';
import { metaRoot, proposalRoot } from './roots.ts';
import { type Asked, askedOf } from './shown.ts';

/** What one suggestion adds or strikes: its words (a line per block) and the figures among them. */
export interface Change {
  text: string;
  asked: Asked[];
  /** Paragraphs, headings, tables and the like that come or go as a whole. */
  blocks: number;
}
export interface OpenSuggestion extends Suggested {
  added: Change;
  removed: Change;
}

type Parent = Y.XmlFragment | Y.XmlElement;
type Labels = Readonly<Record<string, unknown>>;

/** A label as a text's formatting keeps it. */
export const labelOn = (formatting: Labels | undefined, what: Proposed): Suggested | undefined =>
  parseSuggested((formatting?.[what] as { as?: unknown } | null | undefined)?.as);
export const labelOf = (element: Y.XmlElement, what: Proposed): Suggested | undefined => parseSuggested(element.getAttribute(what));

/** Every open suggestion, in the order of the text. */
export function openSuggestions(fragment: Y.XmlFragment): OpenSuggestion[] {
  const open = new Map<string, OpenSuggestion>();
  gather(fragment, (what, label) => {
    const known = open.get(label.id) ?? { ...label, added: nothing(), removed: nothing() };
    open.set(label.id, known);
    return what === 'insertion' ? known.added : known.removed;
  });
  return [...open.values()];
}

const nothing = (): Change => ({ text: '', asked: [], blocks: 0 });

function gather(parent: Parent, changeOf: (what: Proposed, label: Suggested) => Change): void {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) gatherWords(child, changeOf);
    if (!(child instanceof Y.XmlElement)) continue;
    for (const what of PROPOSED) {
      const label = labelOf(child, what);
      if (label) note(child, changeOf(what, label));
    }
    gather(child, changeOf);
  }
}

function note(element: Y.XmlElement, change: Change): void {
  const asked = askedOf(element.nodeName, element.getAttribute('of'), element.getAttribute('shows'));
  if (asked) change.asked.push(asked);
  else if (element.nodeName !== 'hardBreak') change.blocks += 1;
  if (change.text !== '' && asked?.type !== 'figure') change.text += '\n';
}

function gatherWords(text: Y.XmlText, changeOf: (what: Proposed, label: Suggested) => Change): void {
  for (const { insert, attributes } of runsOf(text)) {
    for (const what of PROPOSED) {
      const label = labelOn(attributes, what);
      if (label && typeof insert === 'string') changeOf(what, label).text += cleanText(insert);
    }
  }
}

interface Run {
  insert: unknown;
  attributes?: Labels;
}
const runsOf = (text: Y.XmlText): Run[] => text.toDelta() as Run[];

/** Takes the words of a suggestion into the text, or out of it. Does nothing where it is no longer open. */
export function settle(fragment: Y.XmlFragment, id: string, accepted: boolean): void {
  const goes: Proposed = accepted ? 'deletion' : 'insertion';
  settleWithin(fragment, id, goes);
}

function settleWithin(parent: Parent, id: string, goes: Proposed): void {
  const children = parent.toArray();
  for (let nth = children.length - 1; nth >= 0; nth -= 1) {
    const child = children[nth];
    if (child instanceof Y.XmlText) settleWords(child, id, goes);
    if (child instanceof Y.XmlElement) settleElement(parent, nth, child, id, goes);
  }
}

/** From the end, so that what is taken out moves nothing that is still to come. */
function settleWords(text: Y.XmlText, id: string, goes: Proposed): void {
  let end = text.length;
  for (const { insert, attributes } of runsOf(text).reverse()) {
    const length = typeof insert === 'string' ? insert.length : 1;
    end -= length;
    const mine = PROPOSED.filter(what => labelOn(attributes, what)?.id === id);
    if (mine.includes(goes)) text.delete(end, length);
    else if (mine.length > 0) text.format(end, length, Object.fromEntries(mine.map(what => [what, null])));
  }
}

function settleElement(parent: Parent, nth: number, element: Y.XmlElement, id: string, goes: Proposed): void {
  const before = element.length;
  settleWithin(element, id, goes);
  const mine = PROPOSED.filter(what => labelOf(element, what)?.id === id);
  const outlived = WRAPPERS.includes(element.nodeName) && before > 0 && element.length === 0;
  if (outlived || (mine.includes(goes) && !holdsWords(element))) return takeOut(parent, nth, element, mine);
  for (const what of mine) element.removeAttribute(what);
  const guest = mine.includes('insertion') && goes === 'insertion' ? guestOf(element) : undefined;
  if (guest) element.setAttribute('insertion', guest);
}

/** Without an entry they would be no list and no quotation. */
const WRAPPERS: readonly string[] = ['bulletList', 'orderedList', 'listItem', 'blockquote'];

/** Words of others that came into a block meanwhile keep it alive; code carries no labels, and goes with its block. */
function holdsWords(parent: Parent): boolean {
  if (parent instanceof Y.XmlElement && parent.nodeName === 'codeBlock') return false;
  return parent.toArray().some(child => {
    if (child instanceof Y.XmlText) return child.length > 0;
    return child instanceof Y.XmlElement && (LEAVES.includes(child.nodeName) || holdsWords(child));
  });
}
const LEAVES: readonly string[] = ['figure', 'live', 'horizontalRule', 'hardBreak'];

/** A refused paragraph that holds nothing but another suggestion goes on as a part of that one. */
function guestOf(parent: Parent): string | undefined {
  const labels = new Set<string | undefined>();
  const look = (within: Parent): void => {
    for (const child of within.toArray()) {
      if (child instanceof Y.XmlText) for (const { attributes } of runsOf(child)) labels.add((attributes?.['insertion'] as { as?: string } | undefined)?.as);
      else if (child instanceof Y.XmlElement) look(child);
    }
  };
  look(parent);
  return labels.has(undefined) ? undefined : [...labels][0];
}

/** What must not be empty keeps an empty paragraph; and never do three runs of words stand side by side (`richtext.ts`). */
function takeOut(parent: Parent, nth: number, element: Y.XmlElement, mine: readonly Proposed[]): void {
  if (parent instanceof Y.XmlElement && element.nodeName === 'paragraph' && isNeeded(parent, nth)) {
    for (const what of mine) element.removeAttribute(what);
    return;
  }
  parent.delete(nth, 1);
  joinThree(parent, nth);
}

function isNeeded(parent: Y.XmlElement, nth: number): boolean {
  if (parent.nodeName === 'listItem') return nth === 0 && parent.length > 1;
  return (parent.nodeName === 'tableCell' || parent.nodeName === 'tableHeader') && parent.length === 1;
}

function joinThree(parent: Parent, at: number): void {
  const isText = (nth: number): boolean => nth >= 0 && nth < parent.length && (parent.get(nth) as unknown) instanceof Y.XmlText;
  if (!isText(at - 1) || !isText(at) || (!isText(at - 2) && !isText(at + 1))) return;
  const [kept, moved] = [parent.get(at - 1), parent.get(at)] as unknown as [Y.XmlText, Y.XmlText];
  kept.applyDelta([{ retain: kept.length }, ...(moved.toDelta() as Run[])]);
  parent.delete(at, 1);
}

/** How many answered suggestions a project remembers in its document; its history has them all. */
export const ANSWERED_KEPT = 100;
const WORDS_KEPT = 240;
const ANSWERED = 'answered:';

export interface Answer {
  id: string;
  outcome: Outcome;
  by: Answered['answeredBy'];
  at: number; // epoch ms
}

/** Answers a suggestion of the proposal and leaves a trace of who did. `origin`: whose undo it becomes. */
export function answerSuggestion(doc: Y.Doc, answer: Answer, origin: unknown): void {
  const open = openSuggestions(proposalRoot(doc)).find(({ id }) => id === answer.id);
  if (!open) return;
  doc.transact(() => {
    settle(proposalRoot(doc), answer.id, answer.outcome === 'accepted');
    metaRoot(doc).set(ANSWERED + answer.id, traceOf(open, answer));
    forgetEldest(metaRoot(doc));
  }, origin);
}

function traceOf({ id, by, side, at, added, removed }: OpenSuggestion, answer: Answer): Answered {
  const cut = ({ text }: Change): string => [...text].slice(0, WORDS_KEPT).join('');
  return { id, by, side, at, added: cut(added), removed: cut(removed), outcome: answer.outcome, answeredBy: answer.by, answeredAt: answer.at };
}

function forgetEldest(meta: Y.Map<unknown>): void {
  for (const { id } of tracesIn(meta).slice(ANSWERED_KEPT)) meta.delete(ANSWERED + id);
}

/** What was answered, newest first; an answer that was undone is open again and not among them. */
export function answeredSuggestions(doc: Y.Doc, open: readonly OpenSuggestion[]): Answered[] {
  const again = new Set(open.map(({ id }) => id));
  return tracesIn(metaRoot(doc)).filter(({ id }) => !again.has(id));
}

function tracesIn(meta: Y.Map<unknown>): Answered[] {
  const traces = [...meta.entries()].filter(([key]) => key.startsWith(ANSWERED)).flatMap(([key, value]) => {
    const read = AnsweredSchema.safeParse(value);
    return read.success && key === ANSWERED + read.data.id ? [read.data] : [];
  });
  return traces.sort((a, b) => b.answeredAt - a.answeredAt || (a.id < b.id ? -1 : 1));
}
