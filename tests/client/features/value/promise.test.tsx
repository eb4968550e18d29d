/** Promise and reality: what really came of the plan, and the gain share that is due for it. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PromiseSection } from '../../../../client/features/value/promise/PromiseSection.tsx';
import { wayOf } from '../../../../client/features/value/outcomes/OutcomesCard.tsx';
import { rowIdOf } from '../../../../server/demo/model.ts';
import { linkedKey } from '../../../../shared/value/keys.ts';
import { draw, hand } from '../../../support/draw.tsx';
import { driverId } from '../../../support/exampleModel.ts';
import { type ValueTable, valueTable } from '../../../support/valueTable.tsx';

const S1 = rowIdOf('scn', 'S1');
const ACTUAL = { A1: 48_900, A2: 31_200, A3: 44_050, A4: 9_800, A5: 8_700 };
const show = (table: ValueTable, language: 'en' | 'it' = 'en') => draw(table.around(<PromiseSection />), { at: `/?scenario=${S1}`, language });
const measure = (table: ValueTable, codes = Object.keys(ACTUAL) as (keyof typeof ACTUAL)[]) => {
  table.write(codes.map(code => [linkedKey(S1, 'actual', driverId(code), 1), ACTUAL[code]] as const));
};

test('says how much of the plan was kept and what is due for it, as in the worked example', async () => {
  const table = valueTable({ example: 'A' });
  show(table);
  expect(await screen.findByText('Nothing is measured for this year yet.')).toBeVisible();
  measure(table);
  expect(await screen.findByText('92.8% of the plan')).toBeVisible();
  expect(screen.getByText('€142,650 came of the €153,785 that were promised.')).toBeVisible();
  expect(screen.getByText('20% of what Modastile had above €100,000').parentElement).toHaveTextContent('Gain share due€8,530');
  expect(screen.getByText('€60,000 fixed and €8,530 of the gain').parentElement).toHaveTextContent('€68,530');
});

test('counts what nobody has measured as nothing, and says so', async () => {
  const table = valueTable({ example: 'A' });
  show(table, 'it');
  measure(table, ['A1', 'A2', 'A3']);
  expect(await screen.findByText(/^2 leve non sono ancora misurate/)).toBeVisible();
});

test('takes what came in the cell of the year one looks at', async () => {
  const table = valueTable({ example: 'A' });
  show(table);
  await hand.click(await screen.findByRole('radio', { name: 'Year 2' }));
  const [cell] = within(screen.getByRole('grid', { name: 'Promised and brought' })).getAllByRole('gridcell').slice(1);
  await hand.click(cell!);
  await hand.keyboard('100000{Enter}');
  await waitFor(() => { expect(table.model().scenarios.find(({ id }) => id === S1)!.drivers[driverId('A1')]!.actual).toEqual([null, 100_000, null]); });
});

test('of results that are not money says how far they have come', () => {
  expect(wayOf({ baseline: 85, target: 10, actual: 40 })).toBeCloseTo(0.6);
  expect(wayOf({ baseline: 85, target: 10, actual: null })).toBeUndefined();
  expect(wayOf({ baseline: 5, target: 5, actual: 5 })).toBeUndefined();
});
