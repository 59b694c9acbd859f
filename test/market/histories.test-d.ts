import { describe, expectTypeOf, it } from 'vitest';
import {
  estimateAssumptions,
  estimateMoments,
  ewmaCovariance,
  exponentialWeights,
  type MissingReturnsOptions,
  returnsFromPrices,
  toLogReturns,
} from '../../src/market/index.js';

describe('types of histories', () => {
  it('keep gaps where there were some, and none where there were none', () => {
    expectTypeOf(toLogReturns([[0.1]])).toEqualTypeOf<readonly (readonly number[])[]>();
    expectTypeOf(toLogReturns([[0.1, null]])).toEqualTypeOf<
      readonly (readonly (number | null)[])[]
    >();
    expectTypeOf(returnsFromPrices([1, 2]).returns).toEqualTypeOf<readonly (number | null)[]>();
  });

  it('ask for a limit where a price is carried forward, and only there', () => {
    returnsFromPrices([1, null], { missing: 'carry-forward', limit: 1 });
    // @ts-expect-error for how long?
    returnsFromPrices([1, null], { missing: 'carry-forward' });
  });

  it('take a decay or a half-life, and a bias only where a mean is subtracted', () => {
    exponentialWeights(5, { halfLife: 3 });
    // @ts-expect-error which of them?
    exponentialWeights(5, { decay: 0.9, halfLife: 3 });
    // @ts-expect-error there is nothing to correct
    ewmaCovariance([[0.1], [0.2]], { decay: 0.9, mean: 'zero', bias: 'kept' });
  });

  it('tell the report of one policy from that of another', () => {
    const rows = [[0.1], [0.2]];
    const found = estimateMoments(rows, { missing: 'pairwise' });
    expectTypeOf(found.means).toEqualTypeOf<readonly number[]>();
    expectTypeOf(found.positiveSemiDefinite).toEqualTypeOf<boolean>();
    const complete = estimateMoments(rows, { missing: 'complete-rows', periodsPerYear: 12 });
    expectTypeOf(complete.dropped).toEqualTypeOf<readonly number[]>();
    // @ts-expect-error only pairwise covariances can fail to be one
    complete.positiveSemiDefinite;
    expectTypeOf(estimateMoments(rows).missing).toEqualTypeOf<'refuse'>();
    expectTypeOf(estimateMoments(rows, { periodsPerYear: 12 }).missing).toEqualTypeOf<'refuse'>();
  });

  it('tell nothing of a policy that is known only when it runs', () => {
    const choose = (options: MissingReturnsOptions) => estimateMoments([[0.1], [0.2]], options);
    const found = choose({ missing: 'pairwise' });
    // @ts-expect-error which policy was it?
    found.dropped;
    if (found.missing === 'complete-rows') {
      expectTypeOf(found.dropped).toEqualTypeOf<readonly number[]>();
    }
  });

  it('take an estimator by name, by options or as a function', () => {
    const history = { assets: ['A'], periods: [1, 2], returns: [[0.1], [0.2]] };
    const options = { asOf: '2026-01-01', source: 'made up' } as const;
    estimateAssumptions(history, { ...options, covariance: { kind: 'ewma', decay: 0.9 } });
    estimateAssumptions(history, { ...options, covariance: () => [[1]], means: () => [0.1] });
    // @ts-expect-error no such estimator
    estimateAssumptions(history, { ...options, covariance: 'best' });
  });
});
