/** Who is who on the canvas: names from the table of seats, attention from presence, never from what a state claims. */
import { describe, expect, test, vi } from 'vitest';
import { addElement } from '../../../../shared/documents/canvas.ts';
import { ElementId } from '../../../../shared/ids.ts';
import { People } from '../../../../client/features/canvas/people.ts';
import { firstNameOf } from '../../../../client/ui/initials.ts';
import { linkedRooms, memberView } from '../../../support/linkedRooms.ts';

const ID = ElementId.parse('note_000000000001');

function table() {
  const { rooms: [marta, paolo, ivo] } = linkedRooms('marta', 'paolo', 'ivo');
  const people = new People(marta!, memberView('marta').id);
  people.setMembers([memberView('marta'), memberView('paolo'), memberView('ivo')], firstNameOf);
  people.start();
  for (const room of [marta!, paolo!, ivo!]) room.setPresence({ page: 'canvas' });
  return { marta: marta!, paolo: paolo!, ivo: ivo!, people };
}

describe('people on the canvas', () => {
  test('name the author of a note by who holds the client id that made it', () => {
    const { marta, paolo, people } = table();
    addElement(paolo.doc, { id: ID, type: 'note', kind: 'fear', x: 0, y: 0, w: 160, h: null, z: 0, locked: false, paper: null }, 'paolo');
    expect(people.authorOf(ID)).toMatchObject({ firstName: 'Paolo', side: 'client' });
    expect(marta.doc.clientID).not.toBe(paolo.doc.clientID);
  });

  test('tell who has chosen a note and who writes in it, with the same answer while nothing changes', async () => {
    const { paolo, ivo, people } = table();
    expect(people.attentionTo(ID)).toEqual({ selectedBy: [], writing: undefined });
    paolo.setPresence({ selected: [ID], writing: ID });
    await vi.waitFor(() => expect(people.attentionTo(ID).writing?.firstName).toBe('Paolo'));
    const before = people.attentionTo(ID);
    expect(before.selectedBy.map(someone => someone.firstName)).toEqual(['Paolo']);

    ivo.setPresence({ pointer: { x: 3, y: 3 } });
    await vi.waitFor(() => expect(people.others().some(person => person.presence.pointer?.x === 3)).toBe(true));
    expect(people.attentionTo(ID)).toBe(before);
  });

  test('draw nobody’s own windows and nobody who looks at another page', async () => {
    const { marta, paolo, ivo, people } = table();
    marta.setPresence({ pointer: { x: 1, y: 1 } });
    ivo.setPresence({ page: 'proposal' });
    await vi.waitFor(() => expect(people.others().map(person => person.memberId)).toEqual([memberView('paolo').id]));
    expect(paolo.people.get()).toHaveLength(3);
  });

  test('show what somebody’s window shows, for those who follow', async () => {
    const { paolo, people } = table();
    paolo.setPresence({ view: { x: 10, y: 20, zoom: 0.5 } });
    await vi.waitFor(() => expect(people.viewOf(memberView('paolo').id)).toEqual({ x: 10, y: 20, zoom: 0.5 }));
    expect(people.viewOf(memberView('giulia').id)).toBeNull();
  });
});
