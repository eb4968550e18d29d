/** The chart of flows as SVG text, from the same geometry that the page draws. Holds numbers and escaped words alone. */
import { drawFlows, type FlowsDrawing } from '../../shared/documents/flowsDrawing.ts';
import { sayYear, type Speaking } from '../../shared/documents/presented.ts';
import type { ShownOf } from '../../shared/documents/shown.ts';
import { formatCompact } from '../../shared/format.ts';
import { wordsIn } from './words.ts';

export const CHART_COLOURS = { seller: '#b97b0c', client: '#2d66b0', joint: '#1f5c4a', grid: '#dcddd1', zero: '#818b83', ink: '#4c5a54' } as const;
export const CHART_SIZE = { width: 520, height: 290 } as const;

/** `font`: a family that whoever draws it has. */
export function chartSvg(shown: ShownOf<'flows'>, speaking: Speaking, font: string): string {
  const drawing = drawFlows(shown);
  const say = (value: number): string => formatCompact(speaking.language, value);
  const parts = [
    ...drawing.ticks.map(({ value, y }) => rule(drawing, y, value === 0) + words(drawing.left - 8, y + 4, 'end', say(value))),
    ...drawing.years.map(({ year, x }) => words(x, drawing.height - 8, 'middle', sayYear(speaking.language, year))),
    ...drawing.bars.map(({ side, x, y, width, height }) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${side === 'seller' ? 4 : 1}" fill="${CHART_COLOURS[side]}"/>`),
    jointLine(drawing, say),
    legend(speaking, drawing.bars.length > 0),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CHART_SIZE.width}" height="${CHART_SIZE.height}" viewBox="0 0 ${CHART_SIZE.width} ${CHART_SIZE.height}" font-family="${font}" font-size="11">${parts.join('')}</svg>`;
}

const rule = ({ left, right }: FlowsDrawing, y: number, zero: boolean): string =>
  `<line x1="${left}" x2="${right}" y1="${y}" y2="${y}" stroke="${zero ? CHART_COLOURS.zero : CHART_COLOURS.grid}" stroke-width="${zero ? 1.2 : 0.8}"/>`;

function words(x: number, y: number, anchor: string, text: string, colour: string = CHART_COLOURS.ink, bold = false): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${colour}"${bold ? ' font-weight="bold"' : ''}>${escapeXml(text)}</text>`;
}

function jointLine({ line }: FlowsDrawing, say: (value: number) => string): string {
  const points = line.map(({ x, y }) => `${x},${y}`).join(' ');
  const marks = line.map(({ x, y, value }) =>
    `<path d="M${x} ${y - 5}l5 5l-5 5l-5 -5z" fill="${CHART_COLOURS.joint}"/>${words(x - 9, y - 9, 'end', say(value), CHART_COLOURS.joint, true)}`);
  return `<polyline points="${points}" fill="none" stroke="#ffffff" stroke-width="4"/><polyline points="${points}" fill="none" stroke="${CHART_COLOURS.joint}" stroke-width="1.8"/>${marks.join('')}`;
}

/** Shape, colour and word together; a name takes as much room as it needs. */
function legend(speaking: Speaking, sides: boolean): string {
  const y = CHART_SIZE.height - 10;
  const entries = [
    { shape: (x: number) => `<path d="M${x + 5} ${y - 9}l5 5l-5 5l-5 -5z" fill="${CHART_COLOURS.joint}"/>`, name: wordsIn(speaking.language).together },
    ...(sides ? [
      { shape: (x: number) => `<circle cx="${x + 5}" cy="${y - 4}" r="5" fill="${CHART_COLOURS.seller}"/>`, name: speaking.sellerName },
      { shape: (x: number) => `<rect x="${x}" y="${y - 9}" width="10" height="10" rx="1" fill="${CHART_COLOURS.client}"/>`, name: speaking.clientName },
    ] : []),
  ];
  let x = 56;
  return entries.map(({ shape, name }) => {
    const drawn = shape(x) + words(x + 16, y, 'start', name);
    x += 34 + name.length * 6;
    return drawn;
  }).join('');
}

/** Names come from people: in SVG they are words and nothing else. */
export const escapeXml = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/[<>&"']/g, sign => `&#${sign.charCodeAt(0)};`);
