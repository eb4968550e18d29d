/** The way from a copy that was set aside back into the project. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import * as Y from 'yjs';
import { beforeEach, describe, expect, test } from 'vitest';
import { keptAsides } from '../../../../client/collab/asides.ts';
import { openDevice } from '../../../../client/collab/device.ts';
import { copyName } from '../../../../client/collab/localCopy.ts';
import type { Value } from '../../../../client/collab/value.ts';
import { SalvageNotice } from '../../../../client/features/salvage/SalvageNotice.tsx';
import { paragraph, plainText, readRichText } from '../../../../shared/documents/richtext.ts';
import { newRoomDoc, proposalRoot } from '../../../../shared/documents/roots.ts';
import { roomIdOf } from '../../../../shared/rooms.ts';
import { draw, hand } from '../../../support/draw.tsx';
import { idFor } from '../../../support/makeMember.ts';
import { type TestRoom, testRoom } from '../proposal/liveRoom.ts';

const PAOLO = idFor('psn', 'paolo');
const ROOM = roomIdOf(idFor('prj', 'one'), 'shared');
let room: TestRoom;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  room = testRoom([paragraph('One customer, one record.')]);
  const copy = newRoomDoc(77);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.doc));
  const mine = new Y.XmlElement('paragraph');
  mine.insert(0, [new Y.XmlText('A pilot in 8 shops.')]);
  const other = new Y.XmlElement('paragraph');
  other.insert(0, [new Y.XmlText('And in the e-shop.')]);
  proposalRoot(copy).insert(0, [mine]);
  proposalRoot(copy).insert(2, [other]);
  await (await openDevice(indexedDB)).setAside({ copy: copyName(PAOLO, ROOM, 1), at: Date.now(), update: Y.encodeStateAsUpdate(copy) });
  copy.destroy();
});

const open = async () => {
  await hand.click(await screen.findByRole('button', { name: 'Look at them' }));
  return screen.findByRole('dialog', { name: 'What did not reach the project' });
};
const kept = () => keptAsides(PAOLO, ROOM);
const proposal = () => readRichText(proposalRoot(room.doc)).map(block => plainText([block]));

describe('words that were set aside', () => {
  test('are told of, shown, and put back one by one; then there is nothing left', async () => {
    draw(<SalvageNotice room={room} personId={PAOLO} />);
    expect(await screen.findByText(/^2 things you wrote on this device did not reach the project/)).toBeVisible();
    const dialog = await open();
    expect(within(dialog).getByText('A pilot in 8 shops.')).toBeVisible();
    await hand.click(within(dialog).getAllByRole('button', { name: 'Put back at the end' })[0]!);
    expect(proposal()).toEqual(['One customer, one record.', 'A pilot in 8 shops.']);
    await waitFor(async () => expect((await kept())[0]?.settled).toHaveLength(1));
    await hand.click(within(dialog).getByRole('button', { name: 'Put back at the end' }));
    expect(proposal()).toEqual(['One customer, one record.', 'A pilot in 8 shops.', 'And in the e-shop.']);
    await waitFor(async () => expect(await kept()).toEqual([]));
    expect(screen.queryByRole('button', { name: 'Look at them' })).toBeNull();
  });

  test('are thrown away only after a question', async () => {
    draw(<SalvageNotice room={room} personId={PAOLO} />);
    const dialog = await open();
    await hand.click(within(dialog).getByRole('button', { name: 'Throw away' }));
    const question = await screen.findByRole('dialog', { name: 'Throw away what is left here?' });
    expect(await kept()).toHaveLength(1);
    await hand.click(within(question).getByRole('button', { name: 'Throw away' }));
    await waitFor(async () => expect(await kept()).toEqual([]));
    expect(proposal()).toEqual(['One customer, one record.']);
  });

  test('can be read by whoever may not write here, and say so, in Italian too', async () => {
    (room as { mayWrite: Value<boolean> }).mayWrite.set(false);
    draw(<SalvageNotice room={room} personId={PAOLO} />, { language: 'it' });
    await hand.click(await screen.findByRole('button', { name: 'Guardale' }));
    const dialog = await screen.findByRole('dialog', { name: 'Ciò che non è arrivato al progetto' });
    expect(within(dialog).getByText(/Potrai rimetterle appena potrai scrivere/)).toBeVisible();
    expect(within(dialog).queryByRole('button', { name: 'Rimetti in fondo' })).toBeNull();
  });

  test('of somebody else on this device are none of the reader’s business', async () => {
    draw(<section aria-label="shell"><SalvageNotice room={room} personId={idFor('psn', 'giulia')} /></section>);
    await waitFor(async () => expect(await keptAsides(idFor('psn', 'giulia'), ROOM)).toEqual([]));
    expect(screen.getByRole('region', { name: 'shell' })).toBeEmptyDOMElement();
    expect(await kept()).toHaveLength(1);
  });
});
