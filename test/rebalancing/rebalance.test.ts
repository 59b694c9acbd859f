import { describe, expect, it } from 'vitest';
import { money, sumMoney } from '../../src/money/index.js';
import { compileProducts } from '../../src/products/index.js';
import { type Rebalancing, rebalance } from '../../src/rebalancing/index.js';
import cases from '../fixtures/rebalancing/cases.json' with { type: 'json' };
import fixture from '../fixtures/rebalancing/scenario.json' with { type: 'json' };
import {
  amountsOf,
  cny,
  codes,
  expectClose,
  expectRefusal,
  holdingsOf,
  PRODUCTS,
  SCENARIO,
  signed,
  UTILITY,
  universe,
  wrong,
} from './support.js';

/** What was dropped, by product, as the fixtures write it, with the codes of the reasons. */
function dropped(result: Rebalancing): Record<string, string> {
  return Object.fromEntries(
    result.dropped.map(({ product, side, amount, reasons }) => [
      product,
      `${side} ${amount.amount}: ${reasons.map(({ code }) => code).join(', ')}`,
    ]),
  );
}

describe('rebalance, in the scenario', () => {
  const result = rebalance(SCENARIO);

  it('trades what the triggered classes ask for, and drops the trade below the minimum', () => {
    expect(result.decision).toBe('trade');
    expect(result.value.amount).toBe(fixture.total);
    expect(result.drift.triggered).toEqual(['BOND', 'CASH']);
    expect(signed(result.trades)).toEqual(fixture.trades);
    expect(result.considered).toBe(result.trades);
    expect(dropped(result)).toEqual({ P08: 'sell 21.56: rebalancing.below-minimum-trade' });
  });

  it('sets the entry fees to the cent against the gain of a year', () => {
    const fees = result.trades.map(({ product, entryFee }) => [product, entryFee.amount]);
    expect(Object.fromEntries(fees)).toEqual(fixture.fees);
    expect(result.cost.amount).toBe(fixture.cost);
    expect(result.gain.amount).toBe(fixture.gain);
    expectClose(result.utilityCurrent, Number(fixture.utilityCurrent), 1e-14);
    expectClose(result.utilityTarget, Number(fixture.utilityTarget), 1e-14);
  });

  it('says why, for the whole and for each trade', () => {
    expect(codes(result)).toEqual([
      'rebalancing.out-of-band',
      'rebalancing.out-of-band',
      'rebalancing.gain-above-cost',
    ]);
    expect(result.reasons[2]!.parameters).toEqual({
      gain: cny(fixture.gain),
      cost: cny(fixture.cost),
      years: 1,
    });
    expect(result.trades.flatMap(codes)).toEqual([
      'rebalancing.residual',
      'rebalancing.to-target',
      'rebalancing.to-target',
      'rebalancing.to-target',
    ]);
  });

  it('is within the bands once the trades are done', () => {
    expect(result.after.drift.triggered).toEqual([]);
    // 18,803.28 + 144,773.91 − 7.22 and so on: value plus trade less fee.
    expect(amountsOf(result.after.values)).toEqual({
      P01: '18803.28',
      P03: '144766.69',
      P06: '100180.34',
      P07: '104744.89',
      P08: '7972.26',
    });
    expect(sumMoney('CNY', Object.values(result.after.values)).amount).toBe('376467.46');
    expect(result.after.trackingError).toBeLessThan(1e-4);
  });

  it('holds when the cost is not below the gain, and still shows both', () => {
    // 453.596537 a year: 29.49 are earned back after 0.065014 years.
    expect(rebalance({ ...SCENARIO, gainYears: 0.0651 }).decision).toBe('trade');
    const held = rebalance({ ...SCENARIO, gainYears: 0.065 });
    // 453.596537 × 0.065 = 29.4838: 29.48 against 29.49.
    expect(held).toMatchObject({ decision: 'hold', trades: [] });
    expect([held.gain.amount, held.cost.amount]).toEqual(['29.48', '29.49']);
    expect(signed(held.considered)).toEqual(fixture.trades);
    expect(codes(held)).toContain('rebalancing.cost-above-gain');
  });

  it('holds within the bands, whatever could be gained', () => {
    const bands = { absolute: 0.09, relative: 2 };
    const held = rebalance({ ...SCENARIO, bands });
    expect(held).toMatchObject({ decision: 'hold', trades: [], considered: [], dropped: [] });
    expect([held.gain.amount, held.cost.amount]).toEqual(['0.00', '0.00']);
    expect(held.utilityTarget).toBeGreaterThan(held.utilityCurrent);
    expect(codes(held)).toEqual(['rebalancing.within-bands']);
    expect(amountsOf(held.after.values)).toEqual(fixture.values);
  });
});

describe('rebalance, where something cannot be traded', () => {
  it('leaves a closed product that is held alone and solves around it (A6)', () => {
    const expected = cases['A6.locked'];
    const result = rebalance({ ...SCENARIO, restrictions: { P06: 'locked' } });
    expect(signed(result.trades)).toEqual(expected.trades);
    expect(result.cost.amount).toBe(expected.cost);
    expect(result.gain.amount).toBe(expected.gain);
    expect(amountsOf(result.after.values)).toEqual(expected.after);
    expectClose(result.after.trackingError, Number(expected.trackingError));
    expect(dropped(result)).toEqual({ P06: 'buy 13800.04: rebalancing.locked' });
    expect(codes(result)).toContain('rebalancing.target-out-of-reach');
  });

  it('keeps a fund that was rated above the level, and adds nothing to it (A12)', () => {
    const expected = cases['A12.sellOnly'];
    const result = rebalance({ ...SCENARIO, restrictions: { P06: 'sell-only' } });
    expect(signed(result.trades)).toEqual(expected.trades);
    expect(amountsOf(result.after.values)).toEqual(expected.after);
    expect(dropped(result)).toEqual({ P06: 'buy 13800.04: rebalancing.sell-only' });
  });

  it('does not need to solve anything where nothing forbids the target', () => {
    const free = rebalance({ ...SCENARIO, restrictions: { P01: 'sell-only', P06: 'buy-only' } });
    expect(signed(free.trades)).toEqual(fixture.trades);
    expect(codes(free)).not.toContain('rebalancing.target-out-of-reach');
  });

  it('does not sell what may only be bought', () => {
    const result = rebalance({ ...SCENARIO, restrictions: { P08: 'buy-only' } });
    expect(result.trades.some(({ product, side }) => product === 'P08' && side === 'sell')).toBe(
      false,
    );
    expect(dropped(result).P08).toBe('sell 21.56: rebalancing.buy-only');
  });

  it("heeds the product's own status", () => {
    const withStatus = (id: string, status: string) =>
      compileProducts(
        PRODUCTS.map((product) =>
          product.id === id ? { ...product, status: wrong(status) } : product,
        ),
        universe.assetClasses,
      );
    for (const status of ['subscription-suspended', 'closed']) {
      const result = rebalance({ ...SCENARIO, universe: withStatus('P06', status) });
      expect(signed(result.trades)).toEqual(cases['A12.sellOnly'].trades);
      expect(dropped(result)).toEqual({ P06: 'buy 13800.04: rebalancing.no-subscription' });
    }
    const stuck = rebalance({ ...SCENARIO, universe: withStatus('P01', 'redemption-suspended') });
    expect(dropped(stuck).P01).toMatch(/^sell 31480\.5\d: rebalancing\.no-redemption$/);
    expect(stuck.considered.some(({ product, side }) => product === 'P01' && side === 'sell')).toBe(
      false,
    );
  });

  it('trades nothing when everything is locked', () => {
    const ids = Object.keys(fixture.values);
    const restrictions = Object.fromEntries(ids.map((id) => [id, 'locked' as const]));
    const result = rebalance({ ...SCENARIO, restrictions });
    expect(result).toMatchObject({ decision: 'hold', considered: [] });
    expect([result.cost.amount, result.gain.amount]).toEqual(['0.00', '0.00']);
    expect(codes(result)).toContain('rebalancing.nothing-to-trade');
    expect(Object.keys(dropped(result))).toEqual(ids);
  });

  it("re-solves a small account around a product's minimum purchase (A8)", () => {
    const expected = cases['A8.small'];
    const result = rebalance({
      ...SCENARIO,
      holdings: { P01: cny('1000.00') },
      minimumTrade: cny('10'),
    });
    expect(result.decision).toBe('trade');
    expect(signed(result.trades)).toEqual(expected.trades);
    expect([result.cost.amount, result.gain.amount]).toEqual([expected.cost, expected.gain]);
    expect(amountsOf(result.after.values)).toEqual(expected.after);
    expectClose(result.after.trackingError, Number(expected.trackingError));
    // 0.278231651542223436 × 1,000
    expect(dropped(result)).toEqual({ P07: 'buy 278.23: rebalancing.below-minimum-purchase' });
  });

  it('buys in whole steps and puts the rest into the residual product', () => {
    // P02 goes in whole yuan: 0.5 × 1,000.90 = 500.45.
    const result = rebalance({
      ...SCENARIO,
      holdings: { P01: cny('1000.90') },
      targetWeights: { P01: 0.5, P02: 0.5 },
    });
    expect(signed(result.considered)).toEqual({ P01: '-500.00', P02: '500.00' });
  });

  it('does not spend more than the residual product can give', () => {
    // P08's 150.00 are sold, but P06 wants 250.00: P01 gives 50.00 of the missing 100.00, and it has no more.
    const result = rebalance({
      ...SCENARIO,
      holdings: holdingsOf({ P01: '50.00', P03: '600.00', P06: '0.00', P08: '350.00' }),
      targetWeights: { P01: 0, P03: 0.55, P06: 0.25, P08: 0.2 },
      minimumTrade: cny('60'),
    });
    // P03's sale of 50.00 is below the minimum; so P06 gets 150.00 + 50.00.
    expect(signed(result.considered)).toEqual({ P01: '-50.00', P06: '200.00', P08: '-150.00' });
    expect(dropped(result)).toEqual({
      P03: 'sell 50.00: rebalancing.below-minimum-trade',
      P06: 'buy 50.00: rebalancing.reduced',
    });
  });

  it('does not sell what the residual product cannot take', () => {
    // P03's purchase of 50.00 is below the minimum, and nothing may go into P01.
    const result = rebalance({
      ...SCENARIO,
      holdings: holdingsOf({ P01: '0.00', P03: '550.00', P06: '100.00', P08: '350.00' }),
      targetWeights: { P01: 0, P03: 0.6, P06: 0.2, P08: 0.2 },
      minimumTrade: cny('60'),
      restrictions: { P01: 'locked' },
    });
    expect(signed(result.considered)).toEqual({ P06: '100.00', P08: '-100.00' });
    expect(dropped(result)).toEqual({
      P03: 'buy 50.00: rebalancing.below-minimum-trade',
      P08: 'sell 50.00: rebalancing.reduced',
    });
  });

  it('gives a trade up that would shrink below the minimum, and what it was to pay for', () => {
    // P08's 100.00 pay for P03's 50.00 (too small) and P06's 50.00 (too small): nothing is left to do.
    const result = rebalance({
      ...SCENARIO,
      holdings: holdingsOf({ P03: '550.00', P06: '150.00', P08: '300.00' }),
      targetWeights: { P03: 0.6, P06: 0.2, P08: 0.2 },
      minimumTrade: cny('60'),
      restrictions: { P01: 'locked' },
    });
    expect(result).toMatchObject({ decision: 'hold', considered: [] });
    expect(dropped(result).P08).toBe('sell 100.00: rebalancing.reduced');
    expect(codes(result)).toContain('rebalancing.nothing-to-trade');
  });
});

describe('rebalance, with input that cannot be used', () => {
  const ask = (change: object) => () => rebalance({ ...SCENARIO, ...change });

  it('refuses holdings and targets by product', () => {
    expectRefusal(() => rebalance(wrong(undefined)), 'missing-value', 'problem');
    expectRefusal(ask({ holdings: {} }), 'empty', 'problem.holdings');
    expectRefusal(ask({ holdings: undefined }), 'missing-value', 'problem.holdings');
    expectRefusal(ask({ holdings: { P99: cny('1') } }), 'unknown-id', 'problem.holdings.P99');
    expectRefusal(ask({ holdings: { P01: cny('0') } }), 'out-of-range', 'problem.holdings');
    expectRefusal(
      ask({ holdings: { P01: cny('1'), P03: money('USD', '1') } }),
      'currency-mismatch',
      'problem.holdings.P03.currency',
    );
    expectRefusal(ask({ targetWeights: {} }), 'empty', 'problem.targetWeights');
    expectRefusal(ask({ targetWeights: { P99: 1 } }), 'unknown-id', 'problem.targetWeights.P99');
    expectRefusal(ask({ targetWeights: { P01: 0.9 } }), 'inconsistent', 'problem.targetWeights');
    expectRefusal(
      ask({ targetWeights: { P01: Number.NaN } }),
      'not-finite',
      'problem.targetWeights.P01',
    );
  });

  it('refuses the rules by field', () => {
    expectRefusal(ask({ universe: undefined }), 'missing-value', 'problem.universe');
    expectRefusal(ask({ residualProduct: 'P99' }), 'unknown-id', 'problem.residualProduct');
    expectRefusal(ask({ residualProduct: '' }), 'empty', 'problem.residualProduct');
    expectRefusal(ask({ minimumTrade: 100 }), 'invalid-type', 'problem.minimumTrade');
    expectRefusal(ask({ minimumTrade: cny('-1') }), 'out-of-range', 'problem.minimumTrade.amount');
    expectRefusal(
      ask({ minimumTrade: money('HKD', '100') }),
      'currency-mismatch',
      'problem.minimumTrade.currency',
    );
    expectRefusal(ask({ gainYears: 0 }), 'out-of-range', 'problem.gainYears');
    expectRefusal(
      ask({ restrictions: { P99: 'locked' } }),
      'unknown-id',
      'problem.restrictions.P99',
    );
    expectRefusal(
      ask({ restrictions: { P01: 'frozen' } }),
      'unknown-value',
      'problem.restrictions.P01',
    );
    expectRefusal(ask({ bands: undefined }), 'missing-value', 'problem.bands');
    expectRefusal(
      ask({ bands: { absolute: -1, relative: 1 } }),
      'out-of-range',
      'problem.bands.absolute',
    );
  });

  it('refuses a utility that does not fit the universe or is none', () => {
    const utility = (change: object) => ask({ utility: { ...UTILITY, ...change } });
    const path = 'problem.utility';
    expectRefusal(ask({ utility: null }), 'missing-value', path);
    expectRefusal(utility({ assetClasses: ['CASH'] }), 'unknown-id', `${path}.assetClasses`);
    expectRefusal(
      utility({ assetClasses: [...UTILITY.assetClasses, 'CASH'] }),
      'duplicate-id',
      `${path}.assetClasses[5]`,
    );
    expectRefusal(utility({ expectedReturn: [0.1] }), 'length-mismatch', `${path}.expectedReturn`);
    expectRefusal(utility({ riskAversion: -1 }), 'out-of-range', `${path}.riskAversion`);
    const covariance = (entries: Readonly<Record<string, number>>) => {
      const entry = (i: number, j: number) => entries[`${i},${j}`] ?? Number(i === j);
      const order = UTILITY.assetClasses.map((_, i) => i);
      return utility({ covariance: order.map((i) => order.map((j) => entry(i, j))) });
    };
    expectRefusal(covariance({ '0,1': 0.5 }), 'not-symmetric', `${path}.covariance[1][0]`);
    expectRefusal(covariance({ '2,2': Number.NaN }), 'not-finite', `${path}.covariance[2][2]`);
    const tooLarge = covariance({ '0,1': 2, '1,0': 2 });
    expectRefusal(tooLarge, 'not-positive-definite', `${path}.covariance`);
  });
});

describe('a problem with a damaged universe', () => {
  it('is refused with the path', () => {
    const act = (given: unknown) => () => rebalance({ ...SCENARIO, universe: wrong(given) });
    expectRefusal(act({}), 'missing-value', 'problem.universe.byId');
    const damaged = { ...universe, products: [null] };
    expectRefusal(act(damaged), 'missing-value', 'problem.universe.products[0]');
  });
});
