import { describe, expect, test } from 'vitest';
import type { ApprovalDesk, ApprovalLine, RoundState, RoundView, VersionView } from '../../../../shared/versions.ts';
import { approvedVersion, mayBePut, roundForMe, stateOf, versionsOf } from '../../../../client/features/approval/standing.ts';
import { idFor, makeMember } from '../../../support/makeMember.ts';

const giulia = makeMember('giulia');
const me = { memberId: giulia.id, side: giulia.side, role: giulia.role, approver: true };

const version = (name: string, number: number | null, frozenAt = number ?? 0): VersionView => ({
  id: idFor('ver', name), projectId: giulia.projectId, name, number, contentHash: 'a'.repeat(64), roomSeq: 1, frozenBy: idFor('mbr', 'marta'), frozenAt,
});
const round = (of: VersionView, state: RoundState, nth = 1): RoundView => ({
  id: idFor('rnd', `${of.name ?? ''}${nth}`), projectId: giulia.projectId, versionId: of.id, state, approvers: [giulia.id], message: '', putBy: idFor('mbr', 'marta'),
  putAt: nth, closedAt: state === 'open' ? null : nth,
});
const answer = (of: VersionView): ApprovalLine => ({
  id: idFor('apr', of.name ?? ''), projectId: giulia.projectId, versionId: of.id, roundId: idFor('rnd', 'one'), memberId: giulia.id, decision: 'approve', reason: '',
  name: 'Giulia Neri', typedName: 'Giulia Neri', statement: 'I do', statementLanguage: 'en', contentHash: of.contentHash, at: 1, signedInWith: 'password',
});
const desk = (more: Partial<ApprovalDesk>): ApprovalDesk => ({ versions: [], rounds: [], approvals: [], livingHash: 'b'.repeat(64), ...more });

const one = version('one', 1);
const two = version('two', 2);
const draft = version('draft', null, 9);

describe('the desk', () => {
  test('lists the newest first', () => {
    expect(versionsOf(desk({ versions: [one, two, draft] }))).toEqual([draft, two, one]);
  });

  test('knows a version by its last round', () => {
    const rounds = [round(one, 'withdrawn', 1), round(one, 'open', 2)];
    expect(stateOf(desk({ versions: [one], rounds }), one)).toBe('open');
    expect(stateOf(desk({ versions: [draft] }), draft)).toBe('draft');
  });

  test('asks somebody who is asked, until they have answered', () => {
    const open = round(one, 'open');
    expect(roundForMe(desk({ versions: [one], rounds: [open] }), me)).toBe(open);
    expect(roundForMe(desk({ versions: [one], rounds: [open], approvals: [answer(one)] }), me)).toBeUndefined();
    expect(roundForMe(desk({ versions: [one], rounds: [{ ...open, approvers: [idFor('mbr', 'carla')] }] }), me)).toBeUndefined();
    expect(roundForMe(desk({ versions: [one], rounds: [open] }), { ...me, approver: false })).toBeUndefined();
  });

  test('lets a draft go out, and a withdrawn version again, but nothing that somebody has answered', () => {
    expect(mayBePut(desk({ versions: [draft] }), draft)).toBe(true);
    expect(mayBePut(desk({ versions: [one], rounds: [round(one, 'withdrawn')] }), one)).toBe(true);
    expect(mayBePut(desk({ versions: [one], rounds: [round(one, 'withdrawn')], approvals: [answer(one)] }), one)).toBe(false);
    expect(mayBePut(desk({ versions: [one, draft], rounds: [round(one, 'open')] }), draft)).toBe(false);
    expect(mayBePut(desk({ versions: [one], rounds: [round(one, 'approved')] }), one)).toBe(false);
  });

  test('holds the newest approved version against the living text, whatever came after it', () => {
    expect(approvedVersion(desk({ versions: [one, draft] }))).toBeUndefined();
    const rounds = [round(one, 'approved', 1), round(two, 'approved', 2)];
    expect(approvedVersion(desk({ versions: [two, one, draft], rounds }))).toBe(two);
    expect(approvedVersion(desk({ versions: [one, two], rounds: [round(one, 'approved'), round(two, 'changes')] }))).toBe(one);
  });
});
