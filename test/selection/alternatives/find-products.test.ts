import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  type ComparedPortfolio,
  compareAlternatives,
  type SelectionContext,
} from '../../../src/selection/index.js';

const TERMS = {
  issuerRisk: 'R2',
  distributorRisk: 'R2',
  entryFee: 0,
  annualFee: 0.01,
  minimumPurchase: '10000',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
} as const;
const [BOND, EQUITY]: Product[] = [
  { ...TERMS, id: 'B', name: 'Bonds', lookThrough: { BOND: 1 } },
  { ...TERMS, id: 'A', name: 'Shares', lookThrough: { EQ: 1 } },
];
const VARIANCE = { BOND: 0.001, EQ: 0.04 };
const covariance = [
  [VARIANCE.BOND, 0],
  [0, VARIANCE.EQ],
];
const amount = { currency: 'CNY', amount: '100000.00' } as const;

function find(
  kind: 'best-product' | 'best-pair',
  products: readonly Product[],
  target: Readonly<Record<string, number>>,
  terms: Partial<SelectionContext>,
): ComparedPortfolio {
  const universe = compileProducts(products, ['BOND', 'EQ']);
  const context: SelectionContext = { level: 'C3', covariance, amount, ...terms };
  const selection = { weights: { [products[0]!.id]: 1 } };
  const options = { universe, target, context, expectedReturn: [0.03, 0.07] };
  return compareAlternatives(selection, [{ id: 'x', find: kind }], options).alternatives[0]!;
}

function weightsOf(found: ComparedPortfolio): Readonly<Record<string, number>> | undefined {
  return found.status === 'compared' ? found.weights : undefined;
}

describe('the best pair beside holdings', () => {
  const target = { BOND: 0.7, EQ: 0.3 };

  it.each([
    // Part of A is sold, B is bought: both minimums of 0.1 are kept and the target is met.
    [{ A: 0.35 }, { A: 0.3, B: 0.7 }],
    [{ A: 0.5 }, { A: 0.3, B: 0.7 }],
    [{ A: 0.95 }, { A: 0.3, B: 0.7 }],
    // 0.05 of A would have to be sold and 0.05 of B be bought; less than 0.1 of B cannot be.
    // Without a purchase of B its 0.65 is kept at most, and then A would need 0.35, all that is held.
    [
      { A: 0.35, B: 0.65 },
      { A: 0.35, B: 0.65 },
    ],
    // To buy 0.1 of B leaves A 0.275 (misses by 0.025); to keep B at 0.625 leaves A 0.375 (misses by 0.075).
    [
      { A: 0.375, B: 0.625 },
      { A: 0.275, B: 0.725 },
    ],
  ])('keeps, cuts or adds to what is held: %j', (current, weights) => {
    const found = weightsOf(find('best-pair', [BOND!, EQUITY!], target, { current }));
    expect(Object.keys(found ?? {})).toEqual(Object.keys(weights));
    for (const [id, weight] of Object.entries(weights)) expect(found?.[id]).toBeCloseTo(weight, 9);
  });

  it('keeps what may not be bought any more', () => {
    const closed: Product = { ...EQUITY!, status: 'closed' };
    const found = weightsOf(find('best-pair', [BOND!, closed], target, { current: { A: 0.2 } }));
    // A cannot be added to: 0.2 of it is nearer to 0.3 than less.
    expect(found?.A).toBeCloseTo(0.2, 9);
    expect(found?.B).toBeCloseTo(0.8, 9);
  });

  it('holds what is locked, and no third product beside two such', () => {
    const third: Product = { ...BOND!, id: 'C', annualFee: 0.001 };
    const locked = { A: 0.1, B: 0.1 };
    const held = { current: locked, locked };
    const products = [BOND!, EQUITY!, third];
    expect(Object.keys(weightsOf(find('best-pair', products, target, held)) ?? {})).toEqual([
      'A',
      'B',
    ]);
    expect(find('best-product', products, target, held).status).toBe('not-found');
  });

  it('takes no single product beyond what one client may hold', () => {
    const small: Product = { ...BOND!, maximumHolding: '60000' };
    const found = weightsOf(find('best-product', [small, EQUITY!], target, {}));
    expect(found).toEqual({ A: 1 });
  });

  it('keeps a single product that is all there is already', () => {
    // Nothing can be bought of B, as 0 is left and the minimum is 0.1; B as it is misses EQ by 0.3, A alone by 0.7.
    const found = weightsOf(find('best-product', [BOND!, EQUITY!], target, { current: { B: 1 } }));
    expect(found).toEqual({ B: 1 });
  });
});

/** All weights of a grid that minimums and holdings allow: nothing, a part of what is held, or all of it and a minimum more. */
function allows(weight: number, held: number, least: number): boolean {
  return weight === 0 || weight <= held + 1e-12 || weight >= held + least - 1e-12;
}

describe('the best pair, by brute force', () => {
  it('is beaten by no pair of a grid, and is one that minimums and holdings allow', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    const product = fc.record({
      equity: percent,
      least: fc.integer({ min: 1, max: 40 }),
      held: fc.integer({ min: 0, max: 25 }),
    });
    fc.assert(
      fc.property(fc.array(product, { minLength: 2, maxLength: 4 }), percent, (rows, equity) => {
        const products = rows.map(
          (row, i): Product => ({
            ...BOND!,
            id: `P${i}`,
            lookThrough: { BOND: 1 - row.equity / 100, EQ: row.equity / 100 },
            minimumPurchase: String(row.least * 1000),
          }),
        );
        const current = Object.fromEntries(rows.map((row, i) => [`P${i}`, row.held / 100]));
        const target = { BOND: 1 - equity / 100, EQ: equity / 100 };
        const errorOf = (exposure: number): number =>
          Math.sqrt(VARIANCE.BOND + VARIANCE.EQ) * Math.abs(exposure - equity / 100);
        let best = Number.POSITIVE_INFINITY;
        rows.forEach((one, i) => {
          rows.forEach((two, j) => {
            for (let a = 0; a <= 100 && i !== j; a++) {
              if (!allows(a / 100, one.held / 100, one.least / 100)) continue;
              if (!allows(1 - a / 100, two.held / 100, two.least / 100)) continue;
              const exposure = (a * one.equity + (100 - a) * two.equity) / 10_000;
              best = Math.min(best, errorOf(exposure));
            }
          });
        });
        const found = find('best-pair', products, target, { current });
        if (found.status !== 'compared') return expect(best).toBe(Number.POSITIVE_INFINITY);
        expect(found.trackingError).toBeLessThanOrEqual(best + 1e-6);
        expect(found.proved).toBe(true);
        Object.entries(found.weights).forEach(([id, weight]) => {
          const { held, least } = rows[Number(id.slice(1))]!;
          expect(allows(weight, held / 100 + 1e-9, least / 100 - 2e-9)).toBe(true);
        });
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});
