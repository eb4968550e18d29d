/**
 * What a figure or a live block of a proposal shows: plain whole numbers, ready to be drawn or frozen.
 *
 * A node of the text holds ids alone; `showIn` looks them up in a value model. The living page does so at each
 * change, freezing does it once and keeps the answer inside the text, so that a frozen copy is drawn from itself.
 * Whole numbers only (cents, hundredths of a percent …): two machines must freeze the same bytes.
 */
import * as z from 'zod';
import { type Evaluation, evaluate, onTable } from '../value/evaluate.ts';
import type { Driver, Model, Scenario } from '../value/model.ts';
import type { Results } from '../value/results.ts';
import { cleanText } from './cleanText.ts';

/** How many of the smallest units make one: money is kept in cents, a share in hundredths of a percent. */
export const SCALES = { money: 100, rate: 10_000, share: 10_000, years: 100, count: 100 } as const;
export const Amount = z.strictObject({ as: z.enum(['money', 'rate', 'share', 'years', 'count']), n: z.int() });
export type Amount = z.infer<typeof Amount>;

export const DRIVER_FIGURES = ['worth', 'baseline', 'unitValue', 'improvement', 'confidence'] as const;
export const SCENARIO_FIGURES = ['npv', 'fullYear', 'roi', 'payback', 'clientNpv', 'sellerNpv', 'sellerShare'] as const;
export const FIGURES = [...DRIVER_FIGURES, ...SCENARIO_FIGURES] as const;
export type Figure = (typeof FIGURES)[number];
export const LIVE_BLOCKS = ['driver', 'scenario', 'drivers', 'flows', 'split'] as const;
export type LiveBlock = (typeof LIVE_BLOCKS)[number];

/** What a node of the text asks for. */
export type Asked = { type: 'figure'; of: string; shows: Figure } | { type: 'live'; of: string; shows: LiveBlock };

const Loser = z.strictObject({ side: z.enum(['client', 'seller']), amount: Amount });
const named = { code: z.string(), label: z.string() };
const AmountOrNone = Amount.nullable();
const horizon = { years: z.int(), losers: z.array(Loser), jointLoss: z.boolean() };

export const Shown = z.discriminatedUnion('kind', [
  /** The driver or scenario is no longer in the model. */
  z.strictObject({ kind: z.literal('gone') }),
  /** `why` stands beside a missing amount alone: not known, never paid back, or hidden while a side loses. */
  z.strictObject({ kind: z.literal('figure'), ...named, amount: AmountOrNone, why: z.enum(['unknown', 'never', 'guarded']).optional() }),
  z.strictObject({
    kind: z.literal('driver'), ...named, unit: z.string(), accruesTo: z.enum(['client', 'seller']), scenario: z.string(),
    baseline: AmountOrNone, improvement: AmountOrNone, unitValue: AmountOrNone, confidence: AmountOrNone, worth: AmountOrNone,
  }),
  z.strictObject({
    kind: z.literal('scenario'), ...named, ...horizon, npv: AmountOrNone, roi: AmountOrNone, payback: AmountOrNone, fullYear: AmountOrNone,
    client: AmountOrNone, seller: AmountOrNone,
  }),
  z.strictObject({
    kind: z.literal('drivers'), ...named,
    rows: z.array(z.strictObject({ ...named, worth: AmountOrNone, confidence: AmountOrNone })), total: AmountOrNone,
  }),
  /** By year, [0] the start; the sides' flows are left out while one of them loses. */
  z.strictObject({
    kind: z.literal('flows'), ...named, ...horizon,
    flows: z.array(z.strictObject({ joint: Amount, client: AmountOrNone, seller: AmountOrNone })),
  }),
  z.strictObject({
    kind: z.literal('split'), ...named, ...horizon, npv: AmountOrNone, client: AmountOrNone, seller: AmountOrNone, sellerShare: AmountOrNone,
  }),
]);
export type Shown = z.infer<typeof Shown>;
export type ShownOf<K extends Shown['kind']> = Extract<Shown, { kind: K }>;

/** Ids of rows that a text may speak of; anything else in its place is dropped on reading. */
export function askedOf(type: unknown, of: unknown, shows: unknown): Asked | undefined {
  if (typeof of !== 'string' || !/^(drv|scn)_[\w-]{1,40}$/.test(of)) return undefined;
  const figure = type === 'figure' && FIGURES.find(name => name === shows);
  if (figure) return { type: 'figure', of, shows: figure };
  const block = type === 'live' && LIVE_BLOCKS.find(name => name === shows);
  return block ? { type: 'live', of, shows: block } : undefined;
}

/** What a node shows in this model just now. */
export function showIn(model: Model, asked: Asked): Shown {
  const driver = model.drivers.find(({ id }) => id === asked.of);
  if (driver) return showDriver(model, driver, asked.shows);
  const scenario = model.scenarios.find(({ id }) => id === asked.of);
  return scenario ? showScenario(model, evaluate(model, scenario), asked.shows) : { kind: 'gone' };
}

/** A number that whole numbers cannot hold is not known, rather than wrong. */
export function amount(as: Amount['as'], value: number | null | undefined): Amount | null {
  const n = Math.round((value ?? NaN) * SCALES[as]);
  return Number.isSafeInteger(n) ? { as, n: n === 0 ? 0 : n } : null;
}
const money = (value: number | null | undefined): Amount | null => amount('money', value);

const namesOf = (code: string, label: string) => ({ code: cleanText(code), label: cleanText(label) });

function showDriver(model: Model, driver: Driver, shows: Asked['shows']): Shown {
  const { code, label } = namesOf(driver.code, driver.label);
  const scenario = onTable(model);
  const amounts = driverAmounts(model, driver, scenario);
  if (shows === 'driver') {
    return { kind: 'driver', code, label, unit: cleanText(driver.unit), accruesTo: driver.accruesTo, scenario: cleanText(scenario?.code ?? ''), ...amounts };
  }
  const wanted = DRIVER_FIGURES.find(name => name === shows);
  return wanted ? figure({ code, label }, amounts[wanted], 'unknown') : { kind: 'gone' };
}

/** A driver is worth what the scenario on the table makes of it. */
function driverAmounts(model: Model, driver: Driver, scenario: Scenario | undefined) {
  const { baseline, unitValue, confidence } = driver;
  const improvement = scenario?.drivers[driver.id]?.improvement;
  const known = scenario && [baseline, unitValue, confidence].every(value => value !== null);
  const terms = known ? evaluate(model, scenario).terms.drivers.find(({ id }) => id === driver.id) : undefined;
  return {
    baseline: amount('count', baseline), improvement: amount('share', improvement), unitValue: amount('rate', unitValue),
    confidence: amount('share', confidence), worth: money(terms?.fullYear),
  };
}

function showScenario(model: Model, evaluation: Evaluation, shows: Asked['shows']): Shown {
  const { scenario, results, guard, terms } = evaluation;
  const named = namesOf(scenario.code, scenario.name);
  const losers = guard.kind === 'loss' ? guard.losers.flatMap(({ side, amount: lost }) => loserOf(side, lost)) : [];
  const common = { ...named, years: terms.years, losers, jointLoss: guard.kind === 'loss' && guard.jointLoss };
  const sides = sidesOf(results, losers.length > 0);
  switch (shows) {
    case 'scenario':
      return {
        kind: 'scenario', ...common, npv: money(results.npv), roi: amount('share', results.roi), payback: amount('years', results.paybackYears),
        fullYear: money(results.fullYear), ...sides,
      };
    case 'drivers': return { kind: 'drivers', ...named, rows: rowsOf(model, evaluation), total: money(results.fullYear) };
    case 'flows': return { kind: 'flows', ...common, flows: flowsOf(results, losers.length > 0) };
    case 'split': return { kind: 'split', ...common, npv: money(results.npv), ...sides, sellerShare: amount('share', results.sellerShare) };
    default: return scenarioFigure(scenario, results, shows, losers);
  }
}

/** No split while a side loses: what each of them has is not told; who loses how much is. */
const sidesOf = (results: Results, guarded: boolean) =>
  guarded ? { client: null, seller: null } : { client: money(results.clientNpv), seller: money(results.sellerNpv) };

function loserOf(side: 'client' | 'seller', lost: number): z.infer<typeof Loser>[] {
  const sum = money(lost);
  return sum ? [{ side, amount: sum }] : [];
}

function scenarioFigure({ code, name }: Scenario, results: Results, shows: Asked['shows'], losers: readonly z.infer<typeof Loser>[]): Shown {
  const of = namesOf(code, name);
  switch (shows) {
    case 'npv': return figure(of, money(results.npv), 'unknown');
    case 'fullYear': return figure(of, money(results.fullYear), 'unknown');
    case 'roi': return figure(of, amount('share', results.roi), 'unknown');
    case 'payback': return figure(of, amount('years', results.paybackYears), 'never');
    case 'clientNpv': return sideFigure(of, 'client', results.clientNpv, losers);
    case 'sellerNpv': return sideFigure(of, 'seller', results.sellerNpv, losers);
    case 'sellerShare': return figure(of, amount('share', results.sellerShare), losers.length > 0 ? 'guarded' : 'unknown');
    default: return { kind: 'gone' };
  }
}

/** Of a side that loses, the loss; of the other one, nothing until nobody loses. */
function sideFigure(of: { code: string; label: string }, side: 'client' | 'seller', npv: number, losers: readonly z.infer<typeof Loser>[]): Shown {
  const hidden = losers.length > 0 && !losers.some(loser => loser.side === side);
  return figure(of, hidden ? null : money(npv), hidden ? 'guarded' : 'unknown');
}

function figure({ code, label }: { code: string; label: string }, value: Amount | null, why: 'unknown' | 'never' | 'guarded'): Shown {
  return value ? { kind: 'figure', code, label, amount: value } : { kind: 'figure', code, label, amount: null, why };
}

/** Drivers that bring something in this scenario, in the order of the model. */
function rowsOf(model: Model, { terms }: Evaluation): ShownOf<'drivers'>['rows'] {
  const worth = new Map(terms.drivers.map(({ id, fullYear }) => [id, fullYear]));
  return model.drivers
    .filter(({ id }) => worth.get(id) !== 0)
    .map(({ id, code, label, confidence }) => ({ ...namesOf(code, label), worth: money(worth.get(id)), confidence: amount('share', confidence) }));
}

function flowsOf({ flows }: Results, guarded: boolean): ShownOf<'flows'>['flows'] {
  return flows.map(({ joint, client, seller }) => ({
    joint: money(joint) ?? { as: 'money', n: 0 }, client: guarded ? null : money(client), seller: guarded ? null : money(seller),
  }));
}
