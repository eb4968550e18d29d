/** What a project's home tells, and to whom. */
import { describe, expect, test } from 'vitest';
import { homeFor, type HomeFacts } from '../../../server/domain/home.ts';
import type { Comment } from '../../../shared/comments.ts';
import type { Version } from '../../../shared/versions.ts';
import { idFor, makeMember } from '../../support/makeMember.ts';

const [marta, ivo, paolo, giulia] = [makeMember('marta'), makeMember('ivo'), makeMember('paolo'), makeMember('giulia')];
const nothing: HomeFacts = { members: [marta, ivo, paolo, giulia], comments: [], settlings: [], doubts: [], versions: [], rounds: [], approvals: [] };

function comment(name: string, more: Partial<Comment> = {}): Comment {
  return {
    id: idFor('cmt', name), projectId: marta.projectId, anchor: { on: 'project' }, audience: 'everyone', authorId: marta.id, body: name,
    mentions: [], createdAt: 1, editedAt: null, deletedAt: null, deletedBy: null, ...more,
  };
}
function version(name: string, more: Partial<Version> = {}): Version {
  return {
    id: idFor('ver', name), projectId: marta.projectId, name, number: null, contentHash: 'a'.repeat(64), roomSeq: 1, frozenBy: marta.id, frozenAt: 1, ...more,
  };
}

describe('open threads', () => {
  const comments = [
    comment('first', { createdAt: 1 }), comment('second', { createdAt: 5 }),
    comment('ZEBRA-7', { audience: 'internal', authorId: ivo.id, createdAt: 9 }),
    comment('gone', { anchor: { on: 'note', noteId: 'note_aaaaaaaaaaaa' as never }, deletedAt: 3, body: '' }),
  ];

  test('are counted by what their reader may open', () => {
    expect(homeFor(ivo, 'write', { ...nothing, comments }).threads).toMatchObject({ open: 2, latest: [{ audience: 'internal' }, { comments: 2 }] });
    expect(homeFor(paolo, 'write', { ...nothing, comments }).threads).toMatchObject({ open: 1, latest: [{ comments: 2, latest: { words: 'second' } }] });
  });

  test('look the same to the client whether or not something internal is there', () => {
    const without = comments.filter(each => each.audience === 'everyone');
    expect(homeFor(paolo, 'write', { ...nothing, comments })).toEqual(homeFor(paolo, 'write', { ...nothing, comments: without }));
  });

  test('leave out what is settled, for its audience alone', () => {
    const settling = { id: 's', projectId: marta.projectId, anchor: { on: 'project' }, audience: 'internal', settledBy: ivo.id, settledAt: 2 } as const;
    expect(homeFor(ivo, 'write', { ...nothing, comments, settlings: [settling] }).threads).toMatchObject({ open: 1, latest: [{ audience: 'everyone' }] });
  });

  test('tell the first words, never half an emoji', () => {
    const { latest } = homeFor(marta, 'write', { ...nothing, comments: [comment('long', { body: '🦓'.repeat(300) })] }).threads;
    expect(latest[0]!.latest.words).toMatch(/^(🦓){159}…$/u);
  });

  test('are five at most, the newest first', () => {
    const many = Array.from({ length: 8 }, (_, n) => comment(`n${n}`, { createdAt: n, anchor: { on: 'note', noteId: `note_aaaaaaaaaaa${n}` as never } }));
    const { open, latest } = homeFor(paolo, 'write', { ...nothing, comments: many }).threads;
    expect([open, latest.map(each => each.latest.words)]).toEqual([8, ['n7', 'n6', 'n5', 'n4', 'n3']]);
  });
});

describe('versions and rounds', () => {
  const put = version('put', { number: 1, frozenAt: 10 });
  const draft = version('draft', { frozenAt: 20 });
  const round = {
    id: idFor('rnd', 'one'), projectId: marta.projectId, versionId: put.id, state: 'open', approvers: [giulia.id, paolo.id], message: '',
    putBy: marta.id, putAt: 11, closedAt: null, openOf: marta.projectId,
  } as const;

  test('a draft is the newest version for those who may know of it', () => {
    const facts = { ...nothing, versions: [put, draft] };
    expect(homeFor(ivo, 'write', facts).version).toMatchObject({ id: draft.id, number: null });
    expect(homeFor(paolo, 'write', facts).version).toMatchObject({ id: put.id, number: 1, name: null });
    expect(homeFor(paolo, 'write', { ...nothing, versions: [draft] }).version).toBeNull();
  });

  test('an open round names those it still waits for', () => {
    const approvals = [{ roundId: round.id, memberId: paolo.id }] as unknown as HomeFacts['approvals'];
    const home = homeFor(giulia, 'approve', { ...nothing, versions: [put], rounds: [{ ...round, approvers: [...round.approvers] }], approvals });
    expect(home.round).toEqual({ id: round.id, versionId: put.id, number: 1, putAt: 11, waitingFor: [giulia.id] });
  });

  test('tells how the last round of it ended, in the words of whoever did not say yes', () => {
    const closed = { ...round, approvers: [giulia.id], state: 'changes' as const, closedAt: 12, openOf: null };
    const approvals = [{ roundId: round.id, memberId: giulia.id, decision: 'changes', reason: 'The price\nof year 2' }] as unknown as HomeFacts['approvals'];
    const { version: last } = homeFor(marta, 'write', { ...nothing, versions: [put], rounds: [closed], approvals });
    expect(last?.outcome).toEqual({ state: 'changes', by: giulia.id, words: 'The price of year 2' });
    expect(homeFor(marta, 'write', { ...nothing, versions: [put, draft], rounds: [closed], approvals }).version?.outcome).toBeNull();
  });

  test('a closed round waits for nobody', () => {
    const closed = { ...round, approvers: [giulia.id], state: 'approved' as const, closedAt: 12, openOf: null };
    expect(homeFor(giulia, 'keep', { ...nothing, versions: [put], rounds: [closed] }).round).toBeNull();
  });
});

test('members are those who are here now', () => {
  expect(homeFor(paolo, 'listen', { ...nothing, members: [marta, { ...ivo, removedAt: 4 }, paolo] }).members).toBe(2);
});
