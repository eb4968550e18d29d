import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Doubt, DoubtOutcome, isUnanswered, type RaiseDoubt } from '../../../shared/doubts.ts';
import { Refusal } from '../../../shared/refusals.ts';
import { answerDoubt, linkAlternative, raiseDoubt, rewordDoubt, settleDoubt } from '../../../server/domain/doubts.ts';
import { idFor, makeMember } from '../../support/makeMember.ts';

const marta = makeMember('marta');
const ivo = makeMember('ivo');
const paolo = makeMember('paolo');
const giulia = makeMember('giulia');

const draft: RaiseDoubt = { id: idFor('dbt', 'one'), scenarioId: 'scn_demo-S0------', words: 'Is this the project you need?', costsUs: 'The larger price.', evidence: '' };
const raised = raiseDoubt(marta, draft, 1_000);
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'no refusal';
};

describe('a doubt', () => {
  test('carries its author and the time of the server, and waits for an answer', () => {
    expect(raised).toMatchObject({ authorId: marta.id, projectId: marta.projectId, createdAt: 1_000, answer: null, outcome: null });
    expect(isUnanswered(raised)).toBe(true);
  });

  test('may come from any side, but not from somebody who only reads', () => {
    for (const who of [marta, ivo, paolo]) expect(raiseDoubt(who, draft, 1).authorId).toBe(who.id);
    expect(codeOf(() => raiseDoubt({ ...paolo, role: 'viewer' }, draft, 1))).toBe('not-allowed');
  });

  test('is answered by the other side, not by one’s own people', () => {
    expect(answerDoubt(paolo, raised, marta, { words: 'It is not.' }, 2).answer).toEqual({ by: paolo.id, words: 'It is not.', at: 2 });
    expect(codeOf(() => answerDoubt(ivo, raised, marta, { words: 'It is.' }, 2))).toBe('own-doubt');
    expect(codeOf(() => answerDoubt(giulia, raiseDoubt(paolo, draft, 1), paolo, { words: 'Yes.' }, 2))).toBe('own-doubt');
  });

  test('is worded anew by its author alone while nobody has answered, and keeps what it said before', () => {
    const anew = { words: 'Is it too early?', costsUs: 'The larger price.', evidence: 'The ramp' };
    const again = rewordDoubt(marta, raised, anew, 5)!;
    expect(again).toMatchObject({ ...anew, createdAt: 1_000, past: [{ words: draft.words, costsUs: draft.costsUs, evidence: '', at: 5 }] });
    expect(rewordDoubt(marta, again, anew, 6)).toBeUndefined();
    for (const who of [ivo, paolo]) expect(codeOf(() => rewordDoubt(who, raised, anew, 5))).toBe('not-allowed');
    const answered = answerDoubt(paolo, raised, marta, { words: 'It is not.' }, 2);
    expect(codeOf(() => rewordDoubt(marta, answered, anew, 5))).toBe('doubt-answered');
    expect(codeOf(() => rewordDoubt(marta, settleDoubt(marta, raised, marta, { kind: 'withdrawn', words: '' }, 3), anew, 5))).toBe('doubt-closed');
    const often: Doubt = { ...raised, past: Array.from({ length: 20 }, (_, nth) => ({ words: `${nth}`, costsUs: '', evidence: '', at: nth })) };
    expect(codeOf(() => rewordDoubt(marta, often, anew, 5))).toBe('too-many');
  });

  test('once answered no longer stands before the approver', () => {
    expect(isUnanswered(answerDoubt(paolo, raised, marta, { words: 'We look at something smaller.' }, 2))).toBe(false);
  });

  test('is taken back by its author alone', () => {
    expect(settleDoubt(marta, raised, marta, { kind: 'withdrawn', words: '' }, 3).outcome).toMatchObject({ kind: 'withdrawn', by: marta.id });
    expect(codeOf(() => settleDoubt(ivo, raised, marta, { kind: 'withdrawn', words: '' }, 3))).toBe('not-allowed');
  });

  test('cannot be talked away by those whom it bothers; they can only admit that it holds', () => {
    expect(codeOf(() => settleDoubt(paolo, raised, marta, { kind: 'settled', words: 'Fine.' }, 3))).toBe('not-allowed');
    expect(settleDoubt(paolo, raised, marta, { kind: 'holds', words: 'You are right.' }, 3).outcome?.kind).toBe('holds');
    expect(settleDoubt(ivo, raised, marta, { kind: 'settled', words: '' }, 3).outcome?.kind).toBe('settled');
  });

  test('stays as it is once something came of it, whoever asks for whatever', () => {
    const closed = settleDoubt(marta, raised, marta, { kind: 'holds', words: '' }, 3);
    fc.assert(fc.property(fc.constantFrom(marta, ivo, paolo, giulia), fc.constantFrom(...DoubtOutcome.options), fc.string(), (by, kind, words) => {
      expect(codeOf(() => settleDoubt(by, closed, marta, { kind, words }, 4))).toBe('doubt-closed');
      expect(codeOf(() => answerDoubt(by, closed, marta, { words }, 4))).toBe('doubt-closed');
    }));
  });

  test('knows each alternative that was drawn from it once, by whoever may draw', () => {
    const linked = linkAlternative(paolo, raised, { scenarioId: 'scn_alternative1' })!;
    expect(linked.alternatives).toEqual(['scn_alternative1']);
    expect(linkAlternative(marta, linked, { scenarioId: 'scn_alternative1' })).toBeUndefined();
    expect(codeOf(() => linkAlternative({ ...paolo, role: 'commenter' }, raised, { scenarioId: 'scn_alternative2' }))).toBe('not-allowed');
    const full: Doubt = { ...raised, alternatives: Array.from({ length: 20 }, (_, nth) => `scn_alternative_${nth}`) };
    expect(codeOf(() => linkAlternative(marta, full, { scenarioId: 'scn_one-too-many' }))).toBe('too-many');
  });
});
