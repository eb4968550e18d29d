import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { makeDocx } from '../../../server/exports/docx.ts';
import { chartSvg } from '../../../server/exports/chartSvg.ts';
import { runsOf } from '../../../server/exports/fonts.ts';
import { gridOf } from '../../../server/exports/grid.ts';
import { makePdf } from '../../../server/exports/pdf.ts';
import { Workshop } from '../../../server/exports/workshop.ts';
import { paragraph } from '../../../shared/documents/richtext.ts';
import { showIn } from '../../../shared/documents/shown.ts';
import { rowIdOf } from '../../../server/demo/model.ts';
import { pdfText } from './pdfText.ts';
import { model, order } from './sample.ts';

const FIGURES = ['1.150.000', '130.410 €', '113.925 €', '92.880 €', '21.542 €', '25.704 €', '384.461 €', '423.137 €', '138,9 %', '158.861 €', '264.276 €', '−400.000 €'];
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

describe('a PDF', () => {
  test('says the title, the sides, the state, every figure and its chart’s numbers', { timeout: 30_000 }, async () => {
    const bytes = await makePdf(order());
    const words = plain(pdfText(bytes));
    for (const each of ['Una sola cliente, un solo profilo', 'Modastile S.p.A. e Nodo Software S.r.l.', 'Versione 3, congelata il 12 novembre 2026', 'ab'.repeat(32), ...FIGURES]) expect(words).toContain(each);
    for (const each of ['Perché insieme: è già così', 'Łukasz', '267k', 'Anno 3', 'Modastile perderebbe 166.316 €', 'Questa leva non è più nel modello', '1 di ']) expect(words).toContain(each);
    expect(words).not.toContain('117.313'); // what the other side would have of a scenario in which one loses
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toContain('/Outlines');
    expect(raw).toMatch(/\/URI \(https:\/\/example\.org\/a_b\)/);
    expect(raw).toContain('/Lang (it)');
  });

  test('takes no address and no file that a text names', { timeout: 30_000 }, async () => {
    const hostile = paragraph('<img src="http://127.0.0.1:1/x"> file:///etc/passwd {{x}} \u0000');
    const bytes = await makePdf(order({ language: 'en', project: { title: '</title><script>', sellerName: '&', clientName: '"', currency: 'EUR' }, proposal: [hostile, { type: 'paragraph', content: [{ type: 'text', text: 'lure', marks: [{ type: 'link', href: 'javascript:x()' }] }] }] }));
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('javascript');
    expect(pdfText(bytes)).toContain('file:///etc/passwd');
  });
});

describe('a Word document', () => {
  test('has headings, lists, tables, links and every figure as text, and its chart as a drawing with a picture behind it', { timeout: 30_000 }, async () => {
    const parts = unzipSync(await makeDocx(order({ format: 'docx' })));
    const read = (name: string) => plain(new TextDecoder().decode(parts[name]));
    const document = read('word/document.xml');
    for (const each of FIGURES) expect(document).toContain(each);
    for (const each of ['w:val="Heading1"', 'w:val="Heading2"', '<w:numPr>', '<w:hyperlink', 'w:gridSpan', 'w:vMerge', 'Questa leva non è più nel modello', 'a|b *no*']) expect(document).toContain(each);
    expect(document).not.toContain('117.313');
    expect(read('word/_rels/document.xml.rels')).toContain('https://example.org/a_b');
    expect(Object.keys(parts).filter(name => /media\/.*\.(svg|png)$/.test(name))).toHaveLength(4);
    const drawing = read(Object.keys(parts).find(name => name.endsWith('.svg'))!);
    expect(drawing).toContain('>267k</text>');
    const picture = parts[Object.keys(parts).find(name => name.endsWith('.png'))!]!;
    expect([...picture.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(read('docProps/core.xml')).toContain('Una sola cliente');
  });

  test('holds no sign that XML forbids, and no safe-looking lure', { timeout: 30_000 }, async () => {
    const parts = unzipSync(await makeDocx(order({ format: 'docx', proposal: [
      { type: 'paragraph', content: [{ type: 'text', text: 'one\u0001two\ud800 <b>&', marks: [{ type: 'link', href: 'javascript:x()' }] }] },
    ] })));
    const document = new TextDecoder().decode(parts['word/document.xml']);
    expect(document).toContain('onetwo');
    expect(document).toContain('&lt;b&gt;&amp;');
    expect(document).not.toContain('hyperlink');
  });
});

test('a chart holds names as words', () => {
  const shown = showIn(model, { type: 'live', of: rowIdOf('scn', 'S1'), shows: 'flows' });
  if (shown.kind !== 'flows') throw new Error('no flows');
  const svg = chartSvg(shown, { language: 'en', currency: 'EUR', clientName: '<image href="http://x"/>', sellerName: 'A & "B"' }, 'Roboto');
  expect(svg).not.toMatch(/<image|href="/);
  expect(svg).toContain('&#60;image href=&#34;');
});

test('words change face where the first one has no such letters', () => {
  expect(runsOf('Łukasz: 5 €')).toEqual([{ text: 'Ł', font: 'Roboto' }, { text: 'ukasz: 5 €', font: 'Newsreader' }]);
  expect(runsOf('日本').map(run => run.font)).toEqual(['Roboto']);
});

test('a table whose spans claim too much still has its places', () => {
  const cell = (colspan: number, rowspan: number) => ({ type: 'tableCell' as const, colspan, rowspan, content: [paragraph('x')] });
  const { rows, columns } = gridOf({ type: 'table', content: [{ type: 'tableRow', content: [cell(1, 90), cell(90, 1)] }, { type: 'tableRow', content: [cell(3, 1), cell(1, 1)] }] });
  expect(columns).toBe(40);
  expect(rows.every(row => row.length === columns)).toBe(true);
  expect(rows[0]![0]).toMatchObject({ rowspan: 2 });
});

describe('the workshop', () => {
  const shops: Workshop[] = [];
  const open = (allowed?: ConstructorParameters<typeof Workshop>[0]) => {
    const shop = new Workshop(allowed);
    shops.push(shop);
    return shop;
  };
  afterAll(() => Promise.all(shops.map(shop => shop.close())));

  test('makes both kinds in a thread, one after the other', { timeout: 60_000 }, async () => {
    const shop = open();
    const [pdf, docx] = await Promise.all([shop.make(order()), shop.make(order({ format: 'docx' }))]);
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(Object.keys(unzipSync(docx))).toContain('word/document.xml');
  });

  test('that closes asks whoever waits to come again, and starts nothing anew', { timeout: 60_000 }, async () => {
    const shop = open();
    const answers = Promise.allSettled([shop.make(order()), shop.make(order()), shop.make(order())]);
    await shop.close();
    expect(await answers).toEqual(Array.from({ length: 3 }, () => ({ status: 'rejected', reason: expect.objectContaining({ code: 'not-now' }) as unknown })));
  });

  test('asks those who come when many wait to come again', async () => {
    const shop = open({ waiting: 0, tooLongMs: 60_000, idleMs: 1_000 });
    await expect(shop.make(order())).rejects.toMatchObject({ code: 'export-busy' });
  });

  test('gives up an order that takes too long, and makes the next one', { timeout: 60_000 }, async () => {
    const shop = open({ waiting: 5, tooLongMs: 1, idleMs: 1_000 });
    await expect(shop.make(order())).rejects.toMatchObject({ code: 'export-too-large' });
    await expect(shop.make(order())).rejects.toMatchObject({ code: 'export-too-large' });
  });
});
