/** Rich text as the pieces a Word document is put together from. Knows the text's schema and the look, no files. */
import {
  AlignmentType, BorderStyle, ExternalHyperlink, HeadingLevel, ImageRun, type IRunOptions, Paragraph, type ParagraphChild, ShadingType, Table, TableCell, TableRow, TextRun,
  UnderlineType, WidthType,
} from 'docx';
import { presentBlock, presentFigure, type Presented, sayChart, sayGone, type Speaking } from '../../shared/documents/presented.ts';
import { type BlockNode, isBlock, type LiveNode, type RichNode, type RichText, safeHref, type TextNode } from '../../shared/documents/richtext.ts';
import { sayLinks } from '../../shared/documents/sectionAreas.ts';
import { CHART_SIZE, chartSvg } from './chartSvg.ts';
import { gridOf } from './grid.ts';
import { chartPng } from './png.ts';

type Piece = Paragraph | Table;
type Look = Partial<Pick<IRunOptions, 'bold' | 'italics' | 'strike' | 'underline' | 'size' | 'color' | 'font' | 'shading' | 'style'>>;

/** What XML cannot hold at all; everything else is escaped by the library. */
export const cleanXml = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Surrogate}/gu, '');

export const Docx = {
  ink: '1B2723', ink2: '4C5A54', green: '1F5C4A', danger: 'A92B20', line: 'DCDDD1',
  serif: 'Georgia', sans: 'Calibri', // what every word processor has, or replaces alike
  run: (text: string, look: Look = {}): TextRun => new TextRun({ text: cleanXml(text), ...look }),
};

/** Where a paragraph lies: in which list, how deep, in a quotation. */
interface Place {
  quoted: boolean;
  list?: { reference: 'bullets' | 'numbers'; level: number; instance: number };
  /** A further paragraph of an item: indented like it, without its sign. */
  further?: boolean;
}

export function docxBlocks(text: RichText, speaking: Speaking): Piece[] {
  return new Writer(speaking).whole(text);
}

class Writer {
  readonly #speaking: Speaking;
  #lists = 0;

  constructor(speaking: Speaking) {
    this.#speaking = speaking;
  }

  whole(text: RichText): Piece[] {
    let section = 0;
    return text.flatMap(node => {
      if (node.type !== 'heading' || (node.level ?? 2) > 2) return this.#block(node, { quoted: false });
      section += 1;
      return this.#heading(node, `${section}. `);
    });
  }

  #block(node: RichNode, place: Place): Piece[] {
    if (node.type === 'live') return this.#live(node);
    if (!isBlock(node)) return [this.#paragraph([node], place)];
    const inside = (at: Place): Piece[] => node.content.flatMap(each => this.#block(each, at));
    switch (node.type) {
      case 'heading': return this.#heading(node, '');
      case 'bulletList': return this.#list(node, 'bullets', place);
      case 'orderedList': return this.#list(node, 'numbers', place);
      case 'blockquote': return inside({ ...place, quoted: true });
      case 'codeBlock': return [this.#code(node)];
      case 'horizontalRule': return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: Docx.line, space: 1 } } })];
      case 'table': return this.#table(node);
      default: return node.content.some(isBlock) ? inside(place) : [this.#paragraph(node.content, place)];
    }
  }

  #heading(node: BlockNode, number: string): Paragraph[] {
    const level = ([HeadingLevel.HEADING_1, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2] as const)[(node.level ?? 2) - 1];
    const title = new Paragraph({ ...(level ? { heading: level } : {}), children: [...(number ? [Docx.run(number)] : []), ...this.#inline(node.content)] });
    const links = sayLinks(this.#speaking.language, node.areas);
    return links ? [title, new Paragraph({ keepNext: true, children: [Docx.run(links, { size: 17, color: Docx.ink2, font: Docx.sans })] })] : [title];
  }

  #list(node: BlockNode, reference: 'bullets' | 'numbers', place: Place): Piece[] {
    this.#lists += 1;
    const list = { reference, level: Math.min(7, (place.list?.level ?? -1) + 1), instance: this.#lists };
    return node.content.flatMap(item => {
      const parts = isBlock(item) ? item.content : [item];
      // The sign stands before the first paragraph; what follows in the same item is indented alone.
      return parts.flatMap((part, nth) => this.#block(part, { ...place, list, further: nth > 0 }));
    });
  }

  #paragraph(nodes: readonly RichNode[], { quoted, list, further = false }: Place): Paragraph {
    return new Paragraph({
      children: this.#inline(nodes),
      ...(list && further ? { indent: { left: 400 * (list.level + 1) } } : list ? { numbering: list, spacing: { after: 60 } } : {}),
      ...(quoted ? { indent: { left: 360 }, border: { left: { style: BorderStyle.SINGLE, size: 12, color: Docx.green, space: 10 } } } : {}),
    });
  }

  #code(node: BlockNode): Paragraph {
    const lines = node.content.map(each => (each.type === 'text' ? each.text : '\n')).join('').split('\n');
    return new Paragraph({
      shading: { type: ShadingType.CLEAR, fill: 'F3F3EC' },
      children: lines.map((line, nth) => new TextRun({ text: cleanXml(line), font: 'Consolas', size: 18, ...(nth > 0 ? { break: 1 } : {}) })),
    });
  }

  #inline(nodes: readonly RichNode[]): ParagraphChild[] {
    return nodes.flatMap((node): ParagraphChild[] => {
      if (node.type === 'text') return marked(node);
      if (node.type === 'hardBreak') return [new TextRun({ break: 1 })];
      if (node.type === 'figure') return [this.#figure(node)];
      return isBlock(node) ? this.#inline(node.content) : [];
    });
  }

  #figure(node: Extract<RichNode, { type: 'figure' }>): TextRun {
    const { value, known, negative } = presentFigure(this.#speaking, node, node.shown);
    return Docx.run(value, { ...(known ? { bold: true } : { italics: true }), ...(negative ? { color: Docx.danger } : {}) });
  }

  #table(node: BlockNode): Piece[] {
    const { rows, columns } = gridOf(node);
    if (columns === 0) return [];
    return [
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE }, borders: LINES,
        rows: rows.map(row => new TableRow({
          children: row.flatMap(cell => (cell ? [new TableCell({ columnSpan: cell.colspan, rowSpan: cell.rowspan, margins: CELL, children: this.#cell(cell.node) })] : [])),
        })),
      }),
      after(),
    ];
  }

  /** Word wants a paragraph at the end of every cell. */
  #cell(node: BlockNode): Piece[] {
    const pieces = node.content.flatMap(each => this.#block(each, { quoted: false }));
    return pieces.at(-1) instanceof Paragraph ? pieces : [...pieces, new Paragraph({})];
  }

  #live(node: LiveNode): Piece[] {
    const shown = presentBlock(this.#speaking, node.shown);
    const children = shown ? this.#parts(shown) : [new Paragraph({ children: [Docx.run(sayGone(this.#speaking.language, node), { italics: true, color: Docx.ink2 })] })];
    const frame = { style: BorderStyle.SINGLE, size: 4, color: Docx.line };
    return [
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        borders: { top: frame, bottom: frame, left: frame, right: frame },
        rows: [new TableRow({ cantSplit: true, children: [new TableCell({ margins: { top: 140, bottom: 100, left: 220, right: 220 }, children })] })],
      }),
      after(),
    ];
  }

  #parts(shown: Presented): Piece[] {
    const about = shown.about ? [Docx.run(`   ${shown.about}`, { size: 18, color: Docx.ink2, font: Docx.sans })] : [];
    return [
      new Paragraph({ keepNext: true, children: [Docx.run(shown.title, { bold: true, size: 24 }), ...about] }),
      ...(shown.warning ? [new Paragraph({ children: [Docx.run(shown.warning, { bold: true, color: Docx.danger, font: Docx.sans, size: 19 })] })] : []),
      ...(shown.split === null ? [] : splitBar(shown.split)),
      ...(shown.lines.length > 0 ? [amounts(shown.lines.map(({ label, value, negative }) => [label, negative ? { minus: value } : value]), false)] : []),
      ...(shown.chart ? [this.#chart(shown.chart)] : []),
      ...(shown.table ? [amounts([shown.table.head, ...shown.table.rows, ...(shown.table.total ? [shown.table.total] : [])], true, shown.table.total !== null)] : []),
      new Paragraph({ spacing: { after: 0, line: 120 } }),
    ];
  }

  #chart(chart: NonNullable<Presented['chart']>): Paragraph {
    const words = cleanXml(sayChart(this.#speaking, chart));
    const size = { width: 540, height: Math.round((540 / CHART_SIZE.width) * CHART_SIZE.height) };
    return new Paragraph({
      children: [new ImageRun({
        type: 'svg', data: Buffer.from(chartSvg(chart, this.#speaking, 'Calibri, sans-serif')), transformation: size,
        fallback: { type: 'png', data: chartPng(chart) }, altText: { title: words, description: words, name: words.slice(0, 60) },
      })],
    });
  }
}

const after = (): Paragraph => new Paragraph({ spacing: { after: 120, line: 160 } });

/** A quotation, a list, a link: the marks of a run in Word's words. */
function marked({ text, marks = [] }: TextNode): ParagraphChild[] {
  const has = (type: string): boolean => marks.some(mark => mark.type === type);
  const href = safeHref(marks.find(({ type }) => type === 'link')?.href);
  const look: Look = {
    ...(has('bold') ? { bold: true } : {}), ...(has('italic') ? { italics: true } : {}), ...(has('strike') ? { strike: true } : {}),
    ...(has('underline') || href ? { underline: { type: UnderlineType.SINGLE } } : {}), ...(has('code') ? { font: 'Consolas' } : {}), ...(href ? { color: Docx.green } : {}),
  };
  const run = Docx.run(text, look);
  return href ? [new ExternalHyperlink({ link: href, children: [run] })] : [run];
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: Docx.line };
const LINES = { top: NONE, left: NONE, right: NONE, insideVertical: NONE, insideHorizontal: HAIR, bottom: HAIR };
const CELL = { top: 60, bottom: 60, left: 0, right: 100 };

type Words = string | { minus: string };

/** Labels at the left, amounts at the right; the first row is the head, the last one the sum. */
function amounts(rows: readonly (readonly Words[])[], head: boolean, total = false): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE }, borders: { ...LINES, bottom: NONE },
    rows: rows.map((row, nth) => new TableRow({
      tableHeader: head && nth === 0,
      children: row.map((words, column) => amountCell(words, column > 0, { quiet: head ? nth === 0 : column === 0, strong: (total && nth === rows.length - 1) || (!head && column > 0) })),
    })),
  });
}

function amountCell(words: Words, right: boolean, { quiet, strong }: { quiet: boolean; strong: boolean }): TableCell {
  const text = typeof words === 'string' ? words : words.minus;
  const negative = typeof words !== 'string' || words.startsWith('\u2212');
  const look: Look = { font: Docx.sans, size: quiet ? 18 : 20, ...(strong ? { bold: true } : {}), ...(negative ? { color: Docx.danger } : quiet ? { color: Docx.ink2 } : {}) };
  return new TableCell({
    margins: CELL, children: [new Paragraph({ alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT, spacing: { after: 0 }, children: [Docx.run(text, look)] })],
  });
}

/** Two cells as wide as the sides' parts; Word needs no picture for that. */
function splitBar(part: number): Piece[] {
  const percent = Math.round(Math.max(0.01, Math.min(0.99, part)) * 100);
  const half = (size: number, fill: string): TableCell =>
    new TableCell({ width: { size, type: WidthType.PERCENTAGE }, shading: { type: ShadingType.CLEAR, fill }, children: [new Paragraph({ spacing: { after: 0, line: 200 } })] });
  return [
    new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: { ...LINES, bottom: NONE, insideHorizontal: NONE }, rows: [new TableRow({ children: [half(percent, 'B97B0C'), half(100 - percent, '2D66B0')] })] }),
    new Paragraph({ spacing: { after: 60, line: 120 } }),
  ];
}
