import { act, screen, waitFor, within } from '@testing-library/react';
import type { Editor } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CASES } from '../../../../server/demo/cases.ts';
import { driverRows, rowIdOf, scenarioRows, settingsOf } from '../../../../server/demo/model.ts';
import { LiveFigures } from '../../../../client/features/proposal/LiveFigures.ts';
import { Proposal } from '../../../../client/features/proposal/ProposalPage.tsx';
import { findItems } from '../../../../client/features/proposal/slashItems.ts';
import { paragraph, readRichText, type RichText } from '../../../../shared/documents/richtext.ts';
import { proposalRoot } from '../../../../shared/documents/roots.ts';
import type { Asked } from '../../../../shared/documents/shown.ts';
import { addRows, deleteRows, writeCells } from '../../../../shared/documents/value.ts';
import type { ProjectView } from '../../../../shared/projects.ts';
import { cellKey, settingKey } from '../../../../shared/value/keys.ts';
import { draw, hand } from '../../../support/draw.tsx';
import { idFor } from '../../../support/makeMember.ts';
import { type TestRoom, testRoom } from './liveRoom.ts';

const [a1, s0, s1] = [rowIdOf('drv', 'A1'), rowIdOf('scn', 'S0'), rowIdOf('scn', 'S1')];
const project = (role: ProjectView['me']['role']): ProjectView => ({
  id: idFor('prj', 'one'), workspaceId: idFor('wsp', 'nodo'), title: 'One customer, one record', sellerName: 'Nodo Software', clientName: 'Modastile', currency: 'EUR',
  language: 'en', template: 'blank', stage: 'write', createdAt: 0, changedAt: 0, archivedAt: null, epoch: 1,
  me: { memberId: idFor('mbr', 'marta'), side: 'seller', role, approver: false },
});

/** A room with example A's model, S1 on the table. */
function roomOf(text: RichText): TestRoom {
  const room = testRoom(text);
  const of = CASES[0]!;
  writeCells(room.doc, Object.entries({ ...settingsOf(of), onTable: s1 }).map(([field, value]) => [settingKey(field as 'years'), value]), { at: 1, origin: null });
  addRows(room.doc, [...driverRows(of, 'en'), ...scenarioRows(of, 'en')], { at: 1, origin: null });
  return room;
}
const open = (room: TestRoom, role: ProjectView['me']['role'] = 'editor', language: 'en' | 'it' = 'en') =>
  draw(<Proposal project={project(role)} members={[]} room={room} />, { language });
const editorIn = (container: HTMLElement): Editor => (container.querySelector('.ProseMirror') as HTMLElement & { editor: Editor }).editor;
const figure = { type: 'figure', of: a1, shows: 'worth' } as const;
const worth: RichText = [{ type: 'paragraph', content: [{ type: 'text', text: 'It saves ' }, figure, { type: 'text', text: ' a year.' }] }];
const press = (editor: Editor, key: string) => act(() => { editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); });

// jsdom has no layout; the editor asks it where to scroll.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

describe('the slash menu', () => {
  async function type(container: HTMLElement, words: string): Promise<Editor> {
    const editor = editorIn(container);
    await act(async () => { editor.chain().focus('end').insertContent(words).run(); });
    await screen.findByRole('listbox', { name: 'Insert' });
    return editor;
  }

  test('finds a driver by what one types and puts its figure in, by keys alone', async () => {
    const room = roomOf([paragraph('Worth:')]);
    const { container } = open(room);
    const editor = await type(container, ' /a1');
    const options = screen.getAllByRole('option');
    expect(options[0]).toHaveTextContent('A1: worth in a full year€130,410');
    expect(options[0]).toHaveAttribute('aria-selected', 'true');
    await waitFor(() => expect(editor.view.dom).toHaveAttribute('aria-activedescendant', options[0]!.id));
    press(editor, 'ArrowDown');
    await waitFor(() => expect(editor.view.dom).toHaveAttribute('aria-activedescendant', options[1]!.id));
    press(editor, 'ArrowUp');
    press(editor, 'Enter');
    await waitFor(() => expect(container.querySelector('.figure')).toHaveTextContent('€130,410A1'));
    expect(JSON.stringify(readRichText(proposalRoot(room.doc)))).toContain(`{"type":"figure","of":"${a1}","shows":"worth"}`);
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(editor.view.dom).not.toHaveAttribute('aria-activedescendant');
  });

  test('makes headings and lists, in words of both languages', async () => {
    const room = roomOf([paragraph('')]);
    const { container } = open(room);
    const editor = await type(container, '/titolo');
    press(editor, 'Enter');
    await waitFor(() => expect(readRichText(proposalRoot(room.doc))[0]).toMatchObject({ type: 'heading', level: 2 }));
  });

  test('says when nothing goes by that name, and lets the words be', async () => {
    const room = roomOf([paragraph('')]);
    const { container } = open(room);
    const editor = await type(container, '/zzzz');
    expect(screen.getByText('Nothing here goes by that name. Escape keeps your words.')).toBeVisible();
    press(editor, 'Escape');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(container.querySelector('.ProseMirror')).toHaveTextContent('/zzzz');
  });

  test('opens by a button too, and Escape leaves nothing behind', async () => {
    const room = roomOf([paragraph('Worth')]);
    const { container } = open(room);
    await hand.click(await screen.findByRole('button', { name: 'Insert' }));
    await screen.findByRole('listbox', { name: 'Insert' });
    press(editorIn(container), 'Escape');
    await waitFor(() => expect(container.querySelector('.ProseMirror')?.textContent).not.toContain('/'));
  });

  test('looks for every typed part at the beginning of a word', () => {
    const item = (words: string) => ({ id: words, words, group: 'shapes' as const, title: words, hint: '', icon: () => null as never, act: () => undefined });
    const items = [item('A1 Contacts worth'), item('A11 Hours today'), item('Titolo di capitolò')];
    expect(findItems(items as never, 'a1').map(each => each.id)).toEqual(['A1 Contacts worth', 'A11 Hours today']);
    expect(findItems(items as never, 'capitolo').map(each => each.id)).toEqual(['Titolo di capitolò']);
    expect(findItems(items as never, 'a1-today').map(each => each.id)).toEqual(['A11 Hours today']);
    expect(findItems(items as never, 'ontacts')).toEqual([]);
  });
});

describe('a live figure', () => {
  test.each(['editor', 'viewer'] as const)('follows the model while an %s looks', async role => {
    const room = roomOf(worth);
    const { container } = open(room, role);
    await waitFor(() => expect(container.querySelector('.figure-value')).toHaveTextContent('€130,410'));
    act(() => { writeCells(room.doc, [[cellKey(a1, 'baseline'), 1_000_000]], { at: 2, origin: null }); });
    await waitFor(() => expect(container.querySelector('.figure-value')).toHaveTextContent('€113,400'));
    act(() => { deleteRows(room.doc, [a1], { at: 3, origin: null }); });
    await waitFor(() => expect(container.querySelector('.figure-value')).toHaveTextContent('no longer in the model'));
    expect(readRichText(proposalRoot(room.doc))).toEqual(worth); // looking has changed nothing
  });

  test('speaks the reader’s language', async () => {
    const { container } = open(roomOf(worth), 'viewer', 'it');
    await waitFor(() => expect(container.querySelector('.figure')).toHaveTextContent('130.410 €A1 (valore in un anno pieno)'));
  });

  test('is read once per frame, and says nothing new where nothing differs', () => {
    const room = roomOf(worth);
    const frames: (() => void)[] = [];
    const figures = new LiveFigures(room.doc, run => { frames.push(run); return () => undefined; });
    let news = 0;
    const stop = figures.subscribe(() => { news += 1; });
    const before = figures.shown(figure);
    writeCells(room.doc, [[cellKey(a1, 'source'), 'invoices']], { at: 2, origin: null });
    writeCells(room.doc, [[cellKey(a1, 'label'), 'Contacts']], { at: 3, origin: null });
    expect([frames.length, news]).toEqual([1, 0]);
    expect(figures.shown(figure)).toBe(before);
    frames[0]!();
    expect([news, figures.shown(figure)]).toEqual([1, { ...before, label: 'Contacts' }]);
    writeCells(room.doc, [[cellKey(s0, 'story'), 'long']], { at: 4, origin: null });
    const same = figures.shown(figure);
    frames[1]!();
    expect(figures.shown(figure)).toBe(same);
    stop();
    writeCells(room.doc, [[cellKey(a1, 'label'), 'Other']], { at: 5, origin: null });
    expect(frames).toHaveLength(2);
  });
});

describe('a live block', () => {
  const block = (of: string, shows: Extract<Asked, { type: 'live' }>['shows']): RichText => [paragraph('Before'), { type: 'live', of, shows }];

  test('shows the split of a scenario in which both gain', async () => {
    const { container } = open(roomOf(block(s1, 'split')));
    const card = await screen.findByRole('figure');
    expect(card).toHaveTextContent('How we share it');
    expect(card).toHaveTextContent('Nodo Software 37.5%€158,861');
    expect(container.querySelector('.live-split')).not.toBeNull();
  });

  test('names the losing side instead, with its amount', async () => {
    const { container } = open(roomOf(block(s0, 'split')), 'viewer');
    expect(await screen.findByText(/Modastile would lose €166,316/)).toBeVisible();
    expect(container.querySelector('.live-split')).toBeNull();
    expect(container.textContent).not.toContain('117,313');
  });

  test('draws flows with a sentence and a table beside it', async () => {
    open(roomOf(block(s1, 'flows')), 'viewer');
    expect(await screen.findByRole('img', { name: /Flows of S1 .*: Start −€150,000, Year 1 €93,785/ })).toBeVisible();
    await hand.click(screen.getByText('As a table'));
    expect(within(screen.getByRole('table')).getByRole('cell', { name: '€324,461' })).toBeVisible();
  });

  test('that a program bent says that nothing is there, and stays what it was', async () => {
    const room = roomOf([paragraph('Before')]);
    const bent = new Y.XmlElement('live');
    bent.setAttribute('of', 'javascript:alert(1)');
    bent.setAttribute('shows', '<img src=x>');
    act(() => { proposalRoot(room.doc).push([bent]); });
    const { container } = open(room);
    expect(await screen.findByText('This scenario is no longer in the model')).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
    expect(readRichText(proposalRoot(room.doc))).toEqual([paragraph('Before')]);
  });
});
