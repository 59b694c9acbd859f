import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../../src/dates/index.js';
import { LOT_METHODS } from '../../../src/rebalancing/lots/lot.js';
import type { DoneSale, LotState, SaleRule } from '../../../src/rebalancing/lots/lot-state.js';
import { lotsLeft, sellLots } from '../../../src/rebalancing/lots/sell-lots.js';

const AS_OF: PlainDate = '2026-03-02';

const lotsUpTo = (most: bigint, withUnknown = false): fc.Arbitrary<readonly LotState[]> =>
  fc
    .array(
      fc.record({
        days: fc.integer({ min: 0, max: 800 }),
        value: fc.bigInt({ min: 0n, max: most }),
        units: fc.bigInt({ min: 1n, max: 1000n }),
        cost: withUnknown
          ? fc.option(fc.bigInt({ min: 0n, max: 2n * most }), { nil: undefined, freq: 4 })
          : fc.bigInt({ min: 0n, max: 2n * most }),
        exitRate: fc.constantFrom(0, 0.005, 0.015),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((rows) =>
      rows.map(({ days, cost, ...row }, i) => ({
        id: `l${i}`,
        boughtOn: addDays(AS_OF, -days),
        ...row,
        ...(cost === undefined ? {} : { cost }),
      })),
    );

const rules = (lots: readonly LotState[]): fc.Arbitrary<SaleRule> =>
  fc.record({
    method: fc.constantFrom(...LOT_METHODS),
    asOf: fc.constant(AS_OF),
    order: fc.shuffledSubarray(lots.map(({ id }) => id)),
    tax: fc.record({
      shortTermRate: fc.constantFrom(0.3, 0.37),
      longTermRate: fc.constantFrom(0.1, 0.2),
      offsetLosses: fc.boolean(),
    }),
  });

const sumOf = (numbers: readonly bigint[]) => numbers.reduce((a, b) => a + b, 0n);
const sum = (lots: readonly LotState[], key: 'value' | 'units' | 'cost') =>
  sumOf(lots.map((lot) => lot[key] ?? 0n));

function sale(lots: readonly LotState[], amount: bigint, rule: SaleRule): DoneSale {
  const done = sellLots(lots, amount, rule);
  if (done.status !== 'sold') throw new Error('not enough');
  return done;
}

const cases = (most: bigint, withUnknown = false) =>
  lotsUpTo(most, withUnknown).chain((lots) =>
    fc.record({
      lots: fc.constant(lots),
      rule: rules(lots),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  );

/** The lots that a rule can sell. */
const sellable = (lots: readonly LotState[], rule: SaleRule) =>
  rule.method === 'specific' ? lots.filter(({ id }) => rule.order!.includes(id)) : lots;

const amountOf = (lots: readonly LotState[], rule: SaleRule, share: number) =>
  BigInt(Math.floor(Number(sum(sellable(lots, rule), 'value')) * share));

describe('sellLots', () => {
  it('sells what was asked for, and parts and rest add up to the lots', () => {
    fc.assert(
      fc.property(cases(10_000n, true), ({ lots, rule, share }) => {
        const amount = amountOf(lots, rule, share);
        const { parts, ...totals } = sale(lots, amount, rule);
        const left = lotsLeft('value', lots, amount, rule);
        expect(totals.value).toBe(amount);
        expect(sumOf(parts.map(({ value }) => value))).toBe(amount);
        expect(amount + sum(left, 'value')).toBe(sum(lots, 'value'));
        expect(sumOf(parts.map(({ units }) => units!)) + sum(left, 'units')).toBe(
          sum(lots, 'units'),
        );
        if (lots.every(({ cost }) => cost !== undefined)) {
          expect(sumOf(parts.map(({ cost }) => cost!)) + sum(left, 'cost')).toBe(sum(lots, 'cost'));
          expect(totals.shortGain + totals.longGain).toBe(
            amount - sumOf(parts.map(({ cost }) => cost!)),
          );
        }
        for (const { lot, value, exitFee } of parts) {
          // Within half a smallest unit of value × rate.
          expect(Math.abs(Number(exitFee) - Number(value) * lot.exitRate)).toBeLessThanOrEqual(
            0.5 + 1e-9,
          );
        }
      }),
    );
  });

  it('does not depend on the order of the lots', () => {
    fc.assert(
      fc.property(cases(10_000n, true), ({ lots, rule, share }) => {
        const amount = amountOf(lots, rule, share);
        expect(sale([...lots].reverse(), amount, rule).parts).toEqual(
          sale(lots, amount, rule).parts,
        );
      }),
    );
  });

  it('sells no less gain by lofo and no more by hifo than by any other order of lots', () => {
    const oneTerm = cases(10_000n).map((one) => ({
      ...one,
      lots: one.lots.map((lot) => ({ ...lot, units: lot.value + 1n })),
    }));
    fc.assert(
      fc.property(oneTerm, ({ lots, rule, share }) => {
        const by = (method: SaleRule['method']) => {
          const priced = lots.filter(({ value }) => value > 0n).map(({ units: _, ...lot }) => lot);
          const amount = BigInt(Math.floor(Number(sum(priced, 'value')) * share));
          const { shortGain, longGain, parts } = sale(priced, amount, { ...rule, method });
          return { gain: Number(shortGain + longGain), slack: parts.length };
        };
        for (const method of ['fifo', 'lifo', 'average', 'lowest-tax'] as const) {
          const { gain, slack } = by(method);
          expect(gain).toBeLessThanOrEqual(by('lofo').gain + slack);
          expect(gain).toBeGreaterThanOrEqual(by('hifo').gain - slack);
        }
      }),
    );
  });
});
