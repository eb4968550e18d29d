/** What is copied from a board and what comes in: our own shape, and plain text of any program. No events here. */
import { byArea, type CanvasElement, FrozenCanvas } from '../../../shared/documents/canvas.ts';
import { plainText, type RichText } from '../../../shared/documents/richtext.ts';

/** Our own type; beside it goes the plain text, for every other program. */
export const OWN_TYPE = 'application/x-insieme-canvas';
/** A pasted book would bury the table. */
export const MOST_PASTED = { notes: 120, elements: 1_000 } as const;

export type Copied = FrozenCanvas['elements'];

/** Chosen elements with their words; connectors only when both their ends come along. */
export function copied(elements: readonly CanvasElement[], textOf: (id: string) => RichText): Copied {
  const here = new Set<string>(elements.map(element => element.id));
  return elements
    .filter(element => element.type !== 'connector' || (here.has(element.from) && here.has(element.to)))
    .map(element => (element.type === 'note' ? { ...element, text: textOf(element.id) } : element));
}

export const asOwn = (elements: Copied): string => JSON.stringify({ elements });

/** Undefined when it is not ours, or was made by hand and does not hold. */
export function fromOwn(data: string): Copied | undefined {
  try {
    const parsed = FrozenCanvas.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data.elements : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** The words alone, a blank line between notes, in the order in which the board is read. */
export function asPlain(elements: Copied): string {
  const words = new Map<string, string>(elements.flatMap(element => (element.type === 'note' ? [[element.id, plainText(element.text)] as const] : [])));
  const { areas, loose } = byArea(elements);
  return [...areas.flatMap(({ notes }) => notes), ...loose].map(note => words.get(note.id) ?? '').filter(Boolean).join('\n\n');
}

/** Blocks of lines as notes to be: parted by blank lines if there are any, else each line for itself. */
export function blocksOf(text: string): string[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\u0000/g, '');
  const parted = /\S[^\S\n]*\n[^\S\n]*\n\s*\S/.test(lines);
  return lines
    .split(parted ? /\n[^\S\n]*\n/ : '\n')
    .map(block => block.split('\n').map(withoutBullet).filter(Boolean).join('\n'))
    .filter(Boolean);
}

const withoutBullet = (line: string): string => line.trim().replace(/^(?:[-*•–]|\d{1,3}[.)])\s+/, '');
