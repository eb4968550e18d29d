/**
 * Markdown as rich text. Only what our schema names comes through: HTML is words like any other, pictures are their
 * words, addresses that are not safe lose their link and keep their words. Loaded when somebody pastes Markdown.
 */
import { lexer, type Token, type Tokens } from 'marked';
import { type BlockNode, type Mark, type RichNode, type RichText, safeHref } from '../../../../shared/documents/richtext.ts';

export function fromMarkdown(source: string): RichText {
  return blocksOf(lexer(source.replaceAll('\r\n', '\n'), { gfm: true }));
}

const block = (type: BlockNode['type'], content: RichNode[], more: Partial<BlockNode> = {}): BlockNode => ({ type, ...more, content });
const line = (content: RichNode[]): BlockNode => block('paragraph', content);

const blocksOf = (tokens: readonly Token[] = []): BlockNode[] => tokens.flatMap(token => blockOf(token as Tokens.Generic));

function blockOf(token: Tokens.Generic): BlockNode[] {
  switch (token.type) {
    case 'heading': return [block('heading', wordsOf(token.tokens), { level: Math.min(Number(token['depth']), 3) })];
    case 'paragraph': return [line(wordsOf(token.tokens))];
    case 'text': return [line(token.tokens ? wordsOf(token.tokens) : wordsOf([token]))];
    case 'list': return [listOf(token as Tokens.List)];
    case 'blockquote': return [block('blockquote', orLine(blocksOf(token.tokens)))];
    case 'code': return [block('codeBlock', textOf(String(token['text']), []))];
    case 'hr': return [block('horizontalRule', [])];
    case 'table': return [tableOf(token as Tokens.Table)];
    case 'html': return wordsIn(token.raw).map(line);
    default: return [];
  }
}

const orLine = (blocks: BlockNode[]): BlockNode[] => (blocks.length > 0 ? blocks : [line([])]);
const wordsIn = (raw: string): RichNode[][] => raw.split('\n').flatMap(words => (words.trim() ? [textOf(words.trim(), [])] : []));

/** An item begins with a line, as the editor wants it. */
function listOf({ ordered, items }: Tokens.List): BlockNode {
  return block(ordered ? 'orderedList' : 'bulletList', items.map(item => {
    const inside = orLine(blocksOf(item.tokens));
    return block('listItem', inside[0]?.type === 'paragraph' ? inside : [line([]), ...inside]);
  }));
}

function tableOf({ header, rows }: Tokens.Table): BlockNode {
  const row = (type: 'tableHeader' | 'tableCell', cells: readonly Tokens.TableCell[]): BlockNode => block('tableRow', cells.map(cell => block(type, [line(wordsOf(cell.tokens))])));
  return block('table', [row('tableHeader', header), ...rows.map(cells => row('tableCell', cells))]);
}

const wordsOf = (tokens: readonly Token[] = [], marks: readonly Mark[] = []): RichNode[] => joined(tokens.flatMap(token => inlineOf(token as Tokens.Generic, marks)));

function inlineOf(token: Tokens.Generic, marks: readonly Mark[]): RichNode[] {
  const within = (mark: Mark): RichNode[] => wordsOf(token.tokens, [...marks.filter(({ type }) => type !== mark.type), mark]);
  switch (token.type) {
    case 'strong': return within({ type: 'bold' });
    case 'em': return within({ type: 'italic' });
    case 'del': return within({ type: 'strike' });
    case 'codespan': return textOf(String(token['text']), [{ type: 'code' }]); // code excludes every other mark
    case 'br': return [{ type: 'hardBreak' }];
    case 'link': return linkOf(token, marks, within);
    case 'checkbox': return [];
    default: return token.tokens ? wordsOf(token.tokens, marks) : textOf(oneLine(String(token['text'] ?? token.raw)), marks);
  }
}

function linkOf(token: Tokens.Generic, marks: readonly Mark[], within: (mark: Mark) => RichNode[]): RichNode[] {
  const href = safeHref(token['href']);
  return href ? within({ type: 'link', href }) : wordsOf(token.tokens, marks);
}

/** A line that only ends because the file is narrow goes on. */
const oneLine = (text: string): string => text.replace(/ *\n */g, ' ');

function textOf(text: string, marks: readonly Mark[]): RichNode[] {
  if (text === '') return [];
  return [marks.length > 0 ? { type: 'text', text, marks: inOrder(marks) } : { type: 'text', text }];
}

const ORDER = ['bold', 'italic', 'underline', 'strike', 'code', 'link'] as const;
const inOrder = (marks: readonly Mark[]): Mark[] => marks.toSorted((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));

/** Neighbours with equal marks are one. */
function joined(nodes: readonly RichNode[]): RichNode[] {
  const all: RichNode[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    const same = last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks);
    if (same) all[all.length - 1] = { ...last, text: last.text + node.text };
    else all.push(node);
  }
  return all;
}
