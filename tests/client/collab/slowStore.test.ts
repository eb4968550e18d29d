/** What a page says and keeps while the server's store is slow, down, or down for too long (Sync 6), over the real server. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { LIMITS } from '../../../shared/limits.ts';
import { oneProject, type Seated } from '../../support/oneProject.ts';
import { freshDevice, TestPage } from '../../support/page.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';
import { Brakes } from '../../support/StoreWithBrakes.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

const brakes = new Brakes();
let app: TestApp;
let marta: Seated;
let paolo: Seated;
let here: TestPage;
let there: TestPage;

beforeAll(async () => {
  app = await startApp({ between: brakes.between, logLevel: 'silent' });
});
afterAll(() => app.close());
beforeEach(async () => {
  freshDevice();
  const project = await oneProject(app);
  [marta, paolo] = [await project.seat('marta'), await project.seat('paolo')];
  [here, there] = [await TestPage.open(marta, app.port), await TestPage.open(paolo, app.port)];
  await Promise.all([here.isSaved, there.isSaved]);
});
afterEach(async () => {
  brakes.refuses = false;
  brakes.slowMs = 0;
  const faults = [...here.faults, ...there.faults];
  await Promise.all([here.close(), there.close()]);
  expect(faults).toEqual([]);
});

describe('a page whose server', () => {
  test('has a store that is down goes on writing, promises nothing, says since when, and is saved when it is back', async () => {
    brakes.refuses = true;
    const before = Date.now();
    here.text.insert(0, 'written meanwhile');
    await here.until(room => room.status.get().kind === 'delayed');
    expect(here.room.status.get()).toMatchObject({ since: expect.toSatisfy((at: number) => at >= before && at <= Date.now()) as number });
    expect(here.room.mayWrite.get()).toBe(true);
    await there.until(() => there.text.toString() === 'written meanwhile', 'the words go round');
    there.text.insert(0, 'by both, ');
    await here.until(() => here.text.toString() === 'by both, written meanwhile');
    expect([here, there].map(page => page.room.status.get().kind)).toEqual(['delayed', 'delayed']);

    brakes.refuses = false;
    await Promise.all([here.isSaved, there.isSaved]);
    const again = await TestPage.open(marta, app.port);
    await again.until(() => again.text.toString() === 'by both, written meanwhile');
    await again.close();
  });

  test('has a slow store sees what others write at once, and every word is confirmed in the end', async () => {
    brakes.slowMs = 800;
    for (const word of ['one ', 'two ', 'three ']) {
      here.text.insert(here.text.length, word);
      await there.until(() => there.text.toString().endsWith(word), `“${word}” at the other side`);
    }
    expect(here.room.status.get().kind).not.toBe('saved');
    await here.isSaved;
    brakes.slowMs = 0;
    expect(there.text.toString()).toBe('one two three ');
  });

  test('could not save too much for too long becomes read-only and says why; its words are kept and go by themselves', async () => {
    brakes.refuses = true;
    const chunk = 'x'.repeat(1_500_000);
    for (let bytes = 0; bytes < LIMITS.unsavedBytes * 0.55; bytes += chunk.length) here.text.insert(0, chunk);
    for (let bytes = 0; bytes < LIMITS.unsavedBytes * 0.55; bytes += chunk.length) there.text.insert(there.text.length, chunk);
    await Promise.all([here, there].map(page => page.until(room => room.readOnly.get() === 'stuck', 'read-only for want of a store')));
    expect(here.room.mayWrite.get()).toBe(false);
    expect(here.room.status.get().kind).toBe('delayed');
    const copies = [here.room, there.room];

    brakes.refuses = false;
    await Promise.all([here.isSaved, there.isSaved]);
    expect([here.room, there.room]).toEqual(copies); // nobody's copy was thrown away
    expect([here.room.mayWrite.get(), here.room.readOnly.get()]).toEqual([true, undefined]);
    await here.until(() => here.text.length === there.text.length && here.text.length > LIMITS.unsavedBytes);
  });
});
