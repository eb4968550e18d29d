/** Several people, a network that drops and a server that dies: told as stories that fast-check makes up. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { TestPeer } from '../../support/TestPeer.ts';
import { HandTime, memberId, MemoryJournal, type Opened, openRoom, turns } from './memory.ts';

// Real servers on a busy machine: what matters is that it comes, not that it comes in five seconds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const NAMES = ['marta', 'paolo', 'ivo'];

/** A small world: one room over one journal, three people, each page load with an id of its own. */
class World {
  readonly journal = new MemoryJournal();
  readonly time = new HandTime();
  readonly people = NAMES.map((name, index) => new TestPeer({ memberId: memberId(name), clientId: (index + 1) * 100 }));
  opened!: Opened;

  async open(): Promise<this> {
    this.opened = await openRoom(this.journal, this.time, NAMES);
    return this;
  }

  /** What is in memory is gone; what is on disk is not. */
  async crash(): Promise<void> {
    for (const person of this.people) person.goOffline();
    this.opened.room.stop();
    this.journal.release();
    await turns();
    await this.open();
  }

  async settle(): Promise<void> {
    this.journal.release();
    for (const person of this.people) person.goOnline(this.opened.room);
    for (let quiet = 0; quiet < 3; quiet++) {
      while (this.people.some(person => person.deliverOne())) quiet = 0;
      await turns();
      this.time.pass(300);
    }
  }

  async textOnDisk(): Promise<string> {
    const { room } = await openRoom(this.journal, this.time, NAMES);
    const { whole } = await room.read();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, whole);
    return doc.getText('body').toString();
  }
}

const does = fc.constantFrom('type', 'erase', 'drop', 'return', 'mail', 'mail', 'mail', 'hold', 'disk', 'slow', 'crash');
const step = fc.record({ who: fc.nat(2), does, where: fc.nat(30) });
type Step = { who: number; does: string; where: number };

async function take(world: World, { who, does: what, where }: Step, n: number): Promise<void> {
  const person = world.people[who]!;
  const { text } = person;
  if (what === 'type') text.insert(Math.min(where, text.length), `<${n}>`);
  if (what === 'erase' && text.length > 0) text.delete(Math.min(where, text.length - 1), 1);
  if (what === 'drop') person.goOffline();
  if (what === 'return') person.goOnline(world.opened.room);
  if (what === 'mail') person.deliverOne();
  if (what === 'hold') world.journal.held = true;
  if (what === 'disk') world.journal.release();
  if (what === 'slow') world.time.pass(300);
  if (what === 'crash') await world.crash();
  await turns();
}

describe('a room over a bad network', () => {
  // People type, drop off and come back in any order; mail and disk are late.
  // A failure prints the shortest story that breaks it: keep that story as its own test.
  test('ends with everyone holding the same text, whatever the network does (Sync 2, 6)', async () => {
    const calm = fc.array(step.filter(({ does: what }) => what !== 'crash'), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(calm, async steps => {
        const world = await new World().open();
        for (const [n, each] of steps.entries()) await take(world, each, n);
        await world.settle();

        const texts = world.people.map(person => person.text.toString());
        expect(new Set([...texts, await world.textOnDisk()]).size).toBe(1);
        expect(world.people.every(person => person.isSaved && person.doc.store.pendingStructs === null)).toBe(true);
        expect(world.opened.broken).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  // A disk that answers within 250 ms: nobody is ever told what the server could forget.
  test('locks nobody out and loses nothing acknowledged when the server dies (Sync 6)', async () => {
    const stormy = fc.array(step.filter(({ does: what }) => what !== 'slow'), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(stormy, async steps => {
        const world = await new World().open();
        for (const [n, each] of steps.entries()) {
          const before = each.does === 'crash' ? promised(world) : [];
          await take(world, each, n);
          if (before.length > 0) expect(await world.textOnDisk()).toSatisfy((text: string) => before.every(word => text.includes(word)));
        }
        await world.settle();

        const texts = world.people.map(person => person.text.toString());
        expect(new Set([...texts, await world.textOnDisk()]).size).toBe(1);
      }),
      { numRuns: 300 },
    );
  });
});

/** Words of people to whom the server said that all they wrote is on disk, and which nobody erased. */
function promised(world: World): string[] {
  const done = world.people.filter(person => person.isSaved);
  const everywhere = world.people.map(person => person.text.toString());
  return done.flatMap(person => person.text.toString().match(/<\d+>/g) ?? []).filter(word => everywhere.every(text => text.includes(word)));
}
