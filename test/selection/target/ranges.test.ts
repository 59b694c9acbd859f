import { describe, expect, it } from 'vitest';
import { compileProducts, type Product } from '../../../src/products/index.js';
import { type SelectionTarget, selectProducts } from '../../../src/selection/index.js';
import { expectRefusal, selected, wrong } from '../support.js';

const CLASSES = ['BOND', 'EQUITY'];
// Volatilities of 3 % and 20 %, uncorrelated.
const covariance = [
  [0.0009, 0],
  [0, 0.04],
];
const context = { level: 'C3', covariance } as const;

const product = (id: string, change: Partial<Product>): Product => ({
  id,
  name: id,
  lookThrough: { BOND: 1 },
  issuerRisk: 'R2',
  distributorRisk: 'R2',
  annualFee: 0.004,
  entryFee: 0,
  minimumPurchase: '0',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
  ...change,
});
const bonds = product('BONDS', {});
const shares = product('SHARES', { lookThrough: { EQUITY: 1 }, annualFee: 0.01 });
const cautious = product('CAUTIOUS', { lookThrough: { BOND: 0.8, EQUITY: 0.2 } });

const select = (target: SelectionTarget, products: readonly Product[], extra: object = {}) =>
  selected(selectProducts(target, compileProducts(products, CLASSES), { ...context, ...extra }));

describe('a range', () => {
  it('lets the fee decide within it', () => {
    const target = { BOND: { min: 0.5, max: 0.7 }, EQUITY: { min: 0.2, max: 0.6 } };
    const result = select(target, [bonds, shares]);
    // Bonds are the cheaper: as many as the range allows.
    expect(result.weights.BONDS).toBeCloseTo(0.7, 14);
    expect(result.trackingError).toBeLessThan(1e-12);
    expect(result.aim.EQUITY).toBeCloseTo(0.3, 14);
  });

  it('may stand beside shares', () => {
    const result = select({ BOND: 0.6, EQUITY: { min: 0.3, max: 0.5 } }, [bonds, shares]);
    expect(result.weights.SHARES).toBeCloseTo(0.4, 14);
  });

  it('is measured to its nearest point where it cannot be reached', () => {
    const target = { BOND: { min: 0.5, max: 0.6 }, EQUITY: { min: 0.4, max: 0.5 } };
    const result = select(target, [bonds, cautious]);
    expect(result.weights).toEqual({ CAUTIOUS: 1 });
    expect(result.aim.BOND).toBeCloseTo(0.6, 12);
    expect(result.aim.EQUITY).toBeCloseTo(0.4, 12);
    // 0.2 too much in bonds and 0.2 too little in shares: 0.2 · √(0.0009 + 0.04).
    expect(result.trackingError).toBeCloseTo(0.2 * Math.sqrt(0.0409), 12);
    expect(result.maxDeviation).toBeCloseTo(0.2, 12);
    expect(result.reasons.map(({ code }) => code)).toEqual(['selection.target-not-matched']);
  });

  it('of no width is a share', () => {
    const ranges = { BOND: { min: 0.6, max: 0.6 }, EQUITY: { min: 0.4, max: 0.4 } };
    const points = { BOND: 0.6, EQUITY: 0.4 };
    expect(select(ranges, [bonds, shares])).toEqual(select(points, [bonds, shares]));
  });

  it('of a class that cannot be told by its risk is kept all the same', () => {
    // Without any risk of bonds only the sum says what is in them.
    const target = { BOND: { min: 0.2, max: 0.3 }, EQUITY: { min: 0.7, max: 0.8 } };
    const riskless = {
      covariance: [
        [0, 0],
        [0, 0.04],
      ],
    };
    const result = select(target, [bonds, cautious, shares], riskless);
    expect(result.lookThrough.BOND).toBeCloseTo(0.3, 12);
  });
});

describe('a range with a centre', () => {
  const target = { BOND: 0.8, EQUITY: { min: 0.1, max: 0.3, centre: 0.2 } };

  it('is measured to the centre', () => {
    expect(select(target, [bonds, shares]).weights.SHARES).toBeCloseTo(0.2, 14);
  });

  it('is a limit that costs do not push through', () => {
    const costs = { costAversion: 1, horizonYears: 1 };
    // Without it 2 · (w − 0.2) · 0.0409 + 0.01 − 0.004 = 0 gives w = 0.2 − 0.0733 = 0.1267: within the range.
    const w = 0.2 - 0.006 / (2 * 0.0409);
    expect(select(target, [bonds, shares], costs).weights.SHARES).toBeCloseTo(w, 12);
    // With twice the aversion it would be 0.2 − 0.1467 = 0.0533: below the range.
    const twice = { costAversion: 2, horizonYears: 1 };
    expect(select(target, [bonds, shares], twice).weights.SHARES).toBeCloseTo(0.1, 14);
  });

  it('is left where the products cannot keep it, and that is said', () => {
    const half = product('HALF', { lookThrough: { BOND: 0.5, EQUITY: 0.5 } });
    const result = select(target, [half]);
    expect(result.weights).toEqual({ HALF: 1 });
    expect(result.reasons.map(({ code }) => code)).toEqual([
      'selection.target-not-matched',
      'selection.range-not-kept',
    ]);
    expect(result.reasons[1]!.parameters).toEqual({
      class: 'EQUITY',
      share: 0.5,
      min: 0.1,
      max: 0.3,
    });
  });
});

describe('a target is refused', () => {
  const universe = compileProducts([bonds, shares], CLASSES);
  it.each([
    [{ BOND: { min: 0.7, max: 0.6 }, EQUITY: 0.4 }, 'out-of-range', 'target.BOND.max'],
    [{ BOND: { min: -0.1, max: 0.6 }, EQUITY: 0.4 }, 'out-of-range', 'target.BOND.min'],
    [{ BOND: { min: 0.5, max: 60 }, EQUITY: 0.4 }, 'out-of-range', 'target.BOND.max'],
    [{ BOND: { max: 0.6 }, EQUITY: 0.4 }, 'missing-value', 'target.BOND.min'],
    [{ BOND: { min: 0.5, max: Number.NaN }, EQUITY: 0.4 }, 'not-finite', 'target.BOND.max'],
    [
      { BOND: { min: 0.5, max: 0.6, centre: 0.7 }, EQUITY: 0.4 },
      'out-of-range',
      'target.BOND.centre',
    ],
    [
      { BOND: { min: 0.5, max: 0.6, centre: null }, EQUITY: 0.4 },
      'missing-value',
      'target.BOND.centre',
    ],
    [{ BOND: { min: 0.7, max: 0.8 }, EQUITY: 0.4 }, 'inconsistent', 'target'],
    [{ BOND: { min: 0.1, max: 0.5 }, EQUITY: 0.4 }, 'inconsistent', 'target'],
    [{ BOND: { min: 0.5, max: 0.7, centre: 0.5 }, EQUITY: 0.4 }, 'inconsistent', 'target'],
    [{ BOND: [0.5, 0.6], EQUITY: 0.4 }, 'invalid-type', 'target.BOND'],
  ] as const)('%j', (target, code, path) => {
    expectRefusal(() => selectProducts(wrong(target), universe, context), code, path);
  });
});
