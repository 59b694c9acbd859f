import { AptfolioError, at } from '../../errors/index.js';
import { brent, exp, log } from '../../numerics/index.js';
import { type Count, checkCount } from '../count.js';
import { type ConfidenceOptions, readConfidence } from '../interval.js';
import { makeRatio, type RatioEstimate } from '../ratio-estimate.js';
import {
  type Margins,
  type Summary,
  summariseAt,
  supportOf,
  visitWeights,
} from './hypergeometric.js';

/** What the exact comparison of two proportions showed. */
export type FisherExactTest =
  | {
      readonly status: 'tested';
      /** Two-sided: all tables with these margins that are at most as likely. */
      readonly pValue: number;
      /** Conditional maximum-likelihood estimate and exact interval, of method `fisher-exact`. */
      readonly oddsRatio: RatioEstimate;
      readonly method: 'fisher-exact';
    }
  /** Every case of both groups came out alike. */
  | { readonly status: 'no-variation' };

/**
 * Tests exactly whether two independent proportions differ: Fisher's exact test, two-sided, with the conditional
 * estimate of the odds ratio and its exact interval.
 *
 * For small counts, where the z test's normal approximation is poor. Test, estimate and interval are those of R's
 * `fisher.test`, which stops at the fourth digit of estimate and interval; here they are sure to the tenth.
 *
 * @param first counts of the first group.
 * @param second counts of the second group; the odds ratio is first over second.
 * @returns `tested`, or `no-variation` if all cases of both groups are successes or all are failures.
 * @throws AptfolioError `missing-value`, `invalid-type` or `out-of-range` with a path such as `first.successes`; also for a
 * group of more than 10⁹ cases, where `twoProportionTest` is as sure.
 *
 * Source: R. A. Fisher, Statistical Methods for Research Workers, 5th ed. (1934), section 21.02; J. Cornfield,
 * Proceedings of the Third Berkeley Symposium 4 (1956) 135–148, for the interval.
 *
 * @example
 * ```ts
 * import { fisherExactTest } from 'aptfolio/statistics';
 *
 * const test = fisherExactTest({ successes: 3, n: 4 }, { successes: 1, n: 4 });
 * test.pValue; // => 0.4857142857142857
 * test.oddsRatio.value; // => 6.4083196582
 * ```
 */
export function fisherExactTest(
  first: Count,
  second: Count,
  options: ConfidenceOptions = {},
): FisherExactTest {
  const a = readGroup(first, 'first');
  const b = readGroup(second, 'second');
  const confidence = readConfidence(options);
  const margins = { first: a.n, second: b.n, successes: a.successes + b.successes };
  const { low, high } = supportOf(margins);
  if (low === high) return Object.freeze({ status: 'no-variation' });
  return Object.freeze({
    status: 'tested',
    pValue: twoSided(margins, a.successes),
    oddsRatio: conditionalRatio(margins, a.successes, confidence),
    method: 'fisher-exact',
  });
}

/** The steps of all sums grow with the square root of the cases. */
const MOST_CASES = 1e9;

function readGroup(value: Count, path: string): Count {
  const count = checkCount(value, path);
  if (count.n <= MOST_CASES) return count;
  throw new AptfolioError('out-of-range', at(path, 'n'), `at most ${MOST_CASES} cases`, count.n);
}

/** As R: a probability within 1e-7 of the observed one counts as equally likely. */
const ALIKE = 1 + 1e-7;

/** Weights below this could leave the range of a double. */
const SMALLEST = 1e-300;

function twoSided(margins: Margins, x: number): number {
  let observed = 0;
  visitWeights(margins, 1, SMALLEST, (at, weight) => {
    if (at === x) observed = weight * ALIKE;
  });
  let [total, rare] = [0, 0];
  visitWeights(margins, 1, SMALLEST, (_, weight) => {
    total += weight;
    if (weight <= observed) rare += weight;
  });
  return Math.min(1, rare / total);
}

function conditionalRatio(margins: Margins, x: number, confidence: number): RatioEstimate {
  const { low, high } = supportOf(margins);
  const tail = (1 - confidence) / 2;
  const oddsWhere = (excess: (summary: Summary) => number): number =>
    exp(logOddsWhere((odds) => excess(summariseAt(margins, odds, x)), startAt(margins, x)));
  const value = x === low || x === high ? 0 : oddsWhere(({ mean }) => mean - x);
  const lowest = x === low ? 0 : oddsWhere(({ from }) => from - tail);
  const highest = x === high ? undefined : oddsWhere(({ upTo }) => tail - upTo);
  return makeRatio(value, lowest, highest, confidence, 'fisher-exact');
}

/** The logarithm of the odds at which a function that grows with them is 0. */
function logOddsWhere(excess: (odds: number) => number, { logOdds, error }: Start): number {
  const excessAt = (value: number): number => excess(exp(value));
  let [low, high] = [logOdds - 2 * error, logOdds + 2 * error];
  for (let step = error; excessAt(low) > 0; step *= 2) low -= step;
  for (let step = error; excessAt(high) < 0; step *= 2) high += step;
  const found = brent(excessAt, low, high, { tolerance: 1e-14, maxIterations: 300 });
  return found.status === 'converged' ? found.root : logOdds;
}

interface Start {
  readonly logOdds: number;
  readonly error: number;
}

/** The plain log odds ratio and its standard error, half a case added to each cell. */
function startAt({ first, second, successes }: Margins, x: number): Start {
  const other = successes - x;
  const [a, b, c, d] = [x + 0.5, first - x + 0.5, other + 0.5, second - other + 0.5];
  return { logOdds: log((a / b) * (d / c)), error: Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d) };
}
