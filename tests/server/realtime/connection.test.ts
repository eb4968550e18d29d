/** The news line on a real server: who is let in, what they hear, and when they stop hearing it. */
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { LIMITS } from '../../../shared/limits.ts';
import type { Browser } from '../../support/browse.ts';
import { NewsPage } from '../../support/newsPage.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

// Crowds of people take their time on a small machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

let one: OneProject;
let [marta, ivo, paolo]: Seated[] = [];
const pages: NewsPage[] = [];
beforeEach(async () => {
  one = await oneProject(app);
  [marta, ivo, paolo] = [await one.seat('marta'), await one.seat('ivo'), await one.seat('paolo')];
});
afterEach(() => pages.splice(0).forEach(page => page.close()));

function page(browser: Pick<Browser, 'url' | 'cookie' | 'origin'>, headers = {}): NewsPage {
  const made = new NewsPage(browser, headers);
  pages.push(made);
  return made;
}
async function following(who: Seated): Promise<NewsPage> {
  const made = await page(who.browser).open();
  expect(await made.follow(one.project.id)).toEqual({ ok: true, value: null });
  return made;
}
const tell = (audience: 'comment.read' | 'comment.readInternal', marker: string) =>
  app.parts.news.tell(one.project.id, audience, 'project:changed', { projectId: one.project.id, marker } as never);
const change = (whom: Seated, what: object) => marta!.browser.ask('PATCH', `${one.path}/members/${whom.member.id}`, what);
const remove = (whom: Seated) => marta!.browser.ask('DELETE', `${one.path}/members/${whom.member.id}`);
const markers = (of: NewsPage) => of.heard.flatMap(({ payload }) => (payload as { marker?: string }).marker ?? []);

describe('the door of the news line', () => {
  const refusedAs = (made: NewsPage): Promise<string> =>
    made.open().then(() => 'let in', (error: unknown) => (error as { data?: { code: string } }).data?.code ?? 'refused');

  test('lets a person in with their cookie from a page of ours', async () => {
    await expect(page(marta!.browser).open()).resolves.toBeDefined();
  });

  test('tells somebody without a session that they are signed out', async () => {
    expect(await refusedAs(page(app.visitor()))).toBe('signed-out');
    expect(await refusedAs(page({ ...visitorWith('better-auth.session_token=made-up.signature') }))).toBe('signed-out');
  });

  test.each([
    'null', 'https://evil.example', 'http://localhost', 'http://127.0.0.1', 'http://127.0.0.1:1', 'http://evil.localhost', 'file://', 'http://127.0.0.1.evil.example', '',
  ])('stays shut for a page from “%s”', async origin => {
    expect(await refusedAs(page(marta!.browser, { origin }))).toBe('refused');
  });

  test('stays shut for our own origin written otherwise', async () => {
    for (const origin of [app.url.toUpperCase(), `${app.url}/`, `${app.url}.`, `${app.url}, ${app.url}`]) {
      expect(await refusedAs(page(marta!.browser, { origin })), origin).toBe('refused');
    }
  });

  test('holds no more lines of one person than it should', async () => {
    const carla = await one.seat('carla');
    await Promise.all(Array.from({ length: LIMITS.newsLinesPerPerson }, () => page(carla.browser).open()));
    expect(await refusedAs(page(carla.browser))).toBe('too-many');
    await expect(page(marta!.browser).open()).resolves.toBeDefined();
  });

  test('survives a socket that breaks in the middle of its upgrade', async () => {
    for (let n = 0; n < 5; n += 1) {
      await new Promise<void>(resolve => {
        const raw = connect(app.port, '127.0.0.1', () => {
          raw.write(`GET /rt/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${app.port}\r\nOrigin: ${app.url}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n`);
          raw.resetAndDestroy();
        });
        raw.on('close', () => resolve());
        raw.on('error', () => resolve());
      });
    }
    await expect(page(marta!.browser).open()).resolves.toBeDefined();
  });

  function visitorWith(cookie: string) {
    const { url, origin } = app.visitor();
    return { url, origin, cookie };
  }
});

describe('following a project', () => {
  test('is answered like nothing for those who are not in it', async () => {
    const stranger = await page(await app.signIn(await app.person('Nobody Here'))).open();
    const missing = { ok: false, code: 'not-found', params: {} };
    expect(await stranger.follow(one.project.id)).toEqual(missing);
    expect(await stranger.follow(app.parts.makeId('prj'))).toEqual(missing);
    tell('comment.read', 'ZEBRA-7');
    expect(await stranger.caughtUp()).toEqual([]);
  });

  test.each([
    ['an operator', { projectId: { $ne: null } }], ['a list', { projectId: ['x'] }], ['nothing', undefined], ['text', 'prj_x'],
    ['bytes', Buffer.from([1, 2, 3])], ['a prototype', JSON.parse('{"__proto__":{"projectId":"x"}}')],
  ])('reads no %s', async (_what, request) => {
    expect(await (await page(marta!.browser).open()).ask('project:follow', request)).toMatchObject({ ok: false, code: 'unreadable' });
  });

  test.each(['project:changed', 'comment:added', 'join', 'constructor', '__proto__', 'toString'])('knows no request “%s”, and says so', async event => {
    expect(await (await page(marta!.browser).open()).ask(event, { projectId: one.project.id })).toMatchObject({ ok: false, code: 'unreadable' });
  });

  test('ends with leaving', async () => {
    const made = await following(paolo!);
    expect(await made.ask('project:leave', { projectId: one.project.id })).toEqual({ ok: true, value: null });
    tell('comment.read', 'after');
    expect(await made.caughtUp()).toEqual([]);
  });

  test('stops at a number of projects', async () => {
    const made = await page(marta!.browser).open();
    for (let n = 0; n < LIMITS.followedProjects; n += 1) {
      const { body } = await marta!.browser.ask('POST', '/api/projects', {
        workspaceId: one.workspace.id, title: `Project ${n}`, clientName: 'Modastile', currency: 'EUR', language: 'en', template: 'blank',
      });
      expect(await made.follow((body as { id: typeof one.project.id }).id)).toMatchObject({ ok: true });
    }
    expect(await made.follow(one.project.id)).toMatchObject({ ok: false, code: 'too-many' });
  });

  test('ends the line of a page that asks without end, and of no other', async () => {
    const [greedy, honest] = [await following(paolo!), await following(marta!)];
    const ended = greedy.ended();
    for (let n = 0; n < LIMITS.newsRequestsPerTenSeconds + 1; n += 1) greedy.socket.emit('project:leave', { projectId: one.project.id });
    expect(await ended).toBe('transport close');
    tell('comment.read', 'on we go');
    await honest.hears('project:changed');
  });

  test('ends the line of a page that sends too much at once', async () => {
    const made = await following(paolo!);
    const ended = made.ended();
    made.socket.emit('project:follow', { projectId: 'x'.repeat(LIMITS.newsMessageBytes + 1) });
    expect(await ended).toBe('transport close');
  });
});

describe('news', () => {
  test('reaches those whose standing allows it, and nobody else', async () => {
    const listeners = await Promise.all([following(marta!), following(ivo!), following(paolo!)]);
    tell('comment.readInternal', 'ZEBRA-7');
    tell('comment.read', 'for all');
    await Promise.all(listeners.map(listener => listener.caughtUp()));
    expect(listeners.map(markers)).toEqual([['ZEBRA-7', 'for all'], ['ZEBRA-7', 'for all'], ['for all']]);
  });

  test('of one project does not reach the other', async () => {
    const other = await oneProject(app);
    const elsewhere = await page((await other.seat('marta')).browser).open();
    await elsewhere.follow(other.project.id);
    tell('comment.read', 'here alone');
    expect(await elsewhere.caughtUp()).toEqual([]);
  });

  test('to a person reaches all their pages, whatever they follow', async () => {
    const [first, second] = [await page(ivo!.browser).open(), await page(ivo!.browser).open()];
    app.parts.news.tellPerson(ivo!.person.id, 'project:changed', { projectId: one.project.id });
    await Promise.all([first.hears('project:changed'), second.hears('project:changed')]);
  });
});

describe('a right that ends', () => {
  test('takes the person’s pages off the project at once, and tells them', async () => {
    const made = await following(paolo!);
    await remove(paolo!);
    expect(await made.hears('member:ended')).toEqual({ projectId: one.project.id });
    tell('comment.read', 'after');
    await made.caughtUp();
    expect(markers(made)).toEqual([]);
    expect(made.heard.map(each => each.event)).toEqual(['member:ended']);
    expect(await made.follow(one.project.id)).toMatchObject({ ok: false, code: 'not-found' });
  });

  test('is known before the next word is said', async () => {
    const made = await following(ivo!);
    const removing = remove(ivo!);
    const said = removing.then(() => tell('comment.readInternal', 'ZEBRA-7'));
    await said;
    await made.caughtUp();
    expect(markers(made)).toEqual([]);
  });

  test('loses no word for somebody who stays', async () => {
    const made = await following(paolo!);
    await change(paolo!, { role: 'viewer' });
    tell('comment.read', 'still yours');
    await made.hears('members:changed');
    await made.caughtUp();
    expect(markers(made)).toEqual(['still yours']);
  });

  test('comes back with a new invitation', async () => {
    const made = await following(paolo!);
    await remove(paolo!);
    const { body } = await marta!.browser.ask('POST', `${one.path}/invitations`, { side: 'client', role: 'viewer' });
    await paolo!.browser.ask('POST', '/api/invitations/accept', { token: new URL((body as { link: string }).link).hash.slice(1) });
    await made.hears('project:changed');
    expect(await made.follow(one.project.id)).toMatchObject({ ok: true });
  });
});

describe('a session that ends', () => {
  test('closes its own pages for good, and leaves the person’s other devices', async () => {
    const phone = await app.signIn(paolo!.person);
    const [laptopPage, phonePage] = [await following(paolo!), await page(phone).open()];
    await phonePage.follow(one.project.id);
    const ended = laptopPage.ended();
    await paolo!.browser.ask('POST', '/api/auth/sign-out');
    expect(await ended).toBe('io server disconnect');
    tell('comment.read', 'on the phone');
    await phonePage.hears('project:changed');
    expect(markers(laptopPage)).toEqual([]);
    await expect(page(paolo!.browser).open()).rejects.toThrow('signed-out');
  });

  test('closes them after a change of password elsewhere', async () => {
    const made = await following(paolo!);
    const ended = made.ended();
    await app.parts.accounts.setPassword(paolo!.person.id, 'another long password');
    expect(await ended).toBe('io server disconnect');
  });
});
