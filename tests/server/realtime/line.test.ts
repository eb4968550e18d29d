/** One news line without sockets or time: standings read late, changed meanwhile, or not at all. */
import { describe, expect, test, vi } from 'vitest';
import { type Judgements, Line, type Wire } from '../../../server/realtime/line.ts';
import { members, projects } from '../../../server/storage/collections.ts';
import type { Store } from '../../../server/storage/store.ts';
import type { Member } from '../../../shared/members.ts';
import { idFor, makeMember } from '../../support/makeMember.ts';

const project = idFor('prj', 'one');

/** A store that answers when it is told to, with what was true when it was asked. */
function slowStore(member: Member | undefined) {
  const waiting: (() => void)[] = [];
  const state = { member, broken: false };
  const answer = <T>(read: () => T): Promise<T> => {
    const value = read();
    return new Promise((resolve, reject) => waiting.push(() => (state.broken ? reject(new Error('the disk is away')) : resolve(value))));
  };
  const store = {
    get: (from: unknown) => answer(() => (from === projects ? { id: project, rev: 1 } : undefined)),
    getUnique: (from: unknown) => answer(() => (from === members && state.member ? { ...state.member, rev: 1 } : undefined)),
  } as unknown as Store;
  return {
    store, state,
    /** Lets everything that was asked be answered, and what is asked in answer to it. */
    async settle() {
      for (let n = 0; n < 20; n += 1) {
        waiting.splice(0).forEach(go => go());
        await Promise.resolve();
        await new Promise(resolve => setImmediate(resolve));
      }
    },
  };
}

function standUp(member: Member | undefined = makeMember('paolo')) {
  const rooms = new Set<string>();
  const wire: Wire = { join: room => rooms.add(room), leave: room => rooms.delete(room), drop: vi.fn(), end: vi.fn() };
  const judgements: Judgements = { count: 0 };
  const disk = slowStore(member);
  const line = new Line(idFor('psn', 'paolo'), 'session', wire, disk.store, judgements);
  const reconsider = (id = idFor('mbr', 'paolo')) => {
    judgements.count += 1;
    line.reconsider(id);
  };
  return { rooms, wire, disk, line, reconsider };
}

async function following() {
  const all = standUp();
  const asked = all.line.inTurn(() => all.line.follow(project));
  await all.disk.settle();
  await asked;
  return all;
}

describe('a line that follows', () => {
  test('stands where its member stands', async () => {
    const { rooms } = await following();
    expect([...rooms]).toEqual([`${project}:client:editor:-`]);
  });

  test('reads again when a place was changed while it was reading', async () => {
    const { line, rooms, disk, reconsider } = standUp();
    const asked = line.inTurn(() => line.follow(project));
    disk.state.member = { ...makeMember('paolo'), removedAt: 5 };
    reconsider();
    await Promise.all([disk.settle(), expect(asked).rejects.toMatchObject({ code: 'not-found' })]);
    expect(rooms.size).toBe(0);
  });
});

describe('a place that is being judged again', () => {
  test('hears nothing until it is judged, then what its new standing allows', async () => {
    const { line, rooms, disk, reconsider } = await following();
    const sent: string[] = [];
    disk.state.member = { ...makeMember('paolo'), role: 'viewer' };
    reconsider();
    expect(rooms.size).toBe(0);
    line.hold(project, 'comment.read', () => sent.push('for all'));
    line.hold(project, 'comment.readInternal', () => sent.push('ZEBRA-7'));
    line.hold(project, 'room.shared.write', () => sent.push('for writers'));
    expect(sent).toEqual([]);

    await disk.settle();
    expect(sent).toEqual(['for all']);
    expect([...rooms]).toEqual([`${project}:client:viewer:-`]);
    expect(line.hold(project, 'comment.read', () => sent.push('twice'))).toBe(false);
  });

  test('that has ended hears none of it', async () => {
    const { line, rooms, disk, reconsider } = await following();
    const sent: string[] = [];
    disk.state.member = undefined;
    reconsider();
    line.hold(project, 'comment.read', () => sent.push('late'));
    await disk.settle();
    expect([sent, rooms.size]).toEqual([[], 0]);
  });

  test('that cannot be read cuts the line: no right is assumed', async () => {
    const { wire, rooms, disk, reconsider } = await following();
    disk.state.broken = true;
    reconsider();
    await disk.settle();
    expect(wire.drop).toHaveBeenCalledWith(expect.objectContaining({ message: 'the disk is away' }));
    expect(rooms.size).toBe(0);
  });

  test('of somebody else leaves this line alone', async () => {
    const { rooms, reconsider } = await following();
    reconsider(idFor('mbr', 'giulia'));
    expect(rooms.size).toBe(1);
  });
});

describe('the lease', () => {
  test('finds a place that ended without a word', async () => {
    const { line, rooms, disk } = await following();
    const lost = vi.fn();
    disk.state.member = undefined;
    const renewed = line.inTurn(() => line.renew(lost));
    await disk.settle();
    await renewed;
    expect(lost).toHaveBeenCalledExactlyOnceWith(project);
    expect(rooms.size).toBe(0);
  });

  test('says nothing about places that stand', async () => {
    const { line, rooms, disk } = await following();
    const lost = vi.fn();
    const renewed = line.inTurn(() => line.renew(lost));
    await disk.settle();
    await renewed;
    expect(lost).not.toHaveBeenCalled();
    expect(rooms.size).toBe(1);
  });
});
