/** The first page of the examples, at a real server that runs them. */
import { screen, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FirstPage } from '../../../../client/app/FirstPage.tsx';
import { draw, hand } from '../../../support/draw.tsx';
import { openExamples } from '../../../support/house.ts';
import { openOn } from '../../../support/openOn.ts';

let examples: Awaited<ReturnType<typeof openExamples>>;
beforeAll(async () => {
  examples = await openExamples();
});
afterAll(() => examples.close());

describe('the table of the examples', () => {
  test('seats everybody on their side, each on an address of their own', async () => {
    draw(<FirstPage />, { asks: examples.visitor() });
    const fashion = await screen.findByRole('region', { name: 'One customer, one record' });
    const { port } = new URL(examples.url);
    expect(within(within(fashion).getByRole('list', { name: 'Seller' })).getByRole('link', { name: /Marta Villa/ })).toHaveAttribute('href', `http://marta.localhost:${port}/`);
    expect(within(within(fashion).getByRole('list', { name: 'Client' })).getAllByRole('link')).toHaveLength(2);
    expect(within(fashion).getByRole('link', { name: /Giulia Neri.*opens in a new tab/ })).toHaveAttribute('target', '_blank');
  });

  test('speaks Italian to whoever reads Italian', async () => {
    draw(<FirstPage />, { asks: examples.visitor(), language: 'it' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Entra' })).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'Oppure siediti al posto di una di queste persone' })).toBeVisible();
    expect(screen.getAllByRole('link', { name: /si apre in una nuova scheda/ })).toHaveLength(15);
  });

  test('lets somebody sit down in this window where such addresses do not open', async () => {
    const browser = examples.visitor();
    draw(<FirstPage />, { asks: browser });
    await hand.click(await screen.findByText('An address like marta.localhost does not open?'));
    await hand.click(screen.getByRole('button', { name: 'Sit down in this window instead' }));
    await hand.click(screen.getByRole('button', { name: /Paolo Ferri/ }));
    expect(await screen.findByRole('heading', { level: 1, name: /Paolo$/ })).toBeVisible();
    expect(await screen.findByRole('link', { name: 'One customer, one record' })).toBeVisible();
  });
});

describe('a person’s own address', () => {
  test('leads at once to their seat and on to their project', async () => {
    sessionStorage.clear();
    const page = draw(<FirstPage />, { asks: openOn(Number(new URL(examples.url).port), 'marta.localhost') });
    await expect.poll(() => page.address(), { timeout: 15_000 }).toMatch(/^\/projects\/prj_/);
  });

  test('leaves the choice to whoever has got up again', async () => {
    sessionStorage.setItem('insieme.arrived', 'yes');
    draw(<FirstPage />, { asks: openOn(Number(new URL(examples.url).port), 'paolo.localhost') });
    expect(await screen.findByRole('heading', { level: 1, name: 'Come in' })).toBeVisible();
    expect(await screen.findByRole('link', { name: /Marta Villa/ })).toBeVisible();
  });
});
