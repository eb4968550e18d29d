/** Comments through real http, the real store and real socket lines: who receives what, and what a lost answer does. */
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddComment, Comment, CommentList } from '../../../shared/comments.ts';
import { NEWS_PATH, type NewsEvents, type RequestEvents } from '../../../shared/events.ts';
import type { Member } from '../../../shared/members.ts';
import type { Project } from '../../../shared/projects.ts';
import { makeId } from '../../../server/ids.ts';
import { members, projects } from '../../../server/storage/collections.ts';
import { put } from '../../../server/storage/store.ts';
import type { Browser } from '../../support/browse.ts';
import { makeMember } from '../../support/makeMember.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

type Name = 'marta' | 'ivo' | 'paolo' | 'giulia';

let app: TestApp;
let project: Project;
const seats = {} as Record<Name, { member: Member; browser: Browser }>;

beforeAll(async () => {
  app = await startApp();
  project = {
    id: makeId('prj'), workspaceId: makeId('wsp'), title: 'One customer, one record', sellerName: 'Nodo Software', clientName: 'Modastile',
    currency: 'EUR', language: 'en', template: 'one-customer', stage: 'draw', createdBy: makeId('psn'), createdAt: 1, changedAt: 1, archivedAt: null, epoch: 1,
  };
  await app.store.commit([put(projects, project, null)]);
  for (const name of ['marta', 'ivo', 'paolo', 'giulia'] as const) {
    const person = await app.person(name);
    const member = makeMember(name, { id: makeId('mbr'), projectId: project.id, personId: person.id });
    await app.store.commit([put(members, member, null)]);
    seats[name] = { member, browser: await app.signIn(person) };
  }
});
afterAll(() => app.close());

const path = () => `/api/projects/${project.id}/comments`;
const draft = (more: Partial<AddComment> = {}): AddComment => ({
  id: makeId('cmt'), anchor: { on: 'project' }, audience: 'everyone', body: 'Which invoices?', mentions: [], ...more,
});
const add = (name: Name, more: Partial<AddComment> = {}) => seats[name].browser.ask('POST', path(), draft(more));
const listFor = async (name: Name) => (await seats[name].browser.ask('GET', path())).body as CommentList;

/** A live news line of somebody who follows the project; keeps everything it receives. */
async function follow(name: Name): Promise<{ heard: string[]; socket: Socket<NewsEvents, RequestEvents>; next(event: string): Promise<void> }> {
  const socket: Socket<NewsEvents, RequestEvents> = io(app.url, {
    path: NEWS_PATH, transports: ['websocket'], extraHeaders: { cookie: seats[name].browser.cookie, origin: app.url }, forceNew: true,
  });
  const heard: string[] = [];
  socket.onAny((event: string, news: unknown) => { heard.push(`${event} ${JSON.stringify(news)}`); });
  const reply = await socket.emitWithAck('project:follow', { projectId: project.id });
  expect(reply.ok).toBe(true);
  return { heard, socket, next: event => new Promise(resolve => { socket.once(event as keyof NewsEvents, () => { resolve(); }); }) };
}

describe('comments', () => {
  test('for everyone reach everyone, at once and when asked', async () => {
    const paolo = await follow('paolo');
    const arrived = paolo.next('comment:added');
    expect((await add('marta', { body: 'Yes: mailing and SMS.' })).status).toBe(200);
    await arrived;
    expect((await listFor('giulia')).comments.map(comment => comment.body)).toContain('Yes: mailing and SMS.');
    paolo.socket.close();
  });

  test('of the inside reach nobody of the client, on no way', async () => {
    const [paolo, lia] = [await follow('paolo'), await follow('ivo')];
    const [inside, after] = [lia.next('comment:added'), paolo.next('comment:added')];
    const { body } = await add('ivo', { audience: 'internal', body: 'ZEBRA-7 margin' });
    await seats.ivo.browser.ask('PATCH', `${path()}/${(body as Comment).id}`, { body: 'ZEBRA-7 margin, 12%', mentions: [] });
    await seats.ivo.browser.ask('PUT', `/api/projects/${project.id}/threads`, { anchor: { on: 'project' }, audience: 'internal', settled: true });
    await inside;
    await add('marta', { body: 'And the shops?' });
    await after; // what was told before has arrived by now: news keep their order
    expect(paolo.heard.join('\n')).not.toContain('ZEBRA-7');
    expect(paolo.heard.filter(line => line.startsWith('thread:settled'))).toEqual([]);
    expect(JSON.stringify(await listFor('paolo'))).not.toMatch(/ZEBRA-7|internal/);
    expect((await listFor('marta')).comments.map(comment => comment.body)).toContain('ZEBRA-7 margin, 12%');
    for (const line of [paolo, lia]) line.socket.close();
  });

  test('of the inside cannot be touched by the client: the answer is that there is nothing', async () => {
    const { body } = await add('ivo', { audience: 'internal', body: 'only us' });
    const one = `${path()}/${(body as Comment).id}`;
    expect((await seats.paolo.browser.ask('DELETE', one)).body).toMatchObject({ code: 'not-found' });
    expect((await seats.paolo.browser.ask('PATCH', one, { body: 'x', mentions: [] })).status).toBe(404);
    expect((await add('paolo', { audience: 'internal' })).status).toBe(404);
  });

  test('asked for twice because an answer was lost are there once', async () => {
    const once = draft({ body: 'Only once, please.' });
    expect((await seats.paolo.browser.ask('POST', path(), once)).status).toBe(200);
    expect((await seats.paolo.browser.ask('POST', path(), once)).body).toMatchObject({ id: once.id });
    expect((await listFor('marta')).comments.filter(comment => comment.body === once.body)).toHaveLength(1);
  });

  test('cannot take the id of somebody else’s', async () => {
    const { body } = await add('marta');
    const answer = await seats.paolo.browser.ask('POST', path(), draft({ id: (body as Comment).id, body: 'mine now' }));
    expect(answer).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  test('write to the person mentioned, without a word of what was said', async () => {
    await add('ivo', { audience: 'internal', body: 'Ask @marta about ZEBRA-9', mentions: [seats.marta.member.id] });
    const letter = app.outbox.letters().find(each => each.to.startsWith('marta@'));
    expect(letter?.subject).toContain('ivo mentioned you');
    expect(JSON.stringify(app.outbox.letters())).not.toContain('ZEBRA-9');
  });

  test('are read up to a mark that never goes back', async () => {
    const mark = (upTo: number) => seats.giulia.browser.ask('PUT', `${path()}/read`, { anchor: { on: 'project' }, upTo });
    expect((await mark(500)).status).toBe(204);
    expect((await mark(100)).status).toBe(204);
    expect((await listFor('giulia')).read).toEqual([{ anchorKey: 'project', upTo: 500 }]);
    expect((await listFor('paolo')).read).toEqual([]);
  });

  test('open a settled thread again', async () => {
    const settle = { anchor: { on: 'project' }, audience: 'everyone', settled: true };
    await seats.paolo.browser.ask('PUT', `/api/projects/${project.id}/threads`, settle);
    expect((await listFor('marta')).settled.map(each => each.audience)).toContain('everyone');
    await add('marta', { body: 'One more thing.' });
    expect((await listFor('paolo')).settled).toEqual([]);
  });

  test.each([
    ['no body', { body: '' }], ['only blanks', { body: '   ' }], ['too many words', { body: 'x'.repeat(4_001) }],
    ['an unknown audience', { audience: 'world' }], ['an operator for an id', { id: { $ne: null } }], ['a foreign anchor', { anchor: { on: 'moon' } }],
  ])('with %s get a sentence and change nothing', async (_what, wrong) => {
    const before = (await listFor('marta')).comments.length;
    const answer = await seats.marta.browser.ask('POST', path(), { ...draft(), ...wrong });
    expect(answer).toMatchObject({ status: 400, body: { code: 'unreadable' } });
    expect((await listFor('marta')).comments).toHaveLength(before);
  });

  test('of an unknown or impossible id are not there', async () => {
    for (const id of [makeId('cmt'), 'cmt_1', '%00', '..%2f']) {
      expect((await seats.marta.browser.ask('DELETE', `${path()}/${id}`)).status, id).toBe(404);
    }
  });
});
