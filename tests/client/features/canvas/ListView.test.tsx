/** The canvas as headings and lists, in a page without a board: for phones, for keys, for people who hear it. */
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addElement, type Area, changeElements, type Note, readElement, readElements } from '../../../../shared/documents/canvas.ts';
import { paragraph, writeRichText } from '../../../../shared/documents/richtext.ts';
import { ElementId } from '../../../../shared/ids.ts';
import { CanvasOf } from '../../../../client/features/canvas/CanvasPage.tsx';
import { draw } from '../../../support/draw.tsx';
import { type LinkedRoom, linkedRooms, memberView, type Name } from '../../../support/linkedRooms.ts';

const id = (word: string) => ElementId.parse(`el_${word.padEnd(12, '0')}`);
const area = (kind: Area['kind'], x: number): Area => ({ id: id(kind), type: 'area', kind, title: '', x, y: 0, w: 348, h: 288, z: 0, locked: false });
const note = (word: string, x: number): Note => ({ id: id(word), type: 'note', kind: 'fear', x, y: 60, w: 160, h: null, z: 1, locked: false, paper: null });

beforeEach(() => {
  const narrow = (query: string) => ({ matches: query.includes('max-width: 47.99em'), media: query, addEventListener: vi.fn(), removeEventListener: vi.fn() });
  vi.stubGlobal('matchMedia', narrow);
});

function table() {
  const { rooms: [marta, paolo] } = linkedRooms('marta', 'paolo');
  for (const each of [area('hopes', 372), area('fears', 0)]) addElement(marta!.doc, each, 'marta');
  addElement(paolo!.doc, note('four', 20), 'paolo', text => writeRichText(text, [paragraph('Four letters to the same lady')]));
  return { marta: marta!, paolo: paolo! };
}

const everyone = (['marta', 'paolo', 'ivo'] as const).map(name => memberView(name));
const open = (room: LinkedRoom, name: Name, language: 'en' | 'it' = 'en', more: Parameters<typeof memberView>[1] = {}) =>
  draw(<CanvasOf room={room} me={memberView(name, more)} members={everyone} notePanel={() => <p>talk</p>} />, { language });

describe('the list', () => {
  test.each([
    ['en', ['Fears', 'Hopes'], 'Write: Four letters to the same lady'],
    ['it', ['Paure', 'Speranze'], 'Scrivi: Four letters to the same lady'],
  ] as const)('names areas in order and notes with their author (%s)', async (language, names, button) => {
    const { marta } = table();
    open(marta, 'marta', language);
    const headings = (await screen.findAllByRole('heading', { level: 2 })).map(heading => heading.textContent);
    expect(headings).toEqual([`${names[0]}1`, `${names[1]}0`]);
    const item = screen.getByRole('button', { name: button }).closest('li')!;
    expect(within(item).getByText('Paolo')).toBeInTheDocument();
  });

  test('follows what others write and move', async () => {
    const { marta, paolo } = table();
    open(marta, 'marta');
    await screen.findByText('Four letters to the same lady');
    act(() => {
      addElement(paolo.doc, note('new', 400), 'paolo', text => writeRichText(text, [paragraph('One screen')]));
      changeElements(paolo.doc, new Map([[id('four'), { x: 420 }]]), 'paolo');
    });
    await screen.findByText('One screen');
    expect((await screen.findAllByRole('heading', { level: 2 })).map(heading => heading.textContent)).toEqual(['Fears0', 'Hopes2']);
    expect(await screen.findByText('Paolo added a note.')).toBeInTheDocument();
  });

  test('moves a note to another area and takes a deletion back', async () => {
    const { marta, paolo } = table();
    open(marta, 'marta');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Actions for: Four letters to the same lady' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Move to area…' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /Hopes/ }));
    expect(readElement(paolo.doc, id('four'))).toMatchObject({ kind: 'hope' });

    await user.click(await screen.findByRole('button', { name: 'Actions for: Four letters to the same lady' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    expect(readElement(paolo.doc, id('four'))).toBeUndefined();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(readElement(paolo.doc, id('four'))).toBeDefined();
  });

  test('makes a note in an area and lets one write in it', async () => {
    const { marta, paolo } = table();
    open(marta, 'marta');
    await userEvent.setup().click(await screen.findByRole('button', { name: 'New note in Hopes' }));
    expect(await screen.findByRole('textbox', { name: 'Text of the note' })).toBeInTheDocument();
    expect(readElements(paolo.doc).filter(element => element.type === 'note').map(each => each.kind)).toEqual(['fear', 'hope']);
  });

  test('finds notes by their words', async () => {
    const { marta } = table();
    open(marta, 'marta');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Search the notes' }));
    await user.type(screen.getByRole('searchbox', { name: 'Search the notes' }), 'zebra');
    expect(screen.getByText('Nothing with these words.')).toBeInTheDocument();
    await user.clear(screen.getByRole('searchbox', { name: 'Search the notes' }));
    await user.type(screen.getByRole('searchbox', { name: 'Search the notes' }), 'LETTERS');
    expect(screen.getByText('Four letters to the same lady')).toBeInTheDocument();
  });

  test('lets a reader read and talk, and offers nothing else', async () => {
    const { marta } = table();
    marta.mayWrite.set(false);
    open(marta, 'marta', 'en', { role: 'viewer' });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Actions for: Four letters to the same lady' }));
    expect((await screen.findAllByRole('menuitem')).map(item => item.textContent)).toEqual(['Comments']);
    expect(screen.queryByRole('button', { name: /^Write:|New note/ })).toBeNull();
    await user.click(screen.getByRole('menuitem', { name: 'Comments' }));
    expect(await screen.findByText('talk')).toBeInTheDocument();
  });
});
