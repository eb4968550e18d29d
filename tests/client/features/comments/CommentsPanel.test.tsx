/** The panel in a page, with a real server behind it: what is typed, whom it reaches, what a lost network does. */
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CommentsPanel } from '../../../../client/features/comments/CommentsPanel.tsx';
import type { CommentList } from '../../../../shared/comments.ts';
import type { ElementId } from '../../../../shared/ids.ts';
import { MemberList, type MemberView } from '../../../../shared/members.ts';
import { ProjectView } from '../../../../shared/projects.ts';
import type { Browser } from '../../../support/browse.ts';
import { draw, hand } from '../../../support/draw.tsx';
import { type House, openHouse } from '../../../support/house.ts';

type Name = 'marta' | 'ivo' | 'paolo';

let house: House;
let project: ProjectView;
let people: MemberView[];
let seats: Record<Name, Browser>;
/** A note of its own for each test. */
let anchor: { on: 'note'; noteId: ElementId };

beforeAll(async () => {
  house = await openHouse();
  project = await house.startProject('One customer, one record');
  const ivo = await house.seat(project, 'Ivo Serra', { side: 'internal' });
  const paolo = await house.seat(project, 'Paolo Ferri', { side: 'client' });
  seats = { marta: house.marta, ivo, paolo };
  people = MemberList.parse((await ivo.ask('GET', `/api/projects/${project.id}/members`)).body).members;
});
afterAll(() => house.close());
let nth = 0;
beforeEach(() => { anchor = { on: 'note', noteId: `note_abcdefghij${nth++}` as ElementId }; });

async function open(name: Name, language: 'en' | 'it' = 'en', online = true) {
  const { me } = ProjectView.parse((await seats[name].ask('GET', `/api/projects/${project.id}`)).body);
  return draw(
    <CommentsPanel projectId={project.id} anchor={anchor} people={people} me={{ ...me, memberId: me.memberId }} firm="Nodo" />,
    { language, ...(online ? { asks: seats[name] } : { known: [[['comments', project.id], { comments: [], settled: [], read: [] }]] }) },
  );
}
const field = () => screen.findByRole('textbox', { name: 'Your comment' });
const kept = async (): Promise<CommentList> => (await seats.marta.ask('GET', `/api/projects/${project.id}/comments`)).body as CommentList;

test('what is written stands in the thread, and the field is empty again', async () => {
  await open('paolo');
  await hand.type(await field(), 'Which invoices?');
  await hand.click(screen.getByRole('button', { name: 'Send' }));
  const row = await screen.findByRole('article');
  expect(row.textContent).toMatch(/Paolo.*Which invoices\?/s);
  await waitFor(async () => { expect(await field()).toHaveProperty('value', ''); });
});

test('the button says whom it reaches, and only the inside may choose', async () => {
  const { unmount } = await open('ivo');
  await hand.click(await screen.findByRole('radio', { name: 'Only Nodo' }));
  await hand.type(await field(), 'Between us.');
  await hand.click(screen.getByRole('button', { name: 'Send to Nodo' }));
  await screen.findByText('Only Nodo reads this');
  expect((await kept()).comments.at(-1)).toMatchObject({ body: 'Between us.', audience: 'internal' });
  unmount();
  await open('paolo');
  await field();
  expect(screen.queryByRole('radio')).toBeNull();
});

test('a name begun after @ is offered and called by first name', async () => {
  await open('paolo');
  await hand.type(await field(), 'Ask @ma');
  expect(within(await screen.findByRole('listbox')).getAllByRole('option').map(each => each.textContent)).toEqual(['MVMarta Villa']);
  await hand.keyboard('{Enter}');
  expect(await field()).toHaveProperty('value', 'Ask @Marta ');
  await hand.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('article');
  expect((await kept()).comments.at(-1)?.mentions).toEqual([people.find(person => person.name === 'Marta Villa')?.id]);
});

test('a comment that cannot be sent stays in the field, with a sentence', async () => {
  await open('paolo', 'it', false);
  const box = await screen.findByRole('textbox', { name: 'Il tuo commento' });
  await hand.type(box, 'Non perdermi');
  await hand.click(screen.getByRole('button', { name: 'Invia' }));
  await waitFor(() => { expect(box.getAttribute('aria-invalid')).toBe('true'); });
  expect(box).toHaveProperty('value', 'Non perdermi');
});

test('a comment taken back is gone after one question', async () => {
  await open('marta');
  await hand.type(await field(), 'Too quick.');
  await hand.keyboard('{Control>}{Enter}{/Control}');
  await hand.click(await screen.findByRole('button', { name: 'What to do with this comment' }));
  await hand.click(await screen.findByRole('menuitem', { name: 'Take back' }));
  await hand.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Take back' }));
  await waitFor(() => { expect(screen.queryByText('Too quick.')).toBeNull(); });
  expect(JSON.stringify(await kept())).not.toContain('Too quick.');
});
