import { brent, normalCdf } from '../../numerics/index.js';
import { differenceOfEstimates } from '../../statistics/index.js';
import type { IntervalEnds } from '../interval-around.js';
import type { DrawnCases } from '../kinds/sample.js';
import type { ComparedShares, ComparedTimes, NoVariation } from './comparison.js';
import { type Found, noControlGroup, noVariation } from './sides.js';
import { exactWhereFew, type Share } from './test-shares.js';
import { rootOfSquares } from './weighed.js';

type Tested = Pick<ComparedTimes, 'before' | 'after' | 'method'>;

/** A figure that says how sure it is, at any confidence. */
export interface SureValue {
  readonly value: number;
  /** Ends about the value, the wider the higher the confidence. */
  readonly endsAt: (confidence: number) => IntervalEnds;
  /** So many cases would be as sure of it. */
  readonly drawn?: DrawnCases | undefined;
}

/**
 * Figures from 0 to 1 that know how sure they are and have no test of their own: the p-value is 1 less the confidence at which the interval of their difference comes to end
 * at 0, so that it says of 0 what that interval says, at whatever confidence both are looked at. Of few cases it is that of Fisher's test, as of other shares.
 *
 * Source: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702, for the interval.
 */
export function compareByIntervals(
  before: SureValue,
  after: SureValue,
  confidence: number,
  tested: Tested,
): Found<ComparedTimes | ComparedShares | NoVariation> {
  const all = [before.value, after.value];
  if (all.every((value) => value === 0) || all.every((value) => value === 1)) {
    return noVariation(tested, 0);
  }
  const [first, second] = [after, before].map(({ value, endsAt }) => {
    const { low, high } = endsAt(confidence);
    return { value, interval: { low, high, confidence } };
  });
  const { difference, interval } = differenceOfEstimates(first!, second!);
  const reach = difference > 0 ? reachTo0(after, before) : reachTo0(before, after);
  if (reach === null) return noVariation(tested, difference);
  const shown = { ...tested, status: 'compared', difference, interval } as const;
  const [own, other] = [shareOf(after.drawn), shareOf(before.drawn)];
  const exact = own && other && exactWhereFew(own, other);
  if (exact) return { finding: { ...shown, ...exact } as ComparedShares, change: difference };
  return {
    finding: {
      ...shown,
      statistic: Math.sign(difference) * reach + 0,
      pValue: Math.min(1, 2 * normalCdf(-reach)),
      reasons: [noControlGroup()],
    },
    change: difference,
  };
}

/** As a plain share, which it is where no case is open, of so many whole cases as are as sure of it. */
function shareOf(drawn: DrawnCases | undefined): Share | null {
  if (drawn === undefined) return null;
  // Rounded down, but not by the noise of a quotient.
  const n = Math.floor(drawn.n * (1 + 1e-9));
  return n < 1 ? null : { successes: Math.round(drawn.mean * n), n };
}

/** Beyond so many standard errors a confidence is too near to 1 to be told apart from it: from there on an error stays as it is. */
const MOST_ERRORS = 5;
const LEAST_ERRORS = 1e-6;

/** How many standard errors the two figures reach towards each other when the interval of their difference ends at 0; null where neither reaches anywhere. */
function reachTo0(upper: SureValue, lower: SureValue): number | null {
  const difference = upper.value - lower.value;
  if (difference === 0) return 0;
  const armAt = (errors: number): number => {
    const confidence = 1 - 2 * normalCdf(-errors);
    const [below, above] = [upper.endsAt(confidence), lower.endsAt(confidence)];
    return rootOfSquares([upper.value - below.low, above.high - lower.value]);
  };
  const found = brent((errors) => armAt(errors) - difference, LEAST_ERRORS, MOST_ERRORS, SEARCH);
  if (found.status === 'converged') return found.root;
  const errors = armAt(MOST_ERRORS) < difference ? MOST_ERRORS : LEAST_ERRORS;
  const arm = armAt(errors);
  return arm === 0 ? null : (errors * difference) / arm;
}

const SEARCH = Object.freeze({ tolerance: 1e-13, maxIterations: 200 });
