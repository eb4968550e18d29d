/** People on the value page in real browsers: they come to the figures, find a cell by its driver, and type into it. */
import { expect } from 'vitest';
import type { Look, OpenPerson, TestBrowser } from './browser.ts';

export const joint = ({ page }: OpenPerson) => page.locator('[data-joint]');
export const drivers = ({ page }: OpenPerson) => page.getByRole('grid', { name: /Where the value comes from|Da dove viene il valore/ });
/** A cell by its driver's code and its column. */
export const cell = (person: OpenPerson, code: string, field: string) =>
  drivers(person).locator('tr', { has: person.page.getByRole('rowheader', { name: code, exact: true }) }).locator(`[data-slot$="/${field}"], [data-slot*="/${field}:"]`);

/** Sits down as somebody of the examples and goes to the figures. */
export async function count(browser: TestBrowser, base: string, name: string, look: Look = {}): Promise<OpenPerson> {
  const person = await browser.openPerson(base, name, look);
  await person.page.getByRole('navigation').getByRole('link', { name: /^(Value|Valore)$/ }).first().click();
  await joint(person).waitFor();
  return person;
}

/** Types into a cell as one does in a spreadsheet: go there, type, Enter. */
export async function type(person: OpenPerson, code: string, field: string, text: string): Promise<void> {
  await cell(person, code, field).click();
  await person.page.keyboard.type(text);
  await person.page.keyboard.press('Enter');
}

export const says = (person: OpenPerson, amount: string) => expect.poll(() => joint(person).textContent(), { timeout: 5_000 }).toBe(amount);
