/**
 * Every route × everybody who could ask × their own project and another's, before and after their place has ended.
 *
 * The handlers are replaced, so that a cell says exactly whether the door opened; the doors, the sessions, the
 * standings and the mount are the real ones. What each route needs is written here once more, by hand: a new route,
 * or one whose rule was loosened, fails until somebody has looked at it.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answerErrors } from '../../../server/http/errors.ts';
import { mountRoutes } from '../../../server/http/mount.ts';
import type { Needs, Route } from '../../../server/http/route.ts';
import { allRoutes } from '../../../server/http/routes.ts';
import { STANDINGS } from '../../../server/realtime/audience.ts';
import { colleagues, members } from '../../../server/storage/collections.ts';
import { put } from '../../../server/storage/store.ts';
import { ACCESS, allows, type Deed, type Standing } from '../../../shared/access.ts';
import { readDeed, RoomKind } from '../../../shared/rooms.ts';
import { Browser } from '../../support/browse.ts';
import { NewsPage } from '../../support/newsPage.ts';
import { oneProject, type OneProject } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

const P = '/api/projects/:projectId';
const NEEDS: Readonly<Record<string, Needs>> = {
  'post /api/auth/sign-in/email': 'anyone',
  'post /api/auth/sign-in/link': 'anyone',
  'post /api/auth/link': 'anyone',
  'post /api/auth/sign-out': 'anyone',
  'get /api/me': 'signed-in',
  'patch /api/me': 'signed-in',
  'put /api/me/password': 'signed-in',
  'get /api/setup': 'anyone',
  'post /api/setup': 'anyone',
  'get /api/demo': 'anyone',
  'post /api/demo/sit': 'anyone',
  'get /api/outbox': 'anyone',
  'get /api/projects': 'signed-in',
  'post /api/projects': 'signed-in',
  [`get ${P}`]: 'project.read',
  [`patch ${P}`]: 'project.manage',
  [`get ${P}/home`]: 'project.read',
  [`get ${P}/members`]: 'people.read',
  [`patch ${P}/members/:memberId`]: 'people.manage',
  [`delete ${P}/members/:memberId`]: 'people.manage',
  [`post ${P}/leave`]: 'project.read',
  [`get ${P}/invitations`]: 'people.inviteOwnSide',
  [`post ${P}/invitations`]: 'people.inviteOwnSide',
  [`delete ${P}/invitations/:invitationId`]: 'people.inviteOwnSide',
  'post /api/invitations/look': 'anyone',
  'post /api/invitations/accept': 'anyone',
  [`post ${P}/rooms/:kind/seats`]: 'project.read',
  [`get ${P}/rooms/:kind/value/file`]: 'project.read',
  [`post ${P}/value/tables`]: 'room.shared.write',
  [`get ${P}/comments`]: 'comment.read',
  [`post ${P}/comments`]: 'comment.write',
  [`put ${P}/comments/read`]: 'comment.read',
  [`put ${P}/threads`]: 'comment.write',
  [`patch ${P}/comments/:commentId`]: 'comment.write',
  [`delete ${P}/comments/:commentId`]: 'comment.write',
  [`get ${P}/doubts`]: 'doubt.read',
  [`post ${P}/doubts`]: 'doubt.write',
  [`put ${P}/doubts/:doubtId/words`]: 'doubt.write',
  [`put ${P}/doubts/:doubtId/answer`]: 'doubt.write',
  [`put ${P}/doubts/:doubtId/outcome`]: 'doubt.write',
  [`put ${P}/doubts/:doubtId/alternatives`]: 'doubt.draw',
  [`post ${P}/evidence`]: 'room.shared.write',
  [`get ${P}/evidence/:hash/about`]: 'room.shared.read',
  [`get ${P}/evidence/:hash`]: 'room.shared.read',
  [`get ${P}/approval`]: 'version.read',
  [`post ${P}/versions`]: 'version.freeze',
  [`post ${P}/versions/:versionId/rounds`]: 'round.put',
  [`get ${P}/versions/:versionId/content`]: 'version.read',
  [`get ${P}/versions/:versionId/file`]: 'version.read',
  [`post ${P}/rounds/:roundId/withdrawal`]: 'round.put',
  [`post ${P}/rounds/:roundId/approvals`]: 'round.decide',
  [`get ${P}/approvals/:approvalId`]: 'round.read',
  [`get ${P}/approvals/:approvalId/file`]: 'round.read',
  [`get ${P}/exports/proposal`]: 'room.shared.read',
};

/** Somebody who could ask: where they stand in `own`; nobody stands in `foreign`. */
interface Principal {
  name: string;
  browser: Browser;
  standing: Standing | undefined;
  signedIn: boolean;
}

// Crowds of people take their time on a small machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let app: TestApp;
let own: OneProject;
let foreign: OneProject;
let routes: Route[];
let doors: { server: Server; url: string };
let principals: Principal[];

beforeAll(async () => {
  app = await startApp();
  [own, foreign] = [await oneProject(app), await oneProject(app)];
  routes = allRoutes(app.parts, { auth: app.auth, outbox: app.outbox });
  doors = await serveDoors(routes);
  principals = await everybody();
});
afterAll(async () => {
  doors.server.close();
  await app.close();
});

test('every route declares what it needs, and needs what is written here', () => {
  const declared = Object.fromEntries(routes.map(route => [nameOf(route), route.needs]));
  expect(declared).toEqual(NEEDS);
  const rules = new Set<string>(['anyone', 'signed-in', ...Object.keys(ACCESS)]);
  for (const needs of Object.values(declared)) expect(rules).toContain(needs);
});

test('every route whose rule asks a standing names the project, and only those do', () => {
  for (const route of routes) expect(route.path.includes('/:projectId'), nameOf(route)).toBe(route.needs in ACCESS);
});

describe('the access matrix', () => {
  test.each(Object.keys(NEEDS))('%s', async name => {
    const wrong = (await cellsOf(name)).filter(cell => cell.got !== cell.expected);
    expect(wrong).toEqual([]);
  });

  test('is as large as it should be: nobody is missing', () => {
    expect(principals).toHaveLength(STANDINGS.length + 5);
  });

  test('notices an open door: a planted route whose rule was forgotten', async () => {
    const planted = routes.map(route => (nameOf(route) === `patch ${P}` ? { ...route, needs: 'project.read' as const } : route));
    const leaky = await serveDoors(planted);
    const wrong = (await cellsOf(`patch ${P}`, leaky.url)).filter(cell => cell.got !== cell.expected);
    leaky.server.close();
    expect(wrong.length).toBeGreaterThan(10);
  });
});

describe('after a place has ended', () => {
  test.each(STANDINGS.filter(({ approver }) => !approver).map(standing => [`${standing.side} ${standing.role}`, standing] as const))(
    'a %s finds every door shut that was open, in http and news', async (_name, standing) => {
      const { person, member, browser } = await own.seat('lia', standing);
      const page = await new NewsPage(browser).open();
      expect(await page.follow(own.project.id)).toMatchObject({ ok: true });
      const open = routes.filter(route => route.needs in ACCESS && allows(standing, route.needs as Deed));
      for (const route of open) expect(await knock(route, browser, own), nameOf(route)).toBe(204);

      const kept = (await app.store.get(members, member.id))!;
      await app.store.commit([put(members, { ...kept, removedAt: 1 }, kept.rev)]);
      app.parts.news.reconsider(member.id);
      for (const route of open) expect(await knock(route, browser, own), nameOf(route)).toBe(404);
      expect(await page.follow(own.project.id)).toMatchObject({ ok: false, code: 'not-found' });
      page.close();
      expect(person.id).toBe(member.personId);
    });

  test('a smaller role counts from the next request on', async () => {
    const { member, browser } = await own.seat('carla', { role: 'host' });
    const manage = routes.find(route => nameOf(route) === `patch ${P}`)!;
    expect(await knock(manage, browser, own)).toBe(204);
    const kept = (await app.store.get(members, member.id))!;
    await app.store.commit([put(members, { ...kept, role: 'viewer' }, kept.rev)]);
    expect(await knock(manage, browser, own)).toBe(403);
  });
});

describe('the doors of rooms', () => {
  test.each(RoomKind.options)('give seats in %s to those who may read it, and do not know it otherwise', async kind => {
    for (const { name, browser, standing, signedIn } of principals) {
      const { status } = await new Browser(app.url, app.url).withCookie(browser.cookie || 'x=').ask('POST', `${own.path}/rooms/${kind}/seats`, {});
      const expected = !signedIn ? 401 : standing && allows(standing, readDeed(kind)) ? 200 : 404;
      expect([name, status]).toEqual([name, expected]);
    }
  });
});

test('the news line follows a project for its members alone', async () => {
  for (const { name, browser, standing, signedIn } of principals) {
    if (!signedIn) continue;
    const page = await new NewsPage({ url: app.url, origin: app.url, cookie: browser.cookie }).open();
    expect([name, (await page.follow(own.project.id)).ok]).toEqual([name, standing !== undefined]);
    expect([name, (await page.follow(foreign.project.id)).ok]).toEqual([name, name === 'a member of another project']);
    page.close();
  }
});

/** Ids below a project are looked up together with it: one of another project is not there, for whoever asks. */
describe('an id of another project', () => {
  const bodies: Readonly<Record<string, (other: string) => object | undefined>> = {
    [`patch ${P}/members/:memberId`]: () => ({ role: 'viewer' }),
    [`delete ${P}/members/:memberId`]: () => undefined,
    [`delete ${P}/invitations/:invitationId`]: () => undefined,
    [`post ${P}/rooms/:kind/seats`]: () => ({}),
    [`patch ${P}/comments/:commentId`]: () => ({ body: 'mine now', mentions: [] }),
    [`delete ${P}/comments/:commentId`]: () => undefined,
    [`put ${P}/doubts/:doubtId/words`]: () => ({ words: 'worded from elsewhere', costsUs: 'Nothing', evidence: '' }),
    [`put ${P}/doubts/:doubtId/answer`]: () => ({ words: 'answered from elsewhere' }),
    [`put ${P}/doubts/:doubtId/outcome`]: () => ({ kind: 'holds', words: '' }),
    [`put ${P}/doubts/:doubtId/alternatives`]: () => ({ scenarioId: 'scn_0000000000' }),
    [`post ${P}/versions/:versionId/rounds`]: member => ({ approvers: [member], message: '' }),
    [`get ${P}/versions/:versionId/content`]: () => undefined,
    [`get ${P}/versions/:versionId/file`]: () => undefined,
    [`post ${P}/rounds/:roundId/withdrawal`]: () => undefined,
    [`post ${P}/rounds/:roundId/approvals`]: () => ({ decision: 'decline', reason: 'not mine', contentHash: 'a'.repeat(64), language: 'en' }),
    [`get ${P}/approvals/:approvalId`]: () => undefined,
    [`get ${P}/approvals/:approvalId/file`]: () => undefined,
    [`get ${P}/rooms/:kind/value/file`]: () => undefined,
    [`get ${P}/evidence/:hash`]: () => undefined,
    [`get ${P}/evidence/:hash/about`]: () => undefined,
  };

  test('is nowhere', async () => {
    const [there, host, giulia] = [await foreign.seat('marta'), await own.seat('marta'), await own.seat('giulia')];
    const ids = await somethingOf(foreign, there.browser, (await foreign.seat('giulia')).member.id);
    const deep = routes.filter(route => /:projectId\/.*:/.test(route.path));
    expect(deep.map(nameOf).sort()).toEqual(Object.keys(bodies).sort());
    for (const route of deep) {
      const asker = allows(host.member, route.needs as Deed) ? host : giulia;
      const path = route.path.replace(':projectId', own.project.id).replace(/:(\w+)/g, (_whole, name: string) => ids[name]!);
      const answer = await asker.browser.ask(route.method.toUpperCase(), path, bodies[nameOf(route)]!(giulia.member.id));
      expect([nameOf(route), answer.status, answer.body]).toEqual([nameOf(route), 404, { code: 'not-found', params: {} }]);
    }
  });

  async function somethingOf(project: OneProject, host: Browser, approver: string): Promise<Record<string, string>> {
    const made = async (path: string, body: object) => (await host.ask('POST', project.path + path, body)).body as { id: string };
    const versionId = (await made('/versions', { name: 'Theirs' })).id;
    const roundId = (await made(`/versions/${versionId}/rounds`, { approvers: [approver], message: '' })).id;
    const commentId = app.parts.makeId('cmt');
    await made('/comments', { id: commentId, anchor: { on: 'project' }, audience: 'everyone', mentions: [], body: 'Theirs' });
    const doubtId = app.parts.makeId('dbt');
    await made('/doubts', { id: doubtId, scenarioId: null, words: 'Theirs', costsUs: 'Nothing', evidence: '' });
    const file = await host.ask('POST', `${project.path}/evidence?name=theirs.txt`, 'Theirs', { 'content-type': 'application/octet-stream' });
    const { hash } = file.body as { hash: string };
    const ids = {
      hash, versionId, roundId, commentId, doubtId, memberId: approver, invitationId: (await made('/invitations', { side: 'client', role: 'editor' })).id,
      approvalId: app.parts.makeId('apr'), kind: 'nowhere',
    };
    for (const id of Object.values(ids)) expect(id).toEqual(expect.any(String));
    return ids;
  }
});

function nameOf(route: Route): string {
  return `${route.method} ${route.path}`;
}

/** The same routes with handlers that only say "you are in": 204. */
async function serveDoors(all: readonly Route[]): Promise<{ server: Server; url: string }> {
  const web = express();
  const opened = all.map(({ method, path, needs, pace }): Route => ({
    method, path, needs, pace, body: undefined, query: undefined, answer: undefined, handle: () => Promise.resolve(undefined),
  }));
  const generous = { requests: 1_000_000, withinMs: 60_000 };
  mountRoutes(web, opened, {
    config: app.parts.config, store: app.store, whoIs: app.auth.whoIs, cookies: app.auth.cookies, paces: { normal: generous, rare: generous },
  });
  web.use(answerErrors(app.parts.log));
  const server = createServer(web);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function knock(route: Route, by: Browser, at: OneProject, url = doors.url): Promise<number> {
  const path = route.path.replace(':projectId', at.project.id).replace(/:(\w+)/g, 'some-id');
  const asking = new Browser(url, url);
  if (by.cookie) asking.withCookie(by.cookie);
  return (await asking.ask(route.method.toUpperCase(), path)).status;
}

interface Cell {
  who: string;
  where: string;
  expected: number;
  got: number;
}

async function cellsOf(name: string, url = doors.url): Promise<Cell[]> {
  const route = routes.find(each => nameOf(each) === name)!;
  const asked = principals.flatMap(principal => (['own', 'foreign'] as const).map(where => ({ principal, where })));
  return Promise.all(asked.map(async ({ principal, where }) => ({
    who: principal.name, where, expected: expectedOf(NEEDS[name]!, principal, where),
    got: await knock(route, principal.browser, where === 'own' ? own : foreign, url),
  })));
}

function expectedOf(needs: Needs, { signedIn, standing, name }: Principal, where: 'own' | 'foreign'): number {
  if (needs === 'anyone') return 204;
  if (!signedIn) return 401;
  if (needs === 'signed-in') return 204;
  const here = where === 'own' ? standing : name === 'a member of another project' ? FOREIGN_STANDING : undefined;
  if (!here) return 404;
  return allows(here, needs) ? 204 : 403;
}

const FOREIGN_STANDING: Standing = { side: 'client', role: 'editor', approver: true };

async function everybody(): Promise<Principal[]> {
  const seated = await Promise.all(STANDINGS.map(async (standing): Promise<Principal> => {
    const { side, role, approver } = standing;
    const { browser } = await seatOf(own, `${side} ${role}${approver ? ' approver' : ''}`, standing);
    return { name: `${side} ${role}${approver ? ' approver' : ''}`, browser, standing, signedIn: true };
  }));
  const removed = await seatOf(own, 'removed host', { side: 'seller', role: 'host', approver: false }, 1);
  const elsewhere = await seatOf(foreign, 'a member of another project', FOREIGN_STANDING);
  const stranger = await app.person('a colleague of another firm');
  const inHouse = await app.person('a colleague without a place');
  const joined = (workspaceId: typeof own.workspace.id, personId: typeof stranger.id) =>
    put(colleagues, { id: `${workspaceId}:${personId}`, workspaceId, personId, owner: true, joinedAt: 1 }, null);
  await app.store.commit([joined(foreign.workspace.id, stranger.id), joined(own.workspace.id, inHouse.id)]);
  return [
    ...seated,
    { name: 'removed host', browser: removed.browser, standing: undefined, signedIn: true },
    { name: 'a member of another project', browser: elsewhere.browser, standing: undefined, signedIn: true },
    { name: 'a colleague of another firm', browser: await app.signIn(stranger), standing: undefined, signedIn: true },
    { name: 'a colleague without a place', browser: await app.signIn(inHouse), standing: undefined, signedIn: true },
    { name: 'signed out', browser: app.visitor(), standing: undefined, signedIn: false },
  ];
}

async function seatOf(project: OneProject, name: string, { side, role, approver }: Standing, removedAt: number | null = null): Promise<{ browser: Browser }> {
  const person = await app.person(name);
  const member = {
    id: app.parts.makeId('mbr'), projectId: project.project.id, personId: person.id, side, role, approver, joinedAt: 1, removedAt,
  };
  await app.store.commit([put(members, member, null)]);
  return { browser: await app.signIn(person) };
}
