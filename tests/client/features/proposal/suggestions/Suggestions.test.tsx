/** The cards beside the text: who may answer what, what becomes of it, and what stays of it. */
import { act, screen, waitFor, within } from '@testing-library/react';
import type { Editor } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { Proposal } from '../../../../../client/features/proposal/ProposalPage.tsx';
import { paragraph, plainText, readRichText } from '../../../../../shared/documents/richtext.ts';
import { proposalRoot } from '../../../../../shared/documents/roots.ts';
import type { MemberView } from '../../../../../shared/members.ts';
import type { ProjectView } from '../../../../../shared/projects.ts';
import type { Role, Side } from '../../../../../shared/sides.ts';
import { draw, hand } from '../../../../support/draw.tsx';
import { idFor } from '../../../../support/makeMember.ts';
import { type TestRoom, testRoom } from '../liveRoom.ts';
import { writeAs } from './desk.ts';

// jsdom has no layout; the editor asks it where to scroll.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();
Element.prototype.scrollIntoView = () => undefined;

const people: [string, Side][] = [['Marta Villa', 'seller'], ['Sara Colle', 'seller'], ['Ivo Ricci', 'internal'], ['Paolo Ferri', 'client']];
const members = people.map(([name, side]): MemberView => ({
  id: idFor('mbr', name.split(' ')[0]!.toLowerCase()), side, role: 'editor', approver: false, joinedAt: 0, personId: idFor('psn', name.split(' ')[0]!.toLowerCase()), name, removed: false,
}));
const project = (name: string, side: Side, role: Role): ProjectView => ({
  id: idFor('prj', 'one'), workspaceId: idFor('wsp', 'nodo'), title: 'One customer, one record', sellerName: 'Nodo Software', clientName: 'Modastile', currency: 'EUR',
  language: 'en', template: 'blank', stage: 'write', createdAt: 0, changedAt: 0, archivedAt: null, epoch: 1,
  me: { memberId: idFor('mbr', name), side, role, approver: false },
});

/** Marta proposes to say "days" for "hours". */
function roomWithSuggestion(): TestRoom {
  const room = testRoom([paragraph('It saves hours.')]);
  const marta = writeAs('marta', 'seller', room.doc);
  marta.editor.commands.setTextSelection({ from: 10, to: 15 });
  marta.editor.view.dispatch(marta.editor.state.tr.insertText('days'));
  marta.close();
  return room;
}
const open = (room: TestRoom, name: string, side: Side, role: Role = 'editor', language: 'en' | 'it' = 'en') =>
  draw(<Proposal project={project(name, side, role)} members={members} room={room} />, { language });
const agreed = (room: TestRoom) => plainText(readRichText(proposalRoot(room.doc)));
const editorIn = (container: HTMLElement): Editor => (container.querySelector('.ProseMirror') as HTMLElement & { editor: Editor }).editor;

describe('a suggestion', () => {
  test('is accepted by somebody on another side, and says afterwards who did', async () => {
    const room = roomWithSuggestion();
    open(room, 'paolo', 'client');
    expect(await screen.findByText('Marta would replace')).toBeVisible();
    expect(agreed(room)).toBe('It saves hours.');
    await hand.click(screen.getByRole('button', { name: 'Accept the suggestion of Marta: hours → days' }));
    expect(agreed(room)).toBe('It saves days.');
    await hand.click(await screen.findByText('Answered suggestions (1)'));
    expect(screen.getByText('Paolo accepted')).toBeVisible();
    expect(screen.queryByText('Marta would replace')).toBeNull();
  });

  test('leaves the text alone when it is refused', async () => {
    const room = roomWithSuggestion();
    const { container } = open(room, 'ivo', 'internal');
    await hand.click(await screen.findByRole('button', { name: 'Refuse the suggestion of Marta: hours → days' }));
    expect(agreed(room)).toBe('It saves hours.');
    await waitFor(() => expect(container.querySelector('.ProseMirror ins, .ProseMirror del')).toBeNull());
  });

  test('is seen by the author’s side, which waits for another one', async () => {
    open(roomWithSuggestion(), 'sara', 'seller');
    expect(await screen.findByText('Your side made it, so another side answers it.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^(Accept|Refuse|Withdraw)/ })).toBeNull();
  });

  test('is taken back by its author alone', async () => {
    const room = roomWithSuggestion();
    open(room, 'marta', 'seller');
    expect(screen.queryByRole('button', { name: /^Accept/ })).toBeNull();
    await hand.click(await screen.findByRole('button', { name: 'Withdraw your suggestion: hours → days' }));
    expect(agreed(room)).toBe('It saves hours.');
    expect(await screen.findByText('Answered suggestions (1)')).toBeVisible();
  });

  test('is read, not answered, by those who may not write', async () => {
    open(roomWithSuggestion(), 'paolo', 'client', 'commenter', 'it');
    expect(await screen.findByText('Marta sostituirebbe')).toBeVisible();
    expect(screen.getByText('Risponde chi può scrivere, di un’altra parte.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Accogli/ })).toBeNull();
  });

  test('is open again when its answer is undone, as one step of its own', async () => {
    const room = roomWithSuggestion();
    const { container } = open(room, 'paolo', 'client');
    await hand.click(await screen.findByRole('button', { name: /^Accept/ }));
    act(() => { editorIn(container).commands.undo(); });
    expect(await screen.findByText('Marta would replace')).toBeVisible();
    expect(agreed(room)).toBe('It saves hours.');
    expect(screen.queryByText(/^Answered suggestions/)).toBeNull();
  });
});

describe('the switch', () => {
  test('turns typing into suggesting, by mouse or by keys, and is remembered', async () => {
    localStorage.clear();
    const room = testRoom([paragraph('Now.')]);
    const { container, unmount } = open(room, 'marta', 'seller');
    await hand.click(await screen.findByRole('button', { name: 'Suggest changes' }));
    expect(screen.getByText('You are suggesting. The text stays as it is agreed until another side accepts.')).toBeVisible();
    const editor = editorIn(container);
    act(() => { editor.view.dispatch(editor.state.tr.insertText(' soon', 4)); });
    expect(agreed(room)).toBe('Now.');
    expect(await screen.findByText('Marta would add')).toBeVisible();
    unmount();
    open(room, 'marta', 'seller');
    expect(await screen.findByRole('button', { name: 'Suggest changes' })).toHaveAttribute('aria-pressed', 'true');
    act(() => { document.querySelector('.ProseMirror')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'E', code: 'KeyE', keyCode: 69, ctrlKey: true, shiftKey: true, bubbles: true })); });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Suggest changes' })).toHaveAttribute('aria-pressed', 'false'));
    localStorage.clear();
  });

  test('says so when something cannot be suggested', async () => {
    localStorage.clear();
    const room = testRoom([{ type: 'codeBlock', content: [{ type: 'text', text: 'x = 1' }] }]);
    const { container } = open(room, 'marta', 'seller');
    await hand.click(await screen.findByRole('button', { name: 'Suggest changes' }));
    const editor = editorIn(container);
    act(() => { editor.view.dispatch(editor.state.tr.insertText('2', 2)); });
    expect(await screen.findByText(/^This cannot be suggested/)).toBeVisible();
    expect(agreed(room)).toBe('x = 1');
    localStorage.clear();
  });

  test('goes from one suggestion to the next', async () => {
    const room = roomWithSuggestion();
    open(room, 'paolo', 'client');
    const list = await screen.findByRole('region', { name: 'Suggestions' });
    await hand.click(screen.getByRole('button', { name: 'Next suggestion' }));
    await waitFor(() => expect(within(list).getByRole('listitem')).toHaveAttribute('aria-current', 'true'));
  });
});
