/** A spreadsheet brought into the model: first what it would change, then one step that can be taken back. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { FilesMenu } from '../../../../client/features/value/files/FilesMenu.tsx';
import { readTables } from '../../../../server/tables/read.ts';
import { Refusal } from '../../../../shared/refusals.ts';
import { draw, hand } from '../../../support/draw.tsx';
import { type ValueTable, valueTable } from '../../../support/valueTable.tsx';

/** The server's own reading, behind the page's request. */
function answerFiles(): void {
  vi.stubGlobal('fetch', async (_path: string, { body }: RequestInit) => {
    try {
      return Response.json({ tables: await readTables(Buffer.from(await bytesOf(body as Blob))) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return Response.json({ code: error.code, params: error.params }, { status: error.status });
    }
  });
}
const bytesOf = (blob: Blob): Promise<ArrayBuffer> => new Promise((done, failed) => {
  const reader = new FileReader();
  reader.onload = () => { done(reader.result as ArrayBuffer); };
  reader.onerror = () => { failed(new Error('the file cannot be read')); };
  reader.readAsArrayBuffer(blob);
});

async function bring(table: ValueTable, text: string, language: 'en' | 'it' = 'en'): Promise<HTMLElement> {
  draw(table.around(<FilesMenu />), { language });
  answerFiles();
  await hand.click(screen.getByRole('button', { name: language === 'en' ? 'Spreadsheet' : 'Foglio di calcolo' }));
  await hand.click(await screen.findByRole('menuitem', { name: language === 'en' ? 'Bring in a spreadsheet' : 'Porta dentro un foglio' }));
  const dialog = await screen.findByRole('dialog');
  const input = dialog.querySelector('input[type=file]') ?? document.querySelector('input[type=file]');
  await hand.upload(input as HTMLInputElement, new File([text], 'value.csv', { type: 'text/csv' }));
  return dialog;
}

describe('a spreadsheet', () => {
  test('is shown as changes, and written as one step that can be taken back', async () => {
    const table = valueTable({ example: 'A' });
    const dialog = await bring(table, 'Driver,Name,Today,Sure\nA1,,1200000,85%\nA9,Letters,7,many\n');
    expect(await within(dialog).findByRole('row', { name: 'A1: Today 1,150,000 1,200,000' })).toBeVisible();
    expect(within(dialog).getByRole('row', { name: 'A1: Sure 90% 85%' })).toBeVisible();
    expect(within(dialog).getByText('A9: Letters')).toBeVisible();
    expect(within(dialog).getByText('Driver, line 3, column 4: “many” no number')).toBeVisible();
    expect(table.model().drivers[0]!.baseline).toBe(1_150_000);

    await hand.click(within(dialog).getByRole('button', { name: 'Change 5 cells' }));
    expect(table.model().drivers.map(({ code, baseline }) => [code, baseline])).toEqual(
      [['A1', 1_200_000], ['A2', 210_000], ['A3', 12_000], ['A4', 1_408], ['A5', 3_600], ['A9', 7]],
    );
    await hand.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(table.model().drivers.map(({ code }) => code)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
    expect(table.model().drivers[0]).toMatchObject({ baseline: 1_150_000, confidence: 0.9 });
  });

  test('in Italian says when it would change nothing, and when it is none of ours', async () => {
    const table = valueTable({ example: 'A' });
    const dialog = await bring(table, 'Leva;Oggi;Umore\nA1;1.150.000;alto\n', 'it');
    expect(await within(dialog).findByText(/Dice le stesse cose del modello/)).toBeVisible();
    expect(within(dialog).getByText('Colonne che non conosciamo: Umore.')).toBeVisible();
    const input = document.querySelector('input[type=file]');
    await hand.upload(input as HTMLInputElement, new File(['Ricetta;Sale\nMinestra;1'], 'x.csv', { type: 'text/csv' }));
    expect(await within(dialog).findByText(/nessuna delle nostre tabelle/)).toBeVisible();
  });

  test('that cannot be read is told in words, and the model stays as it is', async () => {
    const table = valueTable({ example: 'A' });
    const dialog = await bring(table, 'PK\u0003\u0004');
    expect(await within(dialog).findByText(/cannot be read as a table/)).toBeVisible();
    expect(table.model().drivers).toHaveLength(5);
  });

  test('can be taken away by everybody, and brought in only by those who may write', async () => {
    draw(valueTable({ example: 'A', mayWrite: false }).around(<FilesMenu />));
    await hand.click(screen.getByRole('button', { name: 'Spreadsheet' }));
    const link = await screen.findByRole('menuitem', { name: 'Take away as .xlsx' });
    expect(link).toHaveAttribute('href', expect.stringMatching(/rooms\/shared\/value\/file\?format=xlsx&language=en$/) as string);
    await waitFor(() => { expect(screen.queryByRole('menuitem', { name: 'Bring in a spreadsheet' })).toBeNull(); });
  });
});
