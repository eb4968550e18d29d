/** The first minutes of an empty store: one printed link, one use. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setupLinks } from '../../../server/auth/collections.ts';
import { makeSetupToken } from '../../../server/auth/setup.ts';
import { colleagues, people, workspaces } from '../../../server/storage/collections.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.close());

const wish = { workspace: 'Nodo Software', name: 'Marta Villa', email: 'Marta@Nodo.example', password: 'bread and saffron', language: 'it' };
const ask = (token: string, more: object = {}) => app.visitor().ask('POST', '/api/setup', { ...wish, token, ...more });
const state = async () => (await app.visitor().ask('GET', '/api/setup')).body;

test('an empty store says so, and the link makes the first person, their workspace and their session', async () => {
  expect(await state()).toEqual({ state: 'empty', demoAllowed: true, demo: false });
  const browser = app.visitor();
  const token = await makeSetupToken(app.parts);
  expect((await browser.ask('POST', '/api/setup', { ...wish, token })).status).toBe(204);
  const me = (await browser.ask('GET', '/api/me')).body;
  expect(me).toMatchObject({ name: 'Marta Villa', email: 'marta@nodo.example', language: 'it', workspaces: [{ name: 'Nodo Software' }] });
  expect(await state()).toMatchObject({ state: 'done' });
  const again = await app.visitor().ask('POST', '/api/auth/sign-in/email', { email: wish.email, password: wish.password });
  expect(again.status).toBe(204);
});

describe('the link', () => {
  test('is needed', async () => {
    await makeSetupToken(app.parts);
    expect(await ask('x'.repeat(43))).toMatchObject({ status: 410, body: { code: 'link-used' } });
    expect(await app.store.find(workspaces, 'all', [])).toEqual([]);
  });

  test('does not exist until it is printed', async () => {
    expect((await ask('x'.repeat(43))).status).toBe(410);
  });

  test('of an earlier start opens nothing', async () => {
    const earlier = await makeSetupToken(app.parts);
    const latest = await makeSetupToken(app.parts);
    expect((await ask(earlier)).status).toBe(410);
    expect((await ask(latest)).status).toBe(204);
  });

  test('is kept as a hash alone, and not at all after its use', async () => {
    const token = await makeSetupToken(app.parts);
    expect(JSON.stringify(await app.store.get(setupLinks, 'setup'))).not.toContain(token);
    await ask(token);
    expect(await app.store.get(setupLinks, 'setup')).toBeUndefined();
    expect(await ask(token)).toMatchObject({ status: 409, body: { code: 'set-up-done' } });
  });

  test('sets up one workspace when several press at once', async () => {
    const token = await makeSetupToken(app.parts);
    const answers = await Promise.all([1, 2, 3, 4].map(n => ask(token, { email: `marta${n}@nodo.example` })));
    expect(answers.map(answer => answer.status).toSorted()).toEqual([204, 409, 409, 409]);
    const [workspace, ...more] = await app.store.find(workspaces, 'all', []);
    expect(more).toEqual([]);
    expect(await app.store.find(colleagues, 'byWorkspace', [workspace?.id ?? ''])).toMatchObject([{ owner: true }]);
  });

  test('changes nothing when the wish cannot be read', async () => {
    const token = await makeSetupToken(app.parts);
    for (const [field, value] of Object.entries({ email: 'marta', password: 'short', name: ' ', workspace: '', language: 'fr' })) {
      expect(await ask(token, { [field]: value })).toMatchObject({ status: 400, body: { code: 'unreadable', params: { field } } });
    }
    expect(await app.store.getUnique(people, 'byEmail', ['marta@nodo.example'])).toBeUndefined();
    expect((await ask(token)).status).toBe(204);
  });
});
