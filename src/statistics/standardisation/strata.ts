import { AptfolioError, at, checkRange, checkUniqueIds } from '../../errors/index.js';
import type { Interval } from '../interval.js';
import { orderedSum } from '../ordered-sum.js';

/** One stratum of a standard mix. */
export interface StandardStratum {
  readonly id: string;
  /** Share or size of the stratum in the standard mix, at least 0; the weights need not sum to 1. */
  readonly weight: number;
}

/** A figure as it would be with the standard mix of strata. */
export type Standardised =
  | {
      readonly status: 'standardised';
      readonly value: number;
      /** The figure with the mix as it is. */
      readonly crude: number;
      /** Of the standardised value. */
      readonly interval: Interval;
    }
  /** Strata that the standard mix has, but in which too little was seen. */
  | { readonly status: 'missing-strata'; readonly strata: readonly string[] };

/** Checks ids and weights, and returns the weights as shares of 1. */
export function readShares(strata: readonly StandardStratum[]): readonly number[] {
  checkUniqueIds(strata, 'strata');
  if (strata.length === 0) throw new AptfolioError('empty', 'strata', 'at least one stratum');
  const weights = strata.map(({ weight }, i) =>
    checkRange(weight, at(at('strata', i), 'weight'), { min: 0, max: 1e100 }),
  );
  const total = orderedSum(weights);
  if (total === 0) throw new AptfolioError('out-of-range', 'strata', 'at least one weight above 0');
  return weights.map((weight) => weight / total);
}

/** The outcome that names the strata with a weight and too little evidence; `undefined` if there is none. */
export function missingStrata(
  strata: readonly StandardStratum[],
  shares: readonly number[],
  enough: (index: number) => boolean,
): Extract<Standardised, { readonly status: 'missing-strata' }> | undefined {
  const missing = strata.filter((_, i) => shares[i]! > 0 && !enough(i)).map(({ id }) => id);
  if (missing.length === 0) return undefined;
  return Object.freeze({ status: 'missing-strata', strata: Object.freeze(missing) });
}
