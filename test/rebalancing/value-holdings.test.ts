import { describe, expect, it } from 'vitest';
import market from '../../examples/data/scenario/market-2026-09-01.json' with { type: 'json' };
import { addMoney, money, multiplyMoney, subtractMoney } from '../../src/money/index.js';
import { classWeights, valueHoldings } from '../../src/rebalancing/index.js';
import fixture from '../fixtures/rebalancing/scenario.json' with { type: 'json' };
import {
  amountsOf,
  cny,
  expectClose,
  expectRefusal,
  holdingsOf,
  universe,
  wrong,
} from './support.js';

const opening = Object.fromEntries(
  Object.entries(fixture.orders).map(([id, { net }]) => [id, cny(net)]),
);
const options = {
  classReturns: market['marketReturnSince2026-03-02'],
  feeYears: 0.5,
  additions: [
    {
      product: market.contributions.into,
      amount: multiplyMoney(cny(market.contributions.monthly), market.contributions.count),
      periodReturn: market.contributions.averageHalfPeriodReturn,
    },
  ],
};

describe('valueHoldings', () => {
  const valuation = valueHoldings(opening, universe, options);

  it('values the holdings of the scenario on 2026-09-01', () => {
    const closing = valuation.lines.map((line) => [line.product, line.closing.amount]);
    expect(Object.fromEntries(closing)).toEqual(fixture.closing);
    for (const { product, periodReturn } of valuation.lines) {
      const figures: Readonly<Record<string, string>> = fixture.productReturns;
      expectClose(periodReturn, Number(figures[product]), 1e-12);
    }
    expect(amountsOf(valuation.values)).toEqual(fixture.values);
    expect(valuation.closing.amount).toBe(fixture.openingHoldingsClosing);
    expect(valuation.total.amount).toBe(fixture.total);
    // 6 × 5,500, and 33,132 − 33,000
    expect(valuation.paidIn.amount).toBe('33000.00');
    expect(valuation.earnedOnAdditions.amount).toBe('132.00');
  });

  it('explains each value to the cent by market and annual fee', () => {
    const fees = valuation.lines.map((line) => [line.product, line.annualFee.amount]);
    expect(Object.fromEntries(fees)).toEqual(fixture.annualFees);
    for (const { opening: from, market: added, annualFee, closing } of valuation.lines) {
      expect(subtractMoney(addMoney(from, added), annualFee)).toEqual(closing);
    }
  });

  it('does not let the last digit of a return decide about a cent', () => {
    // 0.0169 − 0.0019 is 0.014999999999999998 in doubles; 1.00 × 1.015 is halfway and goes to the even 1.02.
    const { total } = valueHoldings({ P03: cny('1.00') }, universe, {
      classReturns: { BOND: 0.0169 },
      feeYears: 0.5,
    });
    expect(total.amount).toBe('1.02');
  });

  it('takes a new product in when something was added to it', () => {
    const value = valueHoldings({ P03: cny('100') }, universe, {
      classReturns: { BOND: 0 },
      feeYears: 0,
      additions: [
        { product: 'P01', amount: cny('10'), periodReturn: 0 },
        { product: 'P01', amount: cny('5'), periodReturn: -0.2 },
      ],
    });
    expect(amountsOf(value.values)).toEqual({ P01: '14.00', P03: '100.00' });
    expect(value.earnedOnAdditions.amount).toBe('-1.00');
  });

  it('refuses holdings by product', () => {
    const ask = (holdings: unknown) => () => valueHoldings(wrong(holdings), universe, options);
    expectRefusal(ask(undefined), 'missing-value', 'holdings');
    expectRefusal(ask([]), 'invalid-type', 'holdings');
    expectRefusal(ask({}), 'empty', 'holdings');
    expectRefusal(ask({ P99: cny('1') }), 'unknown-id', 'holdings.P99');
    expectRefusal(ask({ toString: cny('1') }), 'unknown-id', 'holdings.toString');
    expectRefusal(ask({ P01: cny('-1') }), 'out-of-range', 'holdings.P01.amount');
    expectRefusal(ask({ P01: 100 }), 'invalid-type', 'holdings.P01');
    expectRefusal(
      ask({ P01: cny('1'), P03: money('USD', '1') }),
      'currency-mismatch',
      'holdings.P03.currency',
    );
    expectRefusal(
      () => valueHoldings(opening, wrong(undefined), options),
      'missing-value',
      'universe',
    );
  });

  it('refuses options by field', () => {
    const ask = (change: object) => () =>
      valueHoldings(opening, universe, { ...options, ...change });
    const { GOLD: _, ...withoutGold } = options.classReturns;
    const missing = 'options.classReturns.GOLD';
    expectRefusal(ask({ classReturns: withoutGold }), 'missing-value', missing);
    expectRefusal(
      ask({ classReturns: { ...withoutGold, GOLD: Number.NaN } }),
      'not-finite',
      missing,
    );
    expectRefusal(ask({ classReturns: { ...withoutGold, GOLD: -1.1 } }), 'out-of-range', missing);
    expectRefusal(ask({ feeYears: -1 }), 'out-of-range', 'options.feeYears');
    expectRefusal(ask({ additions: {} }), 'invalid-type', 'options.additions');
    const addition = options.additions[0]!;
    const add = (change: object) => ask({ additions: [{ ...addition, ...change }] });
    expectRefusal(add({ product: 'P99' }), 'unknown-id', 'options.additions[0].product');
    expectRefusal(add({ product: undefined }), 'missing-value', 'options.additions[0].product');
    expectRefusal(add({ amount: undefined }), 'missing-value', 'options.additions[0].amount');
    expectRefusal(
      add({ amount: money('HKD', '1') }),
      'currency-mismatch',
      'options.additions[0].amount.currency',
    );
    expectRefusal(add({ periodReturn: -2 }), 'out-of-range', 'options.additions[0].periodReturn');
  });
});

describe('classWeights', () => {
  it('looks through the holdings of the scenario', () => {
    const weights = classWeights(holdingsOf(fixture.values), universe);
    expect(Object.keys(weights).sort()).toEqual(Object.keys(fixture.classWeights).sort());
    for (const [id, weight] of Object.entries(fixture.classWeights)) {
      expectClose(weights[id]!, Number(weight), 1e-14);
    }
  });

  it('refuses holdings that are worth nothing', () => {
    expectRefusal(() => classWeights({ P01: cny('0') }, universe), 'out-of-range', 'holdings');
  });
});

describe('holdings with a damaged universe or a hole in the additions', () => {
  it('are refused with the place', () => {
    const holdings = { P01: cny('1') };
    const empty = wrong({});
    expectRefusal(() => classWeights(holdings, empty), 'missing-value', 'universe.byId');
    expectRefusal(() => valueHoldings(holdings, empty, options), 'missing-value', 'universe.byId');
    const holed = { ...options, additions: wrong(new Array(1)) };
    const act = () => valueHoldings(holdings, universe, holed);
    expectRefusal(act, 'missing-value', 'options.additions[0]');
  });
});
