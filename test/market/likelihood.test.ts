import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCovariance,
  estimateMoments,
  maximumLikelihoodMoments,
  meanReturns,
  sampleCovariance,
  unequalHistories,
} from '../../src/market/index.js';
import fixture from '../fixtures/market/gaps.json' with { type: 'json' };
import unbounded from '../fixtures/market/unbounded-likelihood.json' with { type: 'json' };
import { annualReturns, expectAllClose, expectRefusal, isDeeplyFrozen } from './support.js';

const { cement, scattered, unequal } = fixture;

const rounded = (value: number) => Math.round(value * 1000) / 1000;

describe('maximumLikelihoodMoments', () => {
  it('finds the published estimates of Rubin’s example', () => {
    // Little and Rubin, Statistical Analysis with Missing Data: 13 observations of five variables.
    const { means, covariance } = maximumLikelihoodMoments(cement.rows);
    expect(means.map(rounded)).toEqual([6.655, 49.965, 11.769, 27.047, 95.423]);
    expect(covariance.map((row) => rounded(row[4]!))).toEqual([
      46.953, 195.604, -47.556, -190.598, 208.905,
    ]);
  });

  it.each([
    ['cement', cement],
    ['scattered gaps', scattered],
    ['unequal beginnings', unequal],
  ])('finds the maximum that SciPy finds without EM: %s', (_, one) => {
    const found = maximumLikelihoodMoments(one.rows, { tolerance: 1e-12 });
    expectAllClose(found.means, one.means, 1e-8);
    expectAllClose(found.covariance, one.covariance, 1e-8);
    expectAllClose(found.logLikelihood, one.logLikelihood, 1e-10);
    expect(found.change).toBeLessThanOrEqual(1e-12);
  });

  it('gives the plain moments of a complete panel, with the divisor n', () => {
    const { returns } = annualReturns();
    const options = { periodsPerYear: 12 };
    const found = maximumLikelihoodMoments(returns, options);
    expect(found.iterations).toBe(2);
    expectAllClose(found.means, meanReturns(returns, options));
    const expected = sampleCovariance(returns, options).map((row) => row.map((v) => (v * 97) / 98));
    expectAllClose(found.covariance, expected);
  });

  it('takes cash that never varies, and rows in which nothing was seen', () => {
    const rows = unequal.rows.map((row, t) => [...row, t % 3 === 0 ? null : 0.01]);
    const found = maximumLikelihoodMoments([...rows, row(6)], { tolerance: 1e-12 });
    expectAllClose(found.means, [...unequal.means, 0.01], 1e-8);
    expect(found.covariance[5]).toEqual([0, 0, 0, 0, 0, 0]);
    expectAllClose(found.logLikelihood, unequal.logLikelihood, 1e-10);
  });

  it('says when it did not get there', () => {
    const act = () => maximumLikelihoodMoments(scattered.rows, { maxIterations: 3 });
    expectRefusal(act, 'no-convergence', 'returns');
    const loose = maximumLikelihoodMoments(scattered.rows, { tolerance: 0.01 });
    expect(loose.iterations).toBeGreaterThan(1);
    expect(loose.logLikelihood).toBeLessThan(scattered.logLikelihood);
  });

  it('refuses returns for which the likelihood has no maximum', () => {
    const twins = [
      [0.1, 0.1],
      [0.2, 0.2],
      [0.4, 0.4],
      [0.5, null],
    ];
    const few = [
      [0.1, 0.5, 0.2],
      [0.2, 0.1, 0.9],
    ];
    for (const rows of [twins, few]) {
      expectRefusal(() => maximumLikelihoodMoments(rows), 'not-positive-definite', 'returns');
    }
  });

  it.each([0.01, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12])(
    'refuses, whatever the tolerance, rows on a line that the others cannot hold open: %f',
    (tolerance) => {
      // With B = A the residual variance can go to 0: the two complete rows' density grows without bound, that of the others does not.
      const onLine = [
        [0, 0],
        [1, 1],
        [0.5, null],
        [0.2, null],
        [null, 0.9],
        [null, 0.1],
      ];
      const act = () => maximumLikelihoodMoments(onLine, { tolerance });
      expectRefusal(act, 'not-positive-definite', 'returns');
    },
  );

  it.each(unbounded.cases)(
    'refuses, whatever the tolerance, half a panel on which NumPy climbs without end',
    ({ rows, logLikelihoods }) => {
      expect([...logLikelihoods].sort((a, b) => a - b)).toEqual(logLikelihoods);
      for (const tolerance of unbounded.tolerances) {
        const act = () => maximumLikelihoodMoments(rows, { tolerance });
        expectRefusal(act, 'not-positive-definite', 'returns');
      }
      const act = () => estimateMoments(rows, { missing: 'maximum-likelihood' });
      expectRefusal(act, 'not-positive-definite', 'returns');
    },
  );

  it('does not stop where a small eigenvalue is still on its way down', () => {
    // By the changes alone EM would stop 11.8 below the maximum.
    const loose = maximumLikelihoodMoments(cement.rows, { tolerance: 0.01 });
    expect(cement.logLikelihood - loose.logLikelihood).toBeLessThan(2);
  });

  it('takes assets that are all but one and the same', () => {
    // B − A is ±3e-6 beside ±1, so the smallest eigenvalue of the correlations is about 9e-12 / 2, and the last two A are known from B.
    const signs = [1, -1];
    const rows: (number | null)[][] = signs.flatMap((a) =>
      signs.flatMap((gap) => [
        [a, a + gap * 3e-6],
        [a, a + gap * 3e-6],
      ]),
    );
    for (const tolerance of [1e-4, 1e-10]) {
      const all = [...rows, [null, 1], [null, -1]];
      const { covariance } = maximumLikelihoodMoments(all, { tolerance });
      const [first = [], second = []] = covariance;
      expectAllClose(second[1], 1, 1e-9);
      // Regression on B: what is left of A has the variance of the gap, up to what the iteration leaves open, 1/(2 · 10).
      expectAllClose((first[0]! - first[1]! * (first[1]! / second[1]!)) / 9e-12, 1, 0.05);
    }
  });

  it('refuses options that are none', () => {
    const act = (options: object) => () => maximumLikelihoodMoments(scattered.rows, options);
    expectRefusal(act({ tolerance: 0 }), 'out-of-range', 'options.tolerance');
    expectRefusal(act({ tolerance: '1' }), 'invalid-type', 'options.tolerance');
    expectRefusal(act({ maxIterations: 0 }), 'out-of-range', 'options.maxIterations');
    expectRefusal(act({ maxIterations: 1.5 }), 'invalid-type', 'options.maxIterations');
    expectRefusal(act({ periodsPerYear: -1 }), 'out-of-range', 'options.periodsPerYear');
  });
});

describe('unequalHistories', () => {
  it('finds the maximum that SciPy finds, without iterating', () => {
    const found = unequalHistories(unequal.rows);
    expectAllClose(found.means, unequal.means, 1e-9);
    expectAllClose(found.covariance, unequal.covariance, 1e-9);
    expect(found.beginnings).toEqual([0, 20, 0, 20, 35]);
  });

  it('finds the published estimates of Rubin’s example read backwards', () => {
    const found = unequalHistories([...cement.rows].reverse());
    expect(found.means.map(rounded)).toEqual([6.655, 49.965, 11.769, 27.047, 95.423]);
    expectAllClose(found.covariance, cement.covariance, 1e-8);
  });

  it('gives the plain moments of a complete panel, with the divisor n', () => {
    const { returns } = annualReturns();
    const found = unequalHistories(returns, { periodsPerYear: 12 });
    expectAllClose(found.means, meanReturns(returns, { periodsPerYear: 12 }));
    const sample = sampleCovariance(returns, { periodsPerYear: 12 });
    expectAllClose(
      found.covariance,
      sample.map((row) => row.map((v) => (v * 97) / 98)),
    );
  });

  it('takes cash that never varies', () => {
    const found = unequalHistories(unequal.rows.map((row) => [0.01, ...row]));
    expectAllClose(found.means, [0.01, ...unequal.means], 1e-9);
    expect(found.covariance[0]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('refuses a gap after a beginning, with its place', () => {
    const rows = unequal.rows.map((row) => [...row]);
    rows[50]![1] = null;
    expectRefusal(() => unequalHistories(rows), 'missing-value', 'returns[50][1]');
  });

  it('refuses a history too short for its regression', () => {
    // Two earlier assets: a third needs four returns.
    const rows = [0.1, -0.2, 0.3, 0.4, -0.1, 0.2].map((r, t) => [r, r * r, t < 3 ? null : r / 2]);
    expectRefusal(() => unequalHistories(rows), 'missing-value', 'returns');
  });

  it('refuses what the shorter time cannot tell', () => {
    const still = [0.1, 0.2, 0, 0, 0, 0].map((r, t) => [r, t < 2 ? null : t / 10]);
    expectRefusal(() => unequalHistories(still), 'not-positive-definite', 'returns');
    const twins = [0.1, 0.2, 0.4, 0.3, -0.1, 0.7, 0.2].map((r, t) => [
      r,
      t === 0 ? 0.5 : 2 * r,
      t < 2 ? null : t / 10,
    ]);
    expectRefusal(() => unequalHistories(twins), 'not-positive-definite', 'returns');
  });
});

/** A row of so many gaps. */
function row(length: number): readonly null[] {
  return Array.from({ length }, () => null);
}

describe('moments of panels with gaps', () => {
  const change = fc.integer({ min: -9000, max: 9000 }).map((n) => n / 10_000);
  const panel = fc.array(fc.tuple(change, change, change), { minLength: 14, maxLength: 25 });
  const late = fc
    .tuple(panel, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
    .map(([rows, second, third]) =>
      rows.map(([a, b, c], t) => [a, t < second ? null : b, t < third ? null : c]),
    )
    .filter((rows) => {
      // Hardly any draw has columns so alike that a regression would fail.
      const whole = rows.slice(5) as number[][];
      const spread = (i: number) => new Set(whole.map((r) => r[i])).size;
      return [0, 1, 2].every((i) => spread(i) > 5);
    });

  it('are the same by regression and by EM when histories begin late, and a covariance', () => {
    fc.assert(
      fc.property(late, (rows) => {
        const closed = unequalHistories(rows);
        const iterated = maximumLikelihoodMoments(rows, { tolerance: 1e-13 });
        expectAllClose(iterated.means, closed.means, 1e-8);
        expectAllClose(iterated.covariance, closed.covariance, 1e-8);
        expect([...checkCovariance(closed.covariance, 'S', 3)]).toEqual(closed.covariance.flat());
        expect(isDeeplyFrozen(iterated)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('do not care in which order the periods come', () => {
    fc.assert(
      fc.property(late, (rows) => {
        const found = maximumLikelihoodMoments(rows, { tolerance: 1e-12 });
        const reversed = maximumLikelihoodMoments([...rows].reverse(), { tolerance: 1e-12 });
        expectAllClose(reversed.means, found.means, 1e-9);
        expectAllClose(reversed.covariance, found.covariance, 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('follow the assets when those change places', () => {
    fc.assert(
      fc.property(late, (rows) => {
        const found = unequalHistories(rows);
        const turned = unequalHistories(rows.map((r) => [...r].reverse()));
        expectAllClose([...turned.means].reverse(), found.means, 1e-9);
        const back = [...turned.covariance].reverse().map((r) => [...r].reverse());
        expectAllClose(back, found.covariance, 1e-9);
      }),
      { numRuns: 40 },
    );
  });
});
