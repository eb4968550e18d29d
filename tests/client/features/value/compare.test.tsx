/** Scenarios side by side: the best of each row marked, losses named without a split, and why return is not value. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { rowIdOf } from '../../../../server/demo/model.ts';
import { CompareSection } from '../../../../client/features/value/compare/CompareSection.tsx';
import { linkedKey } from '../../../../shared/value/keys.ts';
import { draw, hand } from '../../../support/draw.tsx';
import { type ValueTable, valueTable } from '../../../support/valueTable.tsx';
import { workersHere } from '../../../support/workerHere.ts';

const scenario = (code: string): string => rowIdOf('scn', code);
const WISH = 'wsh_0000000000';
const LIMIT = 'con_0000000000';

function show(table: ValueTable, language: 'en' | 'it' = 'en') {
  workersHere();
  return draw(table.around(<CompareSection />), { language });
}

/** The cells of a row, in the order of the columns. */
async function row(name: RegExp): Promise<string[]> {
  const head = await screen.findByRole('rowheader', { name });
  return within(head.closest('tr')!).getAllByRole('cell').map(cell => cell.textContent);
}

describe('the comparison', () => {
  test('marks the best of each row in words, and never a scenario in which a side loses', async () => {
    show(valueTable({ example: 'A' }));
    expect(await row(/^Joint net value/)).toEqual(['−€49,003', '€423,137 best', '€138,596']);
    expect(await row(/^Return/)).toEqual(['−7.3%', '138.9%', '145.1% best']);
    expect(await row(/^Payback/)).toEqual(['2.9 y', '1.2 y', '1.0 y best']);
    expect(await row(/^With a fifth less/)).toEqual(['−€173,321', '€277,584 best', '€91,768']);
  });

  test('names who loses how much in place of a split', async () => {
    show(valueTable({ example: 'A' }));
    const [s0, s1] = await row(/^Split/);
    expect(s0).toBe('No split shown: Modastile loses €166,316');
    expect(s1).toBe('Nodo 37.5%, Modastile 62.5%');
  });

  test('says in one sentence why M0 is first by return and M1 by value', async () => {
    show(valueTable({ example: 'B' }), 'it');
    const why = await screen.findByRole('complementary', { name: 'Perché il miglior rendimento non è il maggior valore' });
    expect(why).toHaveTextContent(/^M0 è primo per rendimento, M1 per valore: M0 rende 315,7\s%.*crea 70\.228\s€.*M1 rende 88,9\s%.*114\.245\s€.*106\.310\s€ in più.*44\.018\s€ in più\.$/);
  });

  test('says nothing where the best return is the most value', async () => {
    show(valueTable({ example: 'C' }));
    await screen.findByRole('rowheader', { name: /^Joint net value/ });
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  test('counts the chance that a side loses beside the page, one scenario after the other', async () => {
    show(valueTable({ example: 'A' }));
    await waitFor(async () => { expect(await row(/^Chance that a side loses/)).toEqual(['100%', '0% best', '0% best']); });
  });

  test('holds each scenario against the wishes of the client, and follows their scores live', async () => {
    const table = valueTable({ example: 'A', rows: [{ id: WISH, values: { label: 'No further screen', weight: 5, [`score:${scenario('S1')}`]: '' } }] });
    show(table);
    expect((await row(/^Fit to/))[1]).toBe('no scores yet');
    table.write([[linkedKey(scenario('S1'), 'score', WISH), 4], [linkedKey(scenario('S2'), 'score', WISH), 5]]);
    await waitFor(async () => { expect(await row(/^Fit to/)).toEqual(['no scores yet', '80%', '100% best']); });
  });

  test('names the constraints a scenario violates, and lets people judge those that no limit can', async () => {
    const table = valueTable({ example: 'A', rows: [
      { id: LIMIT, values: { label: 'At most 100,000 at the start', measure: 'upfrontAtMost', limit: 100_000 } },
      { id: 'con_1111111111', values: { label: 'Shops stay open' } },
    ] });
    show(table);
    expect(await row(/^Violated/)).toEqual(['At most 100,000 at the start', 'none', 'none']);
    await hand.selectOptions(screen.getByRole('combobox', { name: 'Shops stay open in S2' }), 'Violated');
    await waitFor(async () => { expect((await row(/^Violated/))[2]).toBe('Shops stay open'); });
  });

  test('of an empty model says what is missing', async () => {
    show(valueTable());
    expect(await screen.findByText('There is no scenario to compare yet.')).toBeVisible();
    expect(screen.getByText(/What matters to Modastile besides money/)).toBeVisible();
  });

  test('offers a reader nothing that changes the model', async () => {
    show(valueTable({ example: 'A', mayWrite: false }));
    await screen.findByRole('rowheader', { name: /^Joint net value/ });
    expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
  });
});
