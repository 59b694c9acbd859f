import { describe, expect, it } from 'vitest';
import { sumMoney } from '../../src/money/index.js';
import { compileProducts } from '../../src/products/index.js';
import cases from '../fixtures/rebalancing/cases.json' with { type: 'json' };
import fixture from '../fixtures/rebalancing/scenario.json' with { type: 'json' };
import {
  act,
  amountsOf,
  cny,
  codes,
  dropped,
  expectClose,
  PRODUCTS,
  positionsOf,
  signed,
  universe,
  wrong,
} from './support.js';

describe('rebalance, in the scenario', () => {
  const result = act();

  it('trades what the triggered classes ask for, and drops the trade below the minimum', () => {
    expect(result.decision).toBe('trade');
    expect(result.value.amount).toBe(fixture.total);
    expect(result.before.drift.triggered).toEqual(['BOND', 'CASH']);
    expect(signed(result.trades)).toEqual(fixture.trades);
    expect(result.considered).toBe(result.trades);
    expect(dropped(result)).toEqual({ P08: 'sell 21.56: rebalancing.below-minimum-trade' });
  });

  it('sets the entry fees to the cent against the gain of a year', () => {
    const fees = result.trades.map(({ product, costs }) => [product, costs.entry.amount]);
    expect(Object.fromEntries(fees)).toEqual(fixture.fees);
    expect(result.costs.entry.amount).toBe(fixture.cost);
    expect(result.costs.total.amount).toBe(fixture.cost);
    expect(result.gain?.amount).toBe(fixture.gain);
    expectClose(result.utilityBefore!, Number(fixture.utilityCurrent), 1e-14);
    expectClose(result.utilityAfter!, Number(fixture.utilityTarget), 1e-14);
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
    expect(result.trades.map((trade) => codes(trade)[0])).toEqual([
      'rebalancing.to-target',
      'rebalancing.to-target',
      'rebalancing.to-target',
      'rebalancing.to-target',
    ]);
  });

  it('names what the residual product takes beside its own trade', () => {
    // 31,502.08 less what P01 itself is above its target: 0.133629 × 376,496.95 − 0.05 × 376,496.95 = 31,480.51 or .52.
    const [sale] = result.trades;
    expect(codes(sale!)).toEqual(['rebalancing.to-target', 'rebalancing.residual']);
    const wanted = Number(fixture.values.P01) - 0.05 * Number(fixture.total);
    const evened = sale!.reasons[1]!.parameters!.amount as { readonly amount: string };
    expect(Math.abs(Number(evened.amount) - (31502.08 - wanted))).toBeLessThan(0.02);
    const alone = act({ policy: { trading: {} } });
    expect(codes(alone.trades[0]!)).toEqual(['rebalancing.to-target']);
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
    expect(result.after.trackingError!).toBeLessThan(1e-4);
  });

  it('holds when the cost is not below the gain, and still shows both', () => {
    // 453.596537 a year: 29.49 are earned back after 0.065014 years.
    const weighed = (years: number) =>
      act({ policy: { weighing: { years, outOfMarketReturn: 0 } } });
    expect(weighed(0.0651).decision).toBe('trade');
    const held = weighed(0.065);
    // 453.596537 × 0.065 = 29.4838: 29.48 against 29.49.
    expect(held).toMatchObject({ decision: 'hold', trades: [] });
    expect([held.gain?.amount, held.costs.total.amount]).toEqual(['29.48', '29.49']);
    expect(signed(held.considered)).toEqual(fixture.trades);
    expect(codes(held)).toContain('rebalancing.cost-above-gain');
  });

  it('holds within the bands, whatever could be gained', () => {
    const held = act({ policy: { bands: { default: { absolute: 0.09, relative: 2 } } } });
    expect(held).toMatchObject({ decision: 'hold', trades: [], considered: [] });
    expect(dropped(held)).toEqual({});
    expect([held.gain?.amount, held.costs.total.amount]).toEqual(['0.00', '0.00']);
    expect(codes(held)).toEqual(['rebalancing.within-bands']);
    expect(amountsOf(held.after.values)).toEqual(fixture.values);
  });
});

describe('rebalance, where something cannot be traded', () => {
  it('leaves a closed product that is held alone and solves around it (A6)', () => {
    const expected = cases['A6.locked'];
    const result = act({ account: { restrictions: { P06: 'locked' } } });
    expect(signed(result.trades)).toEqual(expected.trades);
    expect(result.costs.total.amount).toBe(expected.cost);
    expect(result.gain?.amount).toBe(expected.gain);
    expect(amountsOf(result.after.values)).toEqual(expected.after);
    expectClose(result.after.trackingError!, Number(expected.trackingError));
    expect(dropped(result)).toEqual({ P06: 'buy 13800.04: rebalancing.locked' });
    expect(codes(result)).toContain('rebalancing.target-out-of-reach');
  });

  it('keeps a fund that was rated above the level, and adds nothing to it (A12)', () => {
    const expected = cases['A12.sellOnly'];
    const result = act({ account: { restrictions: { P06: 'sell-only' } } });
    expect(signed(result.trades)).toEqual(expected.trades);
    expect(amountsOf(result.after.values)).toEqual(expected.after);
    expect(dropped(result)).toEqual({ P06: 'buy 13800.04: rebalancing.sell-only' });
  });

  it('does not need to solve anything where nothing forbids the target', () => {
    const free = act({ account: { restrictions: { P01: 'sell-only', P06: 'buy-only' } } });
    expect(signed(free.trades)).toEqual(fixture.trades);
    expect(codes(free)).not.toContain('rebalancing.target-out-of-reach');
  });

  it('does not sell what may only be bought', () => {
    const result = act({ account: { restrictions: { P08: 'buy-only' } } });
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
      const result = act({ universe: withStatus('P06', status) });
      expect(signed(result.trades)).toEqual(cases['A12.sellOnly'].trades);
      expect(dropped(result).P06).toMatch(
        /^buy 13800\.04: rebalancing\.no-subscription, products\./,
      );
    }
    const stuck = act({ universe: withStatus('P01', 'redemption-suspended') });
    expect(dropped(stuck).P01).toMatch(
      /^sell 31480\.5\d: rebalancing\.no-redemption, products\.dealing/,
    );
    expect(stuck.considered.some(({ product, side }) => product === 'P01' && side === 'sell')).toBe(
      false,
    );
  });

  it('trades nothing when everything is locked', () => {
    const ids = Object.keys(fixture.values);
    const restrictions = Object.fromEntries(ids.map((id) => [id, 'locked' as const]));
    const result = act({ account: { restrictions } });
    expect(result).toMatchObject({ decision: 'hold', considered: [] });
    expect([result.costs.total.amount, result.gain?.amount]).toEqual(['0.00', '0.00']);
    expect(codes(result)).toContain('rebalancing.nothing-to-trade');
    expect(Object.keys(dropped(result))).toEqual(ids);
  });

  it("re-solves a small account around a product's minimum purchase (A8)", () => {
    const expected = cases['A8.small'];
    const result = act({
      account: { positions: positionsOf({ P01: '1000.00' }) },
      policy: { trading: { minimumTrade: { amount: cny('10') } } },
    });
    expect(result.decision).toBe('trade');
    expect(signed(result.trades)).toEqual(expected.trades);
    expect([result.costs.total.amount, result.gain?.amount]).toEqual([
      expected.cost,
      expected.gain,
    ]);
    expect(amountsOf(result.after.values)).toEqual(expected.after);
    expectClose(result.after.trackingError!, Number(expected.trackingError));
    // 0.278231651542223436 × 1,000
    expect(dropped(result)).toEqual({ P07: 'buy 278.23: rebalancing.below-minimum-purchase' });
  });

  it('buys in whole steps and puts the rest into the residual product', () => {
    // P02 goes in whole yuan: 0.5 × 1,000.90 = 500.45.
    const result = act({
      account: {
        positions: positionsOf({ P01: '1000.90' }),
        target: { P01: 0.5, P02: 0.5 },
      },
    });
    expect(signed(result.considered)).toEqual({ P01: '-500.00', P02: '500.00' });
  });

  it('does not spend more than the residual product can give', () => {
    // P08's 150.00 are sold, but P06 wants 250.00: P01 gives 50.00 of the missing 100.00, and it has no more.
    const result = act({
      account: {
        positions: positionsOf({ P01: '50.00', P03: '600.00', P06: '0.00', P08: '350.00' }),
        target: { P01: 0, P03: 0.55, P06: 0.25, P08: 0.2 },
      },
      policy: { trading: { minimumTrade: { amount: cny('60') } } },
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
    const result = act({
      account: {
        positions: positionsOf({ P01: '0.00', P03: '550.00', P06: '100.00', P08: '350.00' }),
        target: { P01: 0, P03: 0.6, P06: 0.2, P08: 0.2 },
        restrictions: { P01: 'locked' },
      },
      policy: { trading: { minimumTrade: { amount: cny('60') } } },
    });
    expect(signed(result.considered)).toEqual({ P06: '100.00', P08: '-100.00' });
    expect(dropped(result)).toEqual({
      P03: 'buy 50.00: rebalancing.below-minimum-trade',
      P08: 'sell 50.00: rebalancing.reduced',
    });
  });

  it('gives a trade up that would shrink below the minimum, and what it was to pay for', () => {
    // P08's 100.00 pay for P03's 50.00 (too small) and P06's 50.00 (too small): nothing is left to do.
    const result = act({
      account: {
        positions: positionsOf({ P03: '550.00', P06: '150.00', P08: '300.00' }),
        target: { P03: 0.6, P06: 0.2, P08: 0.2 },
        restrictions: { P01: 'locked' },
      },
      policy: { trading: { minimumTrade: { amount: cny('60') } } },
    });
    expect(result).toMatchObject({ decision: 'hold', considered: [] });
    expect(dropped(result).P08).toBe('sell 100.00: rebalancing.reduced');
    expect(codes(result)).toContain('rebalancing.nothing-to-trade');
  });
});
