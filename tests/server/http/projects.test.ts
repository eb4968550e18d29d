/** Projects over http: starting, finding, changing, and what a stranger learns of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { members, projects } from '../../../server/storage/collections.ts';
import { ensureSeeded } from '../../../server/actions/projects.ts';
import { readElements } from '../../../shared/documents/canvas.ts';
import { proposalRoot } from '../../../shared/documents/roots.ts';
import { ProjectView, type StartProject } from '../../../shared/projects.ts';
import { roomIdOf } from '../../../shared/rooms.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
let one: OneProject;
let marta: Seated;
beforeAll(async () => {
  app = await startApp();
  one = await oneProject(app);
  marta = await one.seat('marta');
});
afterAll(() => app.close());

const wish = (more: Partial<StartProject> = {}): StartProject => ({
  workspaceId: one.workspace.id, title: 'Un cliente, una sola anagrafica', clientName: 'Modastile', currency: 'EUR', language: 'it', template: 'one-customer', ...more,
});
const started = async (more: Partial<StartProject> = {}): Promise<ProjectView> => {
  const { status, body } = await marta.browser.ask('POST', '/api/projects', wish(more));
  expect(status).toBe(200);
  return ProjectView.parse(body);
};
const elementsOf = async (project: ProjectView) => readElements((await app.parts.documents.read(roomIdOf(project.id, 'shared'))).doc);

describe('starting a project', () => {
  test('makes the starter its host, under the firm’s name, with the template in its room', async () => {
    const project = await started();
    expect(project).toMatchObject({ sellerName: 'Nodo Software', stage: 'listen', me: { side: 'seller', role: 'host', approver: false } });
    expect(await elementsOf(project)).toHaveLength(8);
    expect((await elementsOf(project)).map(area => area.type === 'area' && area.kind)).toContain('fears');
  });

  test('is for colleagues of the workspace: to others it does not exist', async () => {
    const paolo = await one.seat('paolo');
    const { status, body } = await paolo.browser.ask('POST', '/api/projects', wish());
    expect([status, body]).toEqual([404, { code: 'not-found', params: {} }]);
    const unknown = await paolo.browser.ask('POST', '/api/projects', wish({ workspaceId: app.parts.makeId('wsp') }));
    expect(unknown.body).toEqual(body);
  });

  test.each([
    ['an operator for a title', { title: { $ne: null } }],
    ['an operator for the workspace', { workspaceId: { $gt: '' } }],
    ['a list', { title: ['a'] }],
    ['no title', { title: '   ' }],
    ['a title without an end', { title: 'x'.repeat(121) }],
    ['a template nobody has', { template: 'constructor' }],
  ])('reads no %s', async (_what, more) => {
    const { status, body } = await marta.browser.ask('POST', '/api/projects', { ...wish(), ...more });
    expect([status, (body as { code: string }).code]).toEqual([400, 'unreadable']);
  });

  test('takes no field that is not its own', async () => {
    const { body } = await marta.browser.ask('POST', '/api/projects', { ...wish(), id: one.project.id, stage: 'keep', epoch: 9, createdBy: 'psn_x', rev: 7 });
    expect(ProjectView.parse(body)).toMatchObject({ stage: 'listen', epoch: 1 });
    expect(ProjectView.parse(body).id).not.toBe(one.project.id);
  });

  test('tells nobody who started it', async () => {
    expect(JSON.stringify((await marta.browser.ask('GET', one.path)).body)).not.toContain(marta.person.id);
  });
});

describe('the starting content', () => {
  test('comes with the next opening when the server died before writing it', async () => {
    const bare = await oneProject(app, { template: 'health', language: 'en' });
    const host = await bare.seat('marta');
    const room = roomIdOf(bare.project.id, 'shared');
    expect(await app.store.journal.head(room)).toBe(0);

    expect((await host.browser.ask('GET', bare.path)).status).toBe(200);
    const { doc } = await app.parts.documents.read(room);
    expect(readElements(doc)).toHaveLength(8);
    expect(proposalRoot(doc).length).toBe(16);
  });

  test('is there once, though fifty people open the project at the same moment', async () => {
    const bare = await oneProject(app, { template: 'blank' });
    await bare.seat('marta');
    await Promise.all(Array.from({ length: 50 }, () => ensureSeeded(app.parts, bare.project)));
    const { doc } = await app.parts.documents.read(roomIdOf(bare.project.id, 'shared'));
    expect([readElements(doc).length, proposalRoot(doc).length]).toEqual([8, 14]);
  });
});

describe('the list of projects', () => {
  test('holds the reader’s own alone, the newest change first', async () => {
    const other = await oneProject(app, { title: 'Not of this table', clientName: 'ZEBRA-7' });
    await other.seat('marta');
    const [first, second] = [await started({ title: 'First' }), await started({ title: 'Second' })];
    app.later(1_000);
    await marta.browser.ask('PATCH', `/api/projects/${first.id}`, { stage: 'draw' });

    const { body } = await marta.browser.ask('GET', '/api/projects');
    const titles = (body as { projects: ProjectView[] }).projects.map(project => project.title);
    expect(titles[0]).toBe('First');
    expect(titles.indexOf('First')).toBeLessThan(titles.indexOf('Second'));
    expect(JSON.stringify(body)).not.toContain('ZEBRA-7');
    expect(second.title).toBe('Second');
  });

  test('counts what somebody writes at the shared table as a change', async () => {
    const [older, newer] = [await started({ title: 'Written in' }), await started({ title: 'Only begun' })];
    const { journal } = app.parts.store;
    const [room, at] = [roomIdOf(older.id, 'shared'), newer.changedAt + 60_000];
    const update = Y.encodeStateAsUpdate(new Y.Doc());
    await journal.append([{ room, seq: (await journal.head(room)) + 1, parts: [{ memberId: older.me.memberId, clientId: 9, update }] }], at);

    const { body } = await marta.browser.ask('GET', '/api/projects');
    const [first] = (body as { projects: ProjectView[] }).projects;
    expect(first).toMatchObject({ id: older.id, changedAt: at });
  });

  test('is searched without accents or case, in title and client', async () => {
    await started({ title: 'Perché la città?', clientName: 'Caffè Óptimo' });
    for (const search of ['perche CITTA', 'caffe', 'OPTIMO perché']) {
      const { body } = await marta.browser.ask('GET', `/api/projects?search=${encodeURIComponent(search)}`);
      expect((body as { projects: ProjectView[] }).projects.map(project => project.title)).toEqual(['Perché la città?']);
    }
  });

  test('keeps archived projects apart', async () => {
    const project = await started({ title: 'Over and done' });
    await marta.browser.ask('PATCH', `/api/projects/${project.id}`, { archived: true });
    const find = async (archived: string) => (await marta.browser.ask('GET', `/api/projects?search=over+done&archived=${archived}`)).body as { projects: ProjectView[] };
    expect((await find('false')).projects).toEqual([]);
    expect((await find('true')).projects.map(each => each.id)).toEqual([project.id]);
  });

  test.each(['?search[$ne]=x', '?search=a&search=b', '?archived=maybe', `?search=${'x'.repeat(121)}`])('reads no “%s”', async query => {
    const { status, body } = await marta.browser.ask('GET', `/api/projects${query}`);
    // A name in brackets is no field of ours: with the plain parser it means nothing.
    expect(query.includes('[') ? status : [status, (body as { code: string }).code]).toEqual(query.includes('[') ? 200 : [400, 'unreadable']);
  });
});

describe('changing a project', () => {
  test('is the host’s, and everybody in it sees the new state', async () => {
    const ivo = await one.seat('ivo');
    const { status, body } = await marta.browser.ask('PATCH', one.path, { title: 'Known by name', clientName: 'Modastile S.p.A.', stage: 'draw' });
    expect([status, ProjectView.parse(body)]).toMatchObject([200, { title: 'Known by name', stage: 'draw', me: { memberId: marta.member.id } }]);
    expect(ProjectView.parse((await ivo.browser.ask('GET', one.path)).body)).toMatchObject({ title: 'Known by name', me: { side: 'internal' } });
    expect((await ivo.browser.ask('PATCH', one.path, { title: 'Mine' })).status).toBe(403);
  });

  test('of different fields at the same moment keeps both', async () => {
    const [title, client] = await Promise.all([
      marta.browser.ask('PATCH', one.path, { title: 'Both' }), marta.browser.ask('PATCH', one.path, { clientName: 'Of them' }),
    ]);
    expect([title.status, client.status]).toEqual([200, 200]);
    expect(await app.store.get(projects, one.project.id)).toMatchObject({ title: 'Both', clientName: 'Of them' });
  });

  test('does not reach the project’s identity', async () => {
    await marta.browser.ask('PATCH', one.path, { epoch: 9, workspaceId: app.parts.makeId('wsp'), id: app.parts.makeId('prj') });
    expect(await app.store.get(projects, one.project.id)).toMatchObject({ epoch: 1, workspaceId: one.workspace.id });
  });
});

test('missing and forbidden look the same from outside', async () => {
  const stranger = await app.signIn(await app.person('Nobody Here'));
  const forbidden = await stranger.ask('GET', one.path);
  const missing = await stranger.ask('GET', `/api/projects/${app.parts.makeId('prj')}`);
  const malformed = await stranger.ask('GET', '/api/projects/%7B%22$ne%22:null%7D');
  for (const answer of [forbidden, missing, malformed]) expect([answer.status, answer.body]).toEqual([404, { code: 'not-found', params: {} }]);
  expect((await app.visitor().ask('GET', one.path)).status).toBe(401);
});

test('the home of a project tells each side what it may open', async () => {
  const lia = await one.seat('lia');
  const giulia = await one.seat('giulia');
  const say = (audience: string, body: string) => lia.browser.ask('POST', `${one.path}/comments`, {
    id: app.parts.makeId('cmt'), anchor: { on: 'project' }, audience, mentions: [], body,
  });
  expect((await say('internal', 'ZEBRA-7 margin')).status).toBe(200);
  const before = (await giulia.browser.ask('GET', `${one.path}/home`)).body;
  expect(before).toMatchObject({ threads: { open: 0, latest: [] }, version: null, round: null });
  await say('everyone', 'Shall we begin?');

  expect((await giulia.browser.ask('GET', `${one.path}/home`)).body).toMatchObject({ threads: { open: 1, latest: [{ latest: { words: 'Shall we begin?' } }] } });
  expect((await lia.browser.ask('GET', `${one.path}/home`)).body).toMatchObject({ threads: { open: 2 } });
  const present = (await app.store.find(members, 'byProject', [one.project.id])).filter(member => member.removedAt === null).length;
  expect(before).toMatchObject({ members: present });
});
