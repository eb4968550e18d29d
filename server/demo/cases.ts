/** Reads `cases.json`: three worked examples in both languages. Parsed once; what we do not use is left out. */
import * as z from 'zod';
import { BothLanguages, Side } from '../../shared/sides.ts';
import raw from './cases.json' with { type: 'json' };

const Share = z.number().min(0).max(1);

const Driver = z.object({
  id: z.string(), label: BothLanguages, unit: BothLanguages, baseline: z.number(), unitValue: z.number(), confidence: Share,
  accruesTo: z.enum(['client', 'seller']), source: BothLanguages,
  ramp: z.array(z.number()).optional(), // its own, in every scenario
});
const Scenario = z.object({
  id: z.string(), name: BothLanguages, story: BothLanguages, doubt: BothLanguages, nearlyApproved: z.boolean(),
  improvement: z.record(z.string(), z.number()), ramp: z.array(z.number()),
  costs: z.object({ clientOneOff: z.number(), sellerOneOff: z.number(), clientYearly: z.number(), sellerYearly: z.number() }),
  price: z.object({ upfront: z.number(), yearly: z.number(), gainShare: Share, threshold: z.number() }),
});
const CaseNote = z.object({
  id: z.string(), kind: z.enum(['fear', 'hope', 'observation', 'insight', 'doubt', 'client-question']),
  author: Side, visibility: z.enum(['shared', 'internal']), text: BothLanguages, driver: z.string().optional(),
});

export const Case = z.object({
  id: z.string(), title: BothLanguages, currency: z.string(), years: z.int(), discountRate: Share, targetSellerShare: Share,
  people: z.array(z.object({ name: z.string(), side: Side, approver: z.boolean().default(false) })),
  drivers: z.array(Driver), scenarios: z.array(Scenario), notes: z.array(CaseNote), proposalSections: z.array(BothLanguages),
});
export type Case = z.infer<typeof Case>;

export const CASES: readonly Case[] = z.object({ version: z.literal(1), cases: z.array(Case) }).parse(raw).cases;

export function caseNote({ notes }: Case, id: string): Case['notes'][number] {
  return required(notes.find(note => note.id === id), id);
}
export function scenario({ scenarios }: Case, id: string): Case['scenarios'][number] {
  return required(scenarios.find(each => each.id === id), id);
}
export function driver({ drivers }: Case, id: string): Case['drivers'][number] {
  return required(drivers.find(each => each.id === id), id);
}

/** What a driver brings in a full year of a scenario: baseline × improvement × unit value × confidence. */
export function fullYear(of: Case, scenarioId: string, driverId: string): number {
  const { baseline, unitValue, confidence } = driver(of, driverId);
  return baseline * (scenario(of, scenarioId).improvement[driverId] ?? 0) * unitValue * confidence;
}

function required<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`The examples hold nothing called ${id}.`);
  return found;
}
