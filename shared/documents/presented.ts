/**
 * What a figure or live block says in a language: titles, labelled amounts, a table, a chart, a warning.
 *
 * Page, frozen copy, PDF, DOCX and Markdown all draw this, so that they say the same. Knows no screen and no file.
 */
import { formatMoney, formatNumber, formatShare } from '../format.ts';
import type { Language } from '../sides.ts';
import { type FigureWord, sayFigure } from './figureWords.ts';
import { type Amount, type Asked, SCALES, type Shown, type ShownOf } from './shown.ts';

/** What amounts and sides are called in a project. */
export interface Speaking {
  language: Language;
  currency: string;
  clientName: string;
  sellerName: string;
}

export interface Line {
  label: string;
  value: string;
  /** A minus before it: drawn in the colour of danger. */
  negative: boolean;
}
export interface Presented {
  title: string;
  /** What kind of block it is: "How we share it". */
  about: string;
  lines: readonly Line[];
  table: { head: readonly string[]; rows: readonly (readonly string[])[]; total: readonly string[] | null } | null;
  /** A side that loses, or the whole: in the colour of danger, and never with a split. */
  warning: string | null;
  /** The seller's part of the joint value, 0 to 1; the client has the rest. */
  split: number | null;
  chart: ShownOf<'flows'> | null;
}

/** "130.410 €", "37,54 %", "1,21 anni". */
export function sayAmount({ language, currency }: Pick<Speaking, 'language' | 'currency'>, { as, n }: Amount): string {
  const value = n / SCALES[as];
  switch (as) {
    case 'money': return formatMoney(language, value, currency);
    case 'rate': return formatMoney(language, value, currency, 4, Number.isInteger(value) ? 0 : 2); // a price for one thing needs its cents
    case 'share': return formatShare(language, value, n % 100 === 0 ? 0 : n % 10 === 0 ? 1 : 2);
    case 'years': return sayYears(language, value, 2);
    case 'count': return formatNumber(language, value, Number.isInteger(value) ? 0 : 2);
  }
}

function sayYears(language: Language, value: number, decimals: number): string {
  return sayFigure(language, value === 1 ? 'years.one' : 'years.other', { years: formatNumber(language, value, Number.isInteger(value) ? 0 : decimals) });
}

/** The figure within a line, and what it is: "€130,410" and "A1", "worth in a full year". */
export function presentFigure(speaking: Speaking, asked: Extract<Asked, { type: 'figure' }>, shown: Shown | undefined) {
  const { language } = speaking;
  const what = sayFigure(language, asked.shows, { client: speaking.clientName, seller: speaking.sellerName });
  if (shown?.kind !== 'figure') {
    return { value: sayFigure(language, shown ? 'gone.figure' : 'unfrozen'), code: '', name: '', what, known: false, negative: false };
  }
  const missing = { unknown: 'missing', never: 'never', guarded: 'guarded' } as const;
  const value = shown.amount ? sayAmount(speaking, shown.amount) : sayFigure(language, missing[shown.why ?? 'unknown']);
  return { value, code: shown.code, name: shown.label, what, known: shown.amount !== null, negative: (shown.amount?.n ?? 0) < 0 };
}

/** Null when what the block speaks of is no longer in the model. */
export function presentBlock(speaking: Speaking, shown: Shown | undefined): Presented | null {
  switch (shown?.kind) {
    case 'driver': return presentDriver(speaking, shown);
    case 'scenario': return presentScenario(speaking, shown);
    case 'drivers': return presentDrivers(speaking, shown);
    case 'flows': return presentFlows(speaking, shown);
    case 'split': return presentSplit(speaking, shown);
    default: return null;
  }
}

/** The sentence that stands where a block was. */
export const sayGone = (language: Language, asked: Asked): string => sayFigure(language, asked.of.startsWith('drv_') ? 'gone.driver' : 'gone.scenario');

const EMPTY = { lines: [], table: null, warning: null, split: null, chart: null } as const;

function lineOf(speaking: Speaking, word: FigureWord | { label: string }, amount: Amount | null, missing: FigureWord = 'missing'): Line {
  const label = typeof word === 'string' ? sayFigure(speaking.language, word) : word.label;
  return { label, value: amount ? sayAmount(speaking, amount) : sayFigure(speaking.language, missing), negative: (amount?.n ?? 0) < 0 };
}

function titleOf({ language }: Speaking, { code, label }: { code: string; label: string }): string {
  return [code, label].filter(Boolean).join(' · ') || sayFigure(language, 'untitled');
}

function presentDriver(speaking: Speaking, shown: ShownOf<'driver'>): Presented {
  const { language } = speaking;
  const today = lineOf(speaking, 'driver.today', shown.baseline);
  return {
    ...EMPTY, title: titleOf(speaking, shown), about: shown.scenario && sayFigure(language, 'driver.in', { scenario: shown.scenario }),
    lines: [
      { ...today, value: shown.baseline && shown.unit ? `${today.value} ${shown.unit}` : today.value },
      lineOf(speaking, 'driver.improvement', shown.improvement),
      lineOf(speaking, 'driver.unitValue', shown.unitValue),
      lineOf(speaking, 'driver.confidence', shown.confidence),
      { label: sayFigure(language, 'driver.accrues'), value: shown.accruesTo === 'client' ? speaking.clientName : speaking.sellerName, negative: false },
      lineOf(speaking, 'driver.worth', shown.worth),
    ],
  };
}

type Guarded = ShownOf<'scenario' | 'flows' | 'split'>;

const togetherLabel = (speaking: Speaking, { years }: Guarded): { label: string } =>
  ({ label: sayFigure(speaking.language, 'scenario.npv', { years: sayFigure(speaking.language, years === 1 ? 'overYears.one' : 'overYears.other', { years }) }) });

function warningOf(speaking: Speaking, { losers, jointLoss }: Guarded): string | null {
  if (losers.length === 0) return null;
  const who = losers.map(({ side, amount }) =>
    sayFigure(speaking.language, 'loses', { side: side === 'client' ? speaking.clientName : speaking.sellerName, amount: sayAmount(speaking, amount) }));
  return [...who, sayFigure(speaking.language, jointLoss ? 'jointLoss' : 'noSplit')].join(' ');
}

/** What each side has, while nobody loses. */
function sideLines(speaking: Speaking, { client, seller }: { client: Amount | null; seller: Amount | null }): Line[] {
  if (!client || !seller) return [];
  return [lineOf(speaking, { label: speaking.sellerName }, seller), lineOf(speaking, { label: speaking.clientName }, client)];
}

function presentScenario(speaking: Speaking, shown: ShownOf<'scenario'>): Presented {
  return {
    ...EMPTY, title: titleOf(speaking, shown), about: '', warning: warningOf(speaking, shown),
    lines: [
      lineOf(speaking, togetherLabel(speaking, shown), shown.npv),
      lineOf(speaking, 'scenario.roi', shown.roi),
      lineOf(speaking, 'scenario.payback', shown.payback, 'never'),
      lineOf(speaking, 'scenario.fullYear', shown.fullYear),
      ...sideLines(speaking, shown),
    ],
  };
}

function presentDrivers(speaking: Speaking, shown: ShownOf<'drivers'>): Presented {
  const { language } = speaking;
  const say = (amount: Amount | null): string => lineOf(speaking, 'total', amount).value;
  return {
    ...EMPTY, title: titleOf(speaking, shown), about: sayFigure(language, 'drivers'),
    table: {
      head: [sayFigure(language, 'head.driver'), sayFigure(language, 'head.worth'), sayFigure(language, 'head.confidence')],
      rows: shown.rows.map(row => [titleOf(speaking, row), say(row.worth), say(row.confidence)]),
      total: [sayFigure(language, 'total'), say(shown.total), ''],
    },
  };
}

function presentFlows(speaking: Speaking, shown: ShownOf<'flows'>): Presented {
  const { language } = speaking;
  const guarded = shown.losers.length > 0;
  const head = [sayFigure(language, 'head.year'), sayFigure(language, 'head.joint'), ...(guarded ? [] : [speaking.sellerName, speaking.clientName])];
  const say = (amount: Amount | null): string => (amount ? sayAmount(speaking, amount) : '');
  const rows = shown.flows.map(({ joint, client, seller }, year) => [sayYear(language, year), say(joint), ...(guarded ? [] : [say(seller), say(client)])]);
  return { ...EMPTY, title: titleOf(speaking, shown), about: sayFigure(language, 'flows'), table: { head, rows, total: null }, warning: warningOf(speaking, shown), chart: shown };
}

export const sayYear = (language: Language, year: number): string => (year === 0 ? sayFigure(language, 'start') : sayFigure(language, 'year', { year }));

function presentSplit(speaking: Speaking, shown: ShownOf<'split'>): Presented {
  const { sellerShare } = shown;
  const split = sellerShare && shown.losers.length === 0 ? sellerShare.n / SCALES.share : null;
  const share = (part: number, line: Line): Line => ({ ...line, label: `${line.label} ${formatShare(speaking.language, part, 1)}` });
  const [seller, client] = sideLines(speaking, shown);
  return {
    ...EMPTY, title: titleOf(speaking, shown), about: sayFigure(speaking.language, 'split'), warning: warningOf(speaking, shown), split,
    lines: [
      lineOf(speaking, togetherLabel(speaking, shown), shown.npv),
      ...(split !== null && seller && client ? [share(split, seller), share(1 - split, client)] : []),
    ],
  };
}

/** A chart in words, for those who cannot see it. */
export function sayChart(speaking: Speaking, shown: ShownOf<'flows'>): string {
  const sums = shown.flows.map(({ joint }, year) =>
    sayFigure(speaking.language, 'chart.sum', { when: sayYear(speaking.language, year), amount: sayAmount(speaking, joint) }));
  return sayFigure(speaking.language, 'chart', { name: titleOf(speaking, shown), sums: sums.join(', ') });
}
