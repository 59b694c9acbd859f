import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinorUnits, sumMoney, toMinorUnits } from '../../src/money/index.js';
import { compileProducts } from '../../src/products/index.js';
import {
  measureDrift,
  type Rebalancing,
  type RebalancingProblem,
  type Restriction,
  rebalance,
  switchBreakEven,
  valueHoldings,
} from '../../src/rebalancing/index.js';
import { BANDS, cny, expectClose, PRODUCTS, SCENARIO, universe } from './support.js';

const IDS = ['P01', 'P02', 'P03', 'P06', 'P07', 'P08', 'P09'];

const cents = fc.integer({ min: 0, max: 100_000_000 }).map((n) => fromMinorUnits('CNY', BigInt(n)));

/** Weights of all ids that sum to 1. */
const weights = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: IDS.length, maxLength: IDS.length })
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts) => {
    const sum = parts.reduce((a, b) => a + b, 0);
    return Object.fromEntries(IDS.map((id, i) => [id, parts[i]! / sum]));
  });

const holdings = fc
  .array(cents, { minLength: IDS.length, maxLength: IDS.length })
  .filter((values) => values.some((value) => toMinorUnits(value) > 0n))
  .map((values) => Object.fromEntries(IDS.map((id, i) => [id, values[i]!])));

const restrictions: fc.Arbitrary<Record<string, Restriction>> = fc.dictionary(
  fc.constantFrom(...IDS),
  fc.constantFrom('locked' as const, 'sell-only' as const, 'buy-only' as const),
);

const problems: fc.Arbitrary<RebalancingProblem<'CNY'>> = fc
  .record({
    holdings,
    targetWeights: weights,
    restrictions,
    residualProduct: fc.constantFrom(...IDS),
    minimumTrade: fc.constantFrom('0', '100', '50000').map(cny),
  })
  .map((parts) => ({ ...SCENARIO, ...parts }));

const minimumOf = (id: string) =>
  BigInt(Math.round(Number(universe.byId[id]!.minimumPurchase) * 100));
const stepOf = (id: string) => BigInt(Math.round(Number(universe.byId[id]!.step) * 100));

describe('rebalance', () => {
  it('buys exactly what it sells, and ends with the same money less the fees', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { considered, cost, value, after } = rebalance(problem);
        const onSide = (side: string) =>
          sumMoney(
            'CNY',
            considered.filter((trade) => trade.side === side).map(({ amount }) => amount),
          );
        expect(onSide('buy')).toEqual(onSide('sell'));
        const end = sumMoney('CNY', [...Object.values(after.values), cost]);
        expect(end).toEqual(value);
      }),
      { numRuns: 50 },
    );
  });

  it('makes no trade that is forbidden, too small, off step, or more than is held', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { considered } = rebalance(problem);
        const minimum = toMinorUnits(problem.minimumTrade);
        for (const { product, side, amount } of considered) {
          const restriction = problem.restrictions?.[product];
          expect(restriction).not.toBe('locked');
          expect(restriction).not.toBe(side === 'buy' ? 'sell-only' : 'buy-only');
          const units = toMinorUnits(amount);
          expect(units).toBeGreaterThan(0n);
          if (product !== problem.residualProduct) expect(units).toBeGreaterThanOrEqual(minimum);
          if (side === 'buy') {
            expect(units).toBeGreaterThanOrEqual(minimumOf(product));
            expect((units - minimumOf(product)) % stepOf(product)).toBe(0n);
          } else {
            expect(units).toBeLessThanOrEqual(toMinorUnits(problem.holdings[product]!));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('trades only if the gain exceeds the cost, and names what it would have traded', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { decision, trades, considered, gain, cost } = rebalance(problem);
        const worth = considered.length > 0 && toMinorUnits(gain) > toMinorUnits(cost);
        expect(decision).toBe(worth ? 'trade' : 'hold');
        expect(trades).toEqual(worth ? considered : []);
      }),
      { numRuns: 50 },
    );
  });

  it('comes no nearer to the target with a restriction more', () => {
    fc.assert(
      fc.property(holdings, weights, fc.constantFrom(...IDS), (held, targetWeights, locked) => {
        const problem = { ...SCENARIO, holdings: held, targetWeights, minimumTrade: cny('0') };
        // Without minimum purchases and steps, weights alone decide; rounding moves a cent per product.
        const free = PRODUCTS.map((product) => ({
          ...product,
          minimumPurchase: '0',
          step: '0.01',
          entryFee: 0,
        }));
        const plain = { ...problem, universe: compileProducts(free, universe.assetClasses) };
        const open = rebalance(plain);
        const bound = rebalance({ ...plain, restrictions: { [locked]: 'locked' as const } });
        expect(bound.after.trackingError).toBeGreaterThanOrEqual(open.after.trackingError - 1e-7);
      }),
      { numRuns: 50 },
    );
  });

  it('holds within the bands', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const wide = { absolute: 1, relative: 1, minimum: 1 };
        expect(rebalance({ ...problem, bands: wide })).toMatchObject({
          decision: 'hold',
          trades: [],
        });
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same bytes whatever the order of holdings, targets and products', () => {
    fc.assert(
      fc.property(
        problems,
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        (problem, keys) => {
          const order = <T>(list: readonly T[]): T[] =>
            list
              .map((value, i) => ({ value, key: keys[i]! }))
              .sort((a, b) => a.key - b.key)
              .map(({ value }) => value);
          const reordered = <T>(record: Readonly<Record<string, T>>) =>
            Object.fromEntries(order(Object.entries(record)));
          const other = {
            ...problem,
            holdings: reordered(problem.holdings),
            targetWeights: reordered(problem.targetWeights),
            restrictions: reordered(problem.restrictions ?? {}),
            universe: compileProducts(order(PRODUCTS), universe.assetClasses),
          };
          expect(JSON.stringify(rebalance(other))).toBe(JSON.stringify(rebalance(problem)));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is frozen, survives JSON, and leaves its arguments alone', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const before = JSON.stringify(problem);
        const result: Rebalancing = rebalance(problem);
        expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
        expectFrozen(result);
        expect(JSON.stringify(problem)).toBe(before);
      }),
      { numRuns: 50 },
    );
  });
});

describe('measureDrift', () => {
  it('has drifts that add up to 0, and half their sizes as the portfolio drift', () => {
    fc.assert(
      fc.property(weights, weights, (current, target) => {
        const { lines, portfolioDrift } = measureDrift(current, target, { bands: BANDS });
        const drifts = lines.map(({ drift }) => drift);
        expectClose(
          drifts.reduce((a, b) => a + b, 0),
          0,
        );
        expectClose(
          portfolioDrift,
          drifts.reduce((a, b) => a + Math.max(0, b), 0),
          1e-9,
        );
        expect(measureDrift(target, current, { bands: BANDS }).portfolioDrift).toBe(portfolioDrift);
        for (const line of lines) expect(Object.is(line.drift, -0)).toBe(false);
      }),
    );
  });
});

describe('valueHoldings', () => {
  it('adds up to the cent', () => {
    const returns = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    const classReturns = fc.record({
      CASH: returns,
      BOND: returns,
      EQ_CN: returns,
      EQ_GL: returns,
      GOLD: returns,
    });
    fc.assert(
      fc.property(holdings, classReturns, returns, cents, (held, byClass, earned, amount) => {
        const additions = [{ product: 'P01', amount, periodReturn: earned }];
        const result = valueHoldings(held, universe, {
          classReturns: byClass,
          feeYears: 0.5,
          additions,
        });
        const units = Object.values(result.values).map((value) => toMinorUnits(value));
        expect(units.reduce((a, b) => a + b, 0n)).toBe(toMinorUnits(result.total));
        const parts = result.lines.map(
          (line) =>
            toMinorUnits(line.opening) + toMinorUnits(line.market) - toMinorUnits(line.annualFee),
        );
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(toMinorUnits(result.closing));
        expectFrozen(result);
      }),
    );
  });
});

describe('switchBreakEven', () => {
  it('switches exactly when the client holds for longer than the break-even', () => {
    const fee = fc.double({ min: 0, max: 0.05, noNaN: true });
    const fees = fc.record({ exitFee: fee, entryFee: fee, feeFrom: fee, feeTo: fee });
    fc.assert(
      fc.property(fees, fc.integer({ min: 1, max: 40 }), (rates, years) => {
        const question = { ...rates, amount: cny('1000000'), grossReturn: 0.06, years };
        const { decision, breakEvenYears, advantage } = switchBreakEven(question);
        const pays = breakEvenYears !== null && years > breakEvenYears;
        expect(decision).toBe(pays ? 'switch' : 'stay');
        // The amounts agree up to their rounding.
        const units = Number(toMinorUnits(advantage));
        if (pays) expect(units).toBeGreaterThan(-2000);
        else expect(units).toBeLessThan(2000);
      }),
    );
  });
});

function expectFrozen(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  expect(Object.isFrozen(value)).toBe(true);
  for (const part of Object.values(value)) expectFrozen(part);
}
