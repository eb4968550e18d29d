/** Members over http: who is there, who may be what, and how places end. */
import { afterAll, beforeEach, beforeAll, describe, expect, test } from 'vitest';
import { members } from '../../../server/storage/collections.ts';
import { MemberList, type MemberView } from '../../../shared/members.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

let one: OneProject;
let [marta, ivo, paolo]: Seated[] = [];
beforeEach(async () => {
  one = await oneProject(app);
  [marta, ivo, paolo] = [await one.seat('marta'), await one.seat('ivo'), await one.seat('paolo')];
});

const listFor = async (reader: Seated): Promise<MemberView[]> => MemberList.parse((await reader.browser.ask('GET', `${one.path}/members`)).body).members;
const change = (by: Seated, whom: Seated, what: object) => by.browser.ask('PATCH', `${one.path}/members/${whom.member.id}`, what);
const remove = (by: Seated, whom: Seated) => by.browser.ask('DELETE', `${one.path}/members/${whom.member.id}`);
const codeOf = (answer: { body: unknown }) => (answer.body as { code: string }).code;

test('everybody sees who is in the project, by name and side, and nobody’s address', async () => {
  for (const reader of [marta!, ivo!, paolo!]) {
    expect((await listFor(reader)).map(({ name, side }) => [name, side])).toEqual([['Marta Villa', 'seller'], ['ivo internal', 'internal'], ['paolo client', 'client']]);
  }
  const { body } = await paolo!.browser.ask('GET', `${one.path}/members`);
  expect(JSON.stringify(body)).not.toMatch(/@|email|rev/);
});

describe('a role', () => {
  test('is changed by the host, and answered as it now is', async () => {
    const { status, body } = await change(marta!, paolo!, { role: 'viewer', approver: true });
    expect([status, body]).toMatchObject([200, { id: paolo!.member.id, role: 'viewer', approver: true, removed: false }]);
  });

  test.each(['ivo', 'paolo'] as const)('is not %s’s to change', async name => {
    const by = name === 'ivo' ? ivo! : paolo!;
    expect((await change(by, paolo!, { role: 'host' })).status).toBe(403);
    expect((await app.store.get(members, paolo!.member.id))?.role).toBe('editor');
  });

  test('makes nobody an approver but the client', async () => {
    expect(codeOf(await change(marta!, ivo!, { approver: true }))).toBe('approver-not-client');
  });

  test('cannot move anybody to another side or project', async () => {
    await change(marta!, ivo!, { role: 'viewer', side: 'client', projectId: app.parts.makeId('prj'), personId: marta!.person.id });
    expect(await app.store.get(members, ivo!.member.id)).toMatchObject({ side: 'internal', projectId: one.project.id, personId: ivo!.person.id, role: 'viewer' });
  });

  test.each([{ role: { $ne: 'x' } }, { role: 'owner' }, { approver: 'true' }, { approver: 1 }])('is never %j', async what => {
    const answer = await change(marta!, paolo!, what);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'unreadable']);
  });
});

describe('the end of a place', () => {
  test('keeps the person’s name in the list, as somebody who was here', async () => {
    expect((await remove(marta!, paolo!)).status).toBe(204);
    expect((await listFor(marta!)).find(member => member.id === paolo!.member.id)).toMatchObject({ name: 'paolo client', removed: true });
  });

  test('shuts every door at once', async () => {
    await remove(marta!, paolo!);
    for (const path of ['', '/members', '/home', '/comments', '/invitations', '/approval']) {
      expect((await paolo!.browser.ask('GET', one.path + path)).status, path).toBe(404);
    }
  });

  test('is answered like a place that is not there when it has ended already', async () => {
    await remove(marta!, paolo!);
    expect((await remove(marta!, paolo!)).status).toBe(404);
    expect((await change(marta!, paolo!, { role: 'viewer' })).status).toBe(404);
  });

  test('is everybody’s own to choose, but the last host’s', async () => {
    expect((await paolo!.browser.ask('POST', `${one.path}/leave`)).status).toBe(204);
    expect((await paolo!.browser.ask('GET', one.path)).status).toBe(404);
    expect(codeOf(await marta!.browser.ask('POST', `${one.path}/leave`))).toBe('last-host');
    expect(codeOf(await remove(marta!, marta!))).toBe('last-host');
    expect(codeOf(await change(marta!, marta!, { role: 'viewer' }))).toBe('last-host');
  });

  test('may come to a host once somebody else leads', async () => {
    const carla = await one.seat('carla');
    expect((await change(marta!, carla, { role: 'host' })).status).toBe(200);
    expect((await marta!.browser.ask('POST', `${one.path}/leave`)).status).toBe(204);
    expect((await carla.browser.ask('PATCH', one.path, { title: 'Carried on' })).status).toBe(200);
  });

  test('leaves one host, though two end each other’s places at the same moment', async () => {
    const carla = await one.seat('carla', { role: 'host' });
    for (const act of ['demote', 'remove'] as const) {
      const by = (who: Seated, whom: Seated) => (act === 'demote' ? change(who, whom, { role: 'editor' }) : remove(who, whom));
      const answers = await Promise.all([by(marta!, carla), by(carla, marta!)]);
      const hosts = (await app.store.find(members, 'byProject', [one.project.id])).filter(each => each.role === 'host' && each.side === 'seller' && each.removedAt === null);
      expect(hosts, answers.map(answer => answer.status).join()).toHaveLength(1);
      const left = hosts[0]!.id === marta!.member.id ? marta! : carla;
      const gone = left === marta! ? carla : marta!;
      if (act === 'demote') await change(left, gone, { role: 'host' });
    }
  });
});

describe('an id from elsewhere', () => {
  test('is looked up together with its project: another project’s member is not there', async () => {
    const other = await oneProject(app);
    const foreign = await other.seat('paolo');
    expect((await change(marta!, foreign, { role: 'viewer' })).status).toBe(404);
    expect((await remove(marta!, foreign)).status).toBe(404);
    expect((await app.store.get(members, foreign.member.id))?.removedAt).toBeNull();
  });

  test.each(['[object Object]', '{"$ne":null}', '__proto__', 'mbr_short', '..%2F..'])('like “%s” is no one', async id => {
    const answer = await marta!.browser.ask('DELETE', `${one.path}/members/${encodeURIComponent(id)}`);
    expect([answer.status, codeOf(answer)]).toEqual([404, 'not-found']);
  });
});
