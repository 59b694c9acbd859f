import { describe, expect, it } from 'vitest';
import { compileProducts, type Product } from '../../../src/products/index.js';
import { type SelectionResult, selectProducts } from '../../../src/selection/index.js';
import fits from '../../fixtures/selection/fits.json' with { type: 'json' };
import {
  context,
  expectRefusal,
  notSelected,
  selected,
  target,
  universe,
  wrong,
} from '../support.js';

const product = (id: string, change: Partial<Product> = {}): Product => ({
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
const equity = { lookThrough: { EQUITY: 1 } };
const covariance = [
  [0, 0],
  [0, 0.04],
];
const select = (
  products: readonly Product[],
  extra: object = {},
  aim: Readonly<Record<string, number>> = { BOND: 1 },
): SelectionResult =>
  selectProducts(aim, compileProducts(products, ['BOND', 'EQUITY']), {
    level: 'C3',
    covariance,
    ...extra,
  });
const weights = (...given: Parameters<typeof select>) => selected(select(...given)).weights;
const codes = (result: SelectionResult) => result.reasons.map(({ code }) => code);

describe('costs in the objective', () => {
  it('weigh entry fees over the years', () => {
    // A: 0.4 % and 1.2 % outside on entry, 0.011858 of what is paid; B: 0.6 %. Even at 0.011858 / 0.002 = 5.93 years.
    const products = [product('A', { entryFee: 0.012 }), product('B', { annualFee: 0.006 })];
    const over = (horizonYears: number) => weights(products, { costAversion: 1, horizonYears });
    expect(over(5.9)).toEqual({ B: 1 });
    expect(over(6)).toEqual({ A: 1 });
    // Where costs are not weighed against tracking they decide among equals, over five years unless it is said.
    expect(weights(products)).toEqual({ B: 1 });
    expect(weights(products, { horizonYears: 6 })).toEqual({ A: 1 });
  });

  it('trade tracking for fees', () => {
    const products = [product('A', { annualFee: 0 }), product('B', { ...equity, annualFee: 0.01 })];
    const aim = { BOND: 0.5, EQUITY: 0.5 };
    // 0.04 (w − 0.5)² + c · 0.01 w is least at w = 0.5 − c · 0.01 / 0.08.
    const found = selected(select(products, { costAversion: 1, horizonYears: 1 }, aim));
    expect(found.weights.B).toBeCloseTo(0.375, 13);
    expect(found.trackingError).toBeCloseTo(0.2 * 0.125, 13);
    expect(found.certificate.objective).toBeCloseTo(0.04 * 0.125 * 0.125 + 0.00375, 15);
    expect(weights(products, { costAversion: 5, horizonYears: 1 }, aim)).toEqual({ A: 1 });
  });

  it('take the dearest tier of an entry fee', () => {
    const tiers = [
      { from: '0', rate: 0.012 },
      { from: '1000000', flat: '1000' },
    ];
    const products = [product('A', { fees: { entry: tiers } }), product('B', { annualFee: 0.006 })];
    expect(weights(products, { costAversion: 1, horizonYears: 5.9 })).toEqual({ B: 1 });
    expect(weights(products, { costAversion: 1, horizonYears: 6 })).toEqual({ A: 1 });
  });

  it('cannot weigh a flat fee without an amount', () => {
    const flat = product('A', { fees: { entry: [{ from: '0', flat: '100' }] } });
    const costs = { costAversion: 1, horizonYears: 1 };
    expectRefusal(() => select([flat], costs), 'missing-value', 'context.amount');
    const amount = { currency: 'CNY', amount: '10000.00' };
    // 100 of 10,000 are 1 %, and a year's fee 0.4 %: dearer than 1.3 %, cheaper than 1.5 %.
    const cheap = product('B', { annualFee: 0.013 });
    expect(weights([flat, cheap], { ...costs, amount })).toEqual({ B: 1 });
    const dear = product('B', { annualFee: 0.015 });
    expect(weights([flat, dear], { ...costs, amount })).toEqual({ A: 1 });
  });
});

describe('what is held today', () => {
  const twins = [product('A'), product('B')];

  it('is kept where it is as good as anything else', () => {
    expect(weights(twins)).toEqual({ A: 1 });
    const result = selected(select(twins, { current: { B: 0.6 } }));
    expect(result.weights).toEqual({ A: 0.4, B: 0.6 });
    expect(result.kept).toEqual({ B: 0.6 });
  });

  it('gives way to what is cheaper', () => {
    const dearer = [product('A'), product('B', { annualFee: 0.005 })];
    expect(weights(dearer, { current: { B: 0.6 } })).toEqual({ A: 1 });
  });

  it('saves the entry fee that a switch would cost', () => {
    const products = [
      product('A', { entryFee: 0.01 }),
      product('B', { entryFee: 0.01, annualFee: 0.005 }),
    ];
    // Kept B 0.5 %, new A 0.4 % + 0.99 %, new B 0.5 % + 0.99 %.
    const costs = { costAversion: 1, horizonYears: 1 };
    expect(weights(products, { ...costs, current: { B: 0.6 } })).toEqual({ A: 0.4, B: 0.6 });
    // Over twenty years the entry fee is 0.05 % a year, less than the 0.1 % between the two.
    const long = { costAversion: 1, horizonYears: 20 };
    expect(weights(products, { ...long, current: { B: 0.6 } })).toEqual({ A: 1 });
  });

  it('stays where it cannot be sold, also above a limit', () => {
    const dearer = [product('A'), product('B', { annualFee: 0.005 })];
    const held = { current: { B: 0.6 }, locked: { B: 0.5 } };
    expect(weights(dearer, held)).toEqual({ A: 0.5, B: 0.5 });
    const capped = { ...held, maxWeightOfProduct: { B: 0.2 } };
    expect(weights(dearer, capped)).toEqual({ A: 0.5, B: 0.5 });
    const issuers = [
      product('A', { issuer: 'X' }),
      product('B', { issuer: 'Y', annualFee: 0.005 }),
    ];
    expect(weights(issuers, { ...held, maxWeightOfIssuer: { Y: 0.2, X: 0.5 } })).toEqual({
      A: 0.5,
      B: 0.5,
    });
  });

  it('may be kept and not added to where it may not be bought', () => {
    const products = [product('A', { status: 'closed' }), product('B', { annualFee: 0.009 })];
    const result = selected(select(products, { current: { A: 0.3 } }));
    expect(result.weights).toEqual({ A: 0.3, B: 0.7 });
    expect(result.holdOnly.map((one) => one.product.id)).toEqual(['A']);
  });

  it('is not sold in part to make room for a minimum purchase', () => {
    const amount = { currency: 'CNY', amount: '1000.00' };
    const products = [
      product('A', { ...equity, minimumAddition: '200' }),
      product('B', { minimumPurchase: '0' }),
    ];
    // 55 % shares are wanted and 50 % held. Selling 15 % to buy 20 % would get there; keeping 50 % is nearer than adding 20 %.
    const aim = { BOND: 0.45, EQUITY: 0.55 };
    const result = selected(select(products, { amount, current: { A: 0.5 } }, aim));
    expect(result.weights).toEqual({ A: 0.5, B: 0.5 });
    expect(codes(result)).toContain('selection.minimums-bind');
  });

  it('keeps at least its minimum holding, or nothing', () => {
    const amount = { currency: 'CNY', amount: '1000.00' };
    const products = [product('A', { ...equity, minimumHolding: '400' }), product('B')];
    const keep = (share: number) =>
      weights(products, { amount, current: { A: 0.5 } }, { BOND: 1 - share, EQUITY: share });
    // 30 % is nearer to 40 % than to nothing; 10 % is not.
    expect(keep(0.3)).toEqual({ A: 0.4, B: 0.6 });
    expect(keep(0.1)).toEqual({ B: 1 });
  });
});

describe('limits on several products', () => {
  const products = [
    product('A', { issuer: 'X', annualFee: 0.001 }),
    product('B', { issuer: 'X', annualFee: 0.002 }),
    product('C', { issuer: 'Y', annualFee: 0.003 }),
  ];

  it('hold for an issuer, however many products it has', () => {
    const result = selected(select(products, { maxWeightPerIssuer: 0.6 }));
    expect(result.weights).toEqual({ A: 0.6, C: 0.4 });
    expect(codes(result)).toEqual(['selection.issuer-limit-binds']);
    expect(weights(products, { maxWeightPerIssuer: 0.6, maxWeightOfIssuer: { X: 1 } })).toEqual({
      A: 1,
    });
  });

  it('look through to issuers inside', () => {
    const inside = [
      product('A', { issuers: { X: 0.5 }, annualFee: 0.001 }),
      product('C', { issuer: 'Y', annualFee: 0.003 }),
    ];
    // Half of A is with X, the rest is spread: 80 % of A are 40 % with X.
    const found = weights(inside, { maxWeightOfIssuer: { X: 0.4 } });
    expect(found.A).toBeCloseTo(0.8, 14);
  });

  it.each([undefined, 'bond-fund', 'private', 'gold', 'wealth-closed', 'bond', 'trust-plan'])(
    'count a product of type %s with its issuer where nobody says what is inside',
    (type) => {
      const rows = [
        product('A', { issuer: 'X', annualFee: 0.001, ...(type && { type }) }),
        product('B', { issuer: 'Y', annualFee: 0.009 }),
      ];
      expect(weights(rows, { maxWeightPerIssuer: 0.6 })).toEqual({ A: 0.6, B: 0.4 });
      expect(weights(rows, { maxWeightOfIssuer: { X: 0.3 } })).toEqual({ A: 0.3, B: 0.7 });
    },
  );

  it('leave out a product that says it is spread', () => {
    // Nothing inside is with any one issuer: the house that manages it owes none of it.
    const spread = [
      product('A', { issuer: 'X', type: 'bond-fund', issuers: {} }),
      product('B', { issuer: 'Y' }),
    ];
    expect(weights(spread, { maxWeightPerIssuer: 0.4 })).toEqual({ A: 1 });
  });

  it('take products without any issuer for one', () => {
    const unknown = [product('A'), product('B'), product('C', { issuer: 'Y', annualFee: 0.009 })];
    const result = selected(select(unknown, { maxWeightPerIssuer: 0.5 }));
    expect(result.weights).toEqual({ A: 0.5, C: 0.5 });
    expect(codes(result)).toContain('selection.unknown-issuer-limit-binds');
  });

  it('hold for a group, at its most and at its least', () => {
    const most = [{ id: 'house', members: ['A', 'B'], max: 0.3 }];
    const result = selected(select(products, { groups: most }));
    expect(result.weights).toEqual({ A: 0.3, C: 0.7 });
    expect(result.reasons.map(({ code, parameters }) => [code, parameters])).toEqual([
      ['selection.group-limit-binds', { name: 'house', limit: 0.3 }],
    ]);
    const least = [{ id: 'others', members: ['B', 'C'], min: 0.3 }];
    const other = selected(select(products, { groups: least }));
    expect(other.weights).toEqual({ A: 0.7, B: 0.3 });
    expect(codes(other)).toEqual(['selection.group-minimum-binds']);
  });

  it('may leave no room', () => {
    const result = notSelected(select(products, { maxWeightPerIssuer: 0.4 }));
    expect(result.status).toBe('infeasible');
    expect(codes(result)).toEqual(['selection.cannot-be-invested', 'selection.in-the-way.issuer']);
  });
});

describe('the number of products', () => {
  const products = [
    product('A', { annualFee: 0.001 }),
    product('B', { annualFee: 0.002 }),
    product('C', equity),
    product('D', { lookThrough: { BOND: 0.4, EQUITY: 0.6 }, annualFee: 0.009 }),
  ];
  const half = { BOND: 0.5, EQUITY: 0.5 };

  it('may be limited', () => {
    const result = selected(select(products, { maxProducts: 1 }, half));
    // D misses by 0.1, the others by 0.5.
    expect(result.weights).toEqual({ D: 1 });
    expect(codes(result)).toContain('selection.number-binds');
  });

  it('may be called for', () => {
    const rules = { minProducts: 3, minWeightPerProduct: 0.2 };
    const result = selected(select(products, rules, half));
    // Bonds in two parts, as little as may be in the dearer.
    expect(result.weights.A).toBeCloseTo(0.3, 12);
    expect(result.weights.B).toBeCloseTo(0.2, 12);
    expect(result.weights.C).toBeCloseTo(0.5, 12);
  });

  it('counts what cannot be sold', () => {
    const held = { current: { B: 0.2 }, locked: { B: 0.2 }, maxProducts: 2 };
    expect(Object.keys(weights(products, held, { BOND: 1 }))).toEqual(['A', 'B']);
  });
});

describe('a search that ends before it is done', () => {
  const amount = { currency: 'CNY', amount: '1000.00' } as const;
  const within = (maxNodes: number) =>
    selectProducts(target, universe, { ...context, amount, maxNodes });
  // From exhaustive enumeration in rational arithmetic.
  const { trackingVariance } = fits.scenario['CNY 1,000'].expected;

  it('gives the best it has, never better than it can be, with a bound that is never passed', () => {
    const whole = selected(within(20_000));
    let found = 0;
    for (let nodes = 1; nodes <= whole.certificate.examined; nodes++) {
      const result = within(nodes);
      if (result.status === 'no-convergence') {
        expect(codes(result)).toEqual(['selection.not-proved']);
        continue;
      }
      if (result.status !== 'feasible') continue;
      found++;
      const { objective, bound, gap, provenOptimal, examined } = result.certificate;
      expect(provenOptimal).toBe(false);
      expect(examined).toBe(nodes);
      expect(objective).toBeGreaterThan(trackingVariance - 1e-14);
      expect(bound).toBeLessThan(trackingVariance + 1e-14);
      expect(gap).toBe(Math.max(0, objective - bound));
      expect(codes(result)).toContain('selection.search-ended');
      expect(Object.values(result.weights).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    }
    expect(found).toBeGreaterThan(0);
    expect(whole.certificate.provenOptimal).toBe(true);
    expect(within(whole.certificate.examined).status).toBe('selected');
  });
});

describe('terms are refused', () => {
  const products = [product('A', { issuer: 'X' })];
  it.each([
    [{ maxWeightPerIssuer: 0 }, 'out-of-range', 'context.maxWeightPerIssuer'],
    [{ maxWeightOfProduct: { Z: 0.5 } }, 'unknown-id', 'context.maxWeightOfProduct.Z'],
    [{ maxWeightOfProduct: { A: 2 } }, 'out-of-range', 'context.maxWeightOfProduct.A'],
    [{ maxWeightOfIssuer: { X: -1 } }, 'out-of-range', 'context.maxWeightOfIssuer.X'],
    [{ groups: [{ id: 'g', members: ['Z'] }] }, 'unknown-id', 'context.groups[0].members[0]'],
    [{ groups: [{ id: 'g', members: [] }] }, 'empty', 'context.groups[0].members'],
    [
      { groups: [{ id: 'g', members: ['A'], min: 0.6, max: 0.5 }] },
      'out-of-range',
      'context.groups[0].max',
    ],
    [{ minWeightPerProduct: 1.1 }, 'out-of-range', 'context.minWeightPerProduct'],
    [{ maxProducts: 0 }, 'out-of-range', 'context.maxProducts'],
    [{ maxProducts: 2.5 }, 'invalid-type', 'context.maxProducts'],
    [{ minProducts: 2 }, 'inconsistent', 'context.minWeightPerProduct'],
    [
      { minProducts: 3, maxProducts: 2, minWeightPerProduct: 0.1 },
      'inconsistent',
      'context.minProducts',
    ],
    [{ current: { Z: 0.1 } }, 'unknown-id', 'context.current.Z'],
    [{ current: { A: 1.1 } }, 'out-of-range', 'context.current.A'],
    [{ current: null }, 'missing-value', 'context.current'],
    [{ locked: { A: 0.1 } }, 'inconsistent', 'context.locked.A'],
    [{ costAversion: 1 }, 'missing-value', 'context.horizonYears'],
    [{ costAversion: -1, horizonYears: 1 }, 'out-of-range', 'context.costAversion'],
    [{ horizonYears: 0 }, 'out-of-range', 'context.horizonYears'],
    [{ maxNodes: 0 }, 'out-of-range', 'context.maxNodes'],
  ] as const)('%j', (change, code, path) => {
    expectRefusal(() => select(products, wrong(change)), code, path);
  });

  it('holdings of more than everything', () => {
    const two = [product('A'), product('B')];
    const current = { A: 0.6, B: 0.6 };
    expectRefusal(() => select(two, { current }), 'inconsistent', 'context.current');
  });
});
