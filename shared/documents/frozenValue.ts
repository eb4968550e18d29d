/**
 * A value model as frozen in a version: plain rows and results, money in whole minor units, every text in NFC.
 *
 * Left out is what does not belong to a promise: archived scenarios, what was measured afterwards, who agreed in
 * passing, links to notes, how a simulation draws. Rates stay decimal numbers, since they hold parts of a cent; results are
 * rounded so that every machine writes the same. `thawValue` gives the model back, for drawing and for import.
 */
import * as z from 'zod';
import { evaluate, onTable } from '../value/evaluate.ts';
import type { AmountField, Field, Fields, Row } from '../value/fields.ts';
import {
  CONSTRAINT_FIELDS, DRIVER_FIELDS, type DriverInScenario, FINANCING_FIELDS, type Model, OPTION_FIELDS, OUTCOME_FIELDS, type Scenario,
  SCENARIO_FIELDS, SETTINGS_FIELDS, WISH_FIELDS,
} from '../value/model.ts';
import type { Results } from '../value/results.ts';
import { cleanText } from './richtext.ts';

const FROZEN_SETTINGS = without(SETTINGS_FIELDS, 'seed', 'aloneClient', 'aloneSeller');
const FROZEN_DRIVER = without(DRIVER_FIELDS, 'agreedSeller', 'agreedClient', 'note', 'sourceFile');
const FROZEN_SCENARIO = without(SCENARIO_FIELDS, 'archived', 'doubt');

const Share = z.number();
const ById = <T extends z.ZodType>(value: T) => z.record(z.string(), value);
const DriverPart = z.object({
  driver: z.string(), improvement: Share.nullable(), improvementLow: Share.nullable(), improvementHigh: Share.nullable(), ramp: z.array(Share.nullable()),
});
/** Of absurd inputs a result may be larger than what JavaScript counts exactly; it is then still a whole number. */
const Whole = z.number().refine(Number.isInteger);
/** Money in minor units; shares and years to six decimals. */
const FrozenResults = z.object({
  fullYear: Whole, pvb: Whole, pvc: Whole, npv: Whole, clientNpv: Whole, sellerNpv: Whole,
  roi: Share.nullable(), simpleRoi: Share.nullable(), paybackYears: Share.nullable(), breakEven: Share.nullable(), sellerShare: Share.nullable(),
  flows: z.array(z.object({ year: z.int(), benefit: Whole, cost: Whole, paid: Whole, joint: Whole, client: Whole, seller: Whole })),
});
export type FrozenResults = z.infer<typeof FrozenResults>;

const row = <F extends Fields>(fields: F) => z.object({ id: z.string() }).and(rowSchema(fields));

export const FrozenValue = z.object({
  settings: rowSchema(FROZEN_SETTINGS),
  // The file behind a driver by its hash; a version without any says nothing of files.
  drivers: z.array(row(FROZEN_DRIVER).and(z.object({ sourceFile: z.string().optional() }))),
  scenarios: z.array(z.object({
    id: z.string(), fields: rowSchema(FROZEN_SCENARIO), ramp: z.array(Share.nullable()), drivers: z.array(DriverPart),
    scores: ById(Share.nullable()), options: ById(z.boolean()), kept: ById(z.enum(['open', 'kept', 'violated'])),
    results: FrozenResults,
  })),
  wishes: z.array(row(WISH_FIELDS)),
  outcomes: z.array(row(without(OUTCOME_FIELDS, 'actual'))),
  constraints: z.array(row(CONSTRAINT_FIELDS)),
  options: z.array(z.object({ id: z.string(), fields: rowSchema(OPTION_FIELDS), effects: ById(Share) })),
  financing: z.array(row(FINANCING_FIELDS)),
});
export type FrozenValue = z.infer<typeof FrozenValue>;

/** Undefined while nobody has put anything into the model. */
export function freezeValue(model: Model): FrozenValue | undefined {
  const { settings, drivers, wishes, outcomes, constraints, options, financing } = model;
  const scenarios = model.scenarios.filter(({ archived }) => !archived);
  if (drivers.length + scenarios.length + wishes.length + outcomes.length + financing.length === 0) return undefined;
  return {
    settings: { ...frozenRow(FROZEN_SETTINGS, settings), onTable: onTable(model)?.id ?? '' },
    drivers: drivers.map(driver => ({ id: driver.id, ...frozenRow(FROZEN_DRIVER, driver), ...(driver.sourceFile === '' ? {} : { sourceFile: driver.sourceFile }) })),
    scenarios: scenarios.map(scenario => frozenScenario(model, scenario)),
    wishes: wishes.map(wish => ({ id: wish.id, ...frozenRow(WISH_FIELDS, wish) })),
    outcomes: outcomes.map(outcome => ({ id: outcome.id, ...frozenRow(without(OUTCOME_FIELDS, 'actual'), outcome) })),
    constraints: constraints.map(constraint => ({ id: constraint.id, ...frozenRow(CONSTRAINT_FIELDS, constraint) })),
    options: options.map(option => ({ id: option.id, fields: frozenRow(OPTION_FIELDS, option), effects: option.effects })),
    financing: financing.map(offer => ({ id: offer.id, ...frozenRow(FINANCING_FIELDS, offer) })),
  };
}

function frozenScenario(model: Model, scenario: Scenario): FrozenValue['scenarios'][number] {
  const known = <T>(values: Readonly<Record<string, T>>, rows: readonly { id: string }[]): Record<string, T> =>
    Object.fromEntries(rows.flatMap(({ id }) => (values[id] === undefined ? [] : [[id, values[id]] as const])));
  return {
    id: scenario.id, fields: frozenRow(FROZEN_SCENARIO, scenario), ramp: [...scenario.ramp],
    drivers: model.drivers.flatMap(({ id }) => frozenPart(id, scenario.drivers[id])),
    scores: known(scenario.scores, model.wishes), options: known(scenario.options, model.options), kept: known(scenario.kept, model.constraints),
    results: frozenResults(evaluate(model, scenario).results),
  };
}

function frozenPart(driver: string, said: DriverInScenario | undefined): z.infer<typeof DriverPart>[] {
  if (!said) return [];
  const { improvement, improvementLow, improvementHigh, ramp } = said;
  return [{ driver, improvement, improvementLow, improvementHigh, ramp: [...ramp] }];
}

function frozenResults(results: Results): FrozenResults {
  const { fullYear, pvb, pvc, npv, clientNpv, sellerNpv } = results;
  return {
    fullYear: minor(fullYear), pvb: minor(pvb), pvc: minor(pvc), npv: minor(npv), clientNpv: minor(clientNpv), sellerNpv: minor(sellerNpv),
    roi: sixth(results.roi), simpleRoi: sixth(results.simpleRoi), paybackYears: sixth(results.paybackYears),
    breakEven: sixth(results.breakEven), sellerShare: sixth(results.sellerShare),
    flows: results.flows.map(({ year, benefit, cost, paid, joint, client, seller }) => ({
      year, benefit: minor(benefit), cost: minor(cost), paid: minor(paid), joint: minor(joint), client: minor(client), seller: minor(seller),
    })),
  };
}

/** The model that was frozen: what was left out is empty. */
export function thawValue(frozen: FrozenValue): Model {
  const { settings, drivers, scenarios, wishes, outcomes, constraints, options, financing } = frozen;
  return {
    settings: { ...thawedRow(FROZEN_SETTINGS, settings), seed: 1, aloneClient: null, aloneSeller: null },
    drivers: drivers.map(driver => ({ id: driver.id, ...thawedRow(FROZEN_DRIVER, driver), agreedSeller: '', agreedClient: '', note: '', sourceFile: driver.sourceFile ?? '' })),
    scenarios: scenarios.map(({ id, fields, ramp, drivers: parts, scores, options: on, kept }) => ({
      id, ...thawedRow(FROZEN_SCENARIO, fields), archived: false, doubt: '', ramp, scores, options: on, kept,
      drivers: Object.fromEntries(parts.map(({ driver, ...said }) => [driver, { ...said, actual: ramp.map(() => null) }])),
    })),
    wishes: wishes.map(wish => ({ id: wish.id, ...thawedRow(WISH_FIELDS, wish) })),
    outcomes: outcomes.map(outcome => ({ id: outcome.id, ...thawedRow(without(OUTCOME_FIELDS, 'actual'), outcome), actual: null })),
    constraints: constraints.map(constraint => ({ id: constraint.id, ...thawedRow(CONSTRAINT_FIELDS, constraint) })),
    options: options.map(({ id, fields, effects }) => ({ id, ...thawedRow(OPTION_FIELDS, fields), effects })),
    financing: financing.map(offer => ({ id: offer.id, ...thawedRow(FINANCING_FIELDS, offer) })),
  };
}

/** Whole minor units: cents of a euro. */
const minor = (amount: number): number => Math.round(amount * 100) + 0; // + 0: never −0, which JSON cannot tell
const sixth = (share: number | null): number | null => (share === null ? null : Math.round(share * 1e6) / 1e6 + 0);

function isMoney(field: Field): boolean {
  return field.kind === 'amount' && field.shown === 'money';
}

/** A row's fields alone, texts clean, money in minor units. */
function frozenRow<F extends Fields>(fields: F, of: Row<F>): Row<F> {
  return eachField(fields, of, (field, value) => {
    if (typeof value === 'string') return cleanText(value);
    return typeof value === 'number' && isMoney(field) ? minor(value) : value;
  });
}

function thawedRow<F extends Fields>(fields: F, of: Row<F>): Row<F> {
  return eachField(fields, of, (field, value) => (typeof value === 'number' && isMoney(field) ? value / 100 : value));
}

function eachField<F extends Fields>(fields: F, of: Row<F>, change: (field: Field, value: unknown) => unknown): Row<F> {
  // The keys are the table's, and a change keeps a value's type.
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, change(field, of[name])])) as Row<F>;
}

function rowSchema<F extends Fields>(fields: F): z.ZodType<Row<F>> {
  const shape = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, cellSchema(field)]));
  return z.object(shape) as unknown as z.ZodType<Row<F>>;
}

function cellSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'amount': return amountSchema(field);
    case 'text': return z.string();
    case 'choice': return z.enum(field.options);
    case 'flag': return z.boolean();
  }
}
function amountSchema(field: AmountField): z.ZodType {
  return (isMoney(field) ? z.int() : z.number()).nullable();
}

function without<F extends Fields, Name extends keyof F>(fields: F, ...names: Name[]): Omit<F, Name> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.some(left => left === name))) as Omit<F, Name>;
}
