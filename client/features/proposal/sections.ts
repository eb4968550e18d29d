/** The sections of a proposal: what its headings say, and in which of them a caret stands. Knows no editor. */
import * as Y from 'yjs';
import { headingLevel, plainText, type RichText, sectionHeadings } from '../../../shared/documents/richtext.ts';

export interface Section {
  /** From 0, in the order of the text; the page counts from 1. */
  nth: number;
  title: string;
}

export const sectionsOf = (text: RichText): Section[] => sectionHeadings(text).map((heading, nth) => ({ nth, title: plainText(heading.content) }));

/** The section in which a place of a presence state lies: -1 before the first heading, undefined when it lies nowhere here. */
export function sectionAt(fragment: Y.XmlFragment, position: unknown): number | undefined {
  const block = topBlockOf(fragment, position);
  if (!block) return undefined;
  let nth = -1;
  for (const child of fragment.toArray()) {
    if (child instanceof Y.XmlElement && isSectionHeading(child)) nth += 1;
    if (child === block) return nth;
  }
  return undefined;
}

function isSectionHeading(element: Y.XmlElement): boolean {
  return element.nodeName === 'heading' && headingLevel(element.getAttribute('level')) <= 2 && !element.getAttribute('insertion'); // what is only proposed begins none
}

/** The block right under the root that holds the place; presence is written by others, so it may point anywhere. */
function topBlockOf(fragment: Y.XmlFragment, position: unknown): unknown {
  if (!fragment.doc) return undefined;
  try {
    const place = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), fragment.doc);
    return place && climb(fragment, place.type, place.index);
  } catch {
    return undefined; // forged or outlived
  }
}

function climb(fragment: Y.XmlFragment, start: unknown, index: number): unknown {
  if (start === fragment) return fragment.get(Math.min(index, fragment.length - 1));
  let type = start as { parent?: unknown } | null | undefined;
  while (type && type.parent !== fragment) type = type.parent as { parent?: unknown } | null | undefined;
  return type ?? undefined;
}
