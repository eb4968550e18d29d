/**
 * Rich text as Markdown, and Markdown as rich text. What Markdown cannot say (underlining, merged cells) loses its look and
 * keeps its words; figures are written as what they show. HTML in a Markdown text is words like any other.
 */
import { presentBlock, presentFigure, sayGone, type Speaking } from './presented.ts';
import { type BlockNode, isBlock, type LiveNode, type Mark, type RichNode, type RichText, safeHref, type TextNode } from './richtext.ts';
import { sayLinks } from './sectionAreas.ts';

/** `speaking`: how figures are said. */
export function toMarkdown(text: RichText, speaking: Speaking): string {
  return `${text.map(node => blockText(node, speaking)).filter(Boolean).join('\n\n')}\n`;
}

function blockText(node: RichNode, speaking: Speaking): string {
  if (node.type === 'live') return liveText(node, speaking);
  if (!isBlock(node)) return lineText([node], speaking);
  const inside = (): string => node.content.map(each => blockText(each, speaking)).join('\n\n');
  switch (node.type) {
    case 'heading': return headingText(node, speaking);
    case 'bulletList': return itemsText(node, () => '- ', speaking);
    case 'orderedList': return itemsText(node, nth => `${nth + 1}. `, speaking);
    case 'blockquote': return prefixed(inside(), '> ');
    case 'codeBlock': return codeText(node);
    case 'horizontalRule': return '---';
    case 'table': return tableText(node, speaking);
    default: return node.content.some(isBlock) ? inside() : guardStart(lineText(node.content, speaking));
  }
}

/** What its section stands on is a line of its own below. */
function headingText(node: BlockNode, speaking: Speaking): string {
  const links = sayLinks(speaking.language, node.areas);
  return `${'#'.repeat(node.level ?? 2)} ${oneLine(lineText(node.content, speaking))}${links && `\n\n*${escapeWords(links)}*`}`;
}

function itemsText(list: BlockNode, bullet: (nth: number) => string, speaking: Speaking): string {
  return list.content.filter(isBlock).map((item, nth) => {
    const mark = bullet(nth);
    const words = item.content.map(each => blockText(each, speaking)).join('\n\n');
    return mark + prefixed(words, ' '.repeat(mark.length)).trimStart();
  }).join('\n');
}

const prefixed = (text: string, prefix: string): string => text.split('\n').map(line => (prefix + line).trimEnd()).join('\n');
const oneLine = (text: string): string => text.replaceAll('\\\n', ' ').replaceAll('\n', ' ');

function codeText(node: BlockNode): string {
  const words = node.content.map(each => (each.type === 'text' ? each.text : '\n')).join('');
  const fence = '`'.repeat(Math.max(3, ...[...words.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}\n${words}\n${fence}`;
}

function tableText(table: BlockNode, speaking: Speaking): string {
  const rows = table.content.filter(isBlock).map(row => row.content.filter(isBlock).map(cell => cellText(cell, speaking)));
  return gridText(rows[0] ?? [], rows.slice(1));
}

const cellText = (cell: BlockNode, speaking: Speaking): string =>
  oneLine(cell.content.map(each => (isBlock(each) ? lineText(each.content, speaking) : blockText(each, speaking))).join(' ')).replace(/(?<!\\)\|/g, '\\|');

function gridText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const width = Math.max(head.length, ...rows.map(row => row.length), 1);
  const line = (cells: readonly string[]): string => `| ${Array.from({ length: width }, (_, nth) => cells[nth] ?? '').join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rows.map(line)].join('\n');
}

/** A live block is its title, its figures as a list, its table. */
function liveText(node: LiveNode, speaking: Speaking): string {
  const block = presentBlock(speaking, node.shown);
  if (!block) return escapeWords(sayGone(speaking.language, node));
  const title = `**${escapeWords([block.title, block.about].filter(Boolean).join(', '))}**`;
  const lines = block.lines.map(({ label, value }) => `- ${escapeWords(label)}: ${escapeWords(value)}`).join('\n');
  const cells = (row: readonly string[]): string[] => row.map(words => escapeWords(words).replaceAll('|', '\\|'));
  const table = block.table && gridText(cells(block.table.head), [...block.table.rows, ...(block.table.total ? [block.table.total] : [])].map(cells));
  return [title, block.warning && escapeWords(block.warning), lines, table].filter(Boolean).join('\n\n');
}

function lineText(nodes: readonly RichNode[], speaking: Speaking): string {
  return nodes.map(node => {
    if (node.type === 'text') return markedText(node);
    if (node.type === 'hardBreak') return '\\\n';
    if (node.type === 'figure') return escapeWords(presentFigure(speaking, node, node.shown).value);
    return blockText(node, speaking);
  }).join('');
}

const SIGNS: Partial<Record<Mark['type'], string>> = { bold: '**', italic: '*', strike: '~~' };

/** Signs hug the words: blanks at the edges stay outside. */
function markedText({ text, marks = [] }: TextNode): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (words === '') return text;
  const plain = marks.some(({ type }) => type === 'code') ? codeSpan(words) : escapeWords(words);
  const signs = marks.flatMap(({ type }) => SIGNS[type] ?? []);
  const marked = signs.join('') + plain + signs.toReversed().join('');
  const href = safeHref(marks.find(({ type }) => type === 'link')?.href);
  return before + (href ? `[${marked}](<${href.replaceAll('<', '%3C').replaceAll('>', '%3E')}>)` : marked) + after;
}

function codeSpan(words: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return fence.length > 1 || words.startsWith('`') ? `${fence} ${words} ${fence}` : `${fence}${words}${fence}`;
}

const escapeWords = (words: string): string => words.replace(/[\\`*_[\]<>~|]/g, sign => `\\${sign}`).replaceAll('\n', ' ');

/** What at the start of a line would make it a heading, a list or a rule. */
const guardStart = (text: string): string =>
  text.split('\n').map(line => line.replace(/^(\s*)([#>+=-])/u, '$1\\$2').replace(/^(\s*\d{1,9})([.)])/u, '$1\\$2')).join('\n');
