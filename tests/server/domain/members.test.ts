/** Who may be what in a project, and that somebody keeps leading it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeMember, endPlace, returnTo } from '../../../server/domain/members.ts';
import { allows } from '../../../shared/access.ts';
import type { Member } from '../../../shared/members.ts';
import { Refusal } from '../../../shared/refusals.ts';
import { Role, Side } from '../../../shared/sides.ts';
import { idFor, makeMember } from '../../support/makeMember.ts';

const marta = makeMember('marta');
const paolo = makeMember('paolo');
const colleague = makeMember('marta', { id: idFor('mbr', 'colleague'), personId: idFor('psn', 'colleague') });
const refused = (code: string): unknown => expect.objectContaining({ name: 'Refusal', code });

describe('a change of role', () => {
  test('keeps whatever was not asked', () => {
    expect(changeMember([marta, paolo], paolo, { role: 'viewer' })).toEqual({ ...paolo, role: 'viewer' });
    expect(changeMember([marta, paolo], paolo, { approver: true })).toEqual({ ...paolo, approver: true });
  });

  test('makes nobody an approver but the client', () => {
    expect(() => changeMember([marta], marta, { approver: true })).toThrow(refused('approver-not-client'));
    expect(() => changeMember([marta, makeMember('ivo')], makeMember('ivo'), { approver: true })).toThrow(refused('approver-not-client'));
  });

  test('leaves the project with somebody who leads it', () => {
    expect(() => changeMember([marta, paolo], marta, { role: 'editor' })).toThrow(refused('last-host'));
    expect(changeMember([marta, colleague, paolo], marta, { role: 'editor' }).role).toBe('editor');
  });

  test('does not take a client’s host for somebody who leads the project', () => {
    expect(() => changeMember([marta, { ...paolo, role: 'host' }], marta, { role: 'viewer' })).toThrow(refused('last-host'));
  });
});

describe('the end of a place', () => {
  test('keeps the record, with its moment', () => {
    expect(endPlace([marta, paolo], paolo, 7)).toEqual({ ...paolo, removedAt: 7 });
  });

  test('is not for the last host, whoever asks', () => {
    expect(() => endPlace([marta, paolo], marta, 7)).toThrow(refused('last-host'));
    expect(endPlace([marta, colleague], marta, 7).removedAt).toBe(7);
  });

  test('may be followed by a return: the same member, on the side of the new invitation', () => {
    const former = { ...makeMember('ivo'), removedAt: 7 };
    expect(returnTo(former, { side: 'client', role: 'viewer', approver: false }, 9)).toEqual({
      ...former, side: 'client', role: 'viewer', approver: false, joinedAt: 9, removedAt: null,
    });
  });
});

test('whatever is asked in whatever order, somebody leads the project', () => {
  const anyone = fc.record({ side: fc.constantFrom(...Side.options), role: fc.constantFrom(...Role.options) });
  const step = fc.record({ whom: fc.nat(5), does: fc.constantFrom('demote', 'remove'), role: fc.constantFrom(...Role.options) });
  fc.assert(fc.property(fc.array(anyone, { minLength: 1, maxLength: 5 }), fc.array(step, { maxLength: 20 }), (people, steps) => {
    let present: Member[] = [marta, ...people.map((each, n) => ({ ...paolo, ...each, id: idFor('mbr', `p${n}`) }))];
    for (const { whom, does, role } of steps) {
      const member = present[whom % present.length]!;
      try {
        if (does === 'demote') present = present.map(each => (each.id === member.id ? changeMember(present, member, { role }) : each));
        else {
          endPlace(present, member, 1);
          present = present.filter(each => each.id !== member.id);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
      expect(present.some(each => allows(each, 'project.manage'))).toBe(true);
    }
  }));
});
