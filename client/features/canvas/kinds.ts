/** What each kind of note and area looks like: its icon, its paper, its place in a menu. Words are in `words.ts`. */
import {
  CircleHelp, CloudLightning, Eye, HandHelping, Lightbulb, type LucideIcon, MessageCircleQuestionMark, Puzzle, Ruler, Scale, Sparkles,
  StickyNote, Sunrise,
} from 'lucide-react';
import { type Area, AreaKind, type Ink, type Note, type NoteKind, type Paper } from '../../../shared/documents/canvas.ts';

export const AREA_KINDS: readonly AreaKind[] = AreaKind.options;

export const AREA_ICON: Record<AreaKind, LucideIcon> = {
  fears: CloudLightning, hopes: Sunrise, facts: Ruler, observations: Eye,
  needs: HandHelping, ideas: Lightbulb, solution: Puzzle, value: Scale,
};

export const NOTE_ICON: Record<NoteKind, LucideIcon> = {
  fear: CloudLightning, hope: Sunrise, fact: Ruler, observation: Eye, need: HandHelping, idea: Lightbulb,
  solution: Puzzle, value: Scale, doubt: MessageCircleQuestionMark, insight: Sparkles, question: CircleHelp, plain: StickyNote,
};

export const PAPERS: readonly Paper[] = [...AREA_KINDS, 'plain'];

const PAPER_OF_KIND: Record<NoteKind, Paper> = {
  fear: 'fears', hope: 'hopes', fact: 'facts', observation: 'observations', need: 'needs', idea: 'ideas',
  solution: 'solution', value: 'value', doubt: 'plain', insight: 'observations', question: 'needs', plain: 'plain',
};
/** The colour a note is drawn on: one chosen by a person, else that of its kind. */
export const paperOf = (note: Pick<Note, 'kind' | 'paper'>): Paper => note.paper ?? PAPER_OF_KIND[note.kind];

/** Kinds that say what they are above their words; the others say it by their paper alone. */
export const SPEAKING_KINDS: ReadonlySet<NoteKind> = new Set(['doubt', 'insight', 'question']);

/** Board units. */
export const NOTE_WIDTH = 164;
export const DOUBT_WIDTH = 264;
export const AREA_SIZE = { w: 348, h: 288 } as const;
export const widthOf = (kind: NoteKind): number => (kind === 'doubt' ? DOUBT_WIDTH : NOTE_WIDTH);

export const INK_COLOURS: readonly Ink['colour'][] = ['green', 'ink', 'seller', 'client', 'internal', 'danger'];
export const INK_WIDTHS = [4, 8, 14] as const;

/** The eight areas as a table is laid, for a board that is still empty: column, row and size in board units. */
export const EIGHT_AREAS: readonly Pick<Area, 'kind' | 'x' | 'y' | 'w' | 'h'>[] = [
  { kind: 'fears', x: 0, y: 0, w: 348, h: 304 },
  { kind: 'hopes', x: 372, y: 0, w: 348, h: 304 },
  { kind: 'observations', x: 744, y: 0, w: 720, h: 304 },
  { kind: 'needs', x: 0, y: 328, w: 348, h: 288 },
  { kind: 'ideas', x: 372, y: 328, w: 348, h: 288 },
  { kind: 'solution', x: 744, y: 328, w: 720, h: 616 },
  { kind: 'facts', x: 0, y: 640, w: 348, h: 304 },
  { kind: 'value', x: 372, y: 640, w: 348, h: 304 },
];
