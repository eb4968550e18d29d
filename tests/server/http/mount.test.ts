/** What no route may forget, proven on small routes of our own: who, where, which body, which answer, how often. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { LIMITS } from '../../../shared/limits.ts';
import type { Member } from '../../../shared/members.ts';
import type { Project } from '../../../shared/projects.ts';
import { Refusal } from '../../../shared/refusals.ts';
import { answerErrors } from '../../../server/http/errors.ts';
import { mountRoutes } from '../../../server/http/mount.ts';
import { PACES, type Paces } from '../../../server/http/pace.ts';
import { route, type Route } from '../../../server/http/route.ts';
import { members, projects } from '../../../server/storage/collections.ts';
import { Conflict, put, StoreUnavailable } from '../../../server/storage/store.ts';
import { Browser } from '../../support/browse.ts';
import { idFor, makeMember } from '../../support/makeMember.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
const open: Server[] = [];
beforeAll(async () => {
  app = await startApp();
});
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});
afterAll(() => app.close());

/** A server with these routes alone, on the real store and the real sessions. */
async function serve(routes: Route[], paces: Paces = PACES, trustProxy: number | false = false): Promise<Browser> {
  const web = express();
  web.set('trust proxy', trustProxy);
  mountRoutes(web, routes, { config: app.parts.config, store: app.store, whoIs: app.auth.whoIs, cookies: app.auth.cookies, paces });
  web.use(answerErrors(app.parts.log));
  const server = createServer(web);
  open.push(server);
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return new Browser(url, url);
}

const project: Project = {
  id: idFor('prj', 'one'), workspaceId: idFor('wsp', 'one'), title: 'One', sellerName: 'Nodo', clientName: 'Modastile', currency: 'EUR',
  language: 'en', template: 'blank', stage: 'listen', createdBy: idFor('psn', 'marta'), createdAt: 0, changedAt: 0, archivedAt: null, epoch: 1,
};

describe('a route that needs a deed', () => {
  const manage = route({ method: 'get', path: '/api/projects/:projectId/x', needs: 'project.manage', answer: z.object({ who: z.string() }), handle: async ({ member }) => ({ who: member.id }) });
  const people: Record<string, Browser> = {};
  beforeAll(async () => {
    await app.store.commit([put(projects, project, null)]);
    for (const name of ['marta', 'paolo', 'ivo'] as const) {
      const person = await app.person(name, { id: idFor('psn', name) });
      const removedAt = name === 'ivo' ? 1 : null;
      await app.store.commit([put<Member>(members, makeMember(name, { removedAt }), null)]);
      people[name] = await app.signIn(person);
    }
    people['stranger'] = await app.signIn(await app.person('Elio Stranger'));
    people['nobody'] = app.visitor();
  });

  test.each<[string, string, number, unknown]>([
    ['marta', project.id, 200, { who: idFor('mbr', 'marta') }],
    ['paolo', project.id, 403, { code: 'not-allowed', params: {} }],
    ['ivo', project.id, 404, { code: 'not-found', params: {} }], // was removed
    ['stranger', project.id, 404, { code: 'not-found', params: {} }],
    ['stranger', idFor('prj', 'missing'), 404, { code: 'not-found', params: {} }],
    ['marta', idFor('prj', 'missing'), 404, { code: 'not-found', params: {} }],
    ['marta', 'prj_*', 404, { code: 'not-found', params: {} }],
    ['marta', '%00', 404, { code: 'not-found', params: {} }],
    ['nobody', project.id, 401, { code: 'signed-out', params: {} }],
    ['nobody', idFor('prj', 'missing'), 401, { code: 'signed-out', params: {} }],
  ])('answers %s about %s with %i', async (who, id, status, body) => {
    const web = await serve([manage]);
    if (people[who]?.cookie) web.withCookie(people[who].cookie);
    expect(await web.ask('GET', `/api/projects/${id}/x`)).toMatchObject({ status, body });
  });

  test('does not look at the body of somebody outside', async () => {
    const strict = route({ method: 'post', path: '/api/projects/:projectId/x', needs: 'project.manage', body: z.object({ secretField: z.string() }), handle: async () => undefined });
    const web = (await serve([strict])).withCookie(people['stranger']!.cookie);
    expect(await web.ask('POST', `/api/projects/${project.id}/x`, {})).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  test('cannot be declared without a place for the project', () => {
    expect(() => mountRoutes(express(), [{ ...manage, path: '/api/projects/x' }], {
      config: app.parts.config, store: app.store, whoIs: app.auth.whoIs, cookies: app.auth.cookies, paces: PACES,
    })).toThrow('needs “project.manage” but has no :projectId');
  });
});

describe('an answer', () => {
  test('holds what its schema names, and nothing else', async () => {
    const leaky = async () => ({ name: 'Marta', passwordHash: 'ZEBRA-7', inner: { kept: 1, dropped: 'ZEBRA-7' } });
    const web = await serve([route({
      method: 'get', path: '/api/x', needs: 'anyone', answer: z.object({ name: z.string(), inner: z.object({ kept: z.number() }) }), handle: leaky,
    })]);
    expect((await web.ask('GET', '/api/x')).body).toEqual({ name: 'Marta', inner: { kept: 1 } });
  });

  test('without a schema is empty, whatever the action returned', async () => {
    const web = await serve([route({ method: 'post', path: '/api/x', needs: 'anyone', handle: async () => ({ secret: 'ZEBRA-7' }) as never })]);
    expect(await web.ask('POST', '/api/x')).toMatchObject({ status: 204, body: '' });
  });

  test('that does not fit its schema is our bug and leaks nothing', async () => {
    const web = await serve([route({ method: 'get', path: '/api/x', needs: 'anyone', answer: z.object({ n: z.number() }), handle: async () => ({ n: 'ZEBRA-7' }) as never })]);
    expect(await web.ask('GET', '/api/x')).toMatchObject({ status: 500, body: { code: 'something-went-wrong', params: {} } });
  });

  test('is never kept by a cache', async () => {
    const web = await serve([route({ method: 'get', path: '/api/x', needs: 'anyone', answer: z.object({}), handle: async () => ({}) })]);
    expect((await web.ask('GET', '/api/x')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('a body', () => {
  const seen = vi.fn();
  const echo = route({
    method: 'post', path: '/api/x', needs: 'anyone', body: z.object({ name: z.string().max(5), tags: z.array(z.string()).default([]) }),
    query: z.object({ q: z.string().optional() }), handle: async ({ body, query }) => { seen(body, query); },
  });
  afterEach(() => { seen.mockClear(); });

  test('is read by its schema, and what nobody declared is left behind', async () => {
    const web = await serve([echo]);
    expect((await web.ask('POST', '/api/x?q=a&more=b', { name: 'Marta', role: 'host' })).status).toBe(204);
    expect(seen).toHaveBeenCalledWith({ name: 'Marta', tags: [] }, { q: 'a' });
  });

  test.each<[string, unknown, string, Record<string, string>]>([
    ['nothing', undefined, 'body', {}],
    ['broken JSON', '{"name": "ZEBRA-7', 'body', {}],
    ['a word', '"name"', 'body', {}],
    ['a list', [], 'body', {}],
    ['null', 'null', 'body', {}],
    ['another kind of text', 'name=Marta', 'body', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['JSON that calls itself text', '{"name":"Marta"}', 'body', { 'content-type': 'text/plain' }],
    ['an unknown encoding', '{"name":"Marta"}', 'body', { 'content-encoding': 'zebra' }],
    ['an unknown charset', '{"name":"Marta"}', 'body', { 'content-type': 'application/json; charset=zebra' }],
    ['a query operator', { name: { $ne: null } }, 'name', {}],
    ['a prototype', '{"__proto__": {"name": "Marta"}}', 'name', {}],
    ['too long a word', { name: 'Margherita' }, 'name', {}],
    ['a wrong word inside a list', { name: 'Marta', tags: ['a', 1] }, 'tags.1', {}],
  ])('of %s is refused with the place that is wrong', async (_what, body, field, headers) => {
    const web = await serve([echo]);
    expect(await web.ask('POST', '/api/x', body, headers)).toMatchObject({ status: 400, body: { code: 'unreadable', params: { field } } });
    expect(seen).not.toHaveBeenCalled();
    expect(({} as Record<string, unknown>)['name']).toBeUndefined();
  });

  test('over the limit is too large', async () => {
    const web = await serve([echo]);
    const fits = JSON.stringify({ name: 'Marta' }).padEnd(LIMITS.requestBytes, ' ');
    expect((await web.ask('POST', '/api/x', fits)).status).toBe(204);
    expect(await web.ask('POST', '/api/x', `${fits} `)).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  test('a query given twice or in brackets is not a word', async () => {
    const web = await serve([echo]);
    expect(await web.ask('POST', '/api/x?q=a&q=b', { name: 'Marta' })).toMatchObject({ status: 400, body: { params: { field: 'q' } } });
    expect((await web.ask('POST', '/api/x?q[$ne]=b', { name: 'Marta' })).status).toBe(204);
    expect(seen).toHaveBeenLastCalledWith(expect.anything(), {});
  });
});

describe('what is thrown', () => {
  test.each<[string, () => unknown, number, unknown]>([
    ['a refusal', () => new Refusal('other-seat', { url: 'http://x' }), 409, { code: 'other-seat', params: { url: 'http://x' } }],
    ['a write that came second', () => new Conflict('ZEBRA-7'), 409, { code: 'conflict', params: {} }],
    ['a store that is away', () => new StoreUnavailable('ZEBRA-7'), 503, { code: 'not-now', params: {} }],
    ['a bug', () => new Error('ZEBRA-7'), 500, { code: 'something-went-wrong', params: {} }],
    ['a bug with a status of its own', () => Object.assign(new Error('ZEBRA-7'), { status: 599 }), 500, { code: 'something-went-wrong', params: {} }],
    ['something that is no error', () => 'ZEBRA-7', 500, { code: 'something-went-wrong', params: {} }],
  ])('%s becomes one answer and leaks nothing', async (_what, make, status, body) => {
    const web = await serve([route({ method: 'get', path: '/api/x', needs: 'anyone', answer: z.object({}), handle: async () => { throw make(); } })]);
    const answer = await web.ask('GET', '/api/x');
    expect([answer.status, answer.body]).toEqual([status, body]);
  });
});

describe('how often', () => {
  const quick: Paces = { normal: { requests: 4, withinMs: 60_000 }, rare: { requests: 2, withinMs: 60_000 } };
  const done = async () => undefined;
  const routes = [
    route({ method: 'post', path: '/api/letter', needs: 'anyone', pace: 'rare', handle: done }),
    route({ method: 'post', path: '/api/guess', needs: 'anyone', pace: 'rare', handle: done }),
    route({ method: 'post', path: '/api/x', needs: 'anyone', handle: done }),
  ];
  const five = Array.from({ length: 5 }, () => '/api/x');
  const statuses = async (web: Browser, paths: string[], headers: (n: number) => Record<string, string> = () => ({})) => {
    const all = [];
    for (const [n, path] of paths.entries()) all.push((await web.ask('POST', path, undefined, headers(n))).status);
    return all;
  };

  test('each rare route counts for itself, and all together count as normal', async () => {
    const web = await serve(routes, quick);
    expect(await statuses(web, ['/api/letter', '/api/letter', '/api/letter', '/api/guess', '/api/x'])).toEqual([204, 204, 429, 204, 429]);
    expect(await web.ask('POST', '/api/x')).toMatchObject({ status: 429, body: { code: 'too-many', params: {} } });
  });

  test('a forged X-Forwarded-For makes nobody new', async () => {
    const web = await serve(routes, quick);
    expect(await statuses(web, five, n => ({ 'x-forwarded-for': `10.0.0.${n}`, forwarded: `for=10.0.0.${n}`, 'x-real-ip': `10.0.0.${n}` })))
      .toEqual([204, 204, 204, 204, 429]);
  });

  test('behind a trusted proxy each visitor counts alone, by the proxy’s own word', async () => {
    const web = await serve(routes, quick, 1);
    expect(await statuses(web, five, n => ({ 'x-forwarded-for': `10.0.0.${n}` }))).toEqual([204, 204, 204, 204, 204]);
    // What stands before the proxy's word was written by the visitor.
    expect(await statuses(web, five, n => ({ 'x-forwarded-for': `10.0.0.${n}, 10.9.9.9` }))).toEqual([204, 204, 204, 204, 429]);
  });
});
