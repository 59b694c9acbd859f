import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rebalancing } from '../../../src/rebalancing/index.js';
import { again, type Changes, decide } from '../simple.js';
import { cny, positionsOf, signed } from '../support.js';

const IDS = ['BONDS', 'SHARES', 'GOLD'] as const;
const BAND = 0.05;

/** An account of three products; those with lots trade in multiples of so much, in whole units or in steps of amounts. */
interface Case {
  readonly values: readonly number[];
  readonly weights: readonly number[];
  readonly lots: readonly (number | undefined)[];
  readonly cash: number;
}

const lot = fc.integer({ min: 100, max: 1500 });
const part = fc.integer({ min: 1, max: 10 });

/** Two products in lots and one to the cent. */
const inLots: fc.Arbitrary<Case> = fc
  .tuple(
    fc.tuple(part, part, part),
    fc.tuple(part, part, part),
    lot,
    lot,
    fc.integer({ min: 5000, max: 20_000 }),
  )
  .map(([held, wanted, first, second, size]) => {
    const lots = [first, second, undefined];
    const all = held[0] + held[1] + held[2];
    const values = held.map((share, i) => {
      const value = Math.round((share / all) * size);
      const each = lots[i];
      return each === undefined ? value : Math.floor(value / each) * each;
    });
    const sum = wanted[0] + wanted[1] + wanted[2];
    return { values, weights: wanted.map((share) => share / sum), lots, cash: 0 };
  });

/** A unit of a product is worth what its lot is. */
function changesOf({ values, weights, lots, cash }: Case, policy: Changes['policy']): Changes {
  const named = <T>(of: (i: number) => T) => Object.fromEntries(IDS.map((id, i) => [id, of(i)]));
  return {
    account: {
      positions: IDS.map((product, i) =>
        lots[i] === undefined
          ? { product, value: cny(`${values[i]}`) }
          : { product, units: `${values[i]! / lots[i]}`, price: cny(`${lots[i]}`) },
      ).filter((_, i) => values[i]! > 0),
      prices: Object.fromEntries(
        IDS.flatMap((id, i) => (lots[i] === undefined ? [] : [[id, cny(`${lots[i]}`)]])),
      ),
      target: named((i) => weights[i]!),
      cash: [cny(`${cash}`)],
    },
    products: named((i) => (lots[i] === undefined ? {} : { unitStep: '1' })),
    policy: { bands: { default: { absolute: BAND } }, ...policy },
  };
}

const wholeOf = ({ values, cash }: Case): number =>
  values.reduce((sum, value) => sum + value, cash);

/** √Σ(value − wanted)², money that is left over included, and what is outside bands. */
function judge(one: Case, after: readonly number[]) {
  const { weights } = one;
  const whole = wholeOf(one);
  const left = after.reduce((rest, value) => rest - value, whole);
  const apart = after.map((value, i) => Math.abs(value - weights[i]! * whole));
  const sizes = [...apart, Math.abs(left)];
  return {
    apart: Math.hypot(...sizes),
    out: sizes.reduce((sum, size) => sum + Math.max(0, size - BAND * whole - 0.03), 0),
    isPaid: left >= -1e-9,
  };
}

const valuesAfter = ({ after }: Rebalancing<'CNY'>) =>
  IDS.map((id) => Number(after.values[id]?.amount ?? 0));

/** All numbers of lots of the first two products; the third takes the rest. */
function* allCounts(one: Case): Generator<number[]> {
  const whole = wholeOf(one);
  const [a, b] = [one.lots[0]!, one.lots[1]!];
  for (let i = 0; i * a <= whole; i++) {
    for (let j = 0; i * a + j * b <= whole; j++) yield [i * a, j * b, whole - i * a - j * b];
  }
}

describe('trades in whole units', () => {
  it.each([
    ['without a product that takes the rest', {}],
    ['with one', { residualProduct: 'GOLD' }],
    ['measured by product', { measure: 'products' }],
  ] satisfies [string, Changes['policy']][])(
    'are the nearest of all numbers of them, %s',
    (_name, policy) => {
      const hasResidual = 'residualProduct' in policy;
      const check = (one: Case): void => {
        // What is at its target stays there, and takes no rest.
        const gold = wholeOf(one) * one.weights[2]! - one.values[2]!;
        if (Math.abs(gold) < 0.01 && !hasResidual) return;
        const result = decide(changesOf(one, policy));
        if (result.decision === 'hold') return;
        const found = judge(one, valuesAfter(result));
        expect(found.isPaid).toBe(true);
        let best = { out: Number.POSITIVE_INFINITY, apart: Number.POSITIVE_INFINITY };
        for (const values of allCounts(one)) {
          const other = judge(one, values);
          if (other.out < best.out || (other.out === best.out && other.apart < best.apart)) {
            best = other;
          }
        }
        // Inside all bands where any numbers are, and then as near as any.
        if (best.out > 0) return;
        expect(found.out).toBe(0);
        expect(found.apart).toBeLessThanOrEqual(best.apart + 0.05);
      };
      fc.assert(fc.property(inLots, check), { numRuns: 300 });
    },
  );

  it('are neither undone nor gone on with at the next look', () => {
    const check = (one: Case, hasResidual: boolean): void => {
      const changes = changesOf(one, hasResidual ? { residualProduct: 'GOLD' } : {});
      const first = decide(changes);
      if (first.decision === 'hold') return;
      const values = valuesAfter(first);
      const { account, ...more } = changesOf({ ...one, values }, changes.policy);
      const { breached } = first.next;
      const next = decide({
        ...more,
        account: { ...account, cash: [first.after.cash], breached },
      });
      // A cent may be left of amounts that are rounded one by one.
      const sizes = Object.values(signed(next.trades)).map((amount) => Math.abs(Number(amount)));
      expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(0.01);
    };
    fc.assert(fc.property(inLots, fc.boolean(), check), { numRuns: 300 });
  });
});

describe('sales that pay for purchases in steps', () => {
  const steps = fc.constantFrom(100, 700, 3000);
  it('come to them to the cent, as near as any numbers of steps lead', () => {
    fc.assert(
      fc.property(fc.tuple(part, part, part), steps, steps, (wanted, first, second) => {
        const sum = wanted[0] + wanted[1] + wanted[2];
        const values = [90_000, 5000, 5000];
        const weights = wanted.map((share) => share / sum);
        const row = (size: number) => ({ step: `${size}`, minimumPurchase: `${size}` });
        const target = { BONDS: weights[0]!, SHARES: weights[1]!, GOLD: weights[2]! };
        const changes: Changes = {
          account: {
            positions: positionsOf({ BONDS: '90000.00', SHARES: '5000.00', GOLD: '5000.00' }),
            target,
          },
          products: { SHARES: row(first), GOLD: row(second) },
        };
        if (target.SHARES <= 0.08 || target.GOLD <= 0.08) return;
        const result = decide(changes);
        if (result.decision === 'hold') return;
        // Wanted amounts are rounded one by one.
        expect(Number(result.cash.after.amount)).toBeLessThanOrEqual(0.01);
        const one: Case = { values, weights, lots: [], cash: 0 };
        const found = judge(one, valuesAfter(result));
        let best = Number.POSITIVE_INFINITY;
        for (let i = 5000; i <= 100_000; i += first) {
          for (let j = 5000; i + j <= 100_000; j += second) {
            const other = judge(one, [100_000 - i - j, i, j]);
            if (other.out === 0) best = Math.min(best, other.apart);
          }
        }
        if (best < Number.POSITIVE_INFINITY) {
          expect(found.out).toBe(0);
          expect(found.apart).toBeLessThanOrEqual(best + 0.05);
        }
        expect(signed(again(result, changes).trades)).toEqual({});
      }),
      { numRuns: 100 },
    );
  });
});
