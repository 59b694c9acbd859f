import { describe, expect, it } from 'vitest';
import {
  completeRows,
  estimateMoments,
  findGaps,
  maximumLikelihoodMoments,
  meanReturns,
  pairwiseCovariance,
  sampleCovariance,
  unequalHistories,
} from '../../src/market/index.js';
import fixture from '../fixtures/market/gaps.json' with { type: 'json' };
import { expectAllClose, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const { scattered, unequal } = fixture;

const CALLS = [
  findGaps,
  completeRows,
  pairwiseCovariance,
  unequalHistories,
  maximumLikelihoodMoments,
];

describe('findGaps', () => {
  it('tells whole histories from late ones and from those with gaps anywhere', () => {
    const late = [
      [0.1, null],
      [0.2, 0.3],
    ];
    expect(findGaps([[0.1, 0.2]]).pattern).toBe('complete');
    expect(findGaps(late).pattern).toBe('unequal-beginnings');
    expect(findGaps([...late].reverse()).pattern).toBe('scattered');
    expect(findGaps([[null, 0.1], ...late, [0.4, null]])).toEqual({
      pattern: 'scattered',
      gaps: [
        { row: 0, asset: 0 },
        { row: 1, asset: 1 },
        { row: 3, asset: 1 },
      ],
      missing: [1, 2],
      beginnings: [1, 0],
      completeRows: 1,
    });
    expect(isDeeplyFrozen(findGaps(late))).toBe(true);
  });
});

describe('every policy for gaps', () => {
  it('takes null for a gap and refuses NaN and all else, with the place', () => {
    for (const call of CALLS) {
      const act = (rows: unknown) => () => call(wrong(rows));
      expectRefusal(act([[0.1], [Number.NaN]]), 'not-finite', 'returns[1][0]');
      expectRefusal(act([[0.1], [undefined]]), 'missing-value', 'returns[1][0]');
      expectRefusal(act([[0.1], ['0.2']]), 'invalid-type', 'returns[1][0]');
      expectRefusal(act([[0.1], [1e200]]), 'out-of-range', 'returns[1][0]');
      expectRefusal(act([[0.1], [0.1, 0.2]]), 'length-mismatch', 'returns[1]');
      expectRefusal(act([[0.1], null]), 'missing-value', 'returns[1]');
      expectRefusal(act([[0.1], new Array(1)]), 'missing-value', 'returns[1][0]');
      expectRefusal(act([[]]), 'empty', 'returns[0]');
      expectRefusal(act([]), 'empty', 'returns');
      expectRefusal(act(null), 'missing-value', 'returns');
      expectRefusal(
        act([
          [0.1, null],
          [0.2, null],
        ]),
        'missing-value',
        'returns',
      );
      expectRefusal(act([Float64Array.of(0.1, Number.NaN)]), 'not-finite', 'returns[0][1]');
    }
  });

  it('leaves the rows alone and freezes its result', () => {
    const rows = Object.freeze(unequal.rows.map((row) => Object.freeze([...row])));
    for (const call of CALLS) expect(isDeeplyFrozen(call(rows))).toBe(true);
    expect(rows).toEqual(unequal.rows);
  });
});

describe('completeRows', () => {
  it('says which rows it kept and which it dropped', () => {
    const { returns, kept, dropped } = completeRows(scattered.rows);
    expect(kept.length + dropped.length).toBe(scattered.rows.length);
    expect(returns).toEqual(kept.map((row) => scattered.rows[row]));
    for (const row of dropped) expect(scattered.rows[row]).toContain(null);
  });

  it('may leave nothing', () => {
    const rows = [
      [0.1, null],
      [null, 0.1],
    ];
    expect(completeRows(rows)).toEqual({ returns: [], kept: [], dropped: [0, 1] });
  });
});

describe('pairwiseCovariance', () => {
  it('agrees with pandas on five series with scattered gaps', () => {
    const { pairwise } = scattered;
    const found = pairwiseCovariance(scattered.rows);
    expectAllClose(found.means, pairwise.means);
    expectAllClose(found.covariance, pairwise.covariance);
    expect(found.overlap).toEqual(pairwise.overlap);
    expectAllClose(found.smallestEigenvalue, pairwise.smallestEigenvalue, 1e-12);
    expect(found.positiveSemiDefinite).toBe(true);
    const fewest = Math.min(...pairwise.overlap.flat());
    const [i, j] = found.smallestOverlap.assets;
    expect(found.smallestOverlap.rows).toBe(fewest);
    expect(pairwise.overlap[i]![j]).toBe(fewest);
  });

  it('is the sample covariance where nothing is missing', () => {
    const { returns } = completeRows(scattered.rows);
    const options = { periodsPerYear: 12 };
    const found = pairwiseCovariance(returns, options);
    expectAllClose(found.covariance, sampleCovariance(returns, options));
    expectAllClose(found.means, meanReturns(returns, options));
  });

  it('says when no returns can have such a covariance', () => {
    // On their common rows A moves with B, B with C, but A against C.
    const rows = [
      [-1, -1, null],
      [1, 1, null],
      [null, -1, -1],
      [null, 1, 1],
      [-1, null, 1],
      [1, null, -1],
    ];
    const found = pairwiseCovariance(rows);
    // Own variances 4/3 on four rows, pairs 2 on two: scaled by their variances ±1.5, so the eigenvalues are
    // 1 − 2 · 1.5 and twice 1 + 1.5.
    expectAllClose(found.smallestEigenvalue, -2, 1e-13);
    expect(found.positiveSemiDefinite).toBe(false);
    expect(found.smallestOverlap).toEqual({ assets: [0, 1], rows: 2 });
  });

  it('keeps an asset that never varies apart, and takes a single one', () => {
    const rows = [
      [0.1, 0.2],
      [0.1, 0.4],
      [0.1, null],
    ];
    const found = pairwiseCovariance(rows);
    expect(found.covariance[0]).toEqual([0, 0]);
    expect(found.means[0]).toBe(0.1);
    expect(found.positiveSemiDefinite).toBe(true);
    expect(pairwiseCovariance([[1], [3]]).smallestOverlap).toEqual({ assets: [0, 0], rows: 2 });
  });

  it('refuses a pair that was hardly ever seen together', () => {
    const rows = [
      [0.1, null],
      [0.2, null],
      [0.3, 0.1],
      [null, 0.2],
    ];
    expectRefusal(() => pairwiseCovariance(rows), 'missing-value', 'returns');
  });
});

describe('estimateMoments', () => {
  it('refuses a gap unless a policy is named', () => {
    expectRefusal(() => estimateMoments(unequal.rows), 'missing-value', 'returns[0][1]');
    const act = (missing: unknown) => () =>
      estimateMoments(unequal.rows, { missing: wrong(missing) });
    expectRefusal(act('zero'), 'unknown-value', 'options.missing');
    expectRefusal(() => estimateMoments([[1], [2]], wrong(null)), 'missing-value', 'options');
  });

  it('does what each policy does on its own', () => {
    const options = { periodsPerYear: 12 };
    const by = <M extends string>(missing: M) => ({ ...options, missing });
    const { rows } = unequal;
    expect(estimateMoments(rows, by('pairwise'))).toEqual({
      missing: 'pairwise',
      ...pairwiseCovariance(rows, options),
    });
    expect(estimateMoments(rows, by('unequal-histories'))).toEqual({
      missing: 'unequal-histories',
      ...unequalHistories(rows, options),
    });
    expect(estimateMoments(rows, by('maximum-likelihood'))).toEqual({
      missing: 'maximum-likelihood',
      ...maximumLikelihoodMoments(rows, options),
    });
    const { returns, dropped } = completeRows(rows);
    expect(dropped).toEqual(Array.from({ length: 35 }, (_, row) => row));
    const sample = {
      means: meanReturns(returns, options),
      covariance: sampleCovariance(returns, options),
    };
    expect(estimateMoments(rows, by('complete-rows'))).toEqual({
      missing: 'complete-rows',
      ...sample,
      dropped,
    });
    expect(estimateMoments(returns, options)).toEqual({
      missing: 'refuse',
      ...sample,
      dropped: [],
    });
  });

  it('hands the options of the iteration on, and refuses them where nothing iterates', () => {
    const options = { tolerance: 1e-4, maxIterations: 50 };
    const missing = 'maximum-likelihood';
    const found = estimateMoments(scattered.rows, { missing, ...options });
    expect(found).toEqual({ missing, ...maximumLikelihoodMoments(scattered.rows, options) });
    const few = () => estimateMoments(scattered.rows, { missing, maxIterations: 2 });
    expectRefusal(few, 'no-convergence', 'returns');
    for (const policy of ['refuse', 'complete-rows', 'pairwise', 'unequal-histories'] as const) {
      for (const [name, value] of Object.entries(options)) {
        const act = () => estimateMoments(unequal.rows, { missing: policy, [name]: value });
        expectRefusal(act, 'inconsistent', `options.${name}`);
      }
    }
  });

  it('freezes its result, whatever the policy', () => {
    for (const missing of ['complete-rows', 'pairwise', 'maximum-likelihood'] as const) {
      expect(isDeeplyFrozen(estimateMoments(scattered.rows, { missing }))).toBe(true);
    }
  });

  it('asks for two complete rows', () => {
    const rows = [
      [0.1, null],
      [0.2, 0.3],
      [null, 0.4],
    ];
    const act = () => estimateMoments(rows, { missing: 'complete-rows' });
    expectRefusal(act, 'missing-value', 'returns');
  });
});
