import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AllocationProblem, allocate } from '../../src/allocation/index.js';
import {
  expectNear,
  hasNegativeZero,
  infeasible,
  isDeeplyFrozen,
  optimal,
  problemOf,
} from './support.js';

/** Numbers with two decimals, as people write them. */
const hundredths = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => value / 100);
const perMille = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => value / 1000);

interface Draw {
  readonly mu: readonly number[];
  /** factors × assets; fewer factors than assets make a singular covariance. */
  readonly loadings: readonly (readonly number[])[];
  /** Variance of each asset's own, 0 or clear of it. */
  readonly own: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly riskAversion: number;
}

const drawOf = (own: fc.Arbitrary<number>): fc.Arbitrary<Draw> =>
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 4 }))
    .chain(([size, factors]) => {
      const vector = <T>(value: fc.Arbitrary<T>) =>
        fc.array(value, { minLength: size, maxLength: size });
      return fc.record({
        mu: vector(perMille(-30, 150)),
        loadings: fc.array(vector(perMille(-200, 300)), { minLength: factors, maxLength: factors }),
        own: vector(own),
        lower: vector(hundredths(0, 12)),
        upper: vector(hundredths(15, 100)),
        riskAversion: fc.constantFrom(0.5, 2, 5, 20),
      });
    });
/** Definite: the best portfolio is unique. */
const definite = drawOf(perMille(1, 40));
const anyDraw = fc.oneof(definite, drawOf(fc.constant(0)));

function covarianceOf({ loadings, own }: Draw): number[][] {
  return own.map((variance, i) =>
    own.map((_, j) => {
      const common = loadings.reduce(
        (sum, row) => sum + (row[i] as number) * (row[j] as number),
        0,
      );
      return i === j ? common + variance : common;
    }),
  );
}

/** Room for the budget, so that there is something to solve. */
const hasRoom = ({ lower, upper }: Draw): boolean => sum(lower) < 0.99 && sum(upper) > 1.01;
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

function problemFrom(draw: Draw, riskAversion = draw.riskAversion): AllocationProblem {
  const { mu: expectedReturn, lower, upper } = draw;
  const objective = { kind: 'utility', riskAversion } as const;
  return problemOf({ expectedReturn, covariance: covarianceOf(draw), lower, upper, objective });
}

const weightsOf = (problem: AllocationProblem): number[] =>
  Object.values(optimal(allocate(problem)).weights);

const reverse = (problem: AllocationProblem): AllocationProblem => ({
  ...problem,
  assets: [...problem.assets].reverse(),
  expectedReturn: [...problem.expectedReturn].reverse(),
  covariance: [...(problem.covariance as number[][])].reverse().map((row) => [...row].reverse()),
});

describe('an optimal allocation', () => {
  it('cannot be improved by any step within bounds and budget', () => {
    fc.assert(
      fc.property(anyDraw.filter(hasRoom), (draw) => {
        const weights = weightsOf(problemFrom(draw));
        const covariance = covarianceOf(draw);
        // The objective is concave: w is best exactly when no portfolio v has a higher gradient·v. The best v
        // fills the floors and then, greedily, the assets of the steepest gradient.
        const gradient = draw.mu.map(
          (mean, i) =>
            mean -
            draw.riskAversion * sum(weights.map((w, j) => w * (covariance[i]?.[j] as number))),
        );
        const order = gradient
          .map((_, i) => i)
          .sort((i, j) => (gradient[j] as number) - (gradient[i] as number));
        let left = 1 - sum(draw.lower);
        let best = sum(draw.lower.map((floor, i) => floor * (gradient[i] as number)));
        for (const i of order) {
          const more = Math.min(left, (draw.upper[i] as number) - (draw.lower[i] as number));
          best += more * (gradient[i] as number);
          left -= more;
        }
        const reached = sum(gradient.map((slope, i) => slope * (weights[i] as number)));
        expect(best - reached).toBeLessThan(1e-12);
      }),
    );
  });

  it('keeps to bounds and budget, certified, frozen, without −0', () => {
    fc.assert(
      fc.property(anyDraw.filter(hasRoom), (draw) => {
        const result = optimal(allocate(problemFrom(draw)));
        const weights = Object.values(result.weights);
        expectNear([sum(weights)], [1], 1e-12);
        weights.forEach((weight, i) => {
          expect(weight).toBeGreaterThanOrEqual(draw.lower[i] as number);
          expect(weight).toBeLessThanOrEqual(draw.upper[i] as number);
        });
        const { primal, stationarity, complementarity } = result.certificate;
        expect(Math.max(primal, stationarity, complementarity)).toBeLessThan(1e-12);
        expect(isDeeplyFrozen(result)).toBe(true);
        expect(hasNegativeZero(result)).toBe(false);
      }),
    );
  });

  it('has shadow prices that balance the gradient where they are unique', () => {
    fc.assert(
      fc.property(definite.filter(hasRoom), (draw) => {
        const result = optimal(allocate(problemFrom(draw)));
        fc.pre(result.binding.every(({ unique }) => unique));
        const weights = Object.values(result.weights);
        const covariance = covarianceOf(draw);
        const push = (kind: 'min' | 'max', i: number): number =>
          result.binding.find(({ rule }) => rule === `${kind}:a${i}`)?.shadowPrice ?? 0;
        // Gradient of utility + price of the floor − price of the ceiling is the same for every asset.
        const balance = draw.mu.map(
          (mean, i) =>
            mean -
            draw.riskAversion * sum(weights.map((w, j) => w * (covariance[i]?.[j] as number))) +
            push('min', i) -
            push('max', i),
        );
        expectNear(
          balance,
          balance.map(() => balance[0] as number),
          1e-10,
        );
      }),
    );
  });

  it('has risk contributions that sum to 1, or none', () => {
    fc.assert(
      fc.property(anyDraw.filter(hasRoom), (draw) => {
        const { riskContributions, volatility } = optimal(allocate(problemFrom(draw)));
        const total = sum(Object.values(riskContributions));
        if (volatility === 0) expect(total).toBe(0);
        // Where risks nearly cancel, contributions are large and of both signs.
        else if (volatility > 1e-3) expectNear([total], [1], 1e-9);
      }),
    );
  });
});

describe('allocate', () => {
  it('gives the same weights in whatever order the assets come', () => {
    fc.assert(
      fc.property(definite.filter(hasRoom), (draw) => {
        const problem = problemFrom(draw);
        expectNear(weightsOf(reverse(problem)).reverse(), weightsOf(problem), 1e-11);
      }),
    );
  });

  it('gives the same weights when returns and covariances are scaled together', () => {
    fc.assert(
      fc.property(
        definite.filter(hasRoom),
        fc.constantFrom(1e-6, 0.01, 100, 1e6),
        (draw, scale) => {
          const problem = problemFrom(draw);
          const scaled = {
            ...problem,
            expectedReturn: draw.mu.map((value) => value * scale),
            covariance: covarianceOf(draw).map((row) => row.map((value) => value * scale)),
          };
          const [once, again] = [optimal(allocate(problem)), optimal(allocate(scaled))];
          expectNear(Object.values(again.weights), Object.values(once.weights), 1e-11);
          expectNear([again.objectiveValue / scale], [once.objectiveValue], 1e-12);
        },
      ),
    );
  });

  it('gives the same weights when a constant is added to all returns', () => {
    fc.assert(
      fc.property(definite.filter(hasRoom), (draw) => {
        const problem = problemFrom(draw);
        const raised = { ...problem, expectedReturn: draw.mu.map((value) => value + 0.05) };
        expectNear(weightsOf(raised), weightsOf(problem), 1e-11);
      }),
    );
  });

  it('never finds something better when a rule is tightened or added', () => {
    fc.assert(
      fc.property(anyDraw.filter(hasRoom), hundredths(20, 90), fc.nat(), (draw, max, which) => {
        const problem = problemFrom(draw);
        const before = optimal(allocate(problem)).objectiveValue;
        const members = problem.assets.filter((_, i) => (which >> i) % 2 === 0);
        fc.pre(members.length > 0);
        const after = allocate({ ...problem, groups: [{ id: 'g', members, max }] });
        if (after.status === 'infeasible') return;
        expect(optimal(after).objectiveValue).toBeLessThanOrEqual(before + 1e-13);
      }),
    );
  });

  it('takes no more risk for a client who is more averse to it', () => {
    fc.assert(
      fc.property(anyDraw.filter(hasRoom), (draw) => {
        const bold = optimal(allocate(problemFrom(draw)));
        const careful = optimal(allocate(problemFrom(draw, draw.riskAversion * 3)));
        expect(careful.volatility).toBeLessThanOrEqual(bold.volatility + 1e-8);
        expect(careful.expectedReturn).toBeLessThanOrEqual(bold.expectedReturn + 1e-8);
      }),
    );
  });

  it('leaves its argument alone and survives JSON', () => {
    fc.assert(
      fc.property(anyDraw.filter(hasRoom), (draw) => {
        const problem = problemFrom(draw);
        const before = JSON.stringify(problem);
        const result = allocate(problem);
        expect(JSON.stringify(problem)).toBe(before);
        expect(allocate(JSON.parse(before))).toEqual(result);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});

describe('contradicting rules', () => {
  const interval = fc
    .tuple(hundredths(0, 60), hundredths(0, 60))
    .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
  /** Two groups that share no asset, so that what can hold follows from adding up intervals. */
  const grouped = fc.record({
    bounds: fc.array(interval, { minLength: 4, maxLength: 4 }),
    g: interval,
    h: interval,
  });
  type Grouped = Parameters<Parameters<typeof grouped.map>[0]>[0];

  const NAMES = ['A', 'B', 'C', 'D'] as const;
  const problemWith = ({ bounds, g, h }: Grouped): AllocationProblem => ({
    assets: NAMES,
    expectedReturn: [0.01, 0.02, 0.03, 0.04],
    covariance: NAMES.map((_, i) => NAMES.map((__, j) => (i === j ? 0.01 : 0))),
    objective: { kind: 'minimum-variance' },
    bounds: Object.fromEntries(bounds.map((bound, i) => [NAMES[i], bound])),
    groups: [
      { id: 'g', members: ['A', 'B'], ...g },
      { id: 'h', members: ['C', 'D'], ...h },
    ],
  });

  /** Whether rules hold together, by intervals in whole hundredths; rules that are not named do not count. */
  function canHold({ bounds, g, h }: Grouped, rules: ReadonlySet<string>): boolean {
    const cents = (value: number) => Math.round(value * 100);
    const low = (name: string, value: number) => (rules.has(name) ? cents(value) : -Infinity);
    const high = (name: string, value: number) => (rules.has(name) ? cents(value) : Infinity);
    const range = (id: string, group: { min: number; max: number }, members: readonly number[]) => {
      const from = sum(members.map((i) => low(`min:${NAMES[i]}`, bounds[i]?.min as number)));
      const to = sum(members.map((i) => high(`max:${NAMES[i]}`, bounds[i]?.max as number)));
      return {
        from: Math.max(from, low(`group-min:${id}`, group.min)),
        to: Math.min(to, high(`group-max:${id}`, group.max)),
      };
    };
    const [first, second] = [range('g', g, [0, 1]), range('h', h, [2, 3])];
    if (first.from > first.to || second.from > second.to) return false;
    return !rules.has('budget') || (first.from + second.from <= 100 && first.to + second.to >= 100);
  }

  const ALL = new Set([
    ...NAMES.flatMap((name) => [`min:${name}`, `max:${name}`]),
    ...['group-min:g', 'group-max:g', 'group-min:h', 'group-max:h', 'budget'],
  ]);

  it('are found exactly when intervals do not add up, and none of those named is superfluous', () => {
    fc.assert(
      fc.property(grouped, (draw) => {
        const result = allocate(problemWith(draw));
        if (canHold(draw, ALL)) {
          expect(result.status).toBe('optimal');
          return;
        }
        const { conflicting } = infeasible(result);
        expect(canHold(draw, new Set(conflicting))).toBe(false);
        for (const rule of conflicting) {
          expect(canHold(draw, new Set(conflicting.filter((name) => name !== rule)))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
