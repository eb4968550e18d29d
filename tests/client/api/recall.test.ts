/** What a device remembers of answers, and when it believes them. */
import { IDBFactory } from 'fake-indexeddb';
import * as z from 'zod';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetAnswers, keptAnswer } from '../../../client/api/kept.ts';
import { makeQueries } from '../../../client/api/queries.ts';
import { askOrRecall } from '../../../client/api/recall.ts';
import { Refusal } from '../../../shared/refusals.ts';

const Name = z.object({ name: z.string() });
const answers = (status: number, body: unknown) => vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status }));
const silence = () => vi.stubGlobal('fetch', async () => { throw new TypeError('Failed to fetch'); });
const asked = () => askOrRecall('/api/me', Name, {}).catch((error: unknown) => (error instanceof Refusal ? error.code : error));
const isKept = () => vi.waitFor(async () => expect(await keptAnswer('/api/me')).toEqual({ name: 'Marta' }));

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

describe('an answer', () => {
  test('is remembered as its schema reads it, and shown again without a network', async () => {
    answers(200, { name: 'Marta', secret: 'ZEBRA-7' });
    await asked();
    await isKept();
    silence();
    expect(await asked()).toEqual({ name: 'Marta' });
  });

  test.each([[503, 'not-now'], [401, 'signed-out'], [404, 'not-found']] as const)('%i: %s', async (status, code) => {
    answers(200, { name: 'Marta' });
    await asked();
    await isKept();
    answers(status, { code });
    // A server that cannot answer says nothing about the answer; one that says no does.
    expect(await asked()).toEqual(code === 'not-now' ? { name: 'Marta' } : code);
  });

  test('that was refused later is forgotten, and so is one of another shape', async () => {
    answers(200, { name: 'Marta' });
    await asked();
    await isKept();
    answers(404, { code: 'not-found' });
    await asked();
    silence();
    expect(await asked()).toBe('no-answer');
    answers(200, { name: 'Marta' });
    await asked();
    await isKept();
    silence();
    expect(await askOrRecall('/api/me', z.object({ age: z.number() }), {}).catch((error: unknown) => error)).toBeInstanceOf(Refusal);
  });

  test('goes with the session, whoever is told of its end', async () => {
    answers(200, { name: 'Marta' });
    await asked();
    await isKept();
    answers(401, { code: 'signed-out' });
    const queries = makeQueries();
    await queries.query({ queryKey: ['project'], queryFn: () => askOrRecall('/api/projects/x', Name, {}), retry: false }).catch(() => undefined);
    await vi.waitFor(async () => expect(await keptAnswer('/api/me')).toBeUndefined());
  });

  test('is simply asked for where the device keeps nothing', async () => {
    vi.stubGlobal('indexedDB', undefined);
    answers(200, { name: 'Marta' });
    expect(await asked()).toEqual({ name: 'Marta' });
    await forgetAnswers();
    silence();
    expect(await asked()).toBe('no-answer');
  });
});
