/** What two sides share, and what the guard says: properties that hold for any numbers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aloneOrTogether } from '../../../shared/value/alone.ts';
import { guardOf } from '../../../shared/value/guard.ts';
import { type Results, resultsOf } from '../../../shared/value/results.ts';
import { scaleBenefits, type Terms, withPrice } from '../../../shared/value/terms.ts';
import { exampleModel, exampleScenario } from '../../support/exampleModel.ts';

const amount = fc.integer({ min: 0, max: 1_000_000 });
const part = fc.integer({ min: 0, max: 100 }).map(percent => percent / 100);
const someTerms: fc.Arbitrary<Terms> = fc.record({
  years: fc.integer({ min: 1, max: 10 }), discountRate: part, targetSellerShare: part,
  drivers: fc.array(fc.record({ id: fc.constant('drv'), accruesTo: fc.constantFrom('client' as const, 'seller' as const), fullYear: amount, ramp: fc.array(part, { minLength: 10, maxLength: 10 }) }), { maxLength: 6 }),
  costs: fc.record({ clientOneOff: amount, sellerOneOff: amount, clientYearly: amount, sellerYearly: amount }),
  price: fc.record({ upfront: amount, yearly: amount, gainShare: part, threshold: amount }),
});
const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a), Math.abs(b)) + 1e-4);

describe('whatever the numbers', () => {
  test('client and seller add up to the joint result, every year and in all', () => {
    fc.assert(fc.property(someTerms, terms => {
      const { flows, npv, clientNpv, sellerNpv } = resultsOf(terms);
      flows.forEach(flow => near(flow.client + flow.seller, flow.joint));
      near(clientNpv + sellerNpv, npv);
    }));
  });

  test('the fair gain share gives the seller exactly its target', () => {
    fc.assert(fc.property(someTerms, terms => {
      const { fair, npv } = resultsOf(terms);
      if (fair.kind === 'jointLoss' || fair.kind === 'nothingToShare') return;
      const { sellerNpv } = resultsOf(withPrice(terms, { gainShare: fair.gainShare }));
      expect(Math.abs(sellerNpv - terms.targetSellerShare * npv)).toBeLessThanOrEqual(1e-6 * Math.max(1, npv, terms.price.upfront + terms.price.yearly * 10));
    }));
  });

  test('a price moves money between the sides and makes none', () => {
    fc.assert(fc.property(someTerms, amount, (terms, upfront) => {
      near(resultsOf(withPrice(terms, { upfront })).npv, resultsOf(terms).npv);
    }));
  });

  test('more benefit never makes anybody poorer together, and more cost never richer', () => {
    fc.assert(fc.property(someTerms, amount, (terms, extra) => {
      const { npv } = resultsOf(terms);
      expect(resultsOf(scaleBenefits(terms, 1.1)).npv).toBeGreaterThanOrEqual(npv - 1e-6);
      expect(resultsOf({ ...terms, costs: { ...terms.costs, clientYearly: terms.costs.clientYearly + extra } }).npv).toBeLessThanOrEqual(npv + 1e-6);
    }));
  });

  test('a split is shown only where nobody loses', () => {
    fc.assert(fc.property(someTerms, terms => {
      const results = resultsOf(terms);
      const guard = guardOf(results);
      if (guard.kind === 'loss') expect(results.sellerShare).toBeNull();
      else if (results.npv > 0.02) expect(results.sellerShare).toSatisfy((share: number) => share >= -1e-3 && share <= 1.001);
    }));
  });
});

describe('the guard', () => {
  test('names the client of H0, who loses 66,232, and says what price would repair it', () => {
    const { guard } = exampleScenario('H0');
    expect(guard).toMatchObject({ kind: 'loss', jointLoss: false, simpleRoiMisleads: false, losers: [{ side: 'client' }] });
    expect(guard.kind === 'loss' && Math.round(guard.losers[0]!.amount)).toBe(66_232);
    expect(guard.kind === 'loss' && Math.round(guard.upfrontChange!)).toBe(-66_232);
  });

  test('says of S0 that no price can repair it, and that the plain return misleads', () => {
    expect(exampleScenario('S0').guard).toMatchObject({ kind: 'loss', jointLoss: true, upfrontChange: null, simpleRoiMisleads: true, losers: [{ side: 'client' }] });
  });

  test.each(['S1', 'S2', 'M0', 'M1', 'M2', 'H1', 'H2'])('lets both gain in %s', code => expect(exampleScenario(code).guard).toEqual({ kind: 'bothGain' }));

  test('takes less than half a cent for nothing', () => {
    const even = { npv: -0.004, clientNpv: -0.004, sellerNpv: 0, simpleRoi: 1 } as Results;
    expect(guardOf(even)).toEqual({ kind: 'bothGain' });
  });
});

describe('a fair gain share', () => {
  const { terms } = exampleScenario('S1');
  test('of S1 is 13.21 % and gives client 296,196 and seller 126,941', () => {
    const { fair } = resultsOf(terms);
    expect(fair).toMatchObject({ kind: 'fair' });
    const applied = resultsOf(withPrice(terms, { gainShare: fair.kind === 'fair' ? fair.gainShare : 0 }));
    expect([applied.clientNpv, applied.sellerNpv].map(Math.round)).toEqual([296_196, 126_941]);
  });
  test('says that the fee is too high, that nothing passes the threshold, or that all would not do', () => {
    expect(resultsOf(withPrice(terms, { yearly: 150_000 })).fair.kind).toBe('feeTooHigh');
    expect(resultsOf(withPrice(terms, { threshold: 1e9 })).fair.kind).toBe('nothingToShare');
    expect(resultsOf({ ...withPrice(terms, { upfront: 0, yearly: 0, threshold: 380_000 }), targetSellerShare: 0.9 }).fair.kind).toBe('beyondAll');
    expect(exampleScenario('S0').results.fair.kind).toBe('jointLoss');
  });
});

test('together is compared with what each side expects alone', () => {
  const { settings } = exampleModel('A');
  const { results } = exampleScenario('S1');
  const said = aloneOrTogether({ ...settings, aloneClient: 100_000 }, results);
  expect(said).toMatchObject({ worthIt: true, client: { alone: 100_000 }, seller: { alone: null } });
  expect(Math.round(said.joint.more)).toBe(323_137);
  expect(aloneOrTogether({ ...settings, aloneSeller: 200_000 }, results).worthIt).toBe(false);
});
