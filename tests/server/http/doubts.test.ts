/** Doubts through real http, the real store and a real news line: raised, heard at once, answered by the other side, closed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Doubt, DoubtList } from '../../../shared/doubts.ts';
import { ProjectHome } from '../../../shared/home.ts';
import { makeId } from '../../../server/ids.ts';
import { NewsPage } from '../../support/newsPage.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
let project: OneProject;
let marta: Seated;
let ivo: Seated;
let paolo: Seated;

beforeAll(async () => {
  app = await startApp();
  project = await oneProject(app);
  [marta, ivo, paolo] = [await project.seat('marta'), await project.seat('ivo'), await project.seat('paolo')];
});
afterAll(() => app.close());

const SCENARIO = 'scn_demo-S0------';
const draft = (more: object = {}) => ({ id: makeId('dbt'), scenarioId: SCENARIO, words: 'Is this the project you need?', costsUs: 'The larger price.', evidence: 'The ramp of S0', ...more });
const raise = (who: Seated, more: object = {}) => who.browser.ask('POST', `${project.path}/doubts`, draft(more));
const put = (who: Seated, of: Doubt, what: string, body: object) => who.browser.ask('PUT', `${project.path}/doubts/${of.id}/${what}`, body);
const list = async (who: Seated) => DoubtList.parse((await who.browser.ask('GET', `${project.path}/doubts`)).body).doubts;
const home = async (who: Seated) => ProjectHome.parse((await who.browser.ask('GET', `${project.path}/home`)).body);

describe('a doubt', () => {
  test('is heard at once by the other side, and stands on everybody’s home until it is answered', async () => {
    const page = await new NewsPage(paolo.browser).open();
    await page.follow(project.project.id);
    const heard = page.hears('doubt:changed');
    const doubt = (await raise(marta)).body as Doubt;
    expect(await heard).toEqual(doubt);
    page.close();
    expect((await list(paolo)).map(({ id }) => id)).toContain(doubt.id);
    expect((await home(paolo)).doubts).toMatchObject({ unanswered: 1, latest: [{ id: doubt.id, words: doubt.words, authorId: marta.member.id }] });

    expect(await put(ivo, doubt, 'answer', { words: 'It is.' })).toMatchObject({ status: 403, body: { code: 'own-doubt' } });
    expect(await put(paolo, doubt, 'answer', { words: 'Let us look at something smaller.' })).toMatchObject({ status: 200, body: { answer: { by: paolo.member.id } } });
    expect((await home(marta)).doubts).toEqual({ unanswered: 0, latest: [] });
  });

  test('may be answered in other words until something came of it', async () => {
    const doubt = (await raise(marta)).body as Doubt;
    await put(paolo, doubt, 'answer', { words: 'No.' });
    expect((await put(paolo, doubt, 'answer', { words: 'No, because of the shops.' })).body).toMatchObject({ answer: { words: 'No, because of the shops.' } });
    expect((await put(marta, doubt, 'outcome', { kind: 'settled', words: '' })).status).toBe(200);
    expect(await put(paolo, doubt, 'answer', { words: 'Once more' })).toMatchObject({ status: 409, body: { code: 'doubt-closed' } });
  });

  test('is worded anew by its author until somebody answers, and everybody can read what it said before', async () => {
    const doubt = (await raise(marta)).body as Doubt;
    const anew = { words: 'Is it too early?', costsUs: 'The larger price.', evidence: '' };
    expect(await put(ivo, doubt, 'words', anew)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await put(marta, doubt, 'words', { ...anew, words: ' ' })).toMatchObject({ status: 400, body: { code: 'unreadable' } });
    expect((await put(marta, doubt, 'words', anew)).body).toMatchObject({ ...anew, past: [{ words: doubt.words, evidence: doubt.evidence }] });
    expect((await list(paolo)).find(({ id }) => id === doubt.id)).toMatchObject({ words: 'Is it too early?', past: [{ words: doubt.words }] });
    await put(paolo, doubt, 'answer', { words: 'Yes.' });
    expect(await put(marta, doubt, 'words', { ...anew, words: 'Something else' })).toMatchObject({ status: 409, body: { code: 'doubt-answered' } });
  });

  test('remembers the alternative that was drawn from it', async () => {
    const doubt = (await raise(paolo, { scenarioId: null })).body as Doubt;
    for (let times = 0; times < 2; times += 1) {
      expect((await put(marta, doubt, 'alternatives', { scenarioId: 'scn_alternative1' })).body).toMatchObject({ alternatives: ['scn_alternative1'] });
    }
  });

  test('asked for twice because an answer was lost is there once, and its id cannot be taken', async () => {
    const id = makeId('dbt');
    for (let times = 0; times < 2; times += 1) expect((await raise(marta, { id })).body).toMatchObject({ id });
    expect((await list(marta)).filter(each => each.id === id)).toHaveLength(1);
    expect(await raise(paolo, { id, words: 'mine now' })).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  test.each([
    ['no words', { words: '  ' }], ['nothing about its cost', { costsUs: '' }], ['too many words', { words: 'x'.repeat(2_001) }],
    ['a scenario that is none', { scenarioId: 'drv_0000000000' }], ['an operator for an id', { id: { $ne: null } }],
  ])('with %s gets a sentence and changes nothing', async (_what, wrong) => {
    const before = (await list(marta)).length;
    expect(await raise(marta, wrong)).toMatchObject({ status: 400, body: { code: 'unreadable' } });
    expect(await list(marta)).toHaveLength(before);
  });

  test('of an unknown or impossible id is not there', async () => {
    for (const id of [makeId('dbt'), 'dbt_1', '%00', '..%2f']) {
      expect((await marta.browser.ask('PUT', `${project.path}/doubts/${id}/answer`, { words: 'x' })).status, id).toBe(404);
    }
  });
});
