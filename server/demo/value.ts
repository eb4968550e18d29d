/** Writes an example's value model into its shared room: the host the numbers, the client its wishes; each agrees for itself. */
import type * as Y from 'yjs';
import { metaRoot, valueRoot } from '../../shared/documents/roots.ts';
import { addRows, type Edit, type NewRow, readModel, writeCells } from '../../shared/documents/value.ts';
import type { Language } from '../../shared/sides.ts';
import { agreedFigures, agreementField } from '../../shared/value/agreement.ts';
import { cellKey, type CellKey, linkedKey } from '../../shared/value/keys.ts';
import { SETTINGS_ROW, type SideOfValue } from '../../shared/value/model.ts';
import type { Example } from './cast.ts';
import { driverRows, rowIdOf, scenarioRows, settingsOf } from './model.ts';
import type { Who } from './story.ts';
import { driverOf, noteIdOf } from './write.ts';

const flagOf = (who: Who): string => `example-value:${who}`;
export const hasValued = (doc: Y.Doc, who: Who): boolean => metaRoot(doc).has(flagOf(who));

/** In the order in which they write: nobody scores a scenario that is not there. */
export const valuersOf = ({ story }: Example): Who[] => [story.host, story.value.client];

interface Circumstances {
  language: Language;
  /** Epoch milliseconds. */
  at: number;
}

export function writeValue(doc: Y.Doc, example: Example, who: Who, { language, at }: Circumstances): void {
  if (hasValued(doc, who)) return;
  const edit: Edit = { at, origin: null };
  doc.transact(() => {
    metaRoot(doc).set(flagOf(who), true);
    if (who === example.story.host) writeNumbers(doc, example, language, edit);
    else if (hasValued(doc, example.story.host)) writeWishes(doc, example, language, edit);
  });
}

/** The template's open questions make room for the example's drivers; a model that people have begun is theirs. */
function writeNumbers(doc: Y.Doc, example: Example, language: Language, edit: Edit): void {
  const { of, story: { value } } = example;
  if (isBegun(doc)) return;
  const rows = [...readModel(doc).drivers, ...readModel(doc).scenarios];
  writeCells(doc, rows.map(({ id }) => [cellKey(id, 'gone'), true] as const), edit);
  const settings = { ...settingsOf(of), onTable: rowIdOf('scn', value.onTable) };
  writeCells(doc, Object.entries(settings).map(([field, setting]) => [cellKey(SETTINGS_ROW, field), setting] as const), edit);
  addRows(doc, [...driverRows(of, language), ...scenarioRows(of, language), ...otherRows(example, language)], edit);
  writeCells(doc, rangesIn(example), edit);
  writeCells(doc, notesOfDrivers(example).map(([driver, note]) => [cellKey(driver, 'note'), note] as const), edit);
  agree(doc, value.agreed.seller, 'seller', edit);
}

/** A number, or a row that is not the template's. */
function isBegun(doc: Y.Doc): boolean {
  const { drivers, scenarios } = readModel(doc);
  return valueRoot(doc).size > 0 && [...drivers, ...scenarios].some(({ id }) => !id.includes('_template-'));
}

/** The less sure people are of a driver, the further apart lie low and high; disappointments go further than luck. */
function rangesIn({ of }: Example): [CellKey, number][] {
  return of.scenarios.flatMap(({ id, improvement }) => of.drivers.flatMap((driver): [CellKey, number][] => {
    const likely = improvement[driver.id] ?? 0;
    const doubt = 1 - driver.confidence;
    if (likely === 0 || doubt === 0) return [];
    const at = (end: 'Low' | 'High', factor: number): [CellKey, number] =>
      [linkedKey(rowIdOf('scn', id), `improvement${end}`, rowIdOf('drv', driver.id)), Math.round(likely * factor * 10_000) / 10_000];
    return [at('Low', 1 - 1.5 * doubt), at('High', 1 + 0.75 * doubt)];
  }));
}

function otherRows({ of, story: { value } }: Example, language: Language): NewRow[] {
  const id = (kind: Parameters<typeof rowIdOf>[0], nth: number): string => rowIdOf(kind, `${of.drivers[0]?.id.charAt(0) ?? ''}${nth + 1}`);
  return [
    ...value.outcomes.map(({ says, unit, ...rest }, nth) => ({ id: id('out', nth), values: { label: says[language], unit: unit[language], ...rest } })),
    ...value.options.map(({ says, effects, ...rest }, nth) => ({
      id: id('opt', nth), values: { label: says[language], ...rest, ...Object.fromEntries(Object.entries(effects).map(([code, share]) => [`effect:${rowIdOf('drv', code)}`, share])) },
    })),
    ...value.financing.map(({ says, included, ...rest }, nth) => ({ id: id('fin', nth), values: { label: says[language], included: included[language], ...rest } })),
  ];
}

/** Each driver points at the first note that is about it. */
function notesOfDrivers({ of, story }: Example): [string, string][] {
  const told = story.notes.toSorted((a, b) => Number(b.kind === 'value') - Number(a.kind === 'value'));
  return of.drivers.flatMap(({ id }) => {
    const note = told.find(({ says }) => driverOf(of, says) === id);
    return note ? [[rowIdOf('drv', id), noteIdOf(note.id)] as [string, string]] : [];
  });
}

function writeWishes(doc: Y.Doc, { of, story: { value } }: Example, language: Language, edit: Edit): void {
  const letter = of.drivers[0]?.id.charAt(0) ?? '';
  const scenarios = of.scenarios.map(({ id }) => rowIdOf('scn', id));
  if (!readModel(doc).scenarios.some(({ id }) => scenarios.includes(id))) return;
  const wishes = value.wishes.map((wish, nth) => ({ ...wish, id: rowIdOf('wsh', `${letter}${nth + 1}`) }));
  const constraints = value.constraints.map((constraint, nth) => ({ ...constraint, id: rowIdOf('con', `${letter}${nth + 1}`) }));
  addRows(doc, [
    ...wishes.map(({ id, says, weight }) => ({ id, values: { label: says[language], weight } })),
    ...constraints.map(({ id, says, measure, limit }) => ({ id, values: { label: says[language], measure, ...(limit === undefined ? {} : { limit }) } })),
  ], edit);
  writeCells(doc, scenarios.flatMap((scenario, nth) => [
    ...wishes.flatMap(({ id, scores }) => (scores[nth] === undefined ? [] : [[linkedKey(scenario, 'score', id), scores[nth]] as const])),
    ...constraints.flatMap(({ id, kept }) => (kept?.[nth] === undefined ? [] : [[linkedKey(scenario, 'kept', id), kept[nth]] as const])),
  ]), edit);
  agree(doc, value.agreed.client, 'client', edit);
}

function agree(doc: Y.Doc, codes: readonly string[], side: SideOfValue, edit: Edit): void {
  const agreed = readModel(doc).drivers.filter(({ code }) => codes.includes(code));
  writeCells(doc, agreed.map(driver => [cellKey(driver.id, agreementField(side)), agreedFigures(driver)] as const), edit);
}
