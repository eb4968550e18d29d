/** Who may invite whom, and when an invitation opens a door. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysToMs, invite, mayManage, mayOffer, requireAddress, stateOf, takePlace } from '../../../server/domain/invitations.ts';
import { allows } from '../../../shared/access.ts';
import type { Invitation, Invite } from '../../../shared/invitations.ts';
import { Role, Side } from '../../../shared/sides.ts';
import { idFor, makeMember } from '../../support/makeMember.ts';

const marta = makeMember('marta');
const paolo = makeMember('paolo');
const made = { id: idFor('inv', 'one'), tokenHash: 'hash', at: 1_000 };
const wish: Invite = { side: 'client', role: 'editor', approver: false, email: null, days: 14 };
const refused = (code: string): unknown => expect.objectContaining({ name: 'Refusal', code });
const open = (more: Partial<Invitation> = {}): Invitation => ({ ...invite(marta, wish, made), ...more });

describe('an invitation', () => {
  test('by a host opens any side, for as long as was asked', () => {
    for (const side of Side.options) expect(invite(marta, { ...wish, side }, made)).toMatchObject({ side, expiresAt: 1_000 + daysToMs(14), invitedBy: marta.id });
  });

  test('makes approvers on the client’s side alone', () => {
    expect(invite(marta, { ...wish, approver: true }, made).approver).toBe(true);
    expect(() => invite(marta, { ...wish, side: 'internal', approver: true }, made)).toThrow(refused('approver-not-client'));
  });

  test('by a client’s editor brings colleagues in beside them', () => {
    expect(invite(paolo, wish, made)).toMatchObject({ side: 'client', role: 'editor' });
    expect(invite(paolo, { ...wish, role: 'viewer' }, made)).toMatchObject({ role: 'viewer' });
  });

  test.each([
    ['to the seller’s side', { side: 'seller' }],
    ['to the internal team', { side: 'internal' }],
    ['above their own role', { role: 'host' }],
    ['as an approver', { approver: true }],
  ] as const)('by a client’s editor does not go %s', (_what, more) => {
    expect(() => invite(paolo, { ...wish, ...more }, made)).toThrow(refused('invitation-too-wide'));
  });

  test('by an approver of the client makes no further approver', () => {
    expect(() => invite(makeMember('giulia'), { ...wish, approver: true }, made)).toThrow(refused('invitation-too-wide'));
  });
});

test('nobody can offer a place that allows more than their own, unless they lead the project', () => {
  const place = fc.record({ side: fc.constantFrom(...Side.options), role: fc.constantFrom(...Role.options), approver: fc.boolean() });
  fc.assert(fc.property(place, place, (by, offered) => {
    const member = { ...paolo, ...by };
    if (!mayOffer(member, offered) || allows(member, 'people.invite')) return;
    expect(offered.side).toBe(by.side);
    expect(offered.approver).toBe(false);
    expect(Role.options.indexOf(offered.role)).toBeGreaterThanOrEqual(Role.options.indexOf(by.role));
    expect(allows(member, 'people.inviteOwnSide')).toBe(true);
  }));
});

describe('the list of open invitations', () => {
  test('shows hosts all of them, and the client’s writers those to their side', () => {
    expect(Side.options.map(side => mayManage(marta, open({ side })))).toEqual([true, true, true]);
    expect(Side.options.map(side => mayManage(paolo, open({ side })))).toEqual([false, false, true]);
    expect(mayManage({ ...paolo, role: 'commenter' }, open())).toBe(false);
    expect(mayManage(makeMember('ivo'), open({ side: 'internal' }))).toBe(false);
  });
});

describe('the state of an invitation', () => {
  const at = 2_000;
  test.each([
    ['open', {}],
    ['used', { acceptedBy: idFor('psn', 'lia') }],
    ['revoked', { revokedAt: 1_500 }],
    ['expired', { expiresAt: 2_000 }],
    ['open', { expiresAt: 2_001 }],
  ] as const)('is %s', (state, more) => {
    expect(stateOf(open(more), marta, at)).toBe(state);
  });

  test('falls with the right of whoever made it', () => {
    expect(stateOf(open(), undefined, at)).toBe('revoked');
    expect(stateOf(open(), { ...marta, removedAt: 1_500 }, at)).toBe('revoked');
    expect(stateOf(open(), { ...marta, role: 'editor' }, at)).toBe('revoked');
    expect(stateOf(open({ role: 'editor' }), { ...paolo, role: 'viewer' }, at)).toBe('revoked');
  });

  test('an invitation by mail is for its address alone', () => {
    const bound = open({ email: 'giulia@modastile.example' });
    expect(() => requireAddress(bound, 'paolo@modastile.example', 'Marta')).toThrow(refused('invitation-for-another'));
    expect(() => requireAddress(bound, 'giulia@modastile.example', 'Marta')).not.toThrow();
    expect(() => requireAddress(open(), 'anybody@else.example', 'Marta')).not.toThrow();
  });
});

describe('taking a place', () => {
  test('uses the invitation up and makes a member as it says', () => {
    const { member, invitation } = takePlace(open({ approver: true }), { id: idFor('psn', 'giulia') }, undefined, { memberId: idFor('mbr', 'giulia'), at: 3 });
    expect(member).toEqual({
      id: idFor('mbr', 'giulia'), projectId: marta.projectId, personId: idFor('psn', 'giulia'),
      side: 'client', role: 'editor', approver: true, joinedAt: 3, removedAt: null,
    });
    expect(invitation.acceptedBy).toBe(idFor('psn', 'giulia'));
  });

  test('again brings the former member back under the same id', () => {
    const former = { ...makeMember('giulia'), removedAt: 2 };
    const { member } = takePlace(open({ role: 'viewer' }), { id: former.personId }, former, { memberId: idFor('mbr', 'another'), at: 3 });
    expect(member).toEqual({ ...former, role: 'viewer', approver: false, joinedAt: 3, removedAt: null });
  });
});
