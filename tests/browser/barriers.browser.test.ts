/** Every page there is, light and dark, on a desk and on a phone: nothing on it keeps anybody out (WCAG 2.2 AA). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, DESKTOP, launchBrowser, type OpenPerson, PHONE, shoot, type TestBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const LOOKS = [
  { name: 'on a desk, light, in English', viewport: DESKTOP, scheme: 'light', language: 'en' },
  { name: 'on a phone, dark, in Italian', viewport: PHONE, scheme: 'dark', language: 'it' },
] as const;
/** Below the project, or from the root; `heading` stands on it in one of the two languages. */
const PAGES = [
  ['home', ''], ['canvas', '/canvas'], ['proposal', '/proposal'], ['approval', '/approval'], ['people', '/people'], ['nowhere', '/nowhere'],
] as const;
const ROOT_PAGES = ['/start', '/me', '/outbox', '/join#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', '/set-up', '/sign-in/link', '/nothing-here'];

let server: RunningServer;
let browser: TestBrowser;
beforeAll(async () => {
  server = await startServer({ demo: true });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe.each(LOOKS)('$name', look => {
  let marta: OpenPerson;
  let project: string;
  beforeAll(async () => {
    marta = await browser.openPerson(server.url, 'marta', look);
    await marta.page.waitForURL(/\/projects\/prj_/);
    project = new URL(marta.page.url()).pathname;
  });
  afterAll(() => marta.close());

  test.each(PAGES)('nobody is kept out of %s', async (name, path) => {
    await visit(marta, project + path, `${name} ${look.name}`);
  });

  test.each(ROOT_PAGES)('nobody is kept out of %s', async path => {
    await visit(marta, path, `${path.slice(1).replace(/\W+/g, '-').slice(0, 20)} ${look.name}`);
  });

  test('no page complained', () => {
    expect(marta.trouble).toEqual([]);
  });
});

/** A page is there when it has its one heading and nothing is being fetched. */
async function visit(person: OpenPerson, path: string, name: string): Promise<void> {
  await person.page.goto(person.home + path);
  await person.page.locator('h1').first().waitFor({ state: 'attached' });
  await person.page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await person.page.waitForLoadState('networkidle');
  await shoot(person, name);
  expect(await barriers(person)).toEqual([]);
  expect(await person.page.locator('h1').count()).toBe(1);
}
