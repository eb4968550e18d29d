/** A value model in a frozen copy: whole, clean, and the same again after any way through JSON. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freezeValue, FrozenValue, thawValue } from '../../../shared/documents/frozenValue.ts';
import { evaluateAll } from '../../../shared/value/evaluate.ts';
import type { Model } from '../../../shared/value/model.ts';
import { canonicalJson } from '../../../shared/verify/canonical.ts';
import { exampleModel } from '../../support/exampleModel.ts';

const rich = (): Model => {
  const model = exampleModel('A');
  const [s0, s1, s2] = model.scenarios;
  return {
    ...model,
    settings: { ...model.settings, aloneClient: 31_415, seed: 271_828 },
    drivers: model.drivers.map(driver => ({ ...driver, agreedClient: 'SECRET-AGREEMENT', note: 'note_SECRETSECRET', label: 'Ore perse\u0300' })),
    scenarios: [{ ...s0!, archived: true }, { ...s1!, scores: { wsh_a: 4, wsh_gone: 1 }, options: { opt_a: true }, kept: { con_a: 'kept' } }, s2!],
    wishes: [{ id: 'wsh_a', label: 'Calm', weight: 2 }],
    outcomes: [{ id: 'out_a', label: 'Seconds', unit: 's', baseline: 85, target: 10, actual: 12, source: '' }],
    constraints: [{ id: 'con_a', label: 'Soon', measure: 'paybackAtMost', limit: 2.5 }],
    options: [{ id: 'opt_a', label: 'Care', about: 'maintenance', clientOneOff: 0, sellerOneOff: 10.05, clientYearly: 0, sellerYearly: 1, upfront: 0, yearly: 2, effects: { [model.drivers[0]!.id]: 0.01 } }],
    financing: [{ id: 'fin_a', label: 'Loan', form: 'loan', amount: 18_000, months: 60, nominalRate: 0.059, fee: 250, upfront: 0, monthly: null, residual: 0, riskBearer: 'client', included: '' }],
  };
};

describe('a frozen value model', () => {
  const frozen = freezeValue(rich())!;

  test('holds money in whole cents and results with it', () => {
    const [s1] = frozen.scenarios;
    expect(s1).toMatchObject({ fields: { code: 'S1', upfront: 9_500_000, gainShare: 0.2 }, scores: { wsh_a: 4 } });
    expect(s1!.scores).not.toHaveProperty('wsh_gone');
    expect(s1!.results.flows.map(({ year }) => year)).toEqual([0, 1, 2, 3]);
    expect(frozen.drivers[0]).toMatchObject({ baseline: 1_150_000, unitValue: 0.42, label: 'Ore pers\u00e8' });
    expect(freezeValue(exampleModel('A'))!.scenarios[1]!.results).toMatchObject({ npv: 42_313_678, clientNpv: 26_427_587, sellerNpv: 15_886_091, roi: 1.389038 });
  });

  test('leaves out what is no part of a promise', () => {
    expect(frozen.scenarios.map(({ fields }) => fields.code)).toEqual(['S1', 'S2']);
    for (const left of ['SECRET', '31415', '271828', '"actual"', 'archived', 'agreedClient']) expect(canonicalJson(frozen)).not.toContain(left);
  });

  test('is the same to the byte after being written, read by its schema and written again', () => {
    const bytes = canonicalJson(frozen);
    expect(canonicalJson(FrozenValue.parse(JSON.parse(bytes)))).toBe(bytes);
    expect(FrozenValue.safeParse({ ...frozen, drivers: [{ ...frozen.drivers[0], baseline: 'many' }] }).success).toBe(false);
    expect(FrozenValue.safeParse({ ...frozen, scenarios: [{ ...frozen.scenarios[0], fields: { ...frozen.scenarios[0]!.fields, upfront: 0.5 } }] }).success).toBe(false);
  });

  test('gives back a model that comes to the same figures, and freezes the same again', () => {
    const thawed = thawValue(FrozenValue.parse(JSON.parse(canonicalJson(frozen))));
    expect(canonicalJson(freezeValue(thawed))).toBe(canonicalJson(frozen));
    const before = evaluateAll(rich()).filter(({ scenario }) => !scenario.archived);
    expect(evaluateAll(thawed).map(({ results }) => results.npv)).toEqual(before.map(({ results }) => results.npv));
  });

  test('does not exist while nobody has put anything in', () => {
    const { settings } = exampleModel('A');
    expect(freezeValue({ settings, drivers: [], scenarios: [], wishes: [], outcomes: [], constraints: [], options: [], financing: [] })).toBeUndefined();
  });

  test.each([5e-324, 1e-303, 1e-290])('can be frozen when benefits are next to nothing: %d', baseline => {
    const model = exampleModel('A');
    const frozenNothing = freezeValue({ ...model, drivers: model.drivers.map(driver => ({ ...driver, baseline })) })!;
    expect(frozenNothing.scenarios[1]!.results).toMatchObject({ fullYear: 0, breakEven: null });
    expect(canonicalJson(frozenNothing)).toContain('"breakEven":null');
  });

  test('can be frozen and read whatever the numbers are', () => {
    const amount = fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }), { nil: null });
    fc.assert(fc.property(amount, amount, amount, (baseline, unitValue, yearly) => {
      const model = exampleModel('A');
      const odd = {
        ...model,
        drivers: model.drivers.map(driver => ({ ...driver, baseline, unitValue })),
        scenarios: model.scenarios.map(scenario => ({ ...scenario, yearly: yearly === null ? null : Math.round(yearly) / 100 })),
      };
      const bytes = canonicalJson(freezeValue(odd));
      expect(canonicalJson(FrozenValue.parse(JSON.parse(bytes)))).toBe(bytes);
    }), { numRuns: 400 });
  });
});
