import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/rebalancing/reach/nearest.js';

const CLASSES = {
  CASH: [1, 0, 0],
  BOND: [0, 1, 0],
  EVEN: [0, 0.5, 0.5],
  EQUITY: [0, 0, 1],
  NOTES: [0, 1, 0],
} as const;

/** Without a covariance every class counts alike. */
const holdings = Object.values(CLASSES).map((shares) => {
  const exposures = Float64Array.from(shares);
  return { item: { exposures, pull: exposures } };
});

const classesOf = (weights: Float64Array): Float64Array => {
  const classes = new Float64Array(3);
  weights.forEach((weight, i) => {
    classes.forEach((_, k) => {
      classes[k]! += weight * holdings[i]!.item.exposures[k]!;
    });
  });
  return classes;
};

const given = (parts: readonly number[]) => {
  const sum = parts.reduce((a, b) => a + b, 0);
  const reference = Float64Array.from(parts, (part) => part / sum);
  return {
    holdings,
    low: new Float64Array(5),
    high: new Float64Array(5).fill(1),
    sum: 1,
    wanted: classesOf(reference),
    reference,
    now: new Float64Array(5),
  };
};

describe('the nearest weights', () => {
  // Bonds are to be 9/38 and can be 730,663 of 15,805,970. What is missing is made up for by a more of the notes, 2b more of the mixed product and b less of
  // equity, with a + b missing: a² + 5b² is least at a = 5b.
  const whole = 15_805_970;
  const most = 730_663 / whole;
  const missing = 9 / 38 - most;
  const expected = [7 / 38, most, 6 / 38 + missing / 3, 7 / 38 - missing / 6];
  expected.push(9 / 38 + (5 * missing) / 6);

  it.each([1, 1 - 2 ** -53, 1 - 1e-15, 1 + 2e-16])(
    'come to the classes that are wanted, nearest to the products that are, where all is %d',
    (sum) => {
      const problem = given([7, 9, 6, 7, 9]);
      problem.high[1] = most;
      const found = nearest({ ...problem, sum })!;
      expected.forEach((weight, i) => {
        // A cent in a hundred thousand.
        expect(Math.abs(found[i]! - weight)).toBeLessThan(1e-7);
      });
    },
  );

  it('are found where what is held fast fills a limit up, to the last digit', () => {
    // What is free, a twentieth, goes to bonds and cash so that both lack the same.
    const held = [0.420_943_553_310_519_9, 0.315_085_131_456_946_33, 0.211_191_229_674_661_53];
    const problem = given([5, 7, 8, 2, 7]);
    held.forEach((weight, i) => {
      problem.low[i + 2] = problem.high[i + 2] = weight;
    });
    const limits = {
      matrix: Float64Array.of(0, 0, 1, 1, 0),
      rhs: Float64Array.of(held[0]! + held[1]! - 1e-16),
    };
    const found = nearest({ ...problem, limits })!;
    const free = 1 - held[0]! - held[1]! - held[2]!;
    const lacking = { cash: 5 / 29, bonds: 18 / 29 - held[0]! / 2 - held[2]! };
    expect(found[0]).toBeCloseTo((free + lacking.cash - lacking.bonds) / 2, 7);
    expect(found[1]).toBeCloseTo((free + lacking.bonds - lacking.cash) / 2, 7);
  });
});
