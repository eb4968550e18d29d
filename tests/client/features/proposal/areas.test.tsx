import { act, screen, waitFor, within } from '@testing-library/react';
import type { Editor } from '@tiptap/core';
import { expect, test } from 'vitest';
import { Proposal } from '../../../../client/features/proposal/ProposalPage.tsx';
import { addElement, deleteElements } from '../../../../shared/documents/canvas.ts';
import { heading, paragraph, readRichText, writeRichText } from '../../../../shared/documents/richtext.ts';
import { proposalRoot } from '../../../../shared/documents/roots.ts';
import type { ProjectView } from '../../../../shared/projects.ts';
import { ElementId } from '../../../../shared/ids.ts';
import { areaId, startingAreas } from '../../../../server/templates/areas.ts';
import { draw, hand } from '../../../support/draw.tsx';
import { idFor } from '../../../support/makeMember.ts';
import { type TestRoom, testRoom } from './liveRoom.ts';

const project = (role: ProjectView['me']['role']): ProjectView => ({
  id: idFor('prj', 'one'), workspaceId: idFor('wsp', 'nodo'), title: 'One customer, one record', sellerName: 'Nodo Software', clientName: 'Modastile', currency: 'EUR',
  language: 'en', template: 'blank', stage: 'write', createdAt: 0, changedAt: 0, archivedAt: null, epoch: 1,
  me: { memberId: idFor('mbr', 'marta'), side: 'seller', role, approver: false },
});
const fears = areaId('fears');

function room(): TestRoom {
  const made = testRoom([heading(2, 'What we understood'), paragraph('Four records of one woman.')]);
  for (const area of startingAreas()) addElement(made.doc, area, null);
  const { x, y } = startingAreas().find(({ id }) => id === fears)!;
  const note = { id: ElementId.parse('note_of-paolo-1'), type: 'note', kind: 'fear', x: x + 20, y: y + 60, w: 200, h: 80, z: 1, locked: false, paper: null } as const;
  addElement(made.doc, note, null, text => writeRichText(text, [paragraph('Who signs the apology?')]));
  return made;
}
const open = (made: TestRoom, role: ProjectView['me']['role'] = 'editor', language: 'en' | 'it' = 'en') =>
  draw(<Proposal project={project(role)} members={[]} room={made} />, { language });
const editorIn = (container: HTMLElement): Editor => (container.querySelector('.ProseMirror') as HTMLElement & { editor: Editor }).editor;
const linksOf = (made: TestRoom) => JSON.stringify(readRichText(proposalRoot(made.doc))[0]);

// jsdom has no layout; the editor asks it where to scroll.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

async function tick(area: string): Promise<void> {
  await hand.click(screen.getByRole('button', { name: 'Areas of the canvas behind this section' }));
  await hand.click(await screen.findByRole('menuitemcheckbox', { name: new RegExp(area) }));
}

test('a section is linked to an area from its menu, leads there, and undo takes the link back', async () => {
  const made = room();
  const { container } = open(made);
  act(() => { editorIn(container).commands.setTextSelection(25); });
  await tick('Fears');
  expect(linksOf(made)).toContain(`"areas":[{"id":"${fears}"}]`);
  const way = await screen.findByRole('link', { name: 'Fears, 1 note: show on the canvas' });
  expect(way).toHaveAttribute('href', `/projects/${project('editor').id}/canvas?area=${fears}`);
  act(() => { editorIn(container).commands.undo(); });
  await waitFor(() => expect(screen.queryByRole('link', { name: /Fears/ })).toBeNull());
  expect(linksOf(made)).not.toContain('areas');
});

test('an area that is taken off the canvas leaves a calm chip, for readers too and in Italian', async () => {
  const made = room();
  proposalRoot(made.doc).delete(0, 2);
  writeRichText(proposalRoot(made.doc), [{ ...heading(2, 'Capito'), areas: [{ id: fears }] }]);
  open(made, 'viewer', 'it');
  expect(screen.getByRole('link', { name: 'Paure, 1 nota: mostra sulla tavola' })).toBeVisible();
  act(() => { deleteElements(made.doc, [fears], 5, null); });
  expect(await screen.findByText('un’area che non è più sulla tavola')).toBeVisible();
});

test('a note of a linked area comes in by the slash menu, as text or as a quotation', async () => {
  const made = room();
  const { container } = open(made);
  act(() => { editorIn(container).commands.setTextSelection(25); });
  await tick('Fears');
  await act(async () => { editorIn(container).chain().focus('end').insertContent(' /apology').run(); });
  const list = await screen.findByRole('listbox', { name: 'Insert' });
  const choices = within(list).getAllByRole('option').map(each => each.textContent);
  expect(choices).toEqual(['Who signs the apology?Note as text', 'Who signs the apology?Note as a quotation']);
  for (const key of ['ArrowDown', 'Enter']) act(() => { editorIn(container).view.dom.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); });
  await waitFor(() => expect(readRichText(proposalRoot(made.doc)).at(2)).toEqual({ type: 'blockquote', content: [paragraph('Who signs the apology?')] }));
});
