/** The page of docs/protocol.md, with a stock y-websocket in it, beside a page of ours: both write, and both have the same. */
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainText, readRichText } from '../../shared/documents/richtext.ts';
import { proposalRoot } from '../../shared/documents/roots.ts';
import { roomIdOf } from '../../shared/rooms.ts';
import { launchBrowser, type OpenPerson, type TestBrowser } from '../support/browser.ts';
import { type OneProject, oneProject } from '../support/oneProject.ts';
import { openSeated } from '../support/seatedPage.ts';
import { startApp, type TestApp } from '../support/startApp.ts';

let app: TestApp;
let project: OneProject;
let browser: TestBrowser;
let ours: OpenPerson;
let plain: OpenPerson;

beforeAll(async () => {
  app = await startApp({ pageFolder: 'dist/client' });
  project = await oneProject(app);
  browser = await launchBrowser();
  ours = await openSeated(browser, app.url, await project.seat('marta'), `/projects/${project.project.id}/proposal`);
  plain = await browser.openVisitor('about:blank');
  const { browser: { cookie } } = await project.seat('paolo');
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await plain.context.addCookies([{ name, value, url: app.url }]);
  // A page that the test itself serves has no address, so the browser asks whether it may reach this machine.
  await plain.context.grantPermissions(['local-network-access']);
  const body = await bundled();
  await plain.context.route('**/plain/*', route => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await plain.page.goto(`${app.url}/plain/${project.project.id}`);
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await app.store.close();
});

/** The example as it stands in the documentation, its packages put into it. */
async function bundled(): Promise<string> {
  const [, html = ''] = /```html\n([\s\S]*?)```/.exec(await readFile('docs/protocol.md', 'utf8')) ?? [];
  const [script = '', contents = ''] = /<script type="module">([\s\S]*?)<\/script>/.exec(html) ?? [];
  const { outputFiles } = await build({ stdin: { contents, resolveDir: process.cwd() }, bundle: true, write: false, format: 'esm', platform: 'browser' });
  return `<!doctype html><title>A plain page</title>${html.replace(script, '')}<script type="module">${outputFiles[0]?.text.replaceAll('</script', '<\\/script') ?? ''}</script>`;
}

const sheet = () => ours.page.getByRole('textbox', { name: 'Text of the proposal' });

test('what the plain page writes stands in ours, and what is typed in ours stands there', async () => {
  await sheet().waitFor();
  await plain.page.getByLabel('Sentence').fill('Said by a stock page.');
  await plain.page.getByRole('button', { name: 'Add' }).click();
  await sheet().getByText('Said by a stock page.').waitFor();

  await sheet().getByText('Said by a stock page.').click();
  await ours.page.keyboard.press('End');
  await ours.page.keyboard.type(' Heard by ours.');
  await plain.page.locator('pre').getByText('Said by a stock page. Heard by ours.').waitFor();
  await ours.page.locator('header').getByText(/^Saved \d/).first().waitFor();
  expect(plain.trouble).toEqual([]);
});

test('and the server has it, each by its own author', async () => {
  const room = roomIdOf(project.project.id, 'shared');
  const { doc } = await app.parts.documents.read(room);
  expect(plainText(readRichText(proposalRoot(doc)))).toContain('Said by a stock page. Heard by ours.');
  const writers = new Set<string>();
  for await (const { parts } of app.store.journal.read(room, 0)) parts.forEach(part => writers.add(part.memberId));
  expect(writers.size).toBe(2);
});
