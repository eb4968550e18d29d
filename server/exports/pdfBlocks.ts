/** Rich text as the pieces a PDF is put together from. Knows the text's schema and the look, no files. */
import type { Content, ContentText, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { presentBlock, presentFigure, type Presented, sayGone, type Speaking } from '../../shared/documents/presented.ts';
import { type BlockNode, isBlock, type LiveNode, type RichNode, type RichText, safeHref, type TextNode } from '../../shared/documents/richtext.ts';
import { sayLinks } from '../../shared/documents/sectionAreas.ts';
import { chartSvg } from './chartSvg.ts';
import { runsOf } from './fonts.ts';
import { gridOf } from './grid.ts';

type Margin = [number, number, number, number];

const INK = '#1b2723';
const INK_2 = '#4c5a54';
const GREEN = '#1f5c4a';
const DANGER = '#a92b20';
const LINE = '#dcddd1';
const WIDTH = 459; // of the text: A4 less its margins

/** Words in the faces they need, and small shapes that several pieces use. */
export const Pdf = {
  ink: INK,
  ink2: INK_2,
  words: (text: string, more: object = {}): ContentText => ({ text: runsOf(text).map(run => ({ ...run, ...more })), ...more }),
  rule: (margin: Margin): Content => ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.6, lineColor: LINE }], margin }),
};

export function pdfBlocks(text: RichText, speaking: Speaking): Content[] {
  let section = 0;
  return text.map(node => {
    if (node.type !== 'heading' || (node.level ?? 2) > 2) return block(node, speaking);
    section += 1;
    return heading(node, speaking, `${section}. `);
  });
}

function block(node: RichNode, speaking: Speaking): Content {
  if (node.type === 'live') return live(node, speaking);
  if (!isBlock(node)) return { text: inline([node], speaking) };
  const inside = (): Content[] => node.content.map(each => block(each, speaking));
  switch (node.type) {
    case 'heading': return heading(node, speaking, '');
    case 'bulletList': return { ul: items(node, speaking), margin: [0, 0, 0, 7], markerColor: INK_2 };
    case 'orderedList': return { ol: items(node, speaking), margin: [0, 0, 0, 7], markerColor: INK_2 };
    case 'blockquote': return { table: { widths: ['*'], body: [[{ stack: inside(), color: INK_2, border: [true, false, false, false] }]] }, layout: QUOTE, margin: [0, 2, 0, 8] };
    case 'codeBlock': return { text: node.content.flatMap(each => (each.type === 'text' ? each.text : '\n')).join(''), font: 'Roboto', fontSize: 9, preserveLeadingSpaces: true, background: '#f3f3ec', margin: [0, 2, 0, 8] };
    case 'horizontalRule': return Pdf.rule([0, 10, 0, 14]);
    case 'table': return table(node, speaking);
    default: return node.content.some(isBlock) ? { stack: inside() } : paragraph(node, speaking);
  }
}

function paragraph(node: BlockNode, speaking: Speaking): Content {
  return { text: node.content.length > 0 ? inline(node.content, speaking) : ' ', margin: [0, 0, 0, 7] };
}

function heading(node: BlockNode, speaking: Speaking, number: string): Content {
  const small = (node.level ?? 2) > 2;
  const words = [...runsOf(number), ...inline(node.content, speaking)];
  const links = sayLinks(speaking.language, node.areas);
  const title: Content = {
    text: words, bold: true, fontSize: small ? 12.5 : 16, lineHeight: 1.15, margin: small ? [0, 9, 0, 3] : [0, 16, 0, 6], headlineLevel: 1,
    outline: true, outlineText: words.map(run => run.text).join(''),
  };
  return links ? [title, { text: links, font: 'Roboto', fontSize: 8.5, color: INK_2, margin: [0, -2, 0, 6], headlineLevel: 1 }] : title;
}

const items = (list: BlockNode, speaking: Speaking): Content[] => list.content.map(item => (isBlock(item) ? { stack: item.content.map(each => tight(block(each, speaking))) } : block(item, speaking)));

/** Items stand closer than paragraphs. */
const tight = (content: Content): Content => (typeof content === 'object' && 'text' in content ? ({ ...content, margin: [0, 0, 0, 2] } as Content) : content);

type Words = { text: string; [look: string]: unknown };

function inline(nodes: readonly RichNode[], speaking: Speaking): Words[] {
  return nodes.flatMap((node): Words[] => {
    if (node.type === 'text') return marked(node);
    if (node.type === 'hardBreak') return [{ text: '\n' }];
    if (node.type === 'figure') return figure(node, speaking);
    return isBlock(node) ? inline(node.content, speaking) : [];
  });
}

function marked({ text, marks = [] }: TextNode): Words[] {
  const look: Record<string, unknown> = {};
  const lines: string[] = [];
  for (const { type, href } of marks) {
    if (type === 'bold') look['bold'] = true;
    if (type === 'italic') look['italics'] = true;
    if (type === 'underline') lines.push('underline');
    if (type === 'strike') lines.push('lineThrough');
    if (type === 'code') look['background'] = '#f3f3ec';
    const safe = type === 'link' ? safeHref(href) : undefined;
    if (safe) Object.assign(look, { link: safe, color: GREEN });
    if (safe) lines.push('underline');
  }
  return runsOf(text).map(run => ({ ...run, ...look, ...(lines.length > 0 ? { decoration: lines } : {}) }));
}

function figure(node: Extract<RichNode, { type: 'figure' }>, speaking: Speaking): Words[] {
  const { value, known, negative } = presentFigure(speaking, node, node.shown);
  return runsOf(value).map(run => ({ ...run, noWrap: true, ...(known ? { bold: true } : { italics: true }), ...(negative ? { color: DANGER } : {}) }));
}

function table(node: BlockNode, speaking: Speaking): Content {
  const { rows, columns } = gridOf(node);
  if (columns === 0) return { text: '' };
  const body: TableCell[][] = rows.map(row => row.map((cell): TableCell => {
    if (!cell) return '';
    const look = cell.node.type === 'tableHeader' ? { color: INK_2 } : {};
    return { stack: cell.node.content.map(each => tight(block(each, speaking))), colSpan: cell.colspan, rowSpan: cell.rowspan, fontSize: 10, ...look };
  }));
  return { table: { widths: Array.from({ length: columns }, () => '*'), body }, layout: LINES, margin: [0, 4, 0, 10] };
}

function live(node: LiveNode, speaking: Speaking): Content {
  const shown = presentBlock(speaking, node.shown);
  const stack: Content[] = shown ? blockParts(shown, speaking) : [{ text: sayGone(speaking.language, node), font: 'Roboto', italics: true, color: INK_2 }];
  return { table: { widths: ['*'], dontBreakRows: true, body: [[{ stack }]] }, layout: CARD, margin: [0, 6, 0, 12] };
}

function blockParts(shown: Presented, speaking: Speaking): Content[] {
  return [
    { text: [...runsOf(shown.title).map(run => ({ ...run, bold: true, fontSize: 12 })), { text: shown.about ? `   ${shown.about}` : '', font: 'Roboto', fontSize: 9, color: INK_2 }], margin: [0, 0, 0, 6] },
    ...(shown.warning ? [{ text: shown.warning, font: 'Roboto', bold: true, fontSize: 9.5, color: DANGER, margin: [0, 0, 0, 6] as Margin }] : []),
    ...(shown.split === null ? [] : [splitBar(shown.split)]),
    ...(shown.lines.length > 0 ? [lines(shown.lines)] : []),
    ...(shown.chart ? [{ svg: chartSvg(shown.chart, speaking, 'Roboto'), width: WIDTH - 28, margin: [0, 2, 0, 6] as Margin }] : []),
    ...(shown.table ? [rowsOf(shown.table)] : []),
  ];
}

function splitBar(part: number): Content {
  const width = WIDTH - 30;
  const seller = Math.max(0, Math.min(width, Math.round(width * part)));
  return {
    canvas: [
      { type: 'rect', x: 0, y: 0, w: seller, h: 14, r: 3, color: '#b97b0c' },
      { type: 'rect', x: seller + 2, y: 0, w: Math.max(0, width - seller - 2), h: 14, color: '#2d66b0' },
    ],
    margin: [0, 0, 0, 8],
  };
}

/** Three labelled amounts beside each other, as many rows as it takes. */
function lines(all: Presented['lines']): Content {
  const cells: TableCell[] = all.map(({ label, value, negative }) => ({
    stack: [{ text: label, font: 'Roboto', fontSize: 8.5, color: INK_2 }, { ...Pdf.words(value, { bold: true, fontSize: 12.5, ...(negative ? { color: DANGER } : {}) }) }], margin: [0, 0, 6, 4],
  }));
  while (cells.length % 3 !== 0) cells.push('');
  const body = Array.from({ length: cells.length / 3 }, (_, nth) => cells.slice(nth * 3, nth * 3 + 3));
  return { table: { widths: ['*', '*', '*'], body }, layout: 'noBorders' };
}

function rowsOf({ head, rows, total }: NonNullable<Presented['table']>): Content {
  const row = (cells: readonly string[], look: object): TableCell[] =>
    cells.map((words, nth) => ({ text: words, font: 'Roboto', fontSize: 9.5, alignment: nth === 0 ? 'left' : 'right', ...(words.startsWith('\u2212') ? { color: DANGER } : {}), ...look }));
  const body = [row(head, { color: INK_2, fontSize: 8.5 }), ...rows.map(each => row(each, {})), ...(total ? [row(total, { bold: true })] : [])];
  return { table: { headerRows: 1, widths: head.map((_, nth) => (nth === 0 ? '*' : 'auto')), body }, layout: LINES };
}

const LINES: CustomTableLayout = {
  hLineWidth: (nth, node) => (nth === 0 || nth === node.table.body.length ? 0 : 0.6),
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingLeft: nth => (nth === 0 ? 0 : 8),
  paddingRight: () => 4,
  paddingTop: () => 4,
  paddingBottom: () => 3,
};
const CARD: CustomTableLayout = {
  hLineWidth: () => 0.7, vLineWidth: () => 0.7, hLineColor: () => LINE, vLineColor: () => LINE,
  paddingLeft: () => 14, paddingRight: () => 14, paddingTop: () => 11, paddingBottom: () => 9,
};
const QUOTE: CustomTableLayout = {
  hLineWidth: () => 0, vLineWidth: nth => (nth === 0 ? 1.4 : 0), vLineColor: () => GREEN, paddingLeft: () => 12,
};
