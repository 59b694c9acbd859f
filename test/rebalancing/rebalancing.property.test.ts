import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinorUnits, toMinorUnits } from '../../src/money/index.js';
import { measureDrift, switchBreakEven, valueHoldings } from '../../src/rebalancing/index.js';
import { BANDS, cny, expectClose, expectFrozen, universe } from './support.js';

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
