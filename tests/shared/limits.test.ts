/** Every limit of the table is crossed by a test: lengths of words here, all others where they are enforced. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Read as text, so that a limit cannot be added without somebody crossing it; quoting a limit in a table is not crossing it. */
test('every limit is named by a test that is about it', () => {
  const quoting = ['tests/docs/', 'tests/prove/', 'tests/bench/'];
  const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .map(name => join('tests', name))
    .filter(path => /\.test\.tsx?$/.test(path) && !quoting.some(folder => path.startsWith(folder)));
  const text = tests.map(path => readFileSync(path, 'utf8')).join('\n');
  expect(Object.keys(LIMITS).filter(name => !text.includes(`LIMITS.${name}`))).toEqual([]);
});
