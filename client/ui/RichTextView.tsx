/**
 * Draws rich text (`shared/documents/richtext.ts`) as React elements, from its schema alone.
 *
 * A member can write anything into a document, so nothing here believes what it is given: no HTML is ever
 * parsed, links are judged again where they are drawn, an unknown node keeps its words and loses its shape.
 * Figures show what was frozen into them, or what `FigureContext` says they are now.
 * Knows neither editor nor document; notes, frozen copies and receipts all use it.
 */
import { Fragment, type ReactNode } from 'react';
import { type BlockNode, type Mark, type RichNode, type RichText, safeHref, sectionHeadings } from '../../shared/documents/richtext.ts';
import { AreaChips } from './AreaChips.tsx';
import { FigureChip } from './FigureChip.tsx';
import { LiveCard } from './LiveCard.tsx';
import './richtext.css';

type HeadingTag = 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
/** Tags of heading levels 1, 2 and 3, so that a text fits under the headings of the page around it. */
export type HeadingTags = readonly [HeadingTag, HeadingTag, HeadingTag];
export const SECTION_TAGS: HeadingTags = ['h2', 'h2', 'h3'];

interface Props {
  text: RichText;
  headings?: HeadingTags;
  /** Gives the nth section heading an id, so that an outline can lead there. */
  sectionId?: (nth: number) => string;
  className?: string;
}

export function RichTextView({ text, headings = SECTION_TAGS, sectionId, className }: Props) {
  const sections = sectionId ? sectionHeadings(text) : [];
  const idOf = (node: BlockNode): string | undefined => {
    const nth = sections.indexOf(node);
    return nth >= 0 ? sectionId?.(nth) : undefined;
  };
  return <div className={className ? `rich ${className}` : 'rich'}>{drawAll(text, { headings, idOf })}</div>;
}

/** A wide table scrolls in its own box, which those without a mouse must be able to reach. */
const SCROLLS = { tabIndex: 0 };

interface Drawing {
  headings: HeadingTags;
  idOf: (node: BlockNode) => string | undefined;
}

function drawAll(nodes: unknown, drawing: Drawing): ReactNode {
  if (!Array.isArray(nodes)) return null;
  return (nodes as RichNode[]).map((node, nth) => <Fragment key={nth}>{draw(node, drawing)}</Fragment>);
}

function draw(node: RichNode, drawing: Drawing): ReactNode {
  switch (node.type) {
    case 'text': return drawText(node.text, node.marks);
    case 'hardBreak': return <br />;
    case 'figure': return <FigureChip node={node} />;
    case 'live': return <LiveCard node={node} />;
    default: return drawBlock(node, drawing);
  }
}

function drawBlock(node: BlockNode, drawing: Drawing): ReactNode {
  const inside = drawAll(node.content, drawing);
  switch (node.type) {
    case 'paragraph': return <p>{hasContent(node) ? inside : <br />}</p>;
    case 'heading': return drawHeading(node, inside, drawing);
    case 'bulletList': return <ul>{inside}</ul>;
    case 'orderedList': return <ol>{inside}</ol>;
    case 'listItem': return <li>{inside}</li>;
    case 'blockquote': return <blockquote>{inside}</blockquote>;
    case 'codeBlock': return <pre><code>{inside}</code></pre>;
    case 'horizontalRule': return <hr />;
    case 'table': return <div className="tableWrapper" {...SCROLLS}><table><tbody>{inside}</tbody></table></div>;
    case 'tableRow': return <tr>{inside}</tr>;
    case 'tableHeader': return <th {...spansOf(node)}>{inside}</th>;
    case 'tableCell': return <td {...spansOf(node)}>{inside}</td>;
    default: return inside;
  }
}

const hasContent = (node: BlockNode): boolean => Array.isArray(node.content) && node.content.length > 0;

function drawHeading(node: BlockNode, inside: ReactNode, { headings, idOf }: Drawing): ReactNode {
  const level = wholeNumber(node.level, 3) ?? 2;
  const Tag = headings[level - 1] ?? headings[1];
  const title = <Tag id={idOf(node)} data-level={level}>{inside}</Tag>;
  return node.areas && node.areas.length > 0 ? <>{title}<AreaChips areas={node.areas} /></> : title;
}

function spansOf(node: BlockNode): { colSpan?: number; rowSpan?: number } {
  const [colSpan, rowSpan] = [wholeNumber(node.colspan, 100), wholeNumber(node.rowspan, 100)];
  return { ...(colSpan && { colSpan }), ...(rowSpan && { rowSpan }) };
}

/** Only a real number passes: `['2']` looks like one to a comparison. */
function wholeNumber(value: unknown, high: number): number | undefined {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= high ? Number(value) : undefined;
}

function drawText(text: unknown, marks: unknown): ReactNode {
  if (typeof text !== 'string') return null;
  // The first mark ends up outermost, as the editor nests them.
  return Array.isArray(marks) ? (marks as Mark[]).reduceRight<ReactNode>(drawMark, text) : text;
}

function drawMark(inside: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'bold': return <strong>{inside}</strong>;
    case 'italic': return <em>{inside}</em>;
    case 'underline': return <u>{inside}</u>;
    case 'strike': return <s>{inside}</s>;
    case 'code': return <code>{inside}</code>;
    case 'link': return drawLink(inside, mark.href);
    default: return inside;
  }
}

function drawLink(inside: ReactNode, wanted: unknown): ReactNode {
  const href = safeHref(wanted);
  return href ? <a href={href} target="_blank" rel="noopener noreferrer">{inside}</a> : inside;
}
