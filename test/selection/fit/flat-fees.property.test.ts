import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  compareAlternatives,
  type SelectionContext,
  selectProducts,
} from '../../../src/selection/index.js';
import { BONDS } from '../screening/products.js';
import { selected } from '../support.js';

const AMOUNT = 100_000;
const YEARS = 5;
const context = {
  level: 'C5',
  covariance: [
    [0.001, 0],
    [0, 0.04],
  ],
  amount: { currency: 'CNY', amount: `${AMOUNT}.00` },
  horizonYears: YEARS,
} as const satisfies SelectionContext;

/** A product with its share of equity and what it charges; sums in yuan. */
const products = fc.record({
  equity: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
  annualFee: fc.integer({ min: 0, max: 20 }).map((bp) => bp / 10_000),
  rate: fc.constantFrom(0, 0.001, 0.01),
  flat: fc.constantFrom(0, 50, 200, 1000),
  /** Whether the sum stands beside the rate or in its place. */
  kind: fc.constantFrom('plus' as const, 'flat' as const),
  /** Charged on leaving after more than a year. */
  exitSum: fc.constantFrom(0, 0, 100),
  spread: fc.constantFrom(0, 0.002),
  held: fc.constantFrom(0, 0, 0.1, 0.25),
});
type Row = typeof products extends fc.Arbitrary<infer T> ? T : never;

function productOf(row: Row, i: number): Product {
  const { equity, annualFee, rate, flat, kind, exitSum, spread } = row;
  const entry =
    kind === 'flat' ? { from: '0', flat: `${flat}` } : { from: '0', rate, plus: `${flat}` };
  return {
    ...BONDS,
    id: `P${i}`,
    name: `P${i}`,
    annualFee,
    entryFee: 0,
    minimumPurchase: '1000',
    lookThrough: { BOND: 1 - equity, EQUITY: equity },
    fees: {
      entry: [entry],
      halfSpread: spread,
      exit: [
        { fromDays: 0, rate: 0 },
        { fromDays: 365, rate: 0, plus: `${exitSum}` },
      ],
    },
  };
}

/** What a year costs by the words of the guide: of what is bought entry fee and spread, and leaving after the horizon; of what is sold the spread. */
function costOf(rows: readonly Row[], weights: readonly number[]): number {
  return rows.reduce((sum, { annualFee, rate, flat, kind, exitSum, spread, held }, i) => {
    const bought = Math.max(0, weights[i]! - held);
    const sold = Math.max(0, held - weights[i]!);
    const paid = bought * AMOUNT;
    const fee = kind === 'flat' ? flat : ((paid - flat) * rate) / (1 + rate) + flat;
    const entry = fee + (paid - fee) * spread;
    const leaving = paid * spread + (1 - spread) * exitSum;
    const oneOff = bought < 1e-10 ? 0 : (entry + leaving) / AMOUNT;
    return sum + weights[i]! * annualFee + (oneOff + sold * spread) / YEARS;
  }, 0);
}

const varianceOf = (rows: readonly Row[], weights: readonly number[], equity: number): number => {
  const apart = rows.reduce((sum, row, i) => sum + row.equity * weights[i]!, 0) - equity;
  return (0.001 + 0.04) * apart * apart;
};

/** All weights of three products in twentieths of which each is nothing, what is held, or a purchase of at least 1,000 yuan. */
const STEPS = 20;
const grid = Array.from({ length: STEPS + 1 }, (_, a) =>
  Array.from({ length: STEPS + 1 - a }, (_, b) => [a, b, STEPS - a - b].map((one) => one / STEPS)),
).flat();

describe('a fee that is a sum', () => {
  it('is charged once for what is bought of a product: nothing on a grid of all weights costs less', () => {
    fc.assert(
      fc.property(
        fc.array(products, { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
        fc.constantFrom(0, 0.02, 0.5),
        fc.constantFrom(1, 0.6),
        (rows, equity, costAversion, maxWeightPerProduct) => {
          const universe = compileProducts(rows.map(productOf), ['BOND', 'EQUITY']);
          const result = selected(
            selectProducts({ BOND: 1 - equity, EQUITY: equity }, universe, {
              ...context,
              costAversion,
              maxWeightPerProduct,
              current: Object.fromEntries(rows.map(({ held }, i) => [`P${i}`, held])),
              heldDays: Object.fromEntries(rows.map((_, i) => [`P${i}`, 0])),
            }),
          );
          expect(result.status).toBe('selected');
          const found = rows.map((_, i) => result.weights[`P${i}`] ?? 0);
          const variance = varianceOf(rows, found, equity);
          const cost = costOf(rows, found);
          expect(result.certificate.objective).toBeCloseTo(variance + costAversion * cost, 12);
          for (const weights of grid) {
            if (weights.some((one) => one > maxWeightPerProduct)) continue;
            const other = varianceOf(rows, weights, equity);
            const objective = other + costAversion * costOf(rows, weights);
            expect(result.certificate.objective).toBeLessThan(objective + 1e-12);
            if (costAversion === 0 && other < variance + 1e-16) {
              expect(cost).toBeLessThan(costOf(rows, weights) + 1e-9);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('makes one product of two where it outweighs what the cheaper one saves', () => {
    // Half of A and half of B meet the target; C does by itself. 100,000 yuan over 5 years: a fee of 100 is 0.0002 a year.
    // A and B cost 0.004 a year and twice 0.0002, C 0.0043: dearer by the year, cheaper with what is charged once.
    const universe = (flat: string) =>
      compileProducts(
        (
          [
            ['A', 0, 0.004, flat],
            ['B', 1, 0.004, flat],
            ['C', 0.5, 0.0043, flat],
          ] as const
        ).map(([id, equity, annualFee, sum]) => ({
          ...BONDS,
          ...{ id, name: id, annualFee, entryFee: 0 },
          lookThrough: { BOND: 1 - equity, EQUITY: equity },
          fees: { entry: [{ from: '0', flat: sum }] },
        })),
        ['BOND', 'EQUITY'],
      );
    const weights = (flat: string) =>
      selected(selectProducts({ BOND: 0.5, EQUITY: 0.5 }, universe(flat), context)).weights;
    expect(weights('100')).toEqual({ A: 0.5, B: 0.5 });
    // At 200 each A and B come to 0.0048, C to 0.0047.
    expect(weights('200')).toEqual({ C: 1 });
    // So it is where one or two products are sought by themselves.
    const found = (flat: string) =>
      compareAlternatives(
        { weights: { A: 0.5, B: 0.5 } },
        [
          { id: 'pair', find: 'best-pair' },
          { id: 'cheapest', find: 'cheapest', maxTrackingError: 0 },
        ],
        {
          universe: universe(flat),
          target: { BOND: 0.5, EQUITY: 0.5 },
          context,
          expectedReturn: [0.03, 0.07],
        },
      ).alternatives.map((one) => one.status === 'compared' && one.weights);
    expect(found('100')).toEqual([
      { A: 0.5, B: 0.5 },
      { A: 0.5, B: 0.5 },
    ]);
    expect(found('200')).toEqual([{ C: 1 }, { C: 1 }]);
  });

  it('is proved at once among 500 products that all charge it where each holds one class', () => {
    // Ten classes of 50 funds each, of which the first costs least. Without one fund of each class the target is missed, so the ten cheapest are the
    // best, though the sum of 500 in 100,000 over five years, 0.001, is more than the funds differ by.
    const classes = Array.from({ length: 10 }, (_, k) => `C${k}`);
    const universe = compileProducts(
      classes.flatMap((name, k) =>
        Array.from({ length: 50 }, (_, i) => ({
          ...BONDS,
          id: `${name}-${i}`,
          name: `${name}-${i}`,
          annualFee: 0.001 + i * 0.00001,
          entryFee: 0,
          minimumPurchase: '1000',
          lookThrough: { [name]: 1 },
          fees: { entry: [{ from: '0', flat: '500' }] },
          issuerRisk: k < 5 ? ('R2' as const) : ('R3' as const),
        })),
      ),
      classes,
    );
    const result = selected(
      selectProducts(Object.fromEntries(classes.map((name) => [name, 0.1])), universe, {
        ...context,
        covariance: classes.map((_, i) => classes.map((_, j) => (i === j ? 0.01 * (i + 1) : 0))),
      }),
    );
    expect(Object.keys(result.weights)).toEqual(classes.map((name) => `${name}-0`));
    expect(result.status).toBe('selected');
    expect(result.certificate.examined).toBeLessThan(30);
  });
});
