import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  defineKpi,
  type KpiEvent,
  type KpiOk,
  summarise,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, expectClose } from '../support.js';

const kpiOf = (probability: number) =>
  defineKpi({
    ...DESCRIPTION,
    kind: 'durations',
    unit: 'hours',
    measure: { name: 'quantile', probability },
  });

function found(probability: number, events: readonly KpiEvent<'durations'>[]): KpiOk {
  const kpi = kpiOf(probability);
  const result = summarise(kpi, accumulateAll(kpi, events).state);
  if (result.status !== 'ok') throw new Error(result.status);
  return result;
}

const closed = (times: readonly number[]) => times.map((duration) => ({ duration }));
const JUST_OPENED = { duration: 0, open: true };

/** The shortest time within which k of 20 closed, or the middle to the next where k of 20 closed exactly: counted by hand. */
function byHand(times: readonly number[], k: number): number {
  const inOrder = [...times].sort((a, b) => a - b);
  const cases = (times.length * k) / 20;
  if (!Number.isInteger(cases)) return inOrder[Math.ceil(cases) - 1]!;
  return (inOrder[cases - 1]! + inOrder[cases]!) / 2;
}

describe('a quantile of durations', () => {
  const hours = [3, 7.5, 8, 8.01, 30, 200];

  it('is the time within which that share was closed, none of them open', () => {
    // Within 30 hours 5 of 6 are closed, 83 %; nine in ten only within 200. Half lies exactly between 8 and 8.01.
    expect(found(0.9, closed(hours)).value).toBe(200);
    expect(found(0.75, closed(hours)).value).toBe(30);
    expectClose(found(0.5, closed(hours)).value, 8.005);
  });

  it('does not move when a case is opened of which nothing is known yet', () => {
    for (const probability of [0.1, 0.25, 0.5, 0.75, 0.9, 0.95]) {
      const { value } = found(probability, closed(hours));
      expect(found(probability, [...closed(hours), JUST_OPENED]).value).toBe(value);
    }
  });

  it('is the same by hand, alone and with a case just opened', () => {
    // Sixteenths, whose middles are exact.
    const times = fc.array(
      fc.integer({ min: 1, max: 4000 }).map((i) => i / 16),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 19 }), (sample, k) => {
        const expected = byHand(sample, k);
        expect(found(k / 20, closed(sample)).value).toBe(expected);
        expect(found(k / 20, [...closed(sample), JUST_OPENED]).value).toBe(expected);
      }),
    );
  });

  it('of many cases lies no further above than it says', () => {
    const many = Array.from({ length: 2000 }, (_, i) => 0.25 + ((i * 733) % 2000) / 7);
    for (const k of [1, 5, 10, 18, 19]) {
      const expected = byHand(many, k);
      const { value, relativeError } = found(k / 20, closed(many));
      expect(value).toBeGreaterThanOrEqual(expected * (1 - 1e-14));
      expect(value).toBeLessThanOrEqual(expected * (1 + relativeError!) * (1 + 1e-14));
      expect(relativeError).toBeLessThanOrEqual(1 / 256);
    }
  });
});
