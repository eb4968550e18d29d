/** Somebody of a test's own project in a real browser, at an app that runs in the test's process. */
import type { Seated } from './oneProject.ts';
import type { Look, OpenPerson, TestBrowser } from './browser.ts';

/** Opens `path` of the app as this person, whose session is the one of their `Browser`. */
export async function openSeated(browser: TestBrowser, url: string, { browser: { cookie } }: Seated, path: string, look?: Look): Promise<OpenPerson> {
  const person = await browser.openVisitor('about:blank', look);
  const cookies = cookie.split('; ').map(each => each.split('=')).map(([name = '', ...value]) => ({ name, value: value.join('='), url }));
  await person.context.addCookies(cookies);
  await person.page.goto(`${url}${path}`);
  return person;
}
