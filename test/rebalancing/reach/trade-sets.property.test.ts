import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Occasion } from '../../../src/rebalancing/reach/situation.js';
import { makeLeastDistance, makeRefuter } from '../../../src/rebalancing/reach/trade-sets.js';

const PLACES = 6;
const ALL = [0, 1, 2, 3, 4, 5];
const whole = (most: number) => fc.integer({ min: 0, max: most });
const vector = <T>(one: fc.Arbitrary<T>, length = PLACES) =>
  fc.array(one, { minLength: length, maxLength: length });

/** Weights in twentieths with room up and down, conditions of a few classes, and a set that is traded. */
const cases = fc.record({
  now: vector(whole(8)),
  down: vector(whole(4)),
  up: vector(whole(4)),
  rates: fc.array(vector(fc.integer({ min: -2, max: 2 })), { minLength: 1, maxLength: 4 }),
  rooms: vector(fc.integer({ min: -6, max: 6 }), 4),
  budget: fc.integer({ min: -2, max: 2 }),
  traded: fc.uniqueArray(whole(PLACES - 1), { minLength: 1, maxLength: 3 }),
});

/** All changes of the traded places in whole steps between their bounds that sum to the budget. */
function changesOf(
  places: readonly number[],
  down: readonly number[],
  up: readonly number[],
  budget: number,
): number[][] {
  if (places.length === 0) return budget === 0 ? [[]] : [];
  const [place, ...rest] = places;
  const steps = Array.from(
    { length: down[place!]! + up[place!]! + 1 },
    (_, k) => k - down[place!]!,
  );
  return steps.flatMap((step) =>
    changesOf(rest, down, up, budget - step).map((others) => [step, ...others]),
  );
}

describe('sets of trades that are ruled out', () => {
  it('have no change in whole steps that keeps all conditions, whatever was ruled out before', () => {
    let ruledOut = 0;
    fc.assert(
      fc.property(cases, ({ now, down, up, rates, rooms, budget, traded }) => {
        const used = (row: readonly number[]) =>
          row.reduce((sum, rate, i) => sum + rate * now[i]!, 0);
        const isRuledOut = makeRefuter(
          {
            low: Float64Array.from(now, (one, i) => one - down[i]!),
            high: Float64Array.from(now, (one, i) => one + up[i]!),
          },
          Float64Array.from(now),
          {
            limits: {
              matrix: Float64Array.from(rates.flat()),
              rhs: Float64Array.from(rates, (row, r) => used(row) + rooms[r]!),
            },
            sum: now.reduce((sum, one) => sum + one, 0) + budget,
          },
        );
        // Others first, so that what has ruled them out is at hand.
        for (const place of ALL) isRuledOut([place]);
        const places = [...traded].sort();
        const fitting = changesOf(places, down, up, budget).filter((changes) =>
          rates.every(
            (row, r) => places.reduce((sum, i, k) => sum + row[i]! * changes[k]!, 0) <= rooms[r]!,
          ),
        );
        if (isRuledOut(places)) {
          ruledOut++;
          expect(fitting).toEqual([]);
        }
      }),
    );
    expect(ruledOut).toBeGreaterThan(10);
  });

  it('are those of single products and pairs that cannot keep the conditions, by what is left of an interval', () => {
    fc.assert(
      fc.property(cases, ({ down, up, rates, rooms, budget }) => {
        // Of a pair one change decides the other, so each condition leaves an interval of it.
        let [least, most] = [
          Math.max(-down[0]!, budget - up[1]!),
          Math.min(up[0]!, budget + down[1]!),
        ];
        let isKept = true;
        rates.forEach((row, r) => {
          const [slope, room] = [row[0]! - row[1]!, rooms[r]! - row[1]! * budget];
          if (slope > 0) most = Math.min(most, room / slope);
          else if (slope < 0) least = Math.max(least, room / slope);
          else isKept &&= room >= 0;
        });
        const isRuledOut = makeRefuter(
          {
            low: Float64Array.from(ALL, (i) => -down[i]!),
            high: Float64Array.from(ALL, (i) => up[i]!),
          },
          new Float64Array(PLACES),
          {
            limits: {
              matrix: Float64Array.from(rates.flat()),
              rhs: Float64Array.from(rates, (_, r) => rooms[r]!),
            },
            sum: budget,
          },
        );
        expect(isRuledOut([0, 1])).toBe(!isKept || least > most);
      }),
    );
  });
});

describe('the least distance of a set of trades', () => {
  it('is not above that of any change that sums to what it must', () => {
    let isReached = 0;
    fc.assert(
      fc.property(
        fc.constantFrom('products', 'classes'),
        vector(vector(whole(4), 3)),
        vector(whole(4), 3),
        cases,
        (measure, exposures, wanted, { now, down, up, budget, traded }) => {
          const places = [...traded].sort();
          const items = exposures.map((row) => Float64Array.from(row, (one) => one / 4));
          const reference = Float64Array.from(now, (one, i) => one + down[i]! - 2);
          const occasion = {
            account: { holdings: items.map((one) => ({ item: { exposures: one, pull: one } })) },
            inside: { policy: { measure }, assetClasses: ['A', 'B', 'C'] },
          } as unknown as Occasion;
          const space = {
            now: Float64Array.from(now),
            sum: now.reduce((total, one) => total + one, 0) + budget,
          };
          const problem = { wanted: Float64Array.from(wanted), reference };
          const least = makeLeastDistance(occasion, problem, space)(places);
          for (const changes of changesOf(places, down, up, budget)) {
            const weights = now.map((one, i) => one + (changes[places.indexOf(i)] ?? 0));
            const apart =
              measure === 'products'
                ? weights.map((weight, i) => weight - reference[i]!)
                : wanted.map((one, k) =>
                    weights.reduce((total, weight, i) => total + weight * items[i]![k]!, -one),
                  );
            const distance = apart.reduce((total, one) => total + one * one, 0);
            if (Math.abs(distance - least) < 1e-9) isReached++;
            expect(least).toBeLessThanOrEqual(distance + 1e-9);
          }
        },
      ),
    );
    // A bound of 0 would not be above anything either.
    expect(isReached).toBeGreaterThan(10);
  });
});
