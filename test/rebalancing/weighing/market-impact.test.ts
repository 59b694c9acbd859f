import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMinorUnits } from '../../../src/money/index.js';
import { compileProducts, impactRate } from '../../../src/products/index.js';
import {
  compileRebalancing,
  openOrdersOf,
  rebalance,
  smallestDepositFor,
} from '../../../src/rebalancing/index.js';
import { accounts, DAY, policies, ROWS } from '../random-accounts.js';
import { ACCOUNT, decide, MONDAY, POLICY, products } from '../simple.js';
import { cny, codes, positionsOf, signed, UTILITY } from '../support.js';

const impact = (coefficient: number) => ({
  fees: { impact: { coefficient, dailyVolume: '1000000' } },
});

describe('what an order moves the price', () => {
  it('is a cost of the purchase, beside half the spread', () => {
    const terms = { BONDS: { fees: { ...impact(0.1).fees, halfSpread: 0.001 } } };
    const result = decide({ products: terms });
    expect(signed(result.trades)).toEqual({ BONDS: '10000.00', SHARES: '-10000.00' });
    // 10,000 × (0.1 × √(10,000 / 1,000,000) + 0.001) = 10,000 × (0.1 × 0.1 + 0.001)
    expect(result.costs).toMatchObject({ spread: cny('110.00'), total: cny('110.00') });
    expect(result.after.values.BONDS?.amount).toBe('59890.00');
    const [bonds] = result.trades;
    const { byId } = products(terms);
    expect(Number(bonds!.costs.spread.amount)).toBeCloseTo(
      10_000 * (impactRate(byId.BONDS!, bonds!.amount) + 0.001),
      2,
    );
  });

  it('is that of what is paid, taken from what is invested of it', () => {
    const result = decide({ products: { BONDS: { ...impact(0.1), entryFee: 0.25 } } });
    // 10,000 paid are 8,000 invested; 0.1 × √(10,000 / 1,000,000) of these, as in the costs before a purchase.
    expect(result.costs).toMatchObject({ entry: cny('2000.00'), spread: cny('80.00') });
  });

  it('is a cost of the sale, for which so much more is sold', () => {
    const result = decide({ products: { SHARES: impact(0.1) } });
    // x = 10,000 + 0.4 × c(x) with c(x) = x × 0.1 × √(x / 1,000,000), by bisection.
    expect(signed(result.trades)).toEqual({ BONDS: '9939.64', SHARES: '-10040.24' });
    expect(result.costs.spread.amount).toBe('100.60');
    expect(result.after.cash.amount).toBe('0.00');
  });

  it('is set against what the trades bring', () => {
    const utility = {
      assetClasses: ['BOND', 'EQUITY', 'METAL'],
      expectedReturn: [0.03, 0.03, 0.03],
      covariance: [
        [0, 0, 0],
        [0, 0.0225, 0],
        [0, 0, 0.0225],
      ],
      riskAversion: 10,
    };
    const weighed = (coefficient: number) =>
      decide({
        products: { BONDS: impact(coefficient) },
        policy: { utility, weighing: { outOfMarketReturn: 0 } },
      });
    // 10 / 2 × 0.0225 × (0.25 − 0.16) × 100,000 = 1,012.50 against 10,000 × coefficient × 0.1.
    const cheap = weighed(0.9);
    expect([cheap.decision, cheap.gain?.amount, cheap.costs.total.amount]).toEqual([
      'trade',
      '1012.50',
      '900.00',
    ]);
    const flat = decide({
      products: { BONDS: { fees: { impact: { coefficient: 0.9, dailyVolume: '500000' } } } },
      policy: { utility, weighing: { outOfMarketReturn: 0 } },
    });
    // 10,000 × 0.9 × √(10,000 / 500,000)
    expect([flat.decision, flat.costs.total.amount]).toEqual(['hold', '1272.79']);
    expect(codes(flat)).toContain('rebalancing.cost-above-gain');
  });

  it('leaves a purchase out that it would take all of', () => {
    const tiny = { fees: { impact: { coefficient: 0.9, dailyVolume: '100' } } };
    const result = decide({ products: { BONDS: tiny } });
    // 0.9 × √(10,000 / 100) = 9 times the amount.
    expect(result.trades).toEqual([]);
    expect(codes(result.notTraded.find(({ product }) => product === 'BONDS')!)).toContain(
      'rebalancing.fee-takes-all',
    );
  });

  it('leaves products without it as they are', () => {
    const { inputHash: _a, ...none } = decide({ products: { BONDS: impact(0) } });
    const { inputHash: _b, ...plain } = decide();
    expect(none).toEqual(plain);
  });

  it('is counted for orders under way, so that a second look changes nothing', () => {
    const terms = { BONDS: impact(0.1), SHARES: impact(0.1) };
    const first = decide({ products: terms });
    const openOrders = openOrdersOf(first).map(({ net: _, ...order }) => order);
    const second = decide({ products: terms, account: { openOrders } });
    expect(second.decision).toBe('hold');
    expect(second.before.drift.triggered).toEqual([]);
    expect(second.before.values).toEqual(first.after.values);
  });

  it('is in a most weight, and in the money for a withdrawal and for a deposit', () => {
    const capped = decide({
      policy: { trading: { maxWeight: { BONDS: 0.55 } } },
      products: { BONDS: impact(0.5) },
    });
    expect(capped.certificate.filter(({ holds }) => !holds)).toEqual([]);
    expect(capped.after.weights.BONDS).toBeCloseTo(0.55, 5);
    // 50,000 of shares at once bring 50,000 × (1 − 0.1 × √0.05) = 48,881.97; bonds are 50,000.
    const most = decide({
      products: { SHARES: impact(0.1) },
      account: { withdrawal: cny('98882') },
    });
    expect(most.withdrawal?.possible.amount).toBe('98881.97');
    const rebalancer = compileRebalancing<'CNY'>(POLICY, {
      universe: products({ BONDS: impact(0.1) }),
    });
    const least = smallestDepositFor(ACCOUNT, rebalancer, { asOf: MONDAY });
    if (least.status !== 'possible') throw new Error(least.status);
    const [bonds] = least.trades;
    const spent = Number(bonds!.amount.amount);
    const worth = 50_000 + spent * (1 - 0.1 * Math.sqrt(spent / 1_000_000));
    // The upper edge of shares is 0.45.
    expect(50_000 / (50_000 + worth)).toBeLessThanOrEqual(0.45 + 1e-9);
  });

  it('loses no cent and breaks no rule, whatever the account', () => {
    const dear = ROWS.map((row) =>
      ['BALANCED', 'DOLLARS', 'LISTED'].includes(row.id)
        ? { ...row, fees: { ...row.fees, ...impact(0.05).fees } }
        : row,
    );
    const universe = compileProducts(dear, UTILITY.assetClasses);
    const excuses = ['max-weight', 'max-turnover', 'gain-budget', 'tax-budget'];
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const rebalancer = compileRebalancing<'CNY'>(policy, { universe });
        const result = rebalance(account, rebalancer, { asOf: DAY });
        const { entry, exit, spread, exchange, tax } = result.costs;
        const parts = [entry, exit, spread, exchange, tax, result.cash.withdrawal];
        const left = [...parts, ...Object.values(result.after.values), result.after.cash];
        const sum = left.reduce((all, one) => all + toMinorUnits(one), 0n);
        expect(sum).toBe(toMinorUnits(result.value));
        for (const { rule, holds } of result.certificate) {
          if (!holds) expect(excuses).toContain(rule.split(':')[0]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('an account of one product', () => {
  it('pays for a withdrawal what moves the price', () => {
    const result = decide({
      products: { SHARES: impact(0.1) },
      account: {
        positions: positionsOf({ SHARES: '50000' }),
        target: { SHARES: 1 },
        withdrawal: cny('9900'),
      },
    });
    // x × (1 − 0.1 × √(x / 1,000,000)) = 9,900 for x = 10,000.
    expect(signed(result.trades)).toEqual({ SHARES: '-10000.00' });
  });
});
