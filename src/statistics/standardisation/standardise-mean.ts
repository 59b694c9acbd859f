import { at, checkInteger, checkNumber, checkRange } from '../../errors/index.js';
import { borrowedDeviations } from '../borrowed-deviations.js';
import { type ConfidenceOptions, readConfidence, studentInterval } from '../interval.js';
import { orderedSum } from '../ordered-sum.js';
import { finite } from '../sample.js';
import { lengthOf } from '../scale.js';
import { welchDegrees } from '../welch.js';
import { missingStrata, readShares, type Standardised, type StandardStratum } from './strata.js';

/** The cases of one stratum, summed up. */
export interface MeanStratum extends StandardStratum {
  /** At least 0; a stratum with a weight needs two. */
  readonly n: number;
  /** Needed from one case on. */
  readonly mean?: number;
  /** Sample variance (over n − 1), at least 0; needed from two cases on. */
  readonly variance?: number;
}

/**
 * The mean a group would have with a standard mix of strata (direct standardisation), with the t interval of Welch and
 * Satterthwaite (method `welch-t`); a single point if no stratum varies. A stratum of which all cases are alike takes the variance of all strata together: of five
 * answers that are the same nobody knows that the next one is.
 *
 * @param strata each with a unique id; at least one weight above 0. A stratum of weight 0 only enters `crude`.
 * @returns `standardised`; `missing-strata` where a stratum with a weight has fewer than two cases.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range`, `empty` or `duplicate-id` with a path
 * such as `strata[2].mean`.
 *
 * Source: W. G. Cochran, Sampling Techniques, 3rd ed. (1977), sections 5.3 and 5.4; F. E. Satterthwaite, Biometrics Bulletin
 * 2 (1946) 110–114.
 *
 * @example
 * ```ts
 * import { standardiseMean } from 'aptfolio/statistics';
 *
 * const result = standardiseMean([
 *   { id: 'branch', weight: 1, n: 40, mean: 8, variance: 4 },
 *   { id: 'app', weight: 3, n: 60, mean: 6, variance: 9 },
 * ]);
 * result.value; // => 6.5
 * result.crude; // => 6.8
 * ```
 */
export function standardiseMean(
  strata: readonly MeanStratum[],
  options: ConfidenceOptions = {},
): Standardised {
  const shares = readShares(strata);
  const cells = strata.map((stratum, i) => readCell(stratum, at('strata', i)));
  const confidence = readConfidence(options);
  const missing = missingStrata(strata, shares, (i) => cells[i]!.n >= 2);
  if (missing !== undefined) return missing;
  const cases = cells.reduce((sum, { n }) => sum + n, 0);
  const used = cells
    .map((cell, i) => ({ ...cell, share: shares[i]! }))
    .filter(({ share }) => share > 0);
  const value = finite(orderedSum(used.map(({ share, mean }) => share * mean)), 'strata');
  const crude = orderedSum(cells.map(({ n, mean }) => (n / cases) * mean));
  const deviations = borrowedDeviations(
    used.map(({ n, variance }) => ({ n, deviation: Math.sqrt(variance) })),
  );
  const errors = used.map(({ share, n }, i) => share * (deviations[i]! / Math.sqrt(n)));
  const error = {
    standardError: lengthOf(errors),
    degreesOfFreedom: welchDegrees(
      errors,
      used.map(({ n }) => n),
    ),
  };
  return Object.freeze({
    status: 'standardised',
    value,
    crude: finite(crude, 'strata'),
    interval: studentInterval(value, error, confidence, 'welch-t', 'strata'),
  });
}

function readCell(stratum: MeanStratum, path: string) {
  const n = checkInteger(stratum.n, at(path, 'n'), { min: 0 });
  const mean = n === 0 ? 0 : checkNumber(stratum.mean, at(path, 'mean'));
  const variance = n < 2 ? 0 : checkRange(stratum.variance, at(path, 'variance'), { min: 0 });
  return { n, mean, variance };
}
