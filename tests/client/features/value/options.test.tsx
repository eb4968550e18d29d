/** Packages switched on and off with what they change, and ways to pay compared to the cent. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { OptionsSection } from '../../../../client/features/value/options/OptionsSection.tsx';
import { rowIdOf } from '../../../../server/demo/model.ts';
import { cellKey, linkedKey } from '../../../../shared/value/keys.ts';
import { draw, hand } from '../../../support/draw.tsx';
import { driverId } from '../../../support/exampleModel.ts';
import { type ValueTable, valueTable } from '../../../support/valueTable.tsx';

const M1 = rowIdOf('scn', 'M1');
const OPTION = 'opt_0000000000';
const show = (table: ValueTable, language: 'en' | 'it' = 'en') => draw(table.around(<OptionsSection />), { at: `/?scenario=${M1}`, language });
const maintenance = { id: OPTION, values: { label: 'Planned maintenance', about: 'maintenance', sellerYearly: 2_400, yearly: 3_600, [`effect:${driverId('B2')}`]: 0.08 } };

/** One 18,000 EUR car, three ways; figures of the worked example. */
const CAR = [
  { id: 'fin_loan000000', values: { label: 'Loan', form: 'loan', amount: 18_000, months: 60, nominalRate: 0.059, fee: 250, riskBearer: 'client' } },
  { id: 'fin_lease00000', values: { label: 'Lease', form: 'lease', amount: 18_000, months: 48, upfront: 2_000, monthly: 262, residual: 6_300, riskBearer: 'client' } },
  { id: 'fin_rental0000', values: { label: 'Rental', form: 'rental', months: 48, monthly: 398, riskBearer: 'seller' } },
];

describe('a package', () => {
  test('says what it would change, and changes it when it is switched on', async () => {
    const table = valueTable({ example: 'B', rows: [maintenance] });
    show(table);
    expect(await screen.findByText('It would change')).toBeVisible();
    expect(screen.getByText('B2 +8 points')).toBeVisible();
    expect(screen.getByText('€114,245 together')).toBeVisible();
    await hand.click(screen.getByRole('switch', { name: 'Planned maintenance: part of M1' }));
    expect(await screen.findByText('It changes')).toBeVisible();
    expect(table.model().scenarios.find(({ id }) => id === M1)!.options[OPTION]).toBe(true);
    expect(screen.queryByText('€114,245 together')).toBeNull();
  });

  test('is changed in cells of its own, and deleted with a way back', async () => {
    const table = valueTable({ example: 'B', rows: [maintenance] });
    show(table);
    await hand.click(await screen.findByRole('button', { name: 'Change Planned maintenance' }));
    const price = screen.getByLabelText('Modastile pays, a year');
    await hand.clear(price);
    await hand.type(price, '4000{Enter}');
    await waitFor(() => { expect(table.model().options[0]!.yearly).toBe(4_000); });
    await hand.click(screen.getByRole('button', { name: 'Delete this package' }));
    expect(table.model().options).toEqual([]);
    await hand.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(table.model().options).toHaveLength(1);
  });
});

describe('ways to pay', () => {
  const row = async (name: RegExp): Promise<string[]> => {
    const head = await screen.findByRole('rowheader', { name });
    return within(head.closest('tr')!).getAllByRole('cell').map(cell => cell.textContent);
  };

  test('cost what the worked example says, to the cent, the lowest marked', async () => {
    show(valueTable({ example: 'B', rows: CAR, mayWrite: false }));
    expect(await row(/^A month$/)).toEqual(['€347.15', '€262.00 lowest', '€398.00']);
    expect(await row(/^In all/)).toEqual(['€21,079.24', '€20,876.00', '€19,104.00 lowest']);
    expect(await row(/^APR/)).toEqual(['6.68%', '6.46% lowest', 'none, it goes back']);
    expect(await row(/^Who bears the risk/)).toEqual([' Modastile', ' Modastile', ' Nodo']);
  });

  test('follow their terms live, and say when one is missing', async () => {
    const table = valueTable({ example: 'B', rows: CAR });
    show(table, 'it');
    table.write([[cellKey('fin_rental0000', 'monthly'), null], [linkedKey('fin_loan000000', 'months'), 48]]);
    await waitFor(async () => { expect(await row(/^In tutto/)).toEqual([expect.stringMatching(/^20\.\d{3},\d\d\s€ il più basso$/), expect.stringMatching(/^20\.876,00\s€/), 'Manca qualcosa']); });
  });

  test('of which there is none yet say what they are for', async () => {
    show(valueTable({ example: 'B' }));
    expect(await screen.findByText(/Loan, lease or rental/)).toBeVisible();
  });
});
