/** An address with nothing behind it, outside of a project and within its frame. */
import { screen } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NothingHere, NotFound } from '../../../client/app/NotFound.tsx';
import { draw } from '../../support/draw.tsx';
import { openEmptyHouse } from '../../support/house.ts';

let house: Awaited<ReturnType<typeof openEmptyHouse>>;
beforeAll(async () => {
  house = await openEmptyHouse();
});
afterAll(() => house.close());

describe('an address with nothing behind it', () => {
  test('says so on a page of its own, with the mark and one main part', () => {
    draw(<NotFound />, { asks: house.visitor() });
    expect(screen.getByRole('heading', { level: 1, name: 'There is nothing at this address' })).toBeVisible();
    expect(screen.getByRole('main')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Insieme' })).toBeVisible();
  });

  test('says so within a project’s frame, which has the mark and the main part already', () => {
    draw(<NothingHere />, { asks: house.visitor(), language: 'it' });
    expect(screen.getByRole('heading', { level: 1, name: 'A questo indirizzo non c’è nulla' })).toBeVisible();
    expect(screen.queryByRole('main')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Insieme' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Vai ai miei progetti' })).toHaveAttribute('href', '/');
  });
});
