import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { heading, paragraph, plainText, readRichText, type RichText } from '../../../../shared/documents/richtext.ts';
import { proposalRoot } from '../../../../shared/documents/roots.ts';
import type { MemberView } from '../../../../shared/members.ts';
import type { ProjectView } from '../../../../shared/projects.ts';
import { Proposal } from '../../../../client/features/proposal/ProposalPage.tsx';
import { draw, hand } from '../../../support/draw.tsx';
import { idFor } from '../../../support/makeMember.ts';
import { type TestRoom, testRoom } from './liveRoom.ts';

const TEXT: RichText = [heading(2, 'What we understood'), paragraph('Four records of one woman.'), heading(2, 'The value'), paragraph('')];

const member = (name: string, side: MemberView['side'], more: Partial<MemberView> = {}): MemberView => ({
  id: idFor('mbr', name.split(' ')[0]!.toLowerCase()), personId: idFor('psn', name.split(' ')[0]!.toLowerCase()), name, side, role: 'editor', approver: false, joinedAt: 0, removed: false, ...more,
});
const members = [member('Marta Villa', 'seller', { role: 'host' }), member('Paolo Ferri', 'client'), member('Ivo Rossi', 'internal')];

const project = (role: ProjectView['me']['role'] = 'editor'): ProjectView => ({
  id: idFor('prj', 'one'), workspaceId: idFor('wsp', 'nodo'), title: 'One customer, one record', sellerName: 'Nodo', clientName: 'Modastile', currency: 'EUR',
  language: 'en', template: 'blank', stage: 'write', createdAt: 0, changedAt: 0, archivedAt: null, epoch: 1,
  me: { memberId: idFor('mbr', 'marta'), side: 'seller', role, approver: false },
});

function open(room: TestRoom, role?: ProjectView['me']['role'], language: 'en' | 'it' = 'en') {
  return draw(<Proposal project={project(role)} members={members} room={room} />, { language });
}
const words = (room: TestRoom) => plainText(readRichText(proposalRoot(room.doc)));
const caretIn = (room: TestRoom, nth: number, index: number) => {
  const text = (proposalRoot(room.doc).get(nth) as Y.XmlElement).get(0) as Y.XmlText;
  const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index)) as object;
  return { anchor: place, head: place };
};

describe('the proposal', () => {
  test('says whose it is, and shows its sections and words', async () => {
    open(testRoom(TEXT), 'editor', 'it');
    expect(screen.getByRole('heading', { level: 1, name: 'One customer, one record' })).toBeVisible();
    expect(screen.getByText('Una proposta di Modastile e Nodo, scritta insieme')).toBeVisible();
    const outline = screen.getByRole('navigation', { name: 'Capitoli' });
    expect(within(outline).getAllByRole('button').map(each => each.textContent)).toEqual(['1.What we understood', '2.The value']);
    expect(await screen.findByText('10 parole')).toBeVisible();
  });

  test('is changed with one’s own steps alone taken back', async () => {
    const room = testRoom(TEXT);
    open(room);
    act(() => {
      room.doc.transact(() => ((proposalRoot(room.doc).get(3) as Y.XmlElement).insert(0, [new Y.XmlText('Paolo was here.')])), 'line');
    });
    await hand.click(screen.getByRole('button', { name: 'Table' }));
    await hand.click(await screen.findByRole('menuitem', { name: 'Insert a table' }));
    await waitFor(() => expect(JSON.stringify(readRichText(proposalRoot(room.doc)))).toContain('"table"'));
    await hand.click(screen.getByRole('button', { name: 'Undo my last step' }));
    await waitFor(() => expect(JSON.stringify(readRichText(proposalRoot(room.doc)))).not.toContain('"table"'));
    expect(words(room)).toContain('Paolo was here.');
  });

  test('shows where others are by the name the server knows, whatever their page claims', async () => {
    const room = testRoom(TEXT);
    const { container } = open(room);
    act(() => {
      room.sit(32, members[1]!.id, { user: { name: 'CEO', color: '#ff0000' }, name: 'CEO', proposalCaret: caretIn(room, 1, 4) });
    });
    await waitFor(() => expect(container.querySelector('.caret-flag')).toHaveTextContent('Paolo'));
    expect(container.querySelector('.caret')).toHaveClass('caret-client');
    expect(container.textContent).not.toContain('CEO');
    expect(await screen.findByText('Paolo is here')).toBeInTheDocument();
  });

  test('finds where others are once the words they stand in have arrived', async () => {
    const [room, elsewhere] = [testRoom(TEXT), new Y.Doc()];
    open(room);
    Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(room.doc));
    const far = elsewhere.getXmlFragment('proposal').get(3) as Y.XmlElement;
    const line = new Y.XmlText('New words');
    far.insert(0, [line]);
    const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(line, 3)) as object;
    act(() => room.sit(32, members[1]!.id, { proposalCaret: { anchor: place, head: place } }));
    expect(screen.queryByText('Paolo is here')).toBeNull();
    act(() => Y.applyUpdate(room.doc, Y.encodeStateAsUpdate(elsewhere), 'line'));
    expect(await screen.findByText('Paolo is here')).toBeInTheDocument();
  });

  test('draws no caret for a page nobody was issued, nor for a forged place', async () => {
    const room = testRoom(TEXT);
    const { container } = open(room);
    act(() => {
      room.sit(900, undefined, { proposalCaret: caretIn(room, 1, 4) });
      for (const [nth, claim] of [{ anchor: 1, head: 2 }, { anchor: {}, head: {} }, 'x', { anchor: { tname: 'canvas', item: { client: 4, clock: 1e15 } }, head: {} }].entries()) {
        room.sit(48 + nth, members[2]!.id, { user: 'x', proposalCaret: claim });
      }
      room.sit(80, members[2]!.id, null);
      room.sit(32, members[1]!.id, { proposalCaret: caretIn(room, 1, 4) });
    });
    await waitFor(() => expect(container.querySelectorAll('.caret')).toHaveLength(1));
  });

  test('is read, and never touched, by those who may not write', async () => {
    const room = testRoom(TEXT);
    // A newer page has written something that this one does not know.
    act(() => proposalRoot(room.doc).push([new Y.XmlElement('videoOfTomorrow')]));
    const before = Y.encodeStateAsUpdate(room.doc);
    const { container } = open(room, 'viewer');
    expect(screen.getByText('You can read this text. Your role does not include changing it.')).toBeVisible();
    expect(container.querySelector('[contenteditable="true"]')).toBeNull();
    act(() => (proposalRoot(room.doc).get(1) as Y.XmlElement).insert(1, [new Y.XmlText(' And more.')]));
    expect(await screen.findByText(/And more\./)).toBeVisible();
    expect(proposalRoot(room.doc).toArray().at(-1)).toMatchObject({ nodeName: 'videoOfTomorrow' });
    expect(before.length).toBeLessThan(Y.encodeStateAsUpdate(room.doc).length);
  });

  test('pauses while nothing can be written, and says why', async () => {
    const room = testRoom(TEXT);
    open(room);
    expect(await screen.findByRole('toolbar', { name: 'Formatting' })).toBeVisible();
    act(() => room.mayWrite.set(false));
    expect(await screen.findByText(/The text is read-only just now/)).toBeVisible();
    expect(screen.queryByRole('toolbar')).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Text of the proposal' })).toHaveAttribute('contenteditable', 'false');
  });
});
