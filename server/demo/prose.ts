/** The prose of an example's proposal: words with figures in braces, lists, live blocks and a table of alternatives. Pure. */
import type { AreaKind } from '../../shared/documents/canvas.ts';
import { sayFigure } from '../../shared/documents/figureWords.ts';
import { type BlockNode, type LiveNode, paragraph, type RichNode, type RichText } from '../../shared/documents/richtext.ts';
import { askedOf, type Figure, type LiveBlock } from '../../shared/documents/shown.ts';
import type { BothLanguages, Language } from '../../shared/sides.ts';
import { type Case, scenario } from './cases.ts';
import { rowIdOf } from './model.ts';
import type { Who } from './story.ts';

/** A paragraph, a list, a live block of a scenario, or scenarios side by side with live figures in every cell. */
export type ProsePart =
  | BothLanguages
  | { list: readonly BothLanguages[] }
  | { live: LiveBlock; of: string }
  | { compare: readonly string[]; shows: readonly Figure[] };

export interface StorySection {
  by: Who;
  /** What of the canvas it stands on. */
  areas?: readonly AreaKind[];
  says: readonly ProsePart[];
}

/** Begins with a paragraph, as every section of the examples does. */
export function proseOf(of: Case, parts: readonly ProsePart[], language: Language): RichText {
  return parts.map(part => {
    if ('list' in part) return { type: 'bulletList' as const, content: part.list.map(item => block('listItem', [told(of, item[language])])) };
    if ('live' in part) return liveBlock(of, part);
    return 'compare' in part ? sideBySide(of, part, language) : told(of, part[language]);
  });
}

const block = (type: BlockNode['type'], content: RichNode[]): BlockNode => ({ type, content });

/** `{A1.worth}` becomes the figure itself. */
function told(of: Case, words: string): BlockNode {
  const content = words.split(/\{(\w+\.\w+)\}/).flatMap((piece, nth): RichNode[] => {
    if (nth % 2 === 0) return piece ? [{ type: 'text', text: piece }] : [];
    const [code = '', shows = ''] = piece.split('.');
    return [figure(of, code, shows)];
  });
  return block('paragraph', content);
}

function figure(of: Case, code: string, shows: string): RichNode {
  const asked = askedOf('figure', rowOf(of, code), shows);
  if (asked?.type !== 'figure') throw new Error(`An example speaks of {${code}.${shows}}, which is no figure.`);
  return asked;
}

const liveBlock = (of: Case, { live, of: code }: { live: LiveBlock; of: string }): LiveNode => ({ type: 'live', of: rowOf(of, code), shows: live });

function rowOf({ drivers }: Case, code: string): string {
  return rowIdOf(drivers.some(({ id }) => id === code) ? 'drv' : 'scn', code);
}

const HEAD: BothLanguages = { en: 'Alternative', it: 'Alternativa' };

function sideBySide(of: Case, { compare, shows }: { compare: readonly string[]; shows: readonly Figure[] }, language: Language): BlockNode {
  const heads = [HEAD[language], ...shows.map(each => capital(sayFigure(language, each)))];
  const rows = compare.map(code => {
    const name = block('tableCell', [paragraph(shortName(of, code, language))]);
    return block('tableRow', [name, ...shows.map(each => block('tableCell', [block('paragraph', [figure(of, code, each)])]))]);
  });
  return block('table', [block('tableRow', heads.map(words => block('tableHeader', [paragraph(words)]))), ...rows]);
}

/** Up to the first remark: a cell is narrow. */
const shortName = (of: Case, code: string, language: Language): string => (scenario(of, code).name[language].split(/[:(,]/)[0] ?? '').trim();
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
