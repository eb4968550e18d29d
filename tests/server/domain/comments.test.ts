import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allows } from '../../../shared/access.ts';
import type { AddComment, Comment } from '../../../shared/comments.ts';
import { Refusal } from '../../../shared/refusals.ts';
import { Role, Side } from '../../../shared/sides.ts';
import { addComment, deleteComment, editComment, mayRead, newlyMentioned, settle } from '../../../server/domain/comments.ts';
import { idFor, makeMember } from '../../support/makeMember.ts';

const marta = makeMember('marta');
const ivo = makeMember('ivo');
const paolo = makeMember('paolo');
const people = [marta, ivo, paolo, makeMember('lia'), makeMember('giulia')];

const draft = (more: Partial<AddComment> = {}): AddComment => ({
  id: idFor('cmt', 'one'), anchor: { on: 'project' }, audience: 'everyone', body: 'Which invoices?', mentions: [], ...more,
});
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'no refusal';
};

describe('a comment', () => {
  test('carries its author, its project and the time of the server', () => {
    expect(addComment(paolo, people, draft(), 1_000)).toMatchObject({ authorId: paolo.id, projectId: paolo.projectId, createdAt: 1_000 });
  });

  test('for the inside alone cannot be written by the client, to whom such a thing does not exist', () => {
    expect(codeOf(() => addComment(paolo, people, draft({ audience: 'internal' }), 1))).toBe('not-found');
  });

  test('is not for viewers to write, and they are told so', () => {
    const viewer = { ...ivo, role: 'viewer' as const };
    expect(codeOf(() => addComment(viewer, people, draft({ audience: 'internal' }), 1))).toBe('not-allowed');
  });

  test('may mention only people whom it reaches', () => {
    expect(addComment(ivo, people, draft({ audience: 'internal', mentions: [marta.id] }), 1).mentions).toEqual([marta.id]);
    expect(codeOf(() => addComment(ivo, people, draft({ audience: 'internal', mentions: [paolo.id] }), 1))).toBe('mention-out-of-reach');
    expect(codeOf(() => addComment(ivo, people, draft({ mentions: [idFor('mbr', 'stranger')] }), 1))).toBe('mention-out-of-reach');
  });

  test('is changed by its author alone', () => {
    const comment = addComment(paolo, people, draft(), 1);
    expect(editComment(paolo, people, comment, { body: 'Which ones?', mentions: [] }, 2)).toMatchObject({ body: 'Which ones?', editedAt: 2 });
    expect(codeOf(() => editComment(marta, people, comment, { body: 'No', mentions: [] }, 2))).toBe('not-allowed');
  });

  test('is taken back by its author, or tidied by the host, with nothing of its words left', () => {
    const comment = addComment(paolo, people, draft({ mentions: [marta.id] }), 1);
    expect(deleteComment(paolo, comment, 5)).toMatchObject({ body: '', mentions: [], deletedBy: paolo.id, deletedAt: 5 });
    expect(deleteComment(marta, comment, 5)).toMatchObject({ deletedBy: marta.id });
    expect(codeOf(() => deleteComment(ivo, comment, 5))).toBe('not-allowed');
  });

  test('of the inside is to a client as if it were not there, whatever they try', () => {
    const inside = addComment(ivo, people, draft({ audience: 'internal' }), 1);
    expect(codeOf(() => deleteComment(paolo, inside, 5))).toBe('not-found');
    expect(codeOf(() => editComment(paolo, people, inside, { body: 'x', mentions: [] }, 5))).toBe('not-found');
    expect(codeOf(() => settle(paolo, { on: 'project' }, 'internal', 5))).toBe('not-found');
  });

  test('of another project is not there either', () => {
    const elsewhere: Comment = { ...addComment(marta, people, draft(), 1), projectId: idFor('prj', 'two') };
    expect(codeOf(() => deleteComment(marta, elsewhere, 5))).toBe('not-found');
  });

  test('tells each person of a mention once, and never its author', () => {
    const before = addComment(marta, people, draft({ mentions: [ivo.id, marta.id] }), 1);
    expect(newlyMentioned(undefined, before)).toEqual([ivo.id]);
    expect(newlyMentioned(before, { ...before, mentions: [ivo.id, paolo.id] })).toEqual([paolo.id]);
  });
});

test('whoever stands wherever, an internal comment is read and written only from inside', () => {
  const standing = fc.record({
    side: fc.constantFrom(...Side.options), role: fc.constantFrom(...Role.options), approver: fc.boolean(),
  });
  fc.assert(fc.property(standing, where => {
    const reader = makeMember('paolo', where);
    const inside = addComment(ivo, people, draft({ audience: 'internal' }), 1);
    expect(mayRead(reader, inside)).toBe(where.side !== 'client');
    const wrote = codeOf(() => addComment(reader, people, draft({ audience: 'internal' }), 1)) === 'no refusal';
    expect(wrote).toBe(allows(where, 'comment.writeInternal'));
  }));
});
