/** What could happen: the draws of both sides are the same, can be stopped, and say when they broke off; alone beside together. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { RiskSection } from '../../../../client/features/value/risk/RiskSection.tsx';
import { ticksAround } from '../../../../client/features/value/risk/ticks.ts';
import { rowIdOf } from '../../../../server/demo/model.ts';
import { linkedKey, settingKey } from '../../../../shared/value/keys.ts';
import { draw, hand } from '../../../support/draw.tsx';
import { driverId } from '../../../support/exampleModel.ts';
import { type ValueTable, valueTable } from '../../../support/valueTable.tsx';
import { workersHere } from '../../../support/workerHere.ts';

const S1 = rowIdOf('scn', 'S1');
const show = (table: ValueTable, scenario = S1) => draw(table.around(<RiskSection />), { at: `/?scenario=${scenario}` });
const cells = (row: HTMLElement): string[] => within(row).getAllByRole('cell').map(cell => cell.textContent);

async function spread(): Promise<string[]> {
  const head = await screen.findByRole('rowheader', { name: /^Together$/ });
  return cells(head.closest('tr')!);
}

describe('the draws', () => {
  test('give the same picture for the same series, on whoever’s page', async () => {
    workersHere();
    const first = show(valueTable({ example: 'A' }));
    const there = await spread();
    first.unmount();
    show(valueTable({ example: 'A', side: 'client' }));
    expect(await spread()).toEqual(there);
    expect(await screen.findByText('10,000 draws, series 1')).toBeVisible();
  });

  test('of another series, which is written into the model, give another', async () => {
    workersHere();
    const table = valueTable({ example: 'A' });
    show(table);
    const before = await spread();
    table.write([[settingKey('seed'), 77]]);
    expect(await screen.findByText('10,000 draws, series 77')).toBeVisible();
    expect(await spread()).not.toEqual(before);
  });

  test('say that a range was assumed where nobody gave one', async () => {
    workersHere();
    const table = valueTable({ example: 'A' });
    table.write([[linkedKey(S1, 'improvementLow', driverId('A1')), 0.2]]);
    show(table);
    expect(await screen.findByText(/±20% is assumed for them/)).toHaveTextContent('4 of 5 drivers');
  });

  test('name the chance that a side loses', async () => {
    workersHere();
    show(valueTable({ example: 'A' }), rowIdOf('scn', 'S0'));
    expect(await screen.findByText('100% chance that a side loses')).toBeVisible();
  });

  test('can be stopped and taken up again', async () => {
    const workers = workersHere();
    show(valueTable({ example: 'A' }));
    await hand.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(await screen.findByText('Stopped before anything was drawn.')).toBeVisible();
    await hand.click(screen.getByRole('button', { name: 'Draw again' }));
    expect(await spread()).toHaveLength(4);
    expect(workers.started()).toBeGreaterThan(0);
  });

  test('that broke off say so, and that the model is untouched', async () => {
    workersHere({ breaks: true });
    show(valueTable({ example: 'A' }));
    expect(await screen.findByText(/The draws broke off. The model is untouched/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Draw again' })).toBeVisible();
  });

  test('wait for a driver that can be calculated', async () => {
    workersHere();
    show(valueTable({ rows: [{ id: 'scn_0000000000', values: { code: 'S1', name: 'First' } }] }), 'scn_0000000000');
    expect(await screen.findByText(/Nothing can be drawn yet/)).toBeVisible();
  });
});

test('what matters most stands first, with its figures in a table', async () => {
  workersHere();
  show(valueTable({ example: 'A' }));
  const [first] = await screen.findAllByRole('button', { name: 'As a table' });
  await hand.click(first!);
  const table = screen.getAllByRole('table').find(each => within(each).queryByRole('columnheader', { name: 'When low' }))!;
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map(row => within(row).getByRole('rowheader').textContent.slice(0, 2))).toEqual(['A1', 'A2', 'A3', 'A5', 'A4']);
});

describe('alone or together', () => {
  test('says so when a side would have more alone', async () => {
    workersHere();
    const table = valueTable({ example: 'A' });
    show(table);
    table.write([[settingKey('aloneClient'), 50_000], [settingKey('aloneSeller'), 20_000]]);
    expect(await screen.findByText('Together each side has more than alone: €353,137 more in all.')).toBeVisible();
    table.write([[settingKey('aloneClient'), 400_000]]);
    await waitFor(() => { expect(screen.getByText(/^Modastile would have more alone/)).toBeVisible(); });
  });
});

test('an axis that need not begin at zero has round numbers and holds both ends', () => {
  expect(ticksAround(326_000, 471_000, 5)).toEqual([300_000, 350_000, 400_000, 450_000, 500_000]);
  expect(ticksAround(-60, 40, 4)).toEqual([-100, -50, 0, 50]);
  expect(ticksAround(7, 7, 4).length).toBeGreaterThan(1);
});
