/** A frozen value model on screen: its figures in both languages, and no split where somebody loses. */
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { FrozenValueView } from '../../../../client/features/approval/FrozenValueView.tsx';
import { freezeValue } from '../../../../shared/documents/frozenValue.ts';
import { draw } from '../../../support/draw.tsx';
import { exampleModel } from '../../../support/exampleModel.ts';

const firms = { seller: 'Nodo', client: 'Modastile', currency: 'EUR' };

function drawn(language: 'en' | 'it') {
  const model = exampleModel('A');
  const value = freezeValue({ ...model, settings: { ...model.settings, onTable: model.scenarios[1]!.id } })!;
  draw(<FrozenValueView value={value} firms={firms} />, { language });
}
const rowOf = (name: RegExp) => within(screen.getByRole('region', { name: 'What each scenario is worth' })).getByRole('row', { name });

describe('a frozen value model', () => {
  test('shows what each alternative is worth, who loses, and no split there', () => {
    drawn('en');
    expect(rowOf(/^S1 Identity hub/)).toHaveTextContent(/on the table.*€423,137.*138.9%.*1.2 years.*€264,276.*€158,861.*37.5%/);
    expect(rowOf(/^S0 New CRM/)).toHaveTextContent(/almost approved.*−€49,003.*Modastile loses.*no split/);
  });

  test('shows the alternative on the table year by year, to the cent, and every figure behind it', () => {
    drawn('it');
    const years = screen.getByRole('region', { name: 'S1, anno per anno' });
    expect(within(years).getByRole('row', { name: /^Insieme/ })).toHaveTextContent('−150.000,00 €93.784,56 €266.792,19 €324.461,40 €');
    expect(within(screen.getByRole('region', { name: 'Leva' })).getByRole('row', { name: /^A1/ })).toHaveTextContent(/1\.150\.000.*0,42.*90.%.*cliente/);
    expect(within(screen.getByRole('region', { name: 'Miglioramento' })).getByRole('row', { name: /^A2/ })).toHaveTextContent(/3.%.*2,5.%.*0,8.%/);
    expect(screen.queryByText(/drv_/)).toBeNull();
  });

  test('leaves out the columns that nobody filled in', () => {
    drawn('en');
    const [head, ...lines] = within(screen.getByRole('region', { name: 'Driver' })).getAllByRole('row').map(row => [...row.children].map(cell => cell.textContent));
    expect(head).toContain('Today');
    expect(head!.filter((_name, nth) => nth > 0 && lines.every(line => line[nth] === ''))).toEqual([]);
  });
});
