/** The section one writes in, and linking it to areas: one attribute of its heading, so that undo takes it back. */
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { ElementId } from '../../../../shared/ids.ts';
import { areaIdsOf, asAttribute } from '../../../../shared/documents/sectionAreas.ts';

export interface SectionHere {
  /** Where its heading stands in the document. */
  at: number;
  title: string;
  areas: ElementId[];
}

/** The last section heading at or before the caret. */
export function sectionHere({ state }: Pick<Editor, 'state'>): SectionHere | undefined {
  let found: SectionHere | undefined;
  state.doc.forEach((node, at) => {
    if (at <= state.selection.from && isSectionHeading(node)) found = { at, title: node.textContent, areas: areaIdsOf(node.attrs['areas']) };
  });
  return found;
}

export const isSectionHeading = (node: Node): boolean => node.type.name === 'heading' && Number(node.attrs['level']) <= 2;

/** The same area again takes the link away. */
export function toggleArea(editor: Editor, { at, areas }: SectionHere, id: ElementId): void {
  const next = areas.includes(id) ? areas.filter(each => each !== id) : [...areas, id];
  editor.commands.command(({ tr }) => {
    tr.setNodeAttribute(at, 'areas', asAttribute(next));
    return true;
  });
}
