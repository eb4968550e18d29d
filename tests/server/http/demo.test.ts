/** The seats of the examples: each person on an address of their own, with --demo alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DemoTable, type DemoSeat } from '../../../shared/signIn.ts';
import { loadDemo } from '../../../server/demo/demo.ts';
import type { Browser } from '../../support/browse.ts';
import { openOn } from '../../support/openOn.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
let seats: DemoSeat[];
beforeAll(async () => {
  app = await startApp({ argv: ['--demo'] });
  await loadDemo(app.parts);
  seats = (await table('localhost')).projects.flatMap(project => project.people);
});
afterAll(() => app.close());

const on = (name: string) => openOn(app.port, name);
const table = async (name: string): Promise<DemoTable> => DemoTable.parse((await on(name).ask('GET', '/api/demo')).body);
const seatOf = (host: string): DemoSeat => seats.find(seat => seat.host === host)!;

test('the table names the people of three examples by side, each with an address of their own', async () => {
  const { projects, here } = await table('localhost');
  expect(projects).toHaveLength(3);
  expect(here).toBeNull();
  expect(new Set(seats.map(seat => seat.host)).size).toBe(new Set(seats.map(seat => seat.personId)).size);
  const first = projects[0]!;
  expect(first.people.map(({ host, side, approver, url }) => ({ host, side, approver, url }))).toEqual([
    { host: 'marta', side: 'seller', approver: false, url: `http://marta.localhost:${app.port}/` },
    { host: 'ivo', side: 'internal', approver: false, url: `http://ivo.localhost:${app.port}/` },
    { host: 'lia', side: 'internal', approver: false, url: `http://lia.localhost:${app.port}/` },
    { host: 'paolo', side: 'client', approver: false, url: `http://paolo.localhost:${app.port}/` },
    { host: 'giulia', side: 'client', approver: true, url: `http://giulia.localhost:${app.port}/` },
  ]);
});

describe('a person’s own address', () => {
  test('says whose it is, and lets them sit down', async () => {
    expect((await table('marta.localhost')).here).toBe(seatOf('marta').personId);
    const marta = on('marta.localhost');
    expect((await marta.ask('POST', '/api/demo/sit', { personId: seatOf('marta').personId })).status).toBe(204);
    expect((await marta.ask('GET', '/api/me')).body).toMatchObject({ name: 'Marta Villa' });
    expect(await app.auth.whoIs({ cookie: marta.cookie })).toMatchObject({ signedInWith: 'demo' });
  });

  test('keeps the session of a second tab: nobody’s live lines end', async () => {
    const marta = on('marta.localhost');
    await marta.ask('POST', '/api/demo/sit', { personId: seatOf('marta').personId });
    const { cookie } = marta;
    const again = await marta.ask('POST', '/api/demo/sit', { personId: seatOf('marta').personId });
    expect([again.status, again.headers.getSetCookie(), marta.cookie]).toEqual([204, [], cookie]);
  });

  test('is refused to another person, with the address to go to', async () => {
    const paolo = seatOf('paolo');
    const answer = await on('marta.localhost').ask('POST', '/api/demo/sit', { personId: paolo.personId });
    expect(answer).toMatchObject({ status: 409, body: { code: 'other-seat', params: { url: paolo.url } } });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

test('an address that is nobody’s lets anybody sit: where *.localhost leads nowhere, a private window will do', async () => {
  const browser = on('localhost');
  expect((await browser.ask('POST', '/api/demo/sit', { personId: seatOf('paolo').personId })).status).toBe(204);
  expect((await browser.ask('GET', '/api/me')).body).toMatchObject({ name: 'Paolo Ferri' });
});

test('only people of the examples have seats', async () => {
  const outsider = await app.person('Nobody Here');
  expect((await on('localhost').ask('POST', '/api/demo/sit', { personId: outsider.id })).status).toBe(404);
});

test('without --demo there are no seats, not even for people who exist', async () => {
  const plain = await startApp();
  const marta = await plain.person('Marta Villa');
  const browser: Browser = plain.visitor();
  expect((await browser.ask('GET', '/api/demo')).status).toBe(404);
  expect(await browser.ask('POST', '/api/demo/sit', { personId: marta.id })).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(browser.cookie).toBe('');
  await plain.close();
});

test('an invented person speaks the language of the browser that sits down, until somebody chooses for them', async () => {
  const giulia = on('giulia.localhost');
  const sit = (language: string) => giulia.ask('POST', '/api/demo/sit', { personId: seatOf('giulia').personId, language });
  const speaks = async () => ((await giulia.ask('GET', '/api/me')).body as { language: string }).language;
  await sit('it');
  expect(await speaks()).toBe('it');
  await giulia.ask('PATCH', '/api/me', { language: 'en' });
  await sit('it');
  expect(await speaks()).toBe('en');
});
