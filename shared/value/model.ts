/**
 * The value model of a room: its rows, their cells, and the plain objects that everything is calculated from.
 *
 * One table of fields per kind of row says what may stand in a cell; reading, editing, import and export all
 * follow it. An amount of `null` is missing: unknown, empty or not readable. Shares are fractions (0.3 is 30 %),
 * money is in the project's currency, years count from 1. Knows no document, no people and no screen.
 */
import { choice, count, flag, money, points, rate, type Row, share, text, whole } from './fields.ts';

export const MOST_YEARS = 30;
export const SIDES_OF_VALUE = ['client', 'seller'] as const;
export type SideOfValue = (typeof SIDES_OF_VALUE)[number];

/** What holds for all scenarios. */
export const SETTINGS_FIELDS = {
  years: whole(1, MOST_YEARS, 3),
  discountRate: share(0, 1, 0.08), // a year
  targetSellerShare: share(0, 1, 0.3), // of the joint net value
  seed: whole(1, 999_999, 1), // which series of random numbers a simulation draws, so that all see the same picture
  onTable: text(40), // id of the scenario that header, home and proposal speak of
  aloneClient: { ...money(), least: -1e12 }, // net value that side expects over the same years without the other, today's money
  aloneSeller: { ...money(), least: -1e12 },
};

/** One source of value. A full year of it: baseline × improvement × unit value × confidence. */
export const DRIVER_FIELDS = {
  code: text(12), // "A1"
  label: text(200),
  unit: text(60), // of the baseline, a year: "contacts/year"
  baseline: count(), baselineLow: count(), baselineHigh: count(),
  unitValue: rate(), unitValueLow: rate(), unitValueHigh: rate(),
  confidence: share(0, 1),
  accruesTo: choice(SIDES_OF_VALUE, 'client'),
  horizon: choice(['short', 'long'], 'short'),
  source: text(500), // evidence in words
  sourceLink: text(500),
  sourceFile: text(80), // SHA-256 of a file of the project
  sourceBy: choice(['', 'client', 'seller', 'both', 'other'], ''), // who gave the evidence
  agreedSeller: text(200), // what that side agreed to; see agreement.ts
  agreedClient: text(200),
  note: text(40), // id of the canvas note it came from
};

export const SCENARIO_FIELDS = {
  code: text(12), // "S1"
  name: text(200),
  story: text(2_000),
  nearlyApproved: flag(),
  archived: flag(),
  branchedFrom: text(40), // id of a scenario
  doubt: text(40), // id of the doubt it was drawn from
  clientOneOff: money(), sellerOneOff: money(), clientYearly: money(), sellerYearly: money(), // each side's own costs
  upfront: money(), yearly: money(), // what the client pays the seller
  gainShare: share(0, 1, 0), // of the client's yearly benefit above the threshold
  threshold: money(0),
};

/** Cells of a scenario that name another row, a year, or both: `improvement:drv_…`, `ramp:2`, `ramp:drv_…:2`. */
export const SCENARIO_CELLS = {
  improvement: share(-1, 100), improvementLow: share(-1, 100), improvementHigh: share(-1, 100), // per driver
  ramp: share(0, 5), // per year; per driver and year where a driver has its own
  actual: { ...money(), least: -1e12 }, // what a driver really brought in a year: `actual:drv_…:1`
  score: points(5), // per wish of the client, 0 to 5
  option: flag(), // per option: switched on
  kept: choice(['open', 'kept', 'violated'], 'open'), // per constraint that people judge
};

export const WISH_FIELDS = { label: text(200), weight: points(100, 1) };

/** A result that is not money, beside the money. */
export const OUTCOME_FIELDS = { label: text(200), unit: text(60), baseline: count(), target: count(), actual: count(), source: text(500) };

/** What a scenario must respect; `judged` ones are decided by people, the others by their limit. */
export const CONSTRAINT_FIELDS = {
  label: text(200),
  measure: choice(['judged', 'upfrontAtMost', 'firstYearPaidAtMost', 'paybackAtMost', 'clientNpvAtLeast'], 'judged'),
  limit: { ...count(), least: -1e12 }, // money or years, as the measure says
};

/** A package that a scenario can switch on. Its effect on a driver is added to the improvement: `effect:drv_…`. */
export const OPTION_FIELDS = {
  label: text(200),
  about: choice(['maintenance', 'warranty', 'insurance', 'other'], 'other'),
  clientOneOff: money(0), sellerOneOff: money(0), clientYearly: money(0), sellerYearly: money(0),
  upfront: money(0), yearly: money(0), // what the client pays the seller for it
};
export const OPTION_CELLS = { effect: share(-1, 100, 0) };

/** One way to pay for a thing. Rates are a year, nominal; amounts are monthly or once. */
export const FINANCING_FIELDS = {
  label: text(200),
  form: choice(['loan', 'lease', 'rental'], 'loan'),
  amount: money(), // price of the thing
  months: whole(1, 600),
  nominalRate: share(0, 5), // loans
  fee: money(0), // once, at the start
  upfront: money(0), // leases and rentals
  monthly: money(), // leases and rentals
  residual: money(0), // at the end of a lease
  riskBearer: choice(['', 'client', 'seller', 'lender'], ''),
  included: text(300), // what the monthly fee holds
};

export type Settings = Row<typeof SETTINGS_FIELDS>;
interface Placed {
  readonly id: string;
}
export interface Driver extends Placed, Row<typeof DRIVER_FIELDS> {}
export interface Wish extends Placed, Row<typeof WISH_FIELDS> {}
export interface Outcome extends Placed, Row<typeof OUTCOME_FIELDS> {}
export interface Constraint extends Placed, Row<typeof CONSTRAINT_FIELDS> {}
export interface Financing extends Placed, Row<typeof FINANCING_FIELDS> {}
export interface Option extends Placed, Row<typeof OPTION_FIELDS> {
  /** Driver id → added to its improvement. */
  effects: Readonly<Record<string, number>>;
}
/** What a scenario says of one driver. Arrays are by year, [0] is year 1. */
export interface DriverInScenario {
  improvement: number | null;
  improvementLow: number | null;
  improvementHigh: number | null;
  /** Its own ramp; empty when it follows the scenario's. Missing years hold null. */
  ramp: readonly (number | null)[];
  actual: readonly (number | null)[];
}
export interface Scenario extends Placed, Row<typeof SCENARIO_FIELDS> {
  drivers: Readonly<Record<string, DriverInScenario>>;
  ramp: readonly (number | null)[];
  scores: Readonly<Record<string, number | null>>; // wish id → 0 to 5
  options: Readonly<Record<string, boolean>>; // option id → switched on
  kept: Readonly<Record<string, 'open' | 'kept' | 'violated'>>; // constraint id → judged
}

export interface Model {
  settings: Settings;
  drivers: readonly Driver[];
  scenarios: readonly Scenario[];
  wishes: readonly Wish[];
  outcomes: readonly Outcome[];
  constraints: readonly Constraint[];
  options: readonly Option[];
  financing: readonly Financing[];
}

/** Row kinds by the prefix of their ids. The settings are one row, `model`. */
export const ROW_FIELDS = {
  drv: DRIVER_FIELDS, scn: SCENARIO_FIELDS, wsh: WISH_FIELDS, out: OUTCOME_FIELDS,
  con: CONSTRAINT_FIELDS, opt: OPTION_FIELDS, fin: FINANCING_FIELDS,
} as const;
export type RowKind = keyof typeof ROW_FIELDS;
export const SETTINGS_ROW = 'model';

/** How many rows of each kind a model counts; what stands beyond is not calculated. */
export const MOST_ROWS = 300;
