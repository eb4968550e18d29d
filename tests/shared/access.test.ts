import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACCESS, allows, type Deed } from '../../shared/access.ts';
import { Role, Side } from '../../shared/sides.ts';

const deeds = Object.keys(ACCESS) as Deed[];
const standing = fc.record({ side: fc.constantFrom(...Side.options), role: fc.constantFrom(...Role.options), approver: fc.boolean() });

describe('the access table', () => {
  test('allows nothing to somebody who is not a member', () => {
    expect(deeds.filter(deed => allows(undefined, deed))).toEqual([]);
  });

  test('keeps everything of the backstage, drafts and internal comments from the client, whatever the role', () => {
    const inside: Deed[] = ['room.backstage.read', 'room.backstage.write', 'comment.readInternal', 'comment.writeInternal', 'version.readDraft'];
    fc.assert(fc.property(standing, where => {
      if (where.side === 'client') expect(inside.filter(deed => allows(where, deed))).toEqual([]);
    }));
  });

  test('keeps the client room from the seller and the seller’s team, whatever the role', () => {
    fc.assert(fc.property(standing, where => {
      if (where.side !== 'client') expect(allows(where, 'room.clientRoom.read') || allows(where, 'room.clientRoom.write')).toBe(false);
    }));
  });

  test('lets only approvers of the client decide', () => {
    fc.assert(fc.property(standing, where => {
      expect(allows(where, 'round.decide')).toBe(where.side === 'client' && where.approver);
    }));
  });

  test('lets nobody write where they may not read', () => {
    const pairs: [Deed, Deed][] = [
      ['room.shared.write', 'room.shared.read'], ['room.backstage.write', 'room.backstage.read'],
      ['room.clientRoom.write', 'room.clientRoom.read'], ['comment.write', 'comment.read'], ['comment.writeInternal', 'comment.readInternal'],
    ];
    fc.assert(fc.property(standing, where => {
      for (const [write, read] of pairs) if (allows(where, write)) expect(allows(where, read)).toBe(true);
    }));
  });

  test('lets viewers and commenters change no document', () => {
    const writes = deeds.filter(deed => deed.startsWith('room.') && deed.endsWith('.write'));
    for (const side of Side.options) {
      for (const role of ['viewer', 'commenter'] as const) {
        expect(writes.filter(deed => allows({ side, role, approver: true }, deed))).toEqual([]);
      }
    }
  });
});
