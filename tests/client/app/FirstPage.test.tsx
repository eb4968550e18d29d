/** The first page of a house, from its first minute: nobody here, setting up, coming home, going out. */
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FirstPage } from '../../../client/app/FirstPage.tsx';
import { SetUpPage } from '../../../client/features/set-up/SetUpPage.tsx';
import type { Browser } from '../../support/browse.ts';
import { draw, hand, openFragment } from '../../support/draw.tsx';
import { openEmptyHouse, PASSWORD } from '../../support/house.ts';

let house: Awaited<ReturnType<typeof openEmptyHouse>>;
let marta: Browser;
beforeAll(async () => {
  house = await openEmptyHouse();
  marta = house.visitor();
});
afterAll(() => house.close());

const pages = (
  <Routes>
    <Route path="/" element={<FirstPage />} />
    <Route path="/set-up" element={<SetUpPage corner={null} />} />
  </Routes>
);

// One story: each step begins where the one before has ended.
describe('the first page', () => {
  test('of an empty store says how to begin, and how to see the examples first', async () => {
    draw(pages, { asks: house.visitor() });
    expect(await screen.findByRole('heading', { name: 'Set up our workspace' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Look at the three examples first' })).toBeVisible();
    expect(screen.getByText('npm start -- --demo')).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('sets up nothing without the printed link', () => {
    openFragment('/set-up', '');
    draw(pages, { asks: house.visitor(), at: '/set-up', language: 'it' });
    expect(screen.getByRole('heading', { level: 1, name: 'Questa pagina si apre con il suo link' })).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('is reached by setting up, which signs its first person in', async () => {
    openFragment('/set-up', house.setupToken);
    draw(pages, { asks: marta, at: '/set-up' });
    await hand.type(screen.getByLabelText('Our firm'), 'Nodo Software');
    await hand.type(screen.getByLabelText('Your name'), 'Marta Villa');
    await hand.type(screen.getByLabelText('Your e-mail'), 'marta@nodo.example');
    await hand.type(screen.getByLabelText('A password'), PASSWORD);
    await hand.click(screen.getByRole('button', { name: 'Begin' }));
    expect(await screen.findByRole('heading', { level: 1, name: /, Marta$/ })).toBeVisible();
  });

  test('of somebody who signs out forgets them at once', async () => {
    draw(pages, { asks: marta });
    await hand.click(await screen.findByRole('button', { name: 'Marta Villa, my menu' }));
    await hand.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible();
    expect(screen.queryByText(/Marta/)).toBeNull();
  });

  test('asks whoever’s session ended elsewhere to sign in, at the first answer that says so', async () => {
    const two = house.visitor();
    await two.ask('POST', '/api/auth/sign-in/email', { email: 'marta@nodo.example', password: PASSWORD });
    draw(pages, { asks: two });
    await hand.click(await screen.findByText('Put aside'));
    await two.ask('POST', '/api/auth/sign-out');
    await hand.type(screen.getByRole('searchbox', { name: 'Search projects' }), 'hub');
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible();
  });
});
