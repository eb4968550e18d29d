/** Every limit of the table is crossed by a test, and this says by which: lengths of words here, all others where they are enforced. */
import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { readTables } from '../../server/tables/read.ts';
import { Comment } from '../../shared/comments.ts';
import { AnswerDoubt } from '../../shared/doubts.ts';
import { LIMITS } from '../../shared/limits.ts';
import { PersonName } from '../../shared/people.ts';
import { ChangeProject } from '../../shared/projects.ts';
import { Refusal } from '../../shared/refusals.ts';
import { Approval } from '../../shared/versions.ts';

describe('words', () => {
  test.each<[string, z.ZodType, number]>([
    ['of a comment', Comment.shape.body, LIMITS.commentLength],
    ['of a doubt', AnswerDoubt.shape.words, LIMITS.doubtLength],
    ['of a title', ChangeProject.shape.title.unwrap(), LIMITS.titleLength],
    ['of a name', PersonName, LIMITS.nameLength],
    ['of a reason', Approval.shape.reason, LIMITS.reasonLength],
  ])('%s may be as long as the table says, and one letter longer is refused', (_what, schema, most) => {
    expect(schema.safeParse('x'.repeat(most)).success).toBe(true);
    expect(schema.safeParse('x'.repeat(most + 1)).success).toBe(false);
  });

  test('of a table of somebody’s own may be as many as the table of limits says', async () => {
    const row = 'x'.repeat(1_999); // a cell that is longer is cut
    const table = (characters: number) => Buffer.from(Array.from({ length: Math.ceil(characters / row.length) }, () => row).join('\n'));
    await expect(readTables(table(LIMITS.tableCharacters - row.length))).resolves.toHaveLength(1);
    await expect(readTables(table(LIMITS.tableCharacters + row.length))).rejects.toThrow(new Refusal('too-large'));
  });
});

const SYNC = 'tests/server/sync';
const HERE = 'tests/shared/limits.test.ts';
const NEWS = 'tests/server/realtime/connection.test.ts';
const WORDS = '%s may be as long as the table says, and one letter longer is refused';

/** Which test crosses which limit: its file and its title. A limit that is added here first fails to compile. */
const CROSSED: Readonly<Record<keyof typeof LIMITS, readonly [file: string, title: string]>> = {
  requestBytes: ['tests/server/http/mount.test.ts', 'over the limit is too large'],
  tableBytes: ['tests/server/http/valueFiles.test.ts', 'may be as large as a table is, and no larger'],
  tableCharacters: [HERE, 'of a table of somebody’s own may be as many as the table of limits says'],
  frameBytes: [`${SYNC}/forging.test.ts`, '%s'],
  answerBytes: [`${SYNC}/forging.test.ts`, '%s'],
  documentBytes: [`${SYNC}/room.test.ts`, 'takes nothing new into a document that is full, and tells its page (Sync 8)'],
  presenceBytes: [`${SYNC}/forging.test.ts`, 'speaks for at most five ids on one line, and of at most 4 kB each (Sync 9)'],
  memberBytesPerTenSeconds: [`${SYNC}/forging.test.ts`, `of bytes per member close that member\\'s line for a moment`],
  bytesForEachPiece: [`${SYNC}/room.test.ts`, 'takes no more pieces from a member within a while than it takes bytes, however small they are (Sync 8)'],
  searchedBytesPerTenSeconds: [`${SYNC}/forging.test.ts`, `of looks through the document per member close that member\\'s line for a moment`],
  answeredBytesAtOnce: [`${SYNC}/askers.test.ts`, 'goes to as many at one go as it is small, and to the others in later turns'],
  answeredBytesPerTenSeconds: [`${SYNC}/askers.test.ts`, 'is handed to one member so often and no more; another gets it, and so do they, later'],
  presenceAgainMs: [`${SYNC}/askers.test.ts`, 'is told to one who asks without end once in a while'],
  socketFramesPerTenSeconds: [`${SYNC}/forging.test.ts`, 'of frames per socket close that socket for a moment'],
  waitingBytes: [`${SYNC}/line.test.ts`, 'at most so many bytes wait for one slow reader, the next frame included; when they have gone the room is told (Sync 10)'],
  laggingMs: [`${SYNC}/time.test.ts`, 'that never reads again is let go after half a minute (Sync 10)'],
  clientIdsPerBlock: [`${SYNC}/rooms.test.ts`, 'are issued in blocks that nobody else ever gets, and are known after a restart (Sync 5)'],
  presenceIdsPerSocket: [`${SYNC}/forging.test.ts`, 'speaks for at most five ids on one line, and of at most 4 kB each (Sync 9)'],
  clocksPerFrame: [`${SYNC}/forging.test.ts`, '%s (Sync 5)'],
  unsavedBytes: [`${SYNC}/stuck.test.ts`, 'a room takes no more than it may hold, says so to everybody, and closes nobody'],
  unsavedBytesInAll: [`${SYNC}/stuck.test.ts`, 'all rooms together hold no more than a process may'],
  unsavedMs: [`${SYNC}/stuck.test.ts`, 'after ten minutes a room takes nothing new, however little it holds'],
  socketsPerMember: [`${SYNC}/gateway.test.ts`, 'closes the twenty-first line of one member in one room, and no other (Sync 1)'],
  newsLinesPerPerson: [NEWS, 'holds no more lines of one person than it should'],
  newsMessageBytes: [NEWS, 'ends the line of a page that sends too much at once'],
  newsRequestsPerTenSeconds: [NEWS, 'ends the line of a page that asks without end, and of no other'],
  followedProjects: [NEWS, 'stops at a number of projects'],
  invitationsPerDay: ['tests/server/http/invitations.test.ts', 'is limited within a day, for all of a project together'],
  evidenceBytes: ['tests/server/http/evidence.test.ts', 'may be as large as the table says, and one byte more is refused'],
  evidenceFiles: ['tests/server/http/evidence.test.ts', 'stops at a number of files, and still knows those it has'],
  commentLength: [HERE, WORDS],
  doubtLength: [HERE, WORDS],
  exportCharacters: ['tests/server/http/exports.test.ts', 'is refused when it is too long to be laid out, and says so'],
  pastedCharacters: ['tests/client/features/proposal/markdown/MarkdownPaste.test.tsx', 'more than one step may bring changes nothing and gets a sentence'],
  pastedMarkup: ['tests/client/features/proposal/markdown/MarkdownPaste.test.tsx', 'more than one step may bring changes nothing and gets a sentence'],
  titleLength: [HERE, WORDS],
  nameLength: [HERE, WORDS],
  reasonLength: [HERE, WORDS],
};

describe('the table of limits', () => {
  test.each(Object.entries(CROSSED))('%s is crossed by the test that is named for it', (limit, [file, title]) => {
    const tests = readFileSync(file, 'utf8').split(/^(?= *(?:test|describe)[.(<])/m);
    const named = tests.filter(text => text.includes(`('${title}'`));
    expect(named.map(text => text.includes(`LIMITS.${limit}`))).toEqual([true]);
  });
});
