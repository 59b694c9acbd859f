import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES } from '../../src/evidence/index.js';
import { planOrders } from '../../src/orders/index.js';
import { compileProducts } from '../../src/products/index.js';
import {
  findSubstitutes,
  type RejectedProduct,
  screenProducts,
  selectionMessages,
  selectProducts,
} from '../../src/selection/index.js';
import fits from '../fixtures/selection/fits.json' with { type: 'json' };
import {
  assetClasses,
  context,
  notSelected,
  products,
  selected,
  target,
  universe,
  withProduct,
} from './support.js';

const codesOf = (list: readonly RejectedProduct[], id: string): readonly string[] | undefined =>
  list.find(({ product }) => product.id === id)?.reasons.map(({ code }) => code);

describe('a product above the client’s level is wanted (A1)', () => {
  it('leads to what would be suitable instead, the nearest first', () => {
    const found = findSubstitutes('P05', universe, context);
    expect(found.map(({ product }) => product.id)).toEqual(
      fits.substitutes.P05.map(({ product }) => product),
    );
    fits.substitutes.P05.forEach(({ trackingError }, index) => {
      expect(found[index]?.trackingError).toBeCloseTo(trackingError, 14);
    });
  });

  it('leads nowhere else where the product itself is suitable: it is no substitute of its own', () => {
    const ids = findSubstitutes('P08', universe, context).map(({ product }) => product.id);
    expect(ids.sort()).toEqual(['P01', 'P02', 'P03', 'P04', 'P06', 'P07']);
  });
});

describe('money needed in 60 days (A6)', () => {
  const short = { ...context, maxLockUpDays: 60 };

  it('blocks a new lock-up of 180 days and says how long it is', () => {
    const { rejected, eligible } = screenProducts(universe, short);
    expect(rejected.find(({ product }) => product.id === 'P09')?.reasons).toMatchObject([
      {
        code: 'selection.lock-up-too-long',
        severity: 'block',
        parameters: { days: 180, maximum: 60 },
      },
    ]);
    expect(eligible.map(({ id }) => id)).toContain('P02');
  });

  it('allows a lock-up that ends on the day, and none that ends a day later', () => {
    const limited = (days: number): readonly string[] | undefined =>
      codesOf(screenProducts(universe, { ...context, maxLockUpDays: days }).rejected, 'P02');
    expect(limited(30)).toBe(undefined);
    expect(limited(29)).toEqual(['selection.lock-up-too-long']);
  });

  it('keeps the closed product that is held, and adds nothing to it', () => {
    const result = selected(selectProducts(target, universe, { ...short, held: ['P09'] }));
    expect(codesOf(result.holdOnly, 'P09')).toEqual([
      'selection.lock-up-too-long',
      'selection.hold-only',
    ]);
    expect(codesOf(result.rejected, 'P09')).toBe(undefined);
    expect(result.weights).not.toHaveProperty('P09');
  });
});

describe('an account of CNY 1,000 (A8)', () => {
  const amount = { currency: 'CNY', amount: '1000.00' } as const;
  const result = selected(selectProducts(target, universe, { ...context, amount }));
  // From exhaustive enumeration: P07's minimum takes all the money, so it is out.
  const { weights, trackingVariance } = fits.scenario['CNY 1,000'].expected;

  it('is solved anew, as minimum purchases keep the target out of reach', () => {
    expect(Object.keys(result.weights)).toEqual(Object.keys(weights));
    for (const [id, weight] of Object.entries(weights)) {
      expect(Math.abs(result.weights[id]! - weight)).toBeLessThan(1e-10);
    }
    expect(result.certificate.examined).toBeGreaterThan(1);
  });

  it('shows the tracking error and says why', () => {
    expect(Math.abs(result.trackingError - Math.sqrt(trackingVariance))).toBeLessThan(1e-12);
    expect(result.reasons.map(({ code }) => code)).toEqual([
      'selection.target-not-matched',
      'selection.minimums-bind',
    ]);
    // √0.000468278 = 2.164 %; the largest miss is in EQ_GL: 0.19355119 − 0.1 · 0.43367489 = 15.018 %.
    expect(formatReason(selectionMessages, result.reasons[0]!, 'en')).toBe(
      'The products available cannot match the target exactly: the tracking error is 2.16% a year and the largest deviation of an asset class 15.02%.',
    );
  });

  it('becomes orders that are exact to the yuan', () => {
    const plan = planOrders({
      amount,
      weights: result.weights,
      universe,
      residualProduct: 'P01',
      amountStep: '1',
      funding: 'CURRENT',
    });
    if (plan.status !== 'planned') throw new Error(plan.status);
    // 1,000 × 0.38557, 0.43367 and 0.06108 rounded down; P01 takes 1,000 − 385 − 433 − 61.
    expect(plan.orders.map(({ product, gross }) => [product, gross.amount])).toEqual([
      ['P01', '121.00'],
      ['P03', '385.00'],
      ['P06', '433.00'],
      ['P08', '61.00'],
    ]);
    expect(plan.totalGross.amount).toBe('1000.00');
    expect(plan.notOrdered).toEqual([]);
  });

  it('rejects what costs more than there is, with both amounts', () => {
    const { reasons } = result.rejected.find(({ product }) => product.id === 'P09')!;
    expect(formatReason(selectionMessages, reasons[1]!, 'en')).toBe(
      'The smallest purchase is 10,000.00 CNY, more than the 1,000.00 CNY available.',
    );
  });
});

describe('a product suspended before the purchase (A10)', () => {
  const suspended = withProduct('P07', { status: 'subscription-suspended' });

  it('is rejected with the reason, and the rest is fitted without it', () => {
    const result = selected(selectProducts(target, suspended, context));
    expect(codesOf(result.rejected, 'P07')).toEqual(['selection.subscription-suspended']);
    expect(result.weights).not.toHaveProperty('P07');
    // Nothing else holds much global equity.
    expect(result.trackingError).toBeGreaterThan(0.01);
  });

  it('is rejected too while it cannot be redeemed or is no longer offered', () => {
    for (const status of ['redemption-suspended', 'closed'] as const) {
      const { rejected } = screenProducts(withProduct('P07', { status }), context);
      expect(codesOf(rejected, 'P07')).toEqual([`selection.${status}`]);
    }
  });

  it('has substitutes, the nearest first', () => {
    const ids = findSubstitutes('P10', universe, context).map(({ product }) => product.id);
    expect(ids).toEqual(fits.substitutes.P10.map(({ product }) => product));
  });
});

describe('a held fund that is re-rated above the level (A12)', () => {
  const rerated = withProduct('P07', { distributorRisk: 'R4' });
  const result = selected(selectProducts(target, rerated, { ...context, held: ['P03', 'P07'] }));

  it('is kept, additions are blocked, and the client is told', () => {
    const [kept, ...others] = result.holdOnly;
    expect(others).toEqual([]);
    expect(kept?.product.id).toBe('P07');
    expect(kept?.reasons.map(({ code, severity }) => [code, severity])).toEqual([
      ['selection.risk-above-level', 'block'],
      ['selection.hold-only', 'warn'],
    ]);
    expect(formatReason(selectionMessages, kept!.reasons[1]!, 'en')).toBe(
      'You may keep your holding of “Global balanced QDII-FOF” (P07), but it cannot be added to.',
    );
  });

  it('gets no new money, while a held fund within the level may', () => {
    expect(Object.keys(result.weights)).toContain('P03');
    expect(Object.keys(result.weights)).not.toContain('P07');
    expect(codesOf(result.rejected, 'P07')).toBe(undefined);
  });
});

describe('nothing eligible (A17)', () => {
  const risky = compileProducts(
    products.filter(({ id }) => ['P05', 'P10', 'P11'].includes(id)),
    assetClasses,
  );

  it('is an empty selection that keeps the deposit and says why for each product', () => {
    const result = notSelected(selectProducts(target, risky, context));
    expect(result.status).toBe('empty');
    expect(result.eligible).toEqual([]);
    expect(result.rejected.map(({ product }) => product.id)).toEqual(['P05', 'P10', 'P11']);
    expect(result.rejected.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(result.reasons).toMatchObject([
      { code: 'selection.nothing-eligible', severity: 'block', parameters: { count: 3 } },
    ]);
    expect(formatReason(selectionMessages, result.reasons[0]!, 'en')).toBe(
      'No product suits you at present (number looked at: 3). We suggest that the money stays on deposit.',
    );
    expect('weights' in result).toBe(false);
  });

  it('is the same for a bank without products, and there are no substitutes', () => {
    expect(selectProducts(target, compileProducts([], assetClasses), context).status).toBe('empty');
    expect(findSubstitutes('P05', risky, context)).toEqual([]);
  });
});

describe('a limit per product that leaves no room', () => {
  it('is infeasible, with the reason', () => {
    // Seven eligible products at 14 % each take 98 %.
    const result = notSelected(
      selectProducts(target, universe, { ...context, maxWeightPerProduct: 0.14 }),
    );
    expect(result.status).toBe('infeasible');
    expect(result.reasons).toMatchObject([
      { code: 'selection.cannot-be-invested' },
      { code: 'selection.in-the-way.product' },
    ]);
    expect(result.eligible).toHaveLength(7);
  });

  it('names the products at the limit where it binds', () => {
    const result = selected(
      selectProducts(target, universe, { ...context, maxWeightPerProduct: 1 / 3 }),
    );
    expect(result.weights.P03).toBe(1 / 3);
    expect(result.reasons.map(({ parameters }) => parameters)).toEqual([
      { products: ['Bond fund A'], cap: 1 / 3 },
    ]);
  });
});

describe('every reason', () => {
  it('can be said in every language', () => {
    const everything = { ...context, held: ['P05', 'P09'] };
    const { rejected, holdOnly } = screenProducts(universe, everything);
    const reasons = [...rejected, ...holdOnly].flatMap((one) => one.reasons);
    for (const reason of reasons) {
      const texts = LOCALES.map((locale) => formatReason(selectionMessages, reason, locale));
      expect(new Set(texts).size).toBe(3);
    }
  });
});
