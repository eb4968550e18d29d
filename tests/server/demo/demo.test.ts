/** The three examples, loaded through the real server into a real store. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CASES } from '../../../server/demo/cases.ts';
import { demoId, EXAMPLES, jobOf } from '../../../server/demo/cast.ts';
import { loadDemo } from '../../../server/demo/demo.ts';
import { heightOf } from '../../../server/demo/layout.ts';
import { rowIdOf } from '../../../server/demo/model.ts';
import { proseOf } from '../../../server/demo/prose.ts';
import { HEADINGS } from '../../../server/templates/headings.ts';
import { colleagues, comments, doubts, members, people, projects, seats, workspaces } from '../../../server/storage/collections.ts';
import { areaOfNote, authorClientId, noteText, noteTitle, readElements } from '../../../shared/documents/canvas.ts';
import { askedIn, plainText, readRichText } from '../../../shared/documents/richtext.ts';
import { metaRoot, newRoomDoc, proposalRoot } from '../../../shared/documents/roots.ts';
import { addRows, readCells, readModel } from '../../../shared/documents/value.ts';
import { readProposal } from '../../../shared/documents/version.ts';
import { roomIdOf, type RoomKind } from '../../../shared/rooms.ts';
import { agreementOf } from '../../../shared/value/agreement.ts';
import { compare } from '../../../shared/value/compare.ts';
import { evaluateAll, onTable } from '../../../shared/value/evaluate.ts';
import { financingCost } from '../../../shared/value/financing.ts';
import type { CellKey } from '../../../shared/value/keys.ts';
import { missingIn } from '../../../shared/value/missing.ts';
import { exampleScenario } from '../../support/exampleModel.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

describe.each(['en', 'it'] as const)('the examples in %s', language => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ argv: ['--demo'] });
    await loadDemo(app.parts, language);
  });
  afterAll(() => app.close());

  const projectOf = (nth: number) => demoId('prj', { nth }, 'project');
  const docOf = async (nth: number, kind: RoomKind): Promise<Y.Doc> => (await app.parts.documents.read(roomIdOf(projectOf(nth), kind))).doc;

  test('are three workspaces, each with its project and its people on their sides', async () => {
    const firms = await app.store.find(workspaces, 'all', []);
    expect(firms.map(firm => firm.name)).toEqual(['Nodo Software', 'Autovia Romagna', 'MedArco']);
    for (const { nth, of } of EXAMPLES) {
      const seated = await app.store.find(members, 'byProject', [projectOf(nth)]);
      const named = await Promise.all(seated.map(async ({ personId, side, approver }) => ({ name: (await app.store.get(people, personId))!.name, side, approver })));
      expect(named).toEqual(of.people);
      expect(seated.filter(member => member.role === 'host').map(member => member.side)).toEqual(['seller']);
    }
    expect(await app.store.find(colleagues, 'byWorkspace', [firms[0]!.id])).toHaveLength(3);
  });

  test.each(EXAMPLES.map(({ nth, of }) => [of.title[language], nth] as const))('“%s” has its board laid out, every note in the area it was written for', async (title, nth) => {
    const { story } = EXAMPLES[nth - 1]!;
    expect((await app.store.get(projects, projectOf(nth)))?.title).toBe(title);
    const doc = await docOf(nth, 'shared');
    const elements = readElements(doc);
    const areas = elements.filter(element => element.type === 'area');
    const notes = elements.filter(element => element.type === 'note');
    expect(areas).toHaveLength(8);
    expect(notes).toHaveLength(story.notes.length);
    expect(elements.filter(element => element.type === 'connector')).toHaveLength(story.connectors.length);
    for (const told of story.notes) {
      const note = notes.find(each => each.id.includes(`demo-${told.id}`))!;
      expect(areaOfNote(areas, note)?.kind ?? 'ground', told.id).toBe(told.lies);
      const area = areas.find(each => each.kind === told.lies);
      const height = heightOf(told.kind, plainText(readRichText(noteText(doc, note.id)!)), note.w);
      if (area) expect(note.y + height, told.id).toBeLessThanOrEqual(area.y + area.h);
    }
  });

  test('every note is by the person who said it', async () => {
    const doc = await docOf(1, 'shared');
    const table = await app.store.find(seats, 'byRoom', [roomIdOf(projectOf(1), 'shared')]);
    const authorOf = (id: string) => {
      const clientId = authorClientId(doc, id)!;
      return table.find(seat => clientId >= seat.first && clientId < seat.first + 16);
    };
    const by = (words: string) => authorOf(readElements(doc).find(element => element.type === 'note' && noteTitle(doc, element.id, 200).includes(words))!.id);
    expect(by('62%')).toMatchObject({ memberId: demoId('mbr', { nth: 1 }, 'ivo'), byServer: true });
    expect(by(language === 'it' ? 'schermata' : 'screen')).toMatchObject({ memberId: demoId('mbr', { nth: 1 }, 'paolo') });
    expect(by(language === 'it' ? 'zappa' : 'my own deal')).toMatchObject({ memberId: demoId('mbr', { nth: 1 }, 'marta') });
  });

  test.each(EXAMPLES.map(({ nth, of }) => [of.id, nth] as const))('“%s” keeps internal words out of the shared room, and in the one backstage', async (_id, nth) => {
    const internal = EXAMPLES[nth - 1]!.of.notes.filter(note => note.visibility === 'internal').map(note => note.text[language]);
    expect(internal.length).toBeGreaterThan(0);
    const [shared, backstage, clientRoom] = [await docOf(nth, 'shared'), await docOf(nth, 'backstage'), await docOf(nth, 'clientRoom')];
    for (const words of internal) {
      expect(wordsIn(backstage)).toContain(words);
      expect(wordsIn(shared)).not.toContain(words);
    }
    expect(wordsIn(clientRoom)).toBe('');
  });

  test.each(EXAMPLES.map(({ nth, story }) => [story.id, nth] as const))('the proposal of “%s” tells every section, in the words of those who wrote them', async (_id, nth) => {
    const { story, of } = EXAMPLES[nth - 1]!;
    const text = readRichText(proposalRoot(await docOf(nth, 'shared')));
    const titles = text.flatMap(block => (block.type === 'heading' ? [plainText([block])] : []));
    expect(titles).toEqual(of.proposalSections.map(title => title[language]));
    const empty = text.filter(block => block.type === 'paragraph' && block.content.length === 0);
    expect(empty).toEqual([]);
    expect(text.filter(block => block.type !== 'heading')).toEqual(story.proposal.flatMap(({ says }) => proseOf(of, says, language)));
  });

  test.each(EXAMPLES.map(({ nth, story }) => [story.id, nth] as const))('every figure in the proposal of “%s” finds its number in the model', async (_id, nth) => {
    const proposal = readProposal(await docOf(nth, 'shared'));
    const asked = askedIn(proposal);
    expect(asked.length).toBeGreaterThan(12);
    for (const { of, shows, shown } of asked) {
      expect(shown?.kind, `${of} ${shows}`).not.toBe('gone');
      if (shown?.kind === 'figure') expect(shown.amount ?? shown.why, `${of} ${shows}`).not.toBe('unknown');
    }
  });

  test('people comment, and what is internal is marked so', async () => {
    const said = await app.store.find(comments, 'byProject', [projectOf(1)]);
    expect(said).toHaveLength(EXAMPLES[0]!.story.comments.length);
    expect(said.filter(comment => comment.audience === 'internal').map(comment => comment.authorId)).toEqual([demoId('mbr', { nth: 1 }, 'ivo')]);
    expect(said.every(comment => comment.createdAt <= Date.now())).toBe(true);
  });

  test.each(EXAMPLES.map(({ nth, of }) => [of.id, nth] as const))('the value model of “%s” holds the numbers of its case, and what both sides said', async (_id, nth) => {
    const { story, of } = EXAMPLES[nth - 1]!;
    const doc = await docOf(nth, 'shared');
    const model = readModel(doc);
    expect(model.drivers.map(({ code, label, baseline }) => [code, label, baseline])).toEqual(of.drivers.map(driver => [driver.id, driver.label[language], driver.baseline]));
    expect(model.scenarios.map(({ code }) => code)).toEqual(of.scenarios.map(({ id }) => id));
    expect(onTable(model)?.code).toBe(story.value.onTable);
    expect(evaluateAll(model).map(({ results }) => Math.round(results.npv * 100))).toEqual(
      model.scenarios.map(({ code }) => Math.round(exampleScenario(code).results.npv * 100)),
    );
    expect(model.scenarios.flatMap(scenario => missingIn(model, scenario))).toEqual([]);
    expect(compare(model).best.fit).toEqual([model.scenarios.find(({ code }) => code === story.value.onTable)!.id]);
    expect(model.financing.map(offer => Math.round(financingCost(offer)!.total))).toEqual(nth === 2 ? [21_079, 20_876, 19_104] : []);
  });

  test('Marta doubted her own deal twice: one doubt is answered by the client, one still waits', async () => {
    const kept = await app.store.find(doubts, 'byProject', [projectOf(1)]);
    expect(kept.map(({ authorId, scenarioId, answer }) => [authorId, scenarioId, answer?.by ?? null])).toEqual([
      [demoId('mbr', { nth: 1 }, 'marta'), rowIdOf('scn', 'S0'), demoId('mbr', { nth: 1 }, 'paolo')],
      [demoId('mbr', { nth: 1 }, 'marta'), rowIdOf('scn', 'S1'), null],
    ]);
    expect(kept[1]!.words).toBe(CASES[0]!.scenarios[1]!.doubt[language]);
  });

  test('each side agreed to drivers for itself, and notes point at them and back', async () => {
    const doc = await docOf(1, 'shared');
    const table = await app.store.find(seats, 'byRoom', [roomIdOf(projectOf(1), 'shared')]);
    const cells = readCells(doc);
    const writerOf = (key: CellKey) => table.find(({ first }) => cells.get(key)!.by >= first && cells.get(key)!.by < first + 16)?.memberId;
    const [paid] = readModel(doc).drivers;
    expect(writerOf(`${paid!.id}/agreedClient`)).toBe(demoId('mbr', { nth: 1 }, 'paolo'));
    expect(writerOf(`${paid!.id}/agreedSeller`)).toBe(demoId('mbr', { nth: 1 }, 'marta'));
    expect(readModel(doc).drivers.map(driver => [agreementOf(driver, 'seller', 'seller'), agreementOf(driver, 'client', 'client')].join(' '))).toEqual(
      ['agreed agreed', 'agreed open', 'agreed agreed', 'agreed agreed', 'open agreed'],
    );
    const note = readElements(doc).find(element => element.id === paid!.note);
    expect(note).toMatchObject({ type: 'note', link: paid!.id });
  });

  test('loading them again changes nothing, also where people have edited since', async () => {
    const room = roomIdOf(projectOf(1), 'shared');
    await app.parts.documents.edit(room, demoId('mbr', { nth: 1 }, 'paolo'), doc => proposalRoot(doc).delete(0, 2));
    const [head, said] = [await app.store.journal.head(room), await app.store.find(comments, 'byProject', [projectOf(1)])];
    await loadDemo(app.parts, language === 'it' ? 'en' : 'it');
    expect(await app.store.journal.head(room)).toBe(head);
    expect(await app.store.find(comments, 'byProject', [projectOf(1)])).toEqual(said);
    expect((await app.store.get(projects, projectOf(1)))?.language).toBe(language);
  });
});

test('what a crash left undone is done by the next start', async () => {
  const app = await startApp({ argv: ['--demo'] });
  let edits = 0;
  const dying = { ...app.parts, documents: { ...app.parts.documents, edit: (...asked: Parameters<typeof app.parts.documents.edit>) => {
    edits += 1;
    if (edits === 3) throw new Error('the process ends here');
    return app.parts.documents.edit(...asked);
  } } };
  await expect(loadDemo(dying, 'en')).rejects.toThrow('the process ends here');
  await loadDemo(app.parts, 'en');

  const { doc } = await app.parts.documents.read(roomIdOf(demoId('prj', { nth: 1 }, 'project'), 'shared'));
  expect(readElements(doc).filter(element => element.type === 'note')).toHaveLength(EXAMPLES[0]!.story.notes.length);
  expect(readElements(doc).filter(element => element.type === 'area')).toHaveLength(8);
  await app.close();
});

test('examples that were loaded before they had a value model get one; a model that people began stays theirs', async () => {
  const app = await startApp({ argv: ['--demo'] });
  const rooms = [1, 2].map(nth => roomIdOf(demoId('prj', { nth }, 'project'), 'shared'));
  const readRoom = async (room: (typeof rooms)[number]) => readModel((await app.parts.documents.read(room)).doc);
  const before = { ...app.parts, documents: { ...app.parts.documents, edit: (...[room, as, change]: Parameters<typeof app.parts.documents.edit>) =>
    app.parts.documents.edit(room, as, doc => {
      const copy = newRoomDoc(doc.clientID);
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      change(copy);
      if (![...metaRoot(copy).keys()].some(key => key.startsWith('example-value'))) change(doc);
    }) } };
  await loadDemo(before, 'en');
  expect((await readRoom(rooms[0]!)).scenarios.map(({ id }) => id)).toEqual(['scn_template-1']);
  await app.parts.documents.edit(rooms[1]!, demoId('mbr', { nth: 2 }, 'dario'), doc => addRows(doc, [{ id: 'drv_ourownown0', values: { label: 'Ours' } }], { at: 1, origin: null }));

  await loadDemo(app.parts, 'en');
  expect((await readRoom(rooms[0]!)).drivers.map(({ code }) => code)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
  expect((await readRoom(rooms[1]!)).drivers.at(-1)?.label).toBe('Ours');
  expect((await readRoom(rooms[1]!)).wishes).toEqual([]);
  await app.close();
});

test('everybody has an address, a job in both languages, and a first name of their own', () => {
  const everybody = EXAMPLES.flatMap(example => Object.entries(example.story.people).map(([who, person]) => ({ ...person, who, id: demoId('psn', example, who) })));
  expect(everybody).toHaveLength(15);
  expect(new Set(everybody.map(person => person.email)).size).toBe(15);
  expect(new Set(everybody.map(person => person.who)).size).toBe(15);
  for (const person of everybody) expect(jobOf(person.id)).toEqual(person.job);
});

test('each story points at notes that are there, in the words of its case', () => {
  for (const { story, of } of EXAMPLES) {
    const ids = new Set([...story.notes, ...story.backstage].map(note => note.id));
    for (const { from, to } of story.connectors) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
    for (const { on } of story.comments) expect(ids.has(on)).toBe(true);
    const quoted = [...story.notes, ...story.backstage].flatMap(({ says }) => ('note' in says ? [says.note] : []));
    expect(quoted.sort()).toEqual(of.notes.map(note => note.id).sort());
  }
});

test('templates carry the headings of the worked cases', () => {
  for (const { story } of EXAMPLES) expect(HEADINGS[story.template]).toEqual(CASES.find(each => each.id === story.id)!.proposalSections);
});

function wordsIn(doc: Y.Doc): string {
  const notes = readElements(doc).map(element => (element.type === 'note' ? noteTitle(doc, element.id, 500) : ''));
  return [...notes, plainText(readRichText(proposalRoot(doc)))].join('\n').trim();
}
