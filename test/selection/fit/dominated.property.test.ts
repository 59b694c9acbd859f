import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProducts, type Product } from '../../../src/products/index.js';
import { type SelectionContext, selectProducts } from '../../../src/selection/index.js';

const CLASSES = ['BOND', 'EQUITY'];
const COVARIANCE = [
  [0.0008, -0.0004],
  [-0.0004, 0.03],
];
/** Of a portfolio that holds more of one class by 1 and less of the other: 0.0008 + 2 · 0.0004 + 0.03. */
const VARIANCE = 0.0316;

interface Drawn {
  /** Share of equity, fee, least purchase and most of each product. */
  readonly products: readonly {
    readonly equity: number;
    readonly fee: number;
    readonly least: number;
    readonly most: number;
  }[];
  readonly target: number;
  readonly number: number;
}

/** Few look-throughs and fees, so that most products have others that stand in for them. */
const cases: fc.Arbitrary<Drawn> = fc.record({
  products: fc.array(
    fc.record({
      equity: fc.constantFrom(0, 0.2, 1),
      fee: fc.constantFrom(0.001, 0.002, 0.005),
      least: fc.constantFrom(0, 0.1, 0.3),
      most: fc.constantFrom(0.3, 0.5, 0.7, 1),
    }),
    { minLength: 2, maxLength: 7 },
  ),
  target: fc.constantFrom(0, 0.1, 0.35, 0.5, 1),
  number: fc.integer({ min: 1, max: 4 }),
});

interface Least {
  readonly distance: number;
  readonly fee: number;
}

/**
 * The least distance of the share of equity from the target, and the lowest fee at that distance, of any few products, by trying all sets
 * and all corners: with two equations, of the sum and of the share, all but two products of a set are at a limit, and all but one where the
 * share is as near as the set can come.
 */
function leastOf({ products, target, number }: Drawn): Least | undefined {
  let best: Least | undefined;
  const consider = (weights: readonly number[], set: readonly number[]): void => {
    const isWithin = set.every((i, k) => {
      const { least, most } = products[i]!;
      return weights[k]! >= least - 1e-12 && weights[k]! <= most + 1e-12;
    });
    if (!isWithin) return;
    const sum = (figure: (i: number) => number): number =>
      set.reduce((all, i, k) => all + weights[k]! * figure(i), 0);
    const distance = Math.abs(sum((i) => products[i]!.equity) - target);
    const fee = sum((i) => products[i]!.fee);
    const nearer = best === undefined ? 1 : best.distance - distance;
    if (nearer > 1e-10 || (nearer > -1e-10 && fee < best!.fee)) best = { distance, fee };
  };
  for (let mask = 1; mask < 1 << products.length; mask++) {
    const set = products.flatMap((_, i) => (mask & (1 << i) ? [i] : []));
    if (set.length > number) continue;
    for (let ends = 0; ends < 1 << set.length; ends++) {
      const at = set.map((i, k) => (ends & (1 << k) ? products[i]!.most : products[i]!.least));
      set.forEach((i, a) => {
        const others = at.reduce((all, one, k) => (k === a ? all : all + one), 0);
        consider(
          at.map((one, k) => (k === a ? 1 - others : one)),
          set,
        );
        set.slice(0, a).forEach((j, b) => {
          const isFree = (k: number): boolean => k === a || k === b;
          const left = at.reduce((all, one, k) => (isFree(k) ? all : all - one), 1);
          const share = at.reduce(
            (all, one, k) => (isFree(k) ? all : all - one * products[set[k]!]!.equity),
            target,
          );
          const apart = products[i]!.equity - products[j]!.equity;
          if (apart === 0) return;
          const own = (share - left * products[j]!.equity) / apart;
          consider(
            at.map((one, k) => (k === a ? own : k === b ? left - own : one)),
            set,
          );
        });
      });
    }
  }
  return best;
}

function universeOf({ products }: Drawn) {
  const rows = products.map(
    ({ equity, fee, least }, i): Product => ({
      id: `P${i}`,
      name: `Fund ${i}`,
      lookThrough: equity === 0 ? { BOND: 1 } : { BOND: 1 - equity, EQUITY: equity },
      issuerRisk: 'R2',
      distributorRisk: 'R2',
      annualFee: fee,
      entryFee: 0,
      minimumPurchase: String(1000 * least),
      step: '0.01',
      lockUpDays: 0,
      status: 'open',
    }),
  );
  return compileProducts(rows, CLASSES);
}

function contextOf({ products, number }: Drawn): SelectionContext {
  return {
    level: 'C3',
    covariance: COVARIANCE,
    amount: { currency: 'CNY', amount: '1000.00' },
    maxProducts: number,
    maxWeightOfProduct: Object.fromEntries(products.map(({ most }, i) => [`P${i}`, most])),
  };
}

describe('products for which others stand in', () => {
  it('are left out only where nothing is lost', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const { target } = drawn;
        const best = leastOf(drawn);
        const aim = { BOND: 1 - target, EQUITY: target };
        const result = selectProducts(aim, universeOf(drawn), contextOf(drawn));
        expect(result.status).toBe(best === undefined ? 'infeasible' : 'selected');
        if (best === undefined || result.status !== 'selected') return;
        expect(result.trackingError).toBeCloseTo(best.distance * Math.sqrt(VARIANCE), 9);
        expect(result.weightedFee).toBeCloseTo(best.fee, 9);
      }),
      { numRuns: 400 },
    );
  });
});
