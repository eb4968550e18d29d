import { describe, expect, test } from 'vitest';
import { mentionBeingTyped, mentionName, piecesOf, threadsOf, withComment } from '../../../../client/features/comments/threads.ts';
import type { Comment, CommentList } from '../../../../shared/comments.ts';
import type { ElementId } from '../../../../shared/ids.ts';
import { idFor, makeMember } from '../../../support/makeMember.ts';

const marta = makeMember('marta');
const paolo = makeMember('paolo');
const note = { on: 'note', noteId: 'note_abcdefghij' as ElementId } as const;

const says = (name: string, more: Partial<Comment>): Comment => ({
  id: idFor('cmt', name), projectId: marta.projectId, anchor: note, audience: 'everyone', authorId: paolo.id, body: name,
  mentions: [], createdAt: 1, editedAt: null, deletedAt: null, deletedBy: null, ...more,
});
const list = (comments: Comment[], more: Partial<CommentList> = {}): CommentList => ({ comments, settled: [], read: [], ...more });

describe('threads', () => {
  test('count what others wrote after my mark, and say when I am mentioned', () => {
    const comments = [says('old', { createdAt: 1 }), says('new', { createdAt: 5, mentions: [marta.id] }), says('mine', { createdAt: 6, authorId: marta.id })];
    const [thread] = threadsOf(list(comments, { read: [{ anchorKey: 'note:note_abcdefghij', upTo: 1 }] }), marta.id);
    expect(thread).toMatchObject({ unread: 1, mentionsMe: true });
    expect(thread?.comments.map(comment => comment.body)).toEqual(['old', 'new', 'mine']);
  });

  test('with nothing left but comments taken back are gone', () => {
    expect(threadsOf(list([says('gone', { deletedAt: 3, deletedBy: paolo.id, body: '' })]), marta.id)).toEqual([]);
  });

  test('keep the place of a comment that a host tidied away, unread by nobody', () => {
    const [thread] = threadsOf(list([says('gone', { deletedAt: 3, deletedBy: marta.id, body: '' })]), idFor('mbr', 'lia'));
    expect(thread).toMatchObject({ unread: 0 });
    expect(thread?.comments).toHaveLength(1);
  });

  test('are settled only when every audience in them is', () => {
    const comments = [says('open', {}), says('inside', { audience: 'internal' })];
    const settling = { projectId: marta.projectId, anchor: note, settledBy: marta.id, settledAt: 9 };
    expect(threadsOf(list(comments, { settled: [{ ...settling, audience: 'everyone' }] }), marta.id)[0]?.settled).toBe(false);
    const both = [{ ...settling, audience: 'everyone' as const }, { ...settling, audience: 'internal' as const }];
    expect(threadsOf(list(comments, { settled: both }), marta.id)[0]?.settled).toBe(true);
  });

  test('put the newest word first', () => {
    const threads = threadsOf(list([says('a', { createdAt: 1 }), says('b', { createdAt: 2, anchor: { on: 'project' } })]), marta.id);
    expect(threads.map(thread => thread.key)).toEqual(['project', 'note:note_abcdefghij']);
  });

  test('take a comment told twice once', () => {
    const twice = withComment(withComment(list([]), says('a', {})), says('a', { body: 'edited' }));
    expect(twice.comments.map(comment => comment.body)).toEqual(['edited']);
  });
});

describe('a mention', () => {
  test('is set off from the words around it, the longer name first', () => {
    expect(piecesOf('Ask @Paolo Ferri and @Paolo.', ['Paolo', 'Paolo Ferri'])).toEqual([
      { text: 'Ask ', mention: false }, { text: '@Paolo Ferri', mention: true }, { text: ' and ', mention: false },
      { text: '@Paolo', mention: true }, { text: '.', mention: false },
    ]);
  });

  test('with signs in the name is text, not a pattern', () => {
    expect(piecesOf('@A.(B', ['A.(B'])).toEqual([{ text: '@A.(B', mention: true }]);
  });

  test('uses the first name, unless two people share it', () => {
    const people = [{ id: '1', name: 'Giulia Neri' }, { id: '2', name: 'Paolo Ferri' }, { id: '3', name: 'Paolo Bassi' }];
    expect(people.map(person => mentionName(person, people))).toEqual(['Giulia', 'Paolo Ferri', 'Paolo Bassi']);
  });

  test('is recognised while it is typed, and an address is not one', () => {
    expect(mentionBeingTyped('Ask @Pa', 7)).toBe('Pa');
    expect(mentionBeingTyped('@', 1)).toBe('');
    expect(mentionBeingTyped('paolo@ferri', 11)).toBeUndefined();
  });
});
