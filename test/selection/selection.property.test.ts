import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/evidence/index.js';
import { compareMoney, money, multiplyMoney } from '../../src/money/index.js';
import {
  compileProducts,
  PRODUCT_STATUSES,
  type Product,
  RISK_RATINGS,
} from '../../src/products/index.js';
import { RISK_LEVELS } from '../../src/questionnaire/index.js';
import {
  findSubstitutes,
  type ScreeningResult,
  type SelectionContext,
  screenProducts,
  selectProducts,
} from '../../src/selection/index.js';
import { isDeeplyFrozen } from './support.js';

const CLASSES = ['CASH', 'BOND', 'EQUITY'];

/** Shares or weights in steps of 5 %, summing to 1. */
const shares = (names: readonly string[]): fc.Arbitrary<Record<string, number>> =>
  fc
    .array(fc.integer({ min: 0, max: 20 }), {
      minLength: names.length - 1,
      maxLength: names.length - 1,
    })
    .map((cuts) => {
      const ends = [0, ...cuts.sort((a, b) => a - b), 20];
      return Object.fromEntries(names.map((name, i) => [name, (ends[i + 1]! - ends[i]!) / 20]));
    });

const product: fc.Arbitrary<Omit<Product, 'id'>> = fc.record({
  name: fc.constant('product'),
  lookThrough: shares(CLASSES),
  issuerRisk: fc.constantFrom(...RISK_RATINGS),
  distributorRisk: fc.constantFrom(...RISK_RATINGS),
  annualFee: fc.integer({ min: 0, max: 20 }).map((n) => n / 1000),
  entryFee: fc.constantFrom(0, 0.001, 0.01),
  minimumPurchase: fc.constantFrom('0', '0.01', '10', '300', '5000'),
  step: fc.constantFrom('0.01', '1', '1000'),
  lockUpDays: fc.constantFrom(0, 30, 180),
  status: fc.constantFrom('open', 'open', 'open', ...PRODUCT_STATUSES),
});
const rows: fc.Arbitrary<readonly Product[]> = fc
  .array(product, { minLength: 1, maxLength: 6 })
  .map((list) => list.map((one, index) => ({ ...one, id: `P${index}` })));

const COVARIANCE = [
  [0.00001, 0, 0],
  [0, 0.0008, -0.0004],
  [0, -0.0004, 0.03],
];
const contexts: fc.Arbitrary<SelectionContext> = fc.record(
  {
    level: fc.constantFrom(...RISK_LEVELS),
    covariance: fc.constant(COVARIANCE),
    maxLockUpDays: fc.constantFrom(0, 90, 365),
    amount: fc.constantFrom('1.00', '1000.00', '100000.00').map((amount) => ({
      currency: 'CNY' as const,
      amount,
    })),
    maxWeightPerProduct: fc.constantFrom(0.4, 0.7, 1),
    held: fc.constantFrom([], ['P0']),
  },
  { requiredKeys: ['level', 'covariance'] },
);
const cases = fc.record({ rows, context: contexts, target: shares(CLASSES) });

const eligibleIds = ({ eligible }: ScreeningResult): readonly string[] =>
  eligible.map(({ id }) => id);

/** One thing about a product made worse for the client. */
const worsenings: readonly ((product: Product) => Product)[] = [
  (one) => ({ ...one, issuerRisk: higher(one.issuerRisk) }),
  (one) => ({ ...one, distributorRisk: higher(one.distributorRisk) }),
  (one) => ({ ...one, lockUpDays: one.lockUpDays + 100 }),
  (one) => ({ ...one, minimumPurchase: '20000' }),
  (one) => ({ ...one, status: 'subscription-suspended' }),
];

function higher(rating: Product['issuerRisk']): Product['issuerRisk'] {
  return RISK_RATINGS[Math.min(4, RISK_RATINGS.indexOf(rating) + 1)]!;
}

describe('screening', () => {
  it('never turns a rejection into a pass when risk, lock-up, minimum or status get worse', () => {
    fc.assert(
      fc.property(
        cases,
        fc.nat(),
        fc.constantFrom(...worsenings),
        ({ rows, context }, at, worsen) => {
          const index = at % rows.length;
          const worse = rows.map((one, i) => (i === index ? worsen(one) : one));
          const before = eligibleIds(screenProducts(compileProducts(rows, CLASSES), context));
          const after = eligibleIds(screenProducts(compileProducts(worse, CLASSES), context));
          expect(before).toEqual(expect.arrayContaining([...after]));
        },
      ),
    );
  });

  it('opens no product to a more cautious level that a bolder one may not have', () => {
    fc.assert(
      fc.property(cases, ({ rows, context }) => {
        const universe = compileProducts(rows, CLASSES);
        const open = RISK_LEVELS.map((level) =>
          eligibleIds(screenProducts(universe, { ...context, level })),
        );
        open.slice(1).forEach((bolder, i) => {
          expect(bolder).toEqual(expect.arrayContaining([...open[i]!]));
        });
      }),
    );
  });

  it('puts every product in exactly one list, and gives a reason unless it is eligible', () => {
    fc.assert(
      fc.property(cases, ({ rows, context }) => {
        const { eligible, rejected, holdOnly } = screenProducts(
          compileProducts(rows, CLASSES),
          context,
        );
        const others = [...rejected, ...holdOnly];
        const ids = [...eligible, ...others.map((one) => one.product)].map(({ id }) => id);
        expect(ids.sort()).toEqual(rows.map(({ id }) => id).sort());
        for (const { reasons } of others) expect(reasons[0]?.severity).toBe('block');
        expect(holdOnly.every((one) => context.held?.includes(one.product.id))).toBe(true);
        expect(rejected.some((one) => context.held?.includes(one.product.id))).toBe(false);
      }),
    );
  });
});

describe('selecting', () => {
  it('does not depend on the order of the products or of the target’s classes', () => {
    fc.assert(
      fc.property(cases, ({ rows, context, target }) => {
        const turned = Object.fromEntries(Object.entries(target).reverse());
        const one = selectProducts(target, compileProducts(rows, CLASSES), context);
        const other = selectProducts(
          turned,
          compileProducts([...rows].reverse(), CLASSES),
          context,
        );
        expect(canonicalJson(other)).toBe(canonicalJson(one));
      }),
    );
  });

  it('does not depend on the order of the asset classes, but for rounding', () => {
    fc.assert(
      fc.property(cases, ({ rows, context, target }) => {
        const covariance = [...COVARIANCE].reverse().map((row) => [...row].reverse());
        const one = selectProducts(target, compileProducts(rows, CLASSES), context);
        const other = selectProducts(target, compileProducts(rows, [...CLASSES].reverse()), {
          ...context,
          covariance,
        });
        expect(other.status).toBe(one.status);
        if (one.status !== 'selected' || other.status !== 'selected') return;
        for (const { id } of rows) {
          expect(Math.abs((one.weights[id] ?? 0) - (other.weights[id] ?? 0))).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('does not depend on the scale of risk', () => {
    fc.assert(
      fc.property(cases, ({ rows, context, target }) => {
        const universe = compileProducts(rows, CLASSES);
        // A power of two, so that nothing is rounded.
        const covariance = COVARIANCE.map((row) => row.map((value) => value * 4));
        const one = selectProducts(target, universe, context);
        const other = selectProducts(target, universe, { ...context, covariance });
        expect(other.status).toBe(one.status);
        if (one.status !== 'selected' || other.status !== 'selected') return;
        expect(Object.keys(other.weights)).toEqual(Object.keys(one.weights));
        expect(Math.abs(other.trackingError - 2 * one.trackingError)).toBeLessThan(1e-9);
      }),
    );
  });

  it('invests everything within the limits, in eligible products, at their minimums or above', () => {
    fc.assert(
      fc.property(cases, ({ rows, context, target }) => {
        const result = selectProducts(target, compileProducts(rows, CLASSES), context);
        if (result.status !== 'selected') return;
        const { maxWeightPerProduct = 1, amount } = context;
        const entries = Object.entries(result.weights);
        expect(Math.abs(entries.reduce((sum, [, weight]) => sum + weight, 0) - 1)).toBeLessThan(
          1e-10,
        );
        for (const [id, weight] of entries) {
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(maxWeightPerProduct);
          const chosen = result.eligible.find((one) => one.id === id)!;
          if (amount === undefined) continue;
          // What an order rounded down to the cent would come to.
          const bought = multiplyMoney(amount, weight, { rounding: 'floor' });
          expect(compareMoney(bought, money('CNY', chosen.minimumPurchase))).toBeGreaterThanOrEqual(
            0,
          );
        }
      }),
    );
  });

  it('tracks no worse when one more product is open', () => {
    fc.assert(
      fc.property(cases, product, ({ rows, context, target }, extra) => {
        const more = [...rows, { ...extra, id: 'Q' }];
        const one = selectProducts(target, compileProducts(rows, CLASSES), context);
        const other = selectProducts(target, compileProducts(more, CLASSES), context);
        if (one.status !== 'selected') return;
        expect(other.status).toBe('selected');
        if (other.status !== 'selected') return;
        expect(other.trackingError).toBeLessThanOrEqual(one.trackingError + 1e-9);
      }),
    );
  });

  it('proves its fit, freezes it, and survives a round trip through JSON', () => {
    fc.assert(
      fc.property(cases, ({ rows, context, target }) => {
        const universe = compileProducts(rows, CLASSES);
        const stored = JSON.parse(JSON.stringify(universe));
        const result = selectProducts(target, universe, context);
        expect(canonicalJson(selectProducts(target, stored, context))).toBe(canonicalJson(result));
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(isDeeplyFrozen(result)).toBe(true);
        if (result.status !== 'selected') return;
        expect(result.certificate.primal).toBeLessThan(1e-10);
        expect(result.certificate.trackingGap).toBeLessThan(1e-11);
      }),
    );
  });
});

describe('substitutes', () => {
  it('are all other eligible products, by rising tracking error', () => {
    fc.assert(
      fc.property(cases, ({ rows, context }) => {
        const universe = compileProducts(rows, CLASSES);
        const found = findSubstitutes('P0', universe, context);
        const ids = found.map((one) => one.product.id).sort();
        const open = eligibleIds(screenProducts(universe, context));
        expect(ids).toEqual(open.filter((id) => id !== 'P0'));
        const errors = found.map(({ trackingError }) => trackingError);
        expect(errors).toEqual([...errors].sort((a, b) => a - b));
      }),
    );
  });
});
