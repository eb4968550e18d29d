/** Coming in, at a real server: with a password, and by asking for a letter. */
import { screen } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SignedIn } from '../../../../client/app/SignedIn.tsx';
import { draw, hand } from '../../../support/draw.tsx';
import { emailOf, type House, openHouse, PASSWORD } from '../../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const page = () => <SignedIn><p>The page they came for</p></SignedIn>;

describe('the sign-in form', () => {
  test('lets somebody in to the very page they came for', async () => {
    draw(page(), { asks: house.visitor() });
    await hand.type(await screen.findByLabelText('Your e-mail'), emailOf('Marta Villa'));
    await hand.type(screen.getByLabelText('Password'), PASSWORD);
    await hand.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('The page they came for')).toBeVisible();
  });

  test('says in the reader’s language that the two do not belong together, and keeps what was typed', async () => {
    draw(page(), { asks: house.visitor(), language: 'it' });
    await hand.type(await screen.findByLabelText('La tua e-mail'), emailOf('Marta Villa'));
    await hand.type(screen.getByLabelText('Password'), 'not this one');
    await hand.click(screen.getByRole('button', { name: 'Accedi' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('L’indirizzo e la password non corrispondono.');
    expect(screen.getByLabelText('La tua e-mail')).toHaveValue(emailOf('Marta Villa'));
  });

  test('names the field that needs another look and goes there, without asking the server', async () => {
    draw(page(), { asks: house.visitor() });
    await hand.type(await screen.findByLabelText('Your e-mail'), 'marta');
    await hand.type(screen.getByLabelText('Password'), 'x');
    await hand.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByLabelText('Your e-mail')).toBeInvalid();
    expect(screen.getByLabelText('Your e-mail')).toHaveFocus();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('sends a link instead, and says the same whether or not somebody has this address', async () => {
    draw(page(), { asks: house.visitor() });
    await hand.click(await screen.findByRole('button', { name: 'Send me a link instead' }));
    await hand.type(screen.getByLabelText('Your e-mail'), 'nobody@nowhere.example');
    await hand.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByText(/If nobody@nowhere.example has a place here, a link is on its way/)).toBeVisible();
  });

  test('tells a silent network apart from a "no", and offers to ask again', async () => {
    draw(page());
    expect(await screen.findByRole('alert')).toHaveTextContent('The server does not answer.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  });
});
