import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numerics/index.js';
import { type Points, setsBelow } from '../../../src/selection/fit/sets-below.js';

interface Drawn {
  readonly points: Points;
  readonly random: () => number;
}

function drawn(seed: number, count: number): Drawn {
  const { uniform } = createRandom(seed);
  const random = (): number => uniform();
  const apart = Array.from({ length: count }, () =>
    Float64Array.from({ length: 3 }, () => random() - 0.5),
  );
  // The third stands where the first does, and the fourth between the first and the second.
  apart[2] = apart[0]!.slice();
  apart[3] = apart[0]!.map((value, d) => (value + apart[1]![d]!) / 2);
  const figure = (scale: number): Float64Array =>
    Float64Array.from({ length: count }, () => scale * random());
  const least = figure(0.3);
  const most = least.map((one) => one + (1 - one) * random());
  return { points: { apart, costs: figure(0.05), least, most }, random };
}

/** What shares of products come to: the square of the distance, and the costs. */
function objectiveOf({ apart, costs }: Points, set: readonly number[], shares: readonly number[]) {
  const place = apart[0]!.map((_, d) =>
    set.reduce((sum, i, k) => sum + shares[k]! * apart[i]![d]!, 0),
  );
  const square = place.reduce((sum, one) => sum + one * one, 0);
  return square + set.reduce((sum, i, k) => sum + shares[k]! * costs[i]!, 0);
}

/** Shares between the limits that sum to 1; nothing where chance finds none. */
function sharesOf({ points: { least, most }, random }: Drawn, set: readonly number[]) {
  const shares = set.map((i) => least[i]! + (most[i]! - least[i]!) * random());
  const others = shares.slice(1).reduce((sum, one) => sum + one, 0);
  shares[0] = 1 - others;
  return shares[0] >= least[set[0]!]! && shares[0] <= most[set[0]!]! ? shares : undefined;
}

describe('setsBelow', () => {
  it.each([1, 2, 3, 4, 5])(
    'misses no set of which some shares are within the limit (%s)',
    (seed) => {
      const given = drawn(seed, 9);
      const { points, random } = given;
      const limit = 0.06;
      const found = new Map(
        setsBelow(points, { min: 1, max: 4, sure: 0 }, limit).map(({ members, bound }) => [
          members.join(),
          bound,
        ]),
      );
      const all = new Map(
        setsBelow(points, { min: 1, max: 4, sure: 0 }, Number.POSITIVE_INFINITY).map(
          ({ members, bound }) => [members.join(), bound],
        ),
      );
      let within = 0;
      for (let round = 0; round < 40_000; round++) {
        const size = 1 + Math.floor(4 * random());
        const chosen = new Set(Array.from({ length: size }, () => Math.floor(9 * random())));
        const set = [...chosen].sort((a, b) => a - b);
        const shares = sharesOf(given, set);
        if (shares === undefined) continue;
        const objective = objectiveOf(points, set, shares);
        expect(all.get(set.join())).toBeLessThanOrEqual(objective + 1e-12);
        if (objective > limit) continue;
        within++;
        expect(found.has(set.join())).toBe(true);
      }
      expect(within).toBeGreaterThan(100);
      // The limit tells most of the sets apart.
      expect(found.size).toBeLessThan(all.size);
    },
  );

  it.each([0, 1, 2, 3])('are just those with the first %s of the points in them', (sure) => {
    const { points } = drawn(7, 9);
    const limit = 0.2;
    const all = setsBelow(points, { min: 1, max: 4, sure: 0 }, limit);
    const first = [0, 1, 2].slice(0, sure);
    const withAll = all.filter(({ members }) => first.every((i) => members.includes(i)));
    expect(setsBelow(points, { min: 1, max: 4, sure }, limit)).toEqual(withAll);
    expect(withAll.length).toBeGreaterThan(0);
    if (sure > 0) expect(withAll.length).toBeLessThan(all.length);
  });

  it.each([1, 2, 3])(
    'knows the shares where the least of each of four fills everything (%s)',
    (seed) => {
      const { points: given } = drawn(seed, 9);
      const count = given.costs.length;
      // Of the last a little more is the least, so that four with it are too many.
      const least = Float64Array.from({ length: count }, (_, i) => (i === count - 1 ? 0.26 : 0.25));
      const points: Points = { ...given, least, most: new Float64Array(count).fill(1) };
      const limit = 0.1;
      const found = new Map(
        setsBelow(points, { min: 4, max: 4, sure: 0 }, limit).map(({ members, bound }) => [
          members.join(),
          bound,
        ]),
      );
      let within = 0;
      for (let a = 0; a < count; a++)
        for (let b = a + 1; b < count; b++)
          for (let c = b + 1; c < count; c++)
            for (let d = c + 1; d < count; d++) {
              const set = [a, b, c, d];
              const objective = objectiveOf(points, set, [0.25, 0.25, 0.25, 0.25]);
              if (d < count - 1 && objective <= limit) {
                within++;
                expect(found.get(set.join())).toBeCloseTo(objective, 10);
                expect(found.get(set.join())).toBeLessThanOrEqual(objective + 1e-15);
              } else expect(found.has(set.join())).toBe(false);
            }
      expect(found.size).toBe(within);
      expect(within).toBeGreaterThan(0);
    },
  );

  it('has the distance of a line for two, and of a point where the share is at its limit', () => {
    const points = (most: number): Points => ({
      apart: [Float64Array.of(1, 1), Float64Array.of(-2, 1), Float64Array.of(3, 1)],
      costs: new Float64Array(3),
      least: new Float64Array(3),
      most: Float64Array.of(1, most, 1),
    });
    const boundOf = (most: number) =>
      setsBelow(points(most), { min: 2, max: 2, sure: 0 }, 100).map(({ members, bound }) => [
        members,
        bound,
      ]);
    // All lie on the line y = 1. Of the second a third is needed beside the first; the third lies away from the aim.
    expect(boundOf(1)).toEqual([
      [[0, 1], expect.closeTo(1, 12)],
      [[0, 2], expect.closeTo(2, 12)],
      [[1, 2], expect.closeTo(1, 12)],
    ]);
    // A tenth of the second: 0.9 − 0.2 = 0.7 from the line x = 0.
    expect(boundOf(0.1)[0]).toEqual([[0, 1], expect.closeTo(1.49, 12)]);
  });
});
