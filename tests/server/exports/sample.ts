/** A proposal that has a bit of everything, filled with the figures of example A. */
import { rowIdOf } from '../../../server/demo/model.ts';
import type { ExportOrder } from '../../../server/actions/exports.ts';
import { fillShown, heading, paragraph, type RichText } from '../../../shared/documents/richtext.ts';
import { showIn } from '../../../shared/documents/shown.ts';
import type { Model } from '../../../shared/value/model.ts';
import { driverId, exampleModel } from '../../support/exampleModel.ts';

const s1 = rowIdOf('scn', 'S1');
export const model: Model = { ...exampleModel('A'), settings: { ...exampleModel('A').settings, onTable: s1 } };

const cell = (type: 'tableHeader' | 'tableCell', words: string, spans: { colspan?: number; rowspan?: number } = {}) => ({ type, ...spans, content: [paragraph(words)] });
const text: RichText = [
  heading(2, 'Perché insieme: è già così'),
  { type: 'paragraph', content: [
    { type: 'text', text: 'Ogni anno ' }, { type: 'figure', of: driverId('A1'), shows: 'baseline' }, { type: 'text', text: ' messaggi: ' },
    { type: 'text', text: 'togliere i doppioni', marks: [{ type: 'bold' }] }, { type: 'text', text: ' vale ' }, { type: 'figure', of: driverId('A1'), shows: 'worth' },
    { type: 'text', text: ', secondo Łukasz e ' }, { type: 'text', text: 'le nostre fatture', marks: [{ type: 'italic' }, { type: 'link', href: 'https://example.org/a_b' }] }, { type: 'text', text: '.' },
  ] },
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('La cassa resta com’è.')] }, { type: 'listItem', content: [paragraph('1.000 € in meno?'), { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('dentro')] }] }] }] },
  { type: 'blockquote', content: [paragraph('Chi firma le scuse?')] },
  { type: 'live', of: s1, shows: 'drivers' }, { type: 'live', of: s1, shows: 'flows' }, { type: 'live', of: s1, shows: 'split' }, { type: 'live', of: s1, shows: 'scenario' },
  heading(2, 'L’altra strada'), heading(3, 'Che perde'),
  { type: 'live', of: rowIdOf('scn', 'S0'), shows: 'flows' }, { type: 'live', of: driverId('A2'), shows: 'driver' }, { type: 'live', of: 'drv_gone000000', shows: 'driver' },
  { type: 'table', content: [
    { type: 'tableRow', content: [cell('tableHeader', 'Chi'), cell('tableHeader', 'Cosa', { colspan: 2 })] },
    { type: 'tableRow', content: [cell('tableCell', 'Nodo', { rowspan: 2 }), cell('tableCell', 'unisce'), cell('tableCell', 'a|b *no*')] },
    { type: 'tableRow', content: [cell('tableCell', 'prova'), cell('tableCell', 'marzo')] },
  ] },
  { type: 'codeBlock', content: [{ type: 'text', text: 'if (a < b) {\n  `x`\n}' }] }, { type: 'horizontalRule', content: [] }, paragraph('Fine.'),
];

export const order = (more: Partial<ExportOrder> = {}): ExportOrder => ({
  format: 'pdf', language: 'it', project: { title: 'Una sola cliente, un solo profilo', sellerName: 'Nodo Software S.r.l.', clientName: 'Modastile S.p.A.', currency: 'EUR' },
  state: { kind: 'frozen', number: 3, at: Date.UTC(2026, 10, 12), hash: 'ab'.repeat(32) },
  proposal: fillShown(text, asked => showIn(model, asked)), ...more,
});
