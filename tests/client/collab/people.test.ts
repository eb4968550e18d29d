import { beforeEach, describe, expect, test } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { NOWHERE, People } from '../../../client/collab/people.ts';
import type { MemberId } from '../../../shared/ids.ts';
import { idFor } from '../../support/makeMember.ts';
import { HandTime } from '../../server/sync/memory.ts';

const HOLDERS = new Map<number, MemberId>([[1, idFor('mbr', 'marta')], [2, idFor('mbr', 'paolo')]]);
let time: HandTime;
let awareness: Awareness;
let people: People;
let told: number;

function awarenessOf(clientId: number): Awareness {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  return new Awareness(doc);
}

/** What another page says. */
function say(clientId: number, state: Record<string, unknown>): void {
  const other = awarenessOf(clientId);
  other.setLocalState(state);
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [clientId]), 'line');
  other.destroy();
}

beforeEach(() => {
  time = new HandTime();
  awareness = awarenessOf(1);
  awareness.setLocalState(null);
  people = new People({ awareness, authorOf: id => HOLDERS.get(id), now: () => 10_000 + time.now(), after: (ms, run) => time.after(ms, run) });
  told = 0;
  awareness.on('update', (_: unknown, origin: unknown) => (told += origin === 'local' ? 1 : 0));
  return () => awareness.destroy();
});

describe('people here', () => {
  test('are known by the seat table, whatever they claim to be (Sync 9)', () => {
    say(2, { ...NOWHERE, page: 'canvas', memberId: idFor('mbr', 'marta'), name: 'The CEO' });
    expect(people.here.get()).toEqual([
      { clientId: 2, memberId: idFor('mbr', 'paolo'), self: false, presence: { ...NOWHERE, page: 'canvas' }, changedAt: 10_000 },
    ]);
  });

  test('are left out when nobody issued their id, until somebody has (Sync 9)', () => {
    say(3, { ...NOWHERE });
    expect(people.here.get()).toEqual([]);
    HOLDERS.set(3, idFor('mbr', 'ivo'));
    people.refresh();
    expect(people.here.get().map(person => person.memberId)).toEqual([idFor('mbr', 'ivo')]);
    HOLDERS.delete(3);
  });

  test.each<[string, Record<string, unknown>]>([
    ['no state of ours', {}],
    ['a pointer beyond all numbers', { ...NOWHERE, pointer: { x: Infinity, y: 0 } }],
    ['a pointer that is none', { ...NOWHERE, pointer: 'here' }],
    ['a thousand selected notes', { ...NOWHERE, selected: Array.from({ length: 1_000 }, () => 'note') }],
    ['a page that does not exist', { ...NOWHERE, page: 'vault' }],
  ])('are nobody with %s', (_, state) => {
    say(2, state);
    expect(people.here.get()).toEqual([]);
  });

  test('keep their object while nothing about them changed', () => {
    say(2, { ...NOWHERE, page: 'canvas' });
    const [before] = people.here.get();
    time.pass(500);
    people.set({ page: 'canvas' });
    expect(people.here.get()).toContain(before);
    expect(people.here.get().find(person => person.self)?.memberId).toBe(idFor('mbr', 'marta'));
  });

  test('hear of a pointer at most twenty times a second, and of its last place always', () => {
    for (let n = 0; n < 100; n++) {
      people.set({ pointer: { x: n, y: 0 } });
      time.pass(5);
    }
    expect(told).toBeLessThanOrEqual(11);
    time.pass(50);
    expect(awareness.getLocalState()).toMatchObject({ pointer: { x: 99, y: 0 } });
  });

  test('are told at once of what comes after a pause', () => {
    time.pass(1_000);
    people.set({ writing: 'note_1' });
    expect(awareness.getLocalState()).toMatchObject({ writing: 'note_1' });
  });
});
