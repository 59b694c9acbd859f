import { describe, expect, it } from 'vitest';
import {
  compileMeanVariance,
  createWorkspace,
  criticalLine,
  meanVarianceWeights,
} from '../../../src/allocation/index.js';
import bailey from '../../fixtures/allocation/bailey-lopez-de-prado.json' with { type: 'json' };
import knownCorners from '../../fixtures/allocation/or-library-corners.json' with { type: 'json' };
import port1 from '../../fixtures/allocation/or-library-port1.json' with { type: 'json' };
import port2 from '../../fixtures/allocation/or-library-port2.json' with { type: 'json' };
import fixture from '../../fixtures/allocation/published.json' with { type: 'json' };
import { exactFrontiers, largerProblems } from '../oracles/frontier-fixtures.js';
import { expectNear, wrong } from '../support.js';
import {
  arraysOf,
  cornerOf,
  cornersOf,
  inner,
  longOnly,
  varianceOf,
  weightsAt,
  weightsAtReturn,
} from './arrays.js';

const bounded = exactFrontiers.filter(({ lower, upper }) =>
  [...lower, ...upper].every((bound) => bound !== null),
);
const solvable = bounded.flatMap(({ expected, ...problem }) =>
  expected.status === 'optimal' ? [{ ...problem, expected }] : [],
);
const infeasible = bounded.filter(({ expected }) => expected.status === 'infeasible');

describe('criticalLine on exact frontiers', () => {
  it.each(solvable)('has the corners of: $name', (one) => {
    const { mean, covariance, expected } = one;
    const line = cornersOf(arraysOf(one));
    expect(line.ridge).toBe(0);
    for (const point of [...expected.corners, ...expected.points]) {
      const weights = weightsAt(line, point.lambda);
      expectNear([inner(mean, weights)], [point.return], 1e-12);
      expectNear([varianceOf(covariance, weights)], [point.variance], 1e-12);
      point.weights.forEach((w, i) => {
        if (w !== null) expectNear([weights[i]!], [w], 1e-10);
      });
    }
    const [first, last] = [expected.corners[0]!, expected.corners.at(-1)!];
    expect(line.riskTolerances[0]).toBeGreaterThanOrEqual(first.lambda * (1 - 1e-12));
    expect(line.riskTolerances.at(-1)).toBe(0);
    expectNear([line.expectedReturns[0]!], [first.return], 1e-12);
    expectNear([line.expectedReturns.at(-1)!], [last.return], 1e-12);
    expectNear([line.variances.at(-1)!], [last.variance], 1e-12);
  });

  it.each(solvable)('agrees with single optima, cold and from a neighbour: $name', (one) => {
    const { mean, covariance, expected } = one;
    const compiled = compileMeanVariance(arraysOf(one));
    const workspace = createWorkspace();
    const points = [...expected.corners, ...expected.points];
    let start: Parameters<typeof meanVarianceWeights>[1] = { riskTolerance: 0 };
    for (const point of points) {
      for (const options of [{}, { ...start, workspace }]) {
        const found = meanVarianceWeights(compiled, { ...options, riskTolerance: point.lambda });
        if (found.status !== 'optimal') throw new Error(found.status);
        const weights = [...found.weights];
        expect(found.residual).toBeLessThan(1e-12);
        expectNear([varianceOf(covariance, weights)], [point.variance], 1e-12);
        start = { riskTolerance: 0, start: found.support };
        if (point.lambda === 0) continue;
        expectNear([inner(mean, weights)], [point.return], 1e-12);
        point.weights.forEach((w, i) => {
          if (w !== null) expectNear([weights[i]!], [w], 1e-10);
        });
      }
    }
  });

  it.each(infeasible)('is infeasible where no weights meet the rules: $name', (one) => {
    const compiled = compileMeanVariance(arraysOf(one));
    expect(criticalLine(compiled)).toEqual({ status: 'infeasible' });
    expect(meanVarianceWeights(compiled, { riskTolerance: 1 })).toEqual({ status: 'infeasible' });
  });

  it.each(largerProblems)('goes through the known optima of: $name', (one) => {
    const line = cornersOf(arraysOf(one));
    for (const point of one.points) {
      const weights = weightsAt(line, point.lambda);
      expectNear(weights, point.weights, 1e-10);
      expectNear([inner(one.mean, weights)], [point.return], 1e-12);
      expectNear([varianceOf(one.covariance, weights)], [point.variance], 1e-12);
    }
  });
});

/** Covariances of a problem of the OR-Library, of which its files have correlations. */
function marketOf({ mean, standardDeviation, correlation }: typeof port1) {
  const covariance = correlation.map((row, i) =>
    row.map((rho, j) => rho * standardDeviation[i]! * standardDeviation[j]!),
  );
  return longOnly(mean, covariance);
}

const markets = [
  { name: 'port1', count: 14, market: marketOf(port1), corners: knownCorners.port1, data: port1 },
  {
    name: 'port2',
    count: 41,
    market: marketOf(wrong(port2)),
    corners: knownCorners.port2,
    data: port2,
  },
];

describe('criticalLine on the OR-Library', () => {
  it.each(markets)('has exactly the $count corners of $name', ({ market, corners, count }) => {
    const line = cornersOf(arraysOf(market));
    expect(line.count).toBe(count);
    corners.forEach(({ lambda, weights, variance, ...point }, k) => {
      const known: Readonly<Record<string, number>> = wrong(weights);
      expectNear(
        cornerOf(line, k),
        market.mean.map((_, i) => known[i] ?? 0),
        1e-11,
      );
      expectNear([line.riskTolerances[k]!], [lambda], 1e-12);
      expectNear([line.expectedReturns[k]!], [point.return], 1e-14);
      expectNear([line.variances[k]!], [variance], 1e-15);
    });
  });

  it.each(markets)('goes through the published frontier of $name', ({ market, data }) => {
    const line = cornersOf(arraysOf(market));
    const highest = line.expectedReturns[0]!;
    const lowest = line.expectedReturns.at(-1)!;
    for (const [expectedReturn, variance] of data.frontier) {
      // Where the variance is least, ten decimals of it leave seven of the return.
      const within = Math.min(highest, Math.max(lowest, expectedReturn!));
      expectNear([within], [expectedReturn!], 5e-8);
      const found = varianceOf(market.covariance, weightsAtReturn(line, within));
      // Half of the variance's last decimal; a unit of the return's, by the slope 2λ.
      expectNear([found], [variance!], 5e-11 + 2 * line.riskTolerances[0]! * 1e-10);
    }
  });
});

describe('criticalLine on published corners', () => {
  it('has the ten turning points of Bailey and López de Prado', () => {
    const line = cornersOf(arraysOf(longOnly(bailey.mean, bailey.covariance)));
    expect(line.count).toBe(10);
    bailey.exact.forEach(({ lambda, weights, variance, ...point }, k) => {
      expectNear(cornerOf(line, k), weights, 1e-12);
      expectNear([line.riskTolerances[k]!], [lambda], 1e-12 * Math.max(1, lambda));
      expectNear([line.expectedReturns[k]!, line.variances[k]!], [point.return, variance], 1e-13);
    });
    // Printed to three decimals; their first point is that of the highest return alone.
    bailey.printed.slice(1).forEach(({ weights, risk, ...point }, k) => {
      expectNear(cornerOf(line, k), weights, 5.01e-4);
      expectNear([line.expectedReturns[k]!], [point.return], 5.01e-4);
      expectNear([Math.sqrt(line.variances[k]!)], [risk], 5.01e-4);
      expectNear([line.riskTolerances[k]!], [point.lambda!], 5.01e-4);
    });
  });

  interface Case {
    readonly id: string;
    readonly kind: string;
    readonly input: {
      readonly mu: readonly number[];
      readonly cov: readonly (readonly number[])[];
      readonly lower?: readonly number[];
      readonly upper?: readonly number[];
    };
    readonly expected: {
      readonly corners: readonly {
        readonly weights: readonly number[];
        readonly lambda_: number;
      }[];
    };
  }
  /** One covariance, printed to a tenth of a per cent, is not positive semi-definite. */
  const cases = (wrong(fixture.cases) as readonly Case[]).filter(
    ({ id, kind }) => kind === 'corner_portfolios' && id !== 'lequant_issue8_asset_classes',
  );

  it.each(cases)('has every corner of $id, and no other', ({ input, expected }) => {
    const { mu, cov, lower, upper } = input;
    const market = longOnly(mu, cov);
    const line = cornersOf(
      arraysOf({ ...market, lower: lower ?? market.lower, upper: upper ?? market.upper }),
    );
    // Sharpe's with the kink at which all weights stay, λ from 11.47 to 11.15.
    expect(line.count).toBe(expected.corners.length);
    expected.corners.forEach(({ weights, lambda_ }, k) => {
      expectNear(cornerOf(line, k), weights, 1e-10);
      expectNear([line.riskTolerances[k]!], [lambda_], 1e-11 * Math.max(1, lambda_));
    });
  });
});
