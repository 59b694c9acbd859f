import fc from 'fast-check';
import type { Frontier } from './arrays.js';
import { inner } from './arrays.js';

/** Numbers with two or three decimals, as people write them: ties and limits that meet are common. */
const hundredths = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => value / 100);
const perMille = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => value / 1000);

/** One of some numbers. */
const among = (...values: readonly number[]): fc.Arbitrary<number> => fc.constantFrom(...values);

export interface Drawn extends Frontier {
  /** Whether the covariance is clearly definite, so that weights are unique. */
  readonly definite: boolean;
  /** Whether the weights sum to 1, and not to something below. */
  readonly full: boolean;
}

interface Shape {
  readonly size: number;
  readonly definite: boolean;
}

/** A problem that has a solution: rules are drawn around weights that meet them. */
const problemOf = ({ size, definite }: Shape): fc.Arbitrary<Drawn> => {
  const vector = <T>(value: fc.Arbitrary<T>) =>
    fc.array(value, { minLength: size, maxLength: size });
  const row = fc.record({
    coefficients: fc.oneof(
      vector(among(0, 1)),
      vector(among(0, 1, -0.5)),
      vector(among(-1, 0, 0.5, 2)),
    ),
    kind: fc.constantFrom('max', 'min', 'range', 'equality'),
    slack: fc.constantFrom(0, 0.02, 0.1),
  });
  return fc
    .record({
      mean: fc.oneof(vector(perMille(-30, 150)), vector(among(0, 0.05))),
      loadings: fc
        .integer({ min: 1, max: 3 })
        .chain((factors) =>
          vector(fc.array(perMille(-200, 300), { minLength: factors, maxLength: factors })),
        ),
      own: vector(definite ? perMille(1, 40) : fc.constant(0)),
      lower: vector(among(0, 0, 0, 0.05, -0.2)),
      upper: vector(among(1, 1, 0.5, 0.4, 0.35)),
      rows: fc.array(row, { maxLength: 3 }),
      cash: definite ? fc.constant(-1) : fc.integer({ min: -size, max: size - 1 }),
      twin: definite ? fc.constant(0) : fc.integer({ min: 0, max: size - 1 }),
      full: fc.boolean(),
    })
    .filter(({ lower, upper }) => {
      const least = lower.reduce((sum, x) => sum + x, 0);
      return least < 0.95 && upper.reduce((sum, x) => sum + x, 0) > 1.05;
    })
    .map(({ mean, loadings, own, lower, upper, rows, cash, twin, full }) => {
      // One asset may be riskless, and the first may be another's twin.
      const exposures = loadings.map((one, i) => {
        if (i === cash) return one.map(() => 0);
        return i === 0 ? loadings[twin]! : one;
      });
      const covariance = exposures.map((a, i) =>
        exposures.map((b, j) => inner(a, b) + (i === j ? own[i]! : 0)),
      );
      const least = lower.reduce((sum, x) => sum + x, 0);
      const most = upper.reduce((sum, x) => sum + x, 0);
      const share = (1 - least) / (most - least);
      const inside = lower.map((low, i) => low + share * (upper[i]! - low));
      return {
        mean: mean.map((value, i) => (i === 0 && twin > 0 ? mean[twin]! : value)),
        covariance,
        lower,
        upper,
        rows: [
          { coefficients: mean.map(() => 1), min: full ? 1 : 0.9, max: 1 },
          ...rows.map(({ coefficients, kind, slack }) => {
            const sum = inner(coefficients, inside);
            // What rounding leaves of 0 is no limit that anyone would set.
            const value = Math.abs(sum) < 1e-12 ? 0 : sum;
            switch (kind) {
              case 'max':
                return { coefficients, max: value + slack };
              case 'min':
                return { coefficients, min: value - slack };
              case 'range':
                return { coefficients, min: value - slack, max: value + 0.05 };
              default:
                return { coefficients, min: value, max: value };
            }
          }),
        ],
        definite,
        full,
      };
    });
};

const drawn = (size: fc.Arbitrary<number>, definite: fc.Arbitrary<boolean>): fc.Arbitrary<Drawn> =>
  fc.record({ size, definite }).chain(problemOf);

/** Up to eight assets with rules, ties, caps, shorts. */
export const definiteProblem = drawn(fc.integer({ min: 2, max: 8 }), fc.constant(true));
/** The same, and covariances of low rank, twins and riskless assets. */
export const anyProblem = drawn(fc.integer({ min: 2, max: 8 }), fc.boolean());
/** Small enough for the simple solver to try every set of limits. */
export const smallProblem = drawn(fc.integer({ min: 2, max: 4 }), fc.boolean());
export const share = hundredths(0, 100);
