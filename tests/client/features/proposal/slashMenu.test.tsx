import { act, screen, waitFor } from '@testing-library/react';
import type { Editor } from '@tiptap/core';
import { expect, test } from 'vitest';
import { CASES } from '../../../../server/demo/cases.ts';
import { driverRows, rowIdOf, scenarioRows, settingsOf } from '../../../../server/demo/model.ts';
import { Proposal } from '../../../../client/features/proposal/ProposalPage.tsx';
import { paragraph, plainText, readRichText } from '../../../../shared/documents/richtext.ts';
import { proposalRoot } from '../../../../shared/documents/roots.ts';
import { addRows, writeCells } from '../../../../shared/documents/value.ts';
import type { ProjectView } from '../../../../shared/projects.ts';
import { settingKey } from '../../../../shared/value/keys.ts';
import { draw } from '../../../support/draw.tsx';
import { idFor } from '../../../support/makeMember.ts';
import { type TestRoom, testRoom } from './liveRoom.ts';

const project: ProjectView = {
  id: idFor('prj', 'one'), workspaceId: idFor('wsp', 'nodo'), title: 'One customer, one record', sellerName: 'Nodo Software', clientName: 'Modastile', currency: 'EUR',
  language: 'en', template: 'blank', stage: 'write', createdAt: 0, changedAt: 0, archivedAt: null, epoch: 1,
  me: { memberId: idFor('mbr', 'marta'), side: 'seller', role: 'editor', approver: false },
};

// jsdom has no layout; the editor asks it where to scroll.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

function open(): { room: TestRoom; editor: Editor } {
  const room = testRoom([paragraph('Our value.')]);
  const of = CASES[0]!;
  writeCells(room.doc, Object.entries({ ...settingsOf(of), onTable: rowIdOf('scn', 'S1') }).map(([field, value]) => [settingKey(field as 'years'), value]), { at: 1, origin: null });
  addRows(room.doc, [...driverRows(of, 'en'), ...scenarioRows(of, 'en')], { at: 1, origin: null });
  const { container } = draw(<Proposal project={project} members={[]} room={room} />, { language: 'en' });
  return { room, editor: (container.querySelector('.ProseMirror') as HTMLElement & { editor: Editor }).editor };
}
const write = (editor: Editor, words: string) => act(async () => { editor.chain().focus('end').insertContent(words).run(); });
const press = (editor: Editor, key: string) => act(() => { editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); });
const offered = () => screen.getAllByRole('option').map(each => each.textContent);

test('whoever goes on typing after a block writes below it', async () => {
  const { room, editor } = open();
  await write(editor, ' /split');
  await screen.findByRole('listbox', { name: 'Insert' });
  press(editor, 'Enter');
  await waitFor(() => expect(readRichText(proposalRoot(room.doc))[1]).toMatchObject({ type: 'live', shows: 'split' }));
  act(() => { editor.commands.insertContent('And so on.'); });
  const text = readRichText(proposalRoot(room.doc));
  expect(text.map(({ type }) => type)).toEqual(['paragraph', 'live', 'paragraph']);
  expect(plainText(text.slice(2))).toBe('And so on.');
});

test('unasked, blocks come before figures, and scenarios beside the table only by name', async () => {
  const { editor } = open();
  await write(editor, ' /');
  await screen.findByRole('listbox', { name: 'Insert' });
  const names = offered();
  expect(names.findIndex(name => name.startsWith('S1: chart of flows'))).toBeGreaterThan(0);
  expect(names.findIndex(name => name.startsWith('S1: chart of flows'))).toBeLessThan(names.findIndex(name => name.startsWith('A1: worth')));
  expect(names.filter(name => /^S[02]/.test(name))).toEqual([]);
  await write(editor, 'S2');
  await waitFor(() => expect(offered().some(name => name.startsWith('S2: net value'))).toBe(true));
});

test('a name is found as the list writes it, and a sentence that is no name stays a sentence', async () => {
  const { editor } = open();
  await write(editor, ' /S1: chart');
  await waitFor(() => expect(offered()[0]).toContain('S1: chart of flows'));
  await write(editor, ' and nothing by that name');
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
});
