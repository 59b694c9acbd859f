import { dyadicSum, roundedRatio } from '../exact-ratio.js';
import { addExactly, exactSum } from '../exact-sum.js';
import type { QuantileSketchDraft } from './draft.js';
import { casesOf } from './steps.js';

/** The mean of the closed cases, or that there are none. */
export type SketchMean =
  | { readonly status: 'empty' }
  /** The double nearest to the exact mean of `n` closed cases. Where cases are open it is too low: those that take long are missing. */
  | { readonly status: 'found'; readonly value: number; readonly n: number };

/** The mean of the closed cases, rounded once. */
export function meanOfCases(draft: QuantileSketchDraft): SketchMean {
  const n = casesOf(draft).closed;
  if (n === 0) return Object.freeze({ status: 'empty' });
  const sum = exactSum.init();
  for (const time of draft.closed) addExactly(sum, time);
  const { digits, scale } = dyadicSum(exactSum.encode(draft.binned?.sum ?? sum));
  return Object.freeze({ status: 'found', value: roundedRatio(digits, BigInt(n), scale), n });
}
