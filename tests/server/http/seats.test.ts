/** Client ids at the http door: the real server. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { LIMITS } from '../../../shared/limits.ts';
import { SeatsTaken } from '../../../shared/rooms.ts';
import { oneProject, type OneProject } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

// Real servers on a busy machine: what matters is that it comes, not that it comes in five seconds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let app: TestApp;
let project: OneProject;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  project = await oneProject(app);
});

describe('taking seats', () => {
  test('answers a block of client ids, fresh each time, and what one may do there (Sync 5)', async () => {
    const paolo = await project.seat('paolo');
    const path = `${project.path}/rooms/clientRoom/seats`;
    const [first, second] = [await paolo.browser.ask('POST', path, {}), await paolo.browser.ask('POST', path, {})];
    const taken = SeatsTaken.parse(first.body);
    expect(taken).toMatchObject({ room: `${project.project.id}.clientRoom`, epoch: 1, memberId: paolo.member.id, mayWrite: true });
    expect(taken.clientIds).toHaveLength(LIMITS.clientIdsPerBlock);
    expect(SeatsTaken.parse(second.body).clientIds.some(id => taken.clientIds.includes(id))).toBe(false);
  });

  test('gives a reader ids to be seen under, and says that they may not write', async () => {
    const { browser } = await project.seat('giulia', { role: 'viewer' });
    expect((await browser.ask('POST', `${project.path}/rooms/shared/seats`, {})).body).toMatchObject({ mayWrite: false });
  });

  test.each([['the other side\'s room', 'backstage'], ['a room that does not exist', 'attic']])('finds nothing for %s', async (_, kind) => {
    const { browser } = await project.seat('paolo');
    expect((await browser.ask('POST', `${project.path}/rooms/${kind}/seats`, {})).status).toBe(404);
  });

  test('finds nothing for somebody who is not, or no longer, a member', async () => {
    const { browser } = await project.seat('paolo', { removedAt: 1 });
    expect((await browser.ask('POST', `${project.path}/rooms/shared/seats`, {})).status).toBe(404);
    expect((await app.visitor().ask('POST', `${project.path}/rooms/shared/seats`, {})).status).toBe(401);
  });
});
