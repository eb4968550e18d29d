/** The table of drivers as one works in it: keys, typing, blocks from a spreadsheet, bad numbers, two people in one cell, evidence, notes. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { DriverCard } from '../../../../client/features/value/drivers/DriverCard.tsx';
import { Hero } from '../../../../client/features/value/model/Hero.tsx';
import { ModelSection } from '../../../../client/features/value/model/ModelSection.tsx';
import { NoteLink } from '../../../../client/features/value/notes/NoteLink.tsx';
import { ScenarioBar } from '../../../../client/features/value/scenarios/ScenarioBar.tsx';
import { useChosen } from '../../../../client/features/value/ValueContext.tsx';
import { rowIdOf } from '../../../../server/demo/model.ts';
import { writeCells } from '../../../../shared/documents/value.ts';
import { LIMITS } from '../../../../shared/limits.ts';
import { cellKey, linkedKey } from '../../../../shared/value/keys.ts';
import { draw, hand } from '../../../support/draw.tsx';
import { memberView, type ValueTable, valueTable } from '../../../support/valueTable.tsx';

const PAOLO = 77;
const [marta, paolo] = [memberView('marta', 'Marta Villa'), memberView('paolo', 'Paolo Ferri')];
const A1 = rowIdOf('drv', 'A1');

function Page() {
  const { chosen } = useChosen();
  return chosen ? <><Hero evaluation={chosen} /><DriverCard evaluation={chosen} /></> : null;
}

function open(options: Parameters<typeof valueTable>[0] = {}, language: 'en' | 'it' = 'en'): ValueTable {
  const table = valueTable({ example: 'A', people: [{ member: marta }, { member: paolo, clientId: PAOLO }], ...options });
  draw(table.around(<Page />), { language, at: `/?scenario=${rowIdOf('scn', 'S1')}` });
  return table;
}

const cell = (code: string, field: string): HTMLElement => {
  const row = screen.getByRole('rowheader', { name: code }).closest('tr');
  const found = row?.querySelector<HTMLElement>(`[data-slot$="/${field}"], [data-slot*="/${field}:"]`);
  if (!found) throw new Error(`${code} has no cell ${field}`);
  return found;
};
const joint = () => document.querySelector('[data-joint]')?.textContent;
const here = () => document.activeElement?.closest<HTMLElement>('[data-slot]')?.dataset['slot'];

/** Goes there, types, Enter. */
async function type(code: string, field: string, text: string): Promise<void> {
  fireEvent.mouseDown(cell(code, field), { button: 0 });
  await hand.keyboard(`${text}{Enter}`);
}

function paste(text: string): void {
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData: { getData: () => text } });
  act(() => { document.dispatchEvent(event); });
}

describe('a cell', () => {
  test('is reached, typed over, edited and left alone by keys', async () => {
    const table = open();
    fireEvent.mouseDown(cell('A1', 'baseline'), { button: 0 });
    await hand.keyboard('{ArrowDown}{ArrowRight}{ArrowLeft}');
    expect(here()).toBe(cell('A2', 'baseline').dataset['slot']);
    await hand.keyboard('{Tab}');
    expect(here()).toBe(cell('A2', 'improvement').dataset['slot']);
    await hand.keyboard('{Shift>}{Tab}{/Shift}');

    await hand.keyboard('5{Escape}');
    expect(table.model().drivers[1]!.baseline).toBe(210_000);
    await hand.keyboard('{F2}{Backspace}5{Enter}'); // 210000 → 210005, and on to the next row
    expect(table.model().drivers[1]!.baseline).toBe(210_005);
    expect(here()).toBe(cell('A3', 'baseline').dataset['slot']);
    await hand.keyboard('13000{Tab}');
    expect(table.model().drivers[2]!.baseline).toBe(13_000);
    expect(here()).toBe(cell('A3', 'improvement').dataset['slot']);
  });

  test('is the one we are in as soon as it has the focus, however it came there', async () => {
    const table = open();
    act(() => { cell('A1', 'label').focus(); }); // the Tab key, a screen reader
    await hand.keyboard('{ArrowRight}1200000{Enter}');
    expect(table.model().drivers[0]!.baseline).toBe(1_200_000);
    expect(here()).toBe(cell('A2', 'baseline').dataset['slot']);
  });

  test('takes keys again after something else had the focus and went', async () => {
    const table = open();
    await type('A5', 'unitValue', '1.234,56');
    await hand.click(screen.getByRole('button', { name: 'Take €1,234.56' })); // the button goes with its sentence
    await type('A5', 'unitValue', '15');
    expect(table.model().drivers[4]!.unitValue).toBe(15);
  });

  test('is copied as a block, and a block of an Italian spreadsheet fills cells and adds the rows below', async () => {
    const table = open({}, 'it');
    fireEvent.mouseDown(cell('A4', 'baseline'), { button: 0 });
    await hand.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}');
    const copied: string[] = [];
    const copy = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), { clipboardData: { setData: (_: string, text: string) => copied.push(text) } });
    act(() => { document.dispatchEvent(copy); });
    expect(copied).toEqual(['1.408\t50\u00a0%\n3.600\t60\u00a0%']);

    fireEvent.mouseDown(cell('A5', 'label'), { button: 0 });
    paste('Reclami\t1.234,5\t60 %\t14,50 €\t85 %\r\nOre\t1.000\t50 %\t20 €\t100 %\r\n');
    expect(table.model().drivers.slice(4).map(({ code, label, baseline, unitValue, confidence }) => [code, label, baseline, unitValue, confidence])).toEqual([
      ['A5', 'Reclami', 1_234.5, 14.5, 0.85], ['A6', 'Ore', 1_000, 20, 1],
    ]);
    expect(table.model().scenarios[1]!.drivers[table.model().drivers[5]!.id]?.improvement).toBe(0.5);
  });

  test.each([
    ['baseline', 'a lot', '“a lot” is not a number.'],
    ['baseline', '1e309', 'Nobody can calculate with “1e309”.'],
    ['baseline', 'NaN', '“NaN” is not a number.'],
    ['baseline', '-5', 'Less than zero makes no sense here.'],
    ['baseline', '9999999999999', '“9,999,999,999,999” is more than 1,000,000,000,000, the most this cell takes.'],
    ['confidence', '101', '“101%” is more than 100%, the most this cell takes.'],
    ['unitValue', '1.234,56', '“1.234,56” is written another language’s way.'],
  ])('%s that holds %s says why, and the rest is counted on', async (field, typed, sentence) => {
    open();
    expect(joint()).toBe('€423,137');
    await type('A5', field, typed);
    expect(screen.getByText(new RegExp(sentence.replace(/[.()]/g, '\\$&')))).toHaveTextContent(/It counts as nothing until then\.$/);
    expect(joint()).toBe('€374,481');
    expect(cell('A5', field)).toBeInvalid();
    await type('A5', field, { baseline: '3600', confidence: '85%', unitValue: '14' }[field] ?? '');
    expect(joint()).toBe('€423,137');
  });

  test('that is too large is corrected from what was typed, and minus nought is nought', async () => {
    const table = open();
    await type('A5', 'confidence', '200%');
    fireEvent.mouseDown(cell('A5', 'confidence'), { button: 0 });
    await hand.keyboard('{F2}');
    expect(screen.getByRole('textbox', { name: 'Edit the cell' })).toHaveValue('200%');
    await hand.keyboard('{Escape}');
    await type('A5', 'baseline', '-0');
    expect(cell('A5', 'baseline')).toHaveTextContent(/^0$/);
    expect(Object.is(table.model().drivers[4]!.baseline, 0)).toBe(true);
  });

  test('of a driver one has just added is where one goes on typing', async () => {
    const table = open();
    await hand.click(screen.getByRole('button', { name: 'Add a driver' }));
    await hand.click(await screen.findByRole('menuitem', { name: 'An empty one' }));
    await waitFor(() => { expect(here()).toBe(cell('A6', 'label').dataset['slot']); });
    await hand.keyboard('Returns{Tab}1200{Enter}');
    expect(table.model().drivers[5]).toMatchObject({ code: 'A6', label: 'Returns', baseline: 1_200 });
  });

  test('may say that nobody knows yet, which counts as nothing', async () => {
    const table = open();
    await type('A5', 'unitValue', '?');
    expect(within(cell('A5', 'unitValue')).getByText('not known yet')).toBeInTheDocument();
    expect(table.model().drivers[4]!.unitValue).toBeNull();
    expect(joint()).toBe('€374,481');
  });
});

test('a driver opened shows the same cells as fields, in one’s own language', async () => {
  const table = open({}, 'it');
  await hand.click(screen.getByRole('button', { name: /di più su A1/ }));
  const today = within(screen.getByRole('group', { name: 'Oggi' })).getByRole('textbox', { name: 'probabile' });
  await hand.clear(today);
  await hand.type(today, '1.000.000{Enter}');
  expect(table.model().drivers[0]!.baseline).toBe(1_000_000);
  expect(today).toHaveValue('1.000.000');
});

describe('two people in one cell', () => {
  test('both stand there by name until one is chosen', async () => {
    const table = open();
    const other = new Y.Doc();
    other.clientID = PAOLO;
    Y.applyUpdate(other, Y.encodeStateAsUpdate(table.doc));
    writeCells(other, [[cellKey(A1, 'baseline'), 1_500]], { at: 2, origin: 'paolo' });
    await type('A1', 'baseline', '1600');
    act(() => { Y.applyUpdate(table.doc, Y.encodeStateAsUpdate(other)); });

    expect(await screen.findByText('Two people changed this at the same moment.')).toBeVisible();
    expect(screen.getByText(/Marta wrote 1,600/)).toBeVisible();
    await hand.click(within(screen.getByText(/Paolo wrote 1,500/)).getByRole('button', { name: 'Keep 1,500' }));
    expect(screen.queryByText(/wrote/)).toBeNull();
    expect(table.model().drivers[0]!.baseline).toBe(1_500);
  });

  test('each cell tells who wrote it, and what stood there before', async () => {
    const table = open();
    const other = new Y.Doc();
    other.clientID = PAOLO;
    Y.applyUpdate(other, Y.encodeStateAsUpdate(table.doc));
    writeCells(other, [[cellKey(A1, 'baseline'), 1_000_000]], { at: Date.now(), origin: 'paolo' });
    act(() => { Y.applyUpdate(table.doc, Y.encodeStateAsUpdate(other)); });
    fireEvent.mouseDown(cell('A1', 'baseline'), { button: 0 });
    expect(await screen.findByText(/^\s*Paolo, \d\d:\d\d$/)).toBeVisible();
    await hand.click(screen.getByRole('button', { name: 'History' }));
    const past = (await screen.findByText('Who wrote what here')).parentElement!;
    expect(within(past).getAllByRole('listitem').map(item => item.querySelector('strong')?.textContent)).toEqual(['1,000,000', '1,150,000']);
  });
});

const HASH = 'a1'.repeat(32);

/** A server that keeps whatever it is sent; answers what was sent. */
function answerEvidence(): string[] {
  const sent: string[] = [];
  vi.stubGlobal('fetch', (path: string, { method = 'GET' }: RequestInit) => {
    if (method === 'POST') sent.push(path);
    return Promise.resolve(Response.json({ hash: HASH, name: 'Hours in shops.csv', bytes: 10, at: 1 }));
  });
  return sent;
}

describe('evidence', () => {
  test('without a source is counted, and shown alone when asked for', async () => {
    const table = open();
    expect(screen.queryByRole('button', { name: /without source/ })).toBeNull();
    act(() => { table.write([[cellKey(rowIdOf('drv', 'A3'), 'source'), '']]); });
    await hand.click(await screen.findByRole('button', { name: '1 without source' }));
    expect(screen.getAllByRole('rowheader').map(head => head.textContent).filter(code => /^A\d$/.test(code))).toEqual(['A3']);
    expect(screen.getByRole('button', { name: 'Without a source, more about A3' })).toBeVisible();
    await hand.click(screen.getByRole('button', { name: '1 without source' }));
    expect(screen.getByRole('rowheader', { name: 'A1' })).toBeVisible();
  });

  test('may be a file, which everybody who reads can save, and which can be taken away again', async () => {
    const table = open();
    act(() => { table.write([[cellKey(rowIdOf('drv', 'A1'), 'source'), '']]); });
    await hand.click(await screen.findByRole('button', { name: /more about A1/ }));
    answerEvidence();
    await hand.upload(screen.getByLabelText('Choose the file these figures come from'), new File(['shop;hours'], 'Hours in shops.csv', { type: 'text/csv' }));

    const link = await screen.findByRole('link', { name: 'Hours in shops.csv, 1 kB' });
    expect(link).toHaveAttribute('href', expect.stringMatching(new RegExp(`/evidence/${HASH}$`)));
    expect(table.model().drivers[0]!.sourceFile).toBe(HASH);
    expect(screen.queryByRole('button', { name: /without source/ })).toBeNull();

    await hand.click(screen.getByRole('button', { name: 'Take the file away' }));
    expect(table.model().drivers[0]!.sourceFile).toBe('');
    expect(screen.getByRole('button', { name: '1 without source' })).toBeVisible();
  });

  test('that is too large a file is not sent, and says so where it was chosen', async () => {
    const table = open({}, 'it');
    await hand.click(screen.getByRole('button', { name: /di più su A1/ }));
    const sent = answerEvidence();
    const large = new File(['x'], 'tutto.zip');
    Object.defineProperty(large, 'size', { value: LIMITS.evidenceBytes + 1 });
    await hand.upload(screen.getByLabelText('Scegli il file da cui vengono le cifre'), large);
    expect(await screen.findByText(/troppo grande/)).toBeVisible();
    expect(sent).toEqual([]);
    expect(table.model().drivers[0]!.sourceFile).toBe('');
  });

  test('of a note leads to it, and the note back to the driver', () => {
    const table = valueTable({ example: 'A' });
    table.write([[cellKey(A1, 'note'), 'not_demo-note-1'], [linkedKey(rowIdOf('scn', 'S1'), 'improvement', A1), 0.3]]);
    draw(<>{table.around(<Page />)}<NoteLink project={table.project} room={table.room} link={A1} /></>);
    expect(screen.getByRole('link', { name: 'The note it came from' })).toHaveAttribute('href', `/projects/${table.project.id}/canvas?note=not_demo-note-1`);
    expect(screen.getByRole('link', { name: 'To A1 in the figures' })).toHaveAttribute('href', `/projects/${table.project.id}/value?driver=${A1}`);
  });
});

describe('a long table', () => {
  const far = Array.from({ length: 70 }, (_, nth) => ({ id: `drv_many${String(nth).padStart(10, '0')}`, values: { code: `B${nth + 1}`, label: `Driver ${nth + 1}`, baseline: nth } }));

  test('draws the rows near the screen, and any other as soon as one goes there', async () => {
    vi.stubGlobal('IntersectionObserver', class { observe() {} disconnect() {} });
    open({ rows: far });
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '77');
    expect(screen.getByRole('rowheader', { name: 'A1' }).closest('tr')).toHaveAttribute('aria-rowindex', '2');
    expect(screen.queryByRole('rowheader', { name: 'B70' })).toBeNull();

    fireEvent.mouseDown(cell('A1', 'baseline'), { button: 0 });
    await hand.keyboard('{Control>}{ArrowDown}{/Control}');
    expect(screen.getByRole('rowheader', { name: 'B70' })).toBeVisible();
    expect(here()).toBe(cell('B70', 'baseline').dataset['slot']);
    await hand.keyboard('{Control>}{Home}{/Control}');
    expect(screen.queryByRole('rowheader', { name: 'B70' })).toBeNull();
    vi.stubGlobal('IntersectionObserver', undefined); // as jsdom is: other tests draw whole tables
  });
});

test('scenarios stand side by side with what comes of each, and who would lose how much', () => {
  draw(valueTable({ example: 'A' }).around(<ScenarioBar />));
  expect(screen.getAllByRole('listitem').map(item => item.textContent)).toEqual([
    'S0New CRM, full migrationModastile loses €166,316', 'S1Identity hub above what exists€423,137 together', 'S2Pilot: 8 shops and the e-shop€138,596 together',
  ]);
});

describe('before anything is counted', () => {
  test('the page says what will stand here instead of drawing noughts', () => {
    const table = valueTable({ rows: [{ id: 'drv_first00000', values: { code: 'A1', label: 'Hours' } }, { id: 'scn_first00000', values: { code: 'S1', name: 'A way' } }] });
    draw(table.around(<><ScenarioBar /><ModelSection /></>));
    expect(screen.getByText(/^With the first figures you see here/)).toBeVisible();
    expect(screen.getByRole('button', { name: /S1.*A way.*nothing counted yet/ })).toBeVisible();
    expect(screen.queryByRole('img', { name: /^Money per year/ })).toBeNull();
    expect(screen.queryByText(/Not known yet|−0/)).toBeNull();
  });
});
