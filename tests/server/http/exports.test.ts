import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASES } from '../../../server/demo/cases.ts';
import { driverRows, rowIdOf, scenarioRows, settingsOf } from '../../../server/demo/model.ts';
import { heading, paragraph, writeRichText } from '../../../shared/documents/richtext.ts';
import { proposalRoot } from '../../../shared/documents/roots.ts';
import { addRows, writeCells } from '../../../shared/documents/value.ts';
import { exportFileName } from '../../../shared/exports.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { roomIdOf } from '../../../shared/rooms.ts';
import { cellKey, settingKey } from '../../../shared/value/keys.ts';
import { VersionView } from '../../../shared/versions.ts';
import { type OneProject, oneProject, type Seated } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';
import { pdfText } from '../exports/pdfText.ts';

const [a1, s1] = [rowIdOf('drv', 'A1'), rowIdOf('scn', 'S1')];
let app: TestApp;
let table: OneProject;
let marta: Seated;
let paolo: Seated;

beforeAll(async () => {
  app = await startApp();
  table = await oneProject(app);
  [marta, paolo] = [await table.seat('marta'), await table.seat('paolo')];
  await app.parts.documents.edit(roomIdOf(table.project.id, 'shared'), marta.member.id, doc => {
    const of = CASES[0]!;
    writeCells(doc, Object.entries({ ...settingsOf(of), onTable: s1 }).map(([field, value]) => [settingKey(field as 'years'), value]), { at: 1, origin: null });
    addRows(doc, [...driverRows(of, 'en'), ...scenarioRows(of, 'en')], { at: 1, origin: null });
    writeRichText(proposalRoot(doc), [
      heading(2, 'The value'), { type: 'paragraph', content: [{ type: 'text', text: 'It saves ' }, { type: 'figure', of: a1, shows: 'worth' }, { type: 'text', text: ' a year.' }] }, { type: 'live', of: s1, shows: 'split' },
    ]);
  });
}, 60_000);
afterAll(() => app.close());

/** Bytes as they arrive, with what the answer says of itself. */
async function take(who: Seated, query: string) {
  const answer = await fetch(`${app.url}${table.path}/exports/proposal?${query}`, { headers: { cookie: who.browser.cookie } });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes, text: new TextDecoder().decode(bytes).replaceAll('\u00a0', ' ') };
}
const setBaseline = (value: number) =>
  app.parts.documents.edit(roomIdOf(table.project.id, 'shared'), paolo.member.id, doc => { writeCells(doc, [[cellKey(a1, 'baseline'), value]], { at: 2, origin: null }); });

describe('a proposal taken away', () => {
  test('as Markdown says its figures in the wished language', async () => {
    const { status, headers, text } = await take(paolo, 'format=md&language=it');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="one-customer-one-record.md"');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('# One customer, one record\n\n## The value\n\nIt saves 130.410 € a year.');
    expect(text).toContain('- Modastile 62,5 %: 264.276 €');
  });

  test('as PDF and as Word comes from the server’s own thread', { timeout: 60_000 }, async () => {
    const [pdf, docx] = await Promise.all([take(paolo, 'format=pdf&language=en'), take(marta, 'format=docx&language=en')]);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(pdfText(pdf.bytes)).toContain('€130,410');
    expect([docx.status, docx.bytes[0], docx.bytes[1]]).toEqual([200, 0x50, 0x4b]);
  });

  test('of a version holds what was frozen, whatever the model has become', { timeout: 60_000 }, async () => {
    const version = VersionView.parse((await marta.browser.ask('POST', `${table.path}/versions`, { name: 'ZEBRA-7 before the call' })).body);
    await setBaseline(1_000_000);
    const [living, frozen, pdf] = await Promise.all([take(marta, 'format=md&language=en'), take(marta, `format=md&language=en&version=${version.id}`), take(marta, `format=pdf&language=en&version=${version.id}`)]);
    expect(living.text).toContain('€113,400');
    expect(frozen.text).toContain('€130,410');
    expect(frozen.headers.get('content-disposition')).toContain('one-customer-one-record-draft.md');
    expect(pdfText(pdf.bytes)).toContain(version.contentHash);
    expect(pdfText(pdf.bytes)).not.toContain('ZEBRA-7'); // what the draft is called stays with those who froze it
    await setBaseline(1_150_000);
    // A draft that was not put to the client is not there for the client.
    expect((await take(paolo, `format=md&language=en&version=${version.id}`)).status).toBe(404);
  });

  test('holds no word of what is said about it', async () => {
    const ivo = await table.seat('ivo');
    const said = await ivo.browser.ask('POST', `${table.path}/comments`, { id: app.parts.makeId('cmt'), anchor: { on: 'project' }, audience: 'internal', body: 'ZEBRA-7', mentions: [] });
    await app.parts.documents.edit(roomIdOf(table.project.id, 'backstage'), ivo.member.id, doc => { writeRichText(proposalRoot(doc), [paragraph('ZEBRA-7 backstage')]); });
    expect(said.status).toBe(200);
    expect((await take(paolo, 'format=md&language=en')).text).not.toContain('ZEBRA-7');
  });

  test.each([
    ['an unknown form', 'format=html&language=en', 400], ['no language', 'format=md', 400], ['a version that is none', 'format=md&language=en&version=../../x', 400],
    ['a version of nobody', `format=md&language=en&version=ver_${'a'.repeat(22)}`, 404],
  ])('is refused for %s', async (_what, query, status) => {
    expect((await take(marta, query)).status).toBe(status);
  });

  test('is refused when it is too long to be laid out, and says so', async () => {
    const other = await oneProject(app);
    const carla = await other.seat('marta');
    await app.parts.documents.edit(roomIdOf(other.project.id, 'shared'), carla.member.id, doc => { writeRichText(proposalRoot(doc), [paragraph('x'.repeat(LIMITS.exportCharacters))]); });
    const answer = await carla.browser.ask('GET', `${other.path}/exports/proposal?format=pdf&language=en`);
    expect([answer.status, answer.body]).toEqual([413, expect.objectContaining({ code: 'export-too-large' })]);
  });
});

test.each([
  ['Perché no? “Insieme” / 2', 'perche-no-insieme-2-version-3.pdf'], ['日本', 'insieme-version-3.pdf'], ['../../etc\r\nX: y', 'etc-x-y-version-3.pdf'],
])('a file of %s is called so that every system can keep it', (title, name) => {
  expect(exportFileName(title, { kind: 'frozen', number: 3, at: 0, hash: '' }, 'pdf')).toBe(name);
});
