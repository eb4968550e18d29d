import { describe, expect, test } from 'vitest';
import type { Doubt } from '../../../shared/doubts.ts';
import type { FrozenContent } from '../../../shared/documents/version.ts';
import type { Member } from '../../../shared/members.ts';
import { Refusal } from '../../../shared/refusals.ts';
import { hashOf } from '../../../shared/verify/canonical.ts';
import { type Approval, type Decide, type Round, statementOf, type Version } from '../../../shared/versions.ts';
import {
  type AnswerFacts, decide, deedToRead, freeze, mayRead, type ProjectState, putToClient, roundAfter, viewOf, withdraw,
} from '../../../server/domain/versions.ts';
import { idFor, makeMember } from '../../support/makeMember.ts';

const marta = makeMember('marta');
const ivo = makeMember('ivo');
const paolo = makeMember('paolo');
const giulia = makeMember('giulia');
const carla: Member = { ...giulia, id: idFor('mbr', 'carla'), personId: idFor('psn', 'carla') };

const content: FrozenContent = {
  schema: 'insieme/version/1', proposal: [], canvas: { elements: [] },
  project: { id: marta.projectId, title: 'One customer, one record', sellerName: 'Nodo', clientName: 'Modastile', currency: 'EUR' },
};
const hash = hashOf(content).hash;
const draft = freeze(marta, 'Before the fair', { id: idFor('ver', 'one'), contentHash: hash, roomSeq: 7, at: 100 });
const state = (more: Partial<ProjectState> = {}): ProjectState => ({
  people: [marta, ivo, paolo, giulia, carla], versions: [draft], rounds: [], approvals: [], ...more,
});
const made = (name = 'one') => ({ id: idFor('rnd', name), at: 200 });
const ask = (...people: Member[]) => ({ approvers: people.map(person => person.id), message: '' });
const put = (more: Partial<ProjectState> = {}) => putToClient(marta, draft, ask(giulia), state(more), made());

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'no refusal';
};

describe('a version', () => {
  test('is born as a draft with a name and no number', () => {
    expect(draft).toMatchObject({ name: 'Before the fair', number: null, frozenBy: marta.id, contentHash: hash, roomSeq: 7 });
  });

  test('exists for the client only once it was put to them', () => {
    expect([marta, ivo, paolo, giulia].map(reader => mayRead(reader, draft))).toEqual([true, true, false, false]);
    expect(mayRead(giulia, { ...draft, number: 1 })).toBe(true);
    expect(deedToRead(draft)).toBe('version.readDraft');
  });

  test('never exists for members of another project', () => {
    expect(mayRead({ ...marta, projectId: idFor('prj', 'other') }, draft)).toBe(false);
  });

  test('keeps the name of its draft from the client', () => {
    const shown = { ...draft, number: 1 };
    expect(viewOf(giulia, shown).name).toBeNull();
    expect(viewOf(ivo, shown).name).toBe('Before the fair');
  });
});

describe('putting a version to the client', () => {
  test('gives it the next number and opens a round with those asked', () => {
    const numbered: Version = { ...draft, id: idFor('ver', 'two'), number: 4 };
    const { version, round } = put({ versions: [draft, numbered] });
    expect(version.number).toBe(5);
    expect(round).toMatchObject({ state: 'open', approvers: [giulia.id], openOf: marta.projectId, versionId: draft.id });
  });

  test('keeps the number of a version that was withdrawn and is put again', () => {
    const first = put();
    const again = putToClient(marta, first.version, ask(carla), state({ versions: [first.version], rounds: [withdraw(marta, first.round, 1)] }), made('two'));
    expect(again.version.number).toBe(1);
  });

  test('waits while another round is open', () => {
    expect(codeOf(() => put({ rounds: [put().round] }))).toBe('round-open');
  });

  test('asks only people of the client who may approve', () => {
    for (const person of [paolo, marta, ivo]) {
      expect(codeOf(() => putToClient(marta, draft, ask(giulia, person), state(), made()))).toBe('not-approvers');
    }
    const gone = state({ people: [marta] });
    expect(codeOf(() => putToClient(marta, draft, ask(giulia), gone, made()))).toBe('not-approvers');
  });

  test('asks each person once', () => {
    expect(putToClient(marta, draft, ask(giulia, giulia), state(), made()).round.approvers).toEqual([giulia.id]);
  });

  test('needs a fresh version when somebody has answered this one', () => {
    const answered = approve(giulia).approval;
    expect(codeOf(() => put({ approvals: [answered] }))).toBe('version-answered');
  });
});

describe('withdrawing', () => {
  test('closes the round and lets another one open', () => {
    expect(withdraw(marta, put().round, 300)).toMatchObject({ state: 'withdrawn', closedAt: 300, openOf: null });
  });

  test('twice is the same as once, and what was answered stays answered', () => {
    const withdrawn = withdraw(marta, put().round, 300);
    expect(withdraw(marta, withdrawn, 400)).toBe(withdrawn);
    expect(codeOf(() => withdraw(marta, approve(giulia).round, 400))).toBe('round-closed');
  });
});

describe('an answer', () => {
  test('records who said what to exactly which content, and how they came in', () => {
    expect(approve(giulia).approval).toMatchObject({
      memberId: giulia.id, decision: 'approve', name: 'Giulia Neri', typedName: 'Giulia Neri', contentHash: hash,
      statement: 'I, Giulia Neri, approve version 1 of “One customer, one record” for Modastile.', at: 500,
      signedInWith: 'password', from: '203.0.113.24', device: 'a browser',
    });
  });

  test.each(['giulia neri', ' Giulia   Neri ', 'GIULIA NERI', 'Gìulia Nerí', 'Giulia\u00a0Neri'])('takes “%s” for the name Giulia Neri', typedName => {
    expect(approve(giulia, { typedName }).approval.typedName).toBe(typedName);
  });

  test.each(['Giulia', 'Marta Villa', 'Giulia Nero', 'GiuliaNeri', '.'])('does not take “%s” for the name Giulia Neri', typedName => {
    expect(codeOf(() => approve(giulia, { typedName }))).toBe('name-differs');
  });

  test('to other content than the version is refused, whatever it says', () => {
    const other = hashOf('one word differs').hash;
    expect(codeOf(() => approve(giulia, { contentHash: other }))).toBe('other-content');
    expect(codeOf(() => say(giulia, { decision: 'changes', reason: 'The price', contentHash: other, language: 'en' }))).toBe('other-content');
  });

  test('is refused when the file no longer holds what the version names', () => {
    expect(codeOf(() => decide({ ...facts(giulia), hash: hashOf('rot').hash }, yes(giulia), how()))).toBe('other-content');
  });

  test.each([
    ['for another version', statementOf('en', 'Giulia Neri', 2, content.project.title, 'Modastile')],
    ['in the other language', statementOf('it', 'Giulia Neri', 1, content.project.title, 'Modastile')],
    ['for somebody else', statementOf('en', 'Paolo Ferri', 1, content.project.title, 'Modastile')],
    ['with a word more', `${statementOf('en', 'Giulia Neri', 1, content.project.title, 'Modastile')} Gladly.`],
  ])('under a sentence %s is refused', (_which, statement) => {
    expect(codeOf(() => approve(giulia, { statement }))).toBe('other-statement');
  });

  test('says in its own sentence which doubts nobody has answered', () => {
    const doubt: Doubt = {
      id: idFor('dbt', 'one'), projectId: giulia.projectId, scenarioId: null, authorId: marta.id, words: 'If the data stay dirty\nthe hub only shows the dirt faster.', costsUs: 'A smaller order', evidence: '',
      createdAt: 1, answer: null, outcome: null, alternatives: [], past: [],
    };
    const with1 = { ...facts(giulia), doubts: [doubt] };
    expect(codeOf(() => decide(with1, yes(giulia), how()))).toBe('other-statement');
    const statement = 'I, Giulia Neri, approve version 1 of “One customer, one record” for Modastile. One doubt is still open: “If the data stay dirty the hub only shows the dirt faster.”';
    expect(decide(with1, { ...yes(giulia), statement }, how()).approval.statement).toBe(statement);
    const answered = { ...doubt, answer: { by: giulia.id, words: 'We clean them first.', at: 2 } };
    expect(decide({ ...with1, doubts: [answered] }, yes(giulia), how()).approval.statement).not.toContain('doubt');
  });

  test('comes from an approver who was asked, and from nobody else', () => {
    expect(codeOf(() => approve(carla))).toBe('not-asked');
    for (const person of [paolo, marta, ivo]) expect(codeOf(() => approve(person))).toBe('not-allowed');
    expect(codeOf(() => approve({ ...giulia, approver: false }))).toBe('not-allowed');
    expect(codeOf(() => approve({ ...giulia, projectId: idFor('prj', 'other') }))).toBe('not-found');
  });

  test('given again is the record that is there; a different one is refused', () => {
    const first = approve(giulia);
    const later = { ...facts(giulia), round: first.round, earlier: [first.approval] };
    const again = decide(later, yes(giulia), { ...how(), id: idFor('apr', 'two'), at: 900 });
    expect(again).toMatchObject({ approval: first.approval, isNew: false });
    expect(codeOf(() => decide(later, { decision: 'decline', reason: 'No', contentHash: hash, language: 'en' }, how()))).toBe('already-answered');
    expect(codeOf(() => decide(later, yes(giulia, { typedName: 'giulia neri' }), how()))).toBe('already-answered');
  });

  test('comes too late once the round has ended', () => {
    expect(codeOf(() => decide({ ...facts(giulia), round: withdraw(marta, facts(giulia).round, 1) }, yes(giulia), how()))).toBe('round-closed');
  });

  test('asking for changes or declining keeps the reason and closes the round', () => {
    const changes = say(giulia, { decision: 'changes', reason: 'The gain share must follow our target.', contentHash: hash, language: 'it' });
    expect(changes.round).toMatchObject({ state: 'changes', closedAt: 500, openOf: null });
    expect(changes.approval).toMatchObject({ reason: 'The gain share must follow our target.', typedName: '', statement: '' });
    expect(say(giulia, { decision: 'decline', reason: 'No', contentHash: hash, language: 'en' }).round.state).toBe('declined');
  });
});

describe('a round', () => {
  const both: Round = { ...put().round, approvers: [giulia.id, carla.id] };
  const of = (person: Member, decision: Approval['decision']): Approval => ({ ...approve(giulia).approval, memberId: person.id, decision });

  test('is approved when all of those asked have approved', () => {
    expect(roundAfter(both, [of(giulia, 'approve')], 9)).toBe(both);
    expect(roundAfter(both, [of(giulia, 'approve'), of(carla, 'approve')], 9)).toMatchObject({ state: 'approved', closedAt: 9, openOf: null });
  });

  test('ends with the first wish for changes, and a no weighs more', () => {
    expect(roundAfter(both, [of(carla, 'changes')], 9).state).toBe('changes');
    expect(roundAfter(both, [of(carla, 'changes'), of(giulia, 'decline')], 9).state).toBe('declined');
  });

  test('counts no answers of other rounds', () => {
    const elsewhere = { ...of(carla, 'decline'), roundId: idFor('rnd', 'other') };
    expect(roundAfter(both, [elsewhere], 9)).toBe(both);
  });
});

function facts(by: Member): AnswerFacts {
  const { version, round } = put();
  return { by, name: 'Giulia Neri', round, version, content, hash, earlier: [], doubts: [] };
}

function how() {
  return { id: idFor('apr', 'one'), at: 500, signedInWith: 'password' as const, from: '203.0.113.24', device: 'a browser' };
}

type Yes = Extract<Decide, { decision: 'approve' }>;

function yes(_by: Member, more: Partial<Yes> = {}): Yes {
  const statement = statementOf('en', 'Giulia Neri', 1, content.project.title, content.project.clientName);
  return { decision: 'approve', typedName: 'Giulia Neri', contentHash: hash, statement, language: 'en', ...more };
}

function approve(by: Member, more: Partial<Yes> = {}) {
  return decide(facts(by), yes(by, more), how());
}

function say(by: Member, answer: Decide) {
  return decide(facts(by), answer, how());
}
