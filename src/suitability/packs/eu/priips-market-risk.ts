import {
  AptfolioError,
  checkBoolean,
  checkNumber,
  checkObject,
  checkRange,
} from '../../../errors/index.js';
import { checkMoments, type ReturnMoments, returnMoments } from './priips-moments.js';

/** A market risk measure (MRM), from 1 for the least risk to 7. */
export type MarketRiskClass = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The recommended holding period of a product. */
export interface HoldingPeriod {
  /** Its length T in years, above 0. */
  readonly years: number;
  /** The number N of trading periods in it, above 0: 1280 for five years of 256 days. */
  readonly periods: number;
}

/**
 * Computes the value at risk over the holding period in return space, at 97.5 %: a Cornish-Fisher expansion without the mean.
 *
 * @param distribution the moments of the returns per trading period, or the returns themselves; see `returnMoments`.
 * @param periods the number N of trading periods in the recommended holding period, above 0.
 * @returns the logarithm of what is left of the amount invested, so a loss is negative.
 * @throws AptfolioError `not-finite`, `out-of-range` and the like with the path; `out-of-range` at `distribution` where the
 * result is no finite number.
 *
 * Source: Delegated Regulation (EU) 2017/653, Annex II, Part 1, point 12. The official text shows the formula as a picture;
 * its coefficients were read in three published programs that agree, and its result in the example of JC 2017 49.
 *
 * @example
 * ```ts
 * import { valueAtRiskInReturnSpace } from 'aptfolio/suitability/packs/eu';
 *
 * valueAtRiskInReturnSpace({ volatility: 0.01, skew: -0.6, excessKurtosis: 5 }, 756); // => -0.5796607156
 * ```
 */
export function valueAtRiskInReturnSpace(
  distribution: ReturnMoments | readonly number[] | Float64Array,
  periods: number,
): number {
  const n = checkRange(periods, 'periods', { exclusiveMin: 0 });
  const { volatility, skew, excessKurtosis } = readDistribution(distribution);
  const root = Math.sqrt(n);
  const quantile =
    -1.96 + (0.474 * skew) / root - (0.0687 * excessKurtosis) / n + (0.146 * skew * skew) / n;
  const value = volatility * root * quantile - 0.5 * volatility * volatility * n;
  return checkResult(value) + 0;
}

/**
 * Computes the VaR-equivalent volatility (VEV) of a product of category 2: the annual volatility of a normal distribution
 * with the same value at risk.
 *
 * @param distribution the moments of the returns per trading period, or the returns themselves; see `returnMoments`.
 * @returns annual, decimal fraction. With a strong positive skew over few periods it can be below 0, which is class 1.
 * @throws AptfolioError as `valueAtRiskInReturnSpace`; `out-of-range` at `distribution` also where the gain at 97.5 % is so
 * large that no volatility corresponds to it.
 *
 * Source: Delegated Regulation (EU) 2017/653, Annex II, Part 1, points 12 and 13; see `valueAtRiskInReturnSpace`.
 *
 * @example
 * ```ts
 * import { marketRiskMeasure, valueAtRiskEquivalentVolatility } from 'aptfolio/suitability/packs/eu';
 *
 * const daily = { volatility: 0.01, skew: 0, excessKurtosis: 0 };
 * const vev = valueAtRiskEquivalentVolatility(daily, { years: 5, periods: 1260 });
 * vev; // => 0.1587837147
 * marketRiskMeasure(vev); // => 4
 * ```
 */
export function valueAtRiskEquivalentVolatility(
  distribution: ReturnMoments | readonly number[] | Float64Array,
  period: HoldingPeriod,
): number {
  const { years, periods } = checkObject(period, 'period');
  const length = checkRange(years, 'period.years', { exclusiveMin: 0 });
  const n = checkRange(periods, 'period.periods', { exclusiveMin: 0 });
  const valueAtRisk = valueAtRiskInReturnSpace(distribution, n);
  return checkResult((Math.sqrt(3.842 - 2 * valueAtRisk) - 1.96) / Math.sqrt(length)) + 0;
}

/** What else decides the class. */
export interface MarketRiskOptions {
  /** Whether there are only monthly prices, which puts the product one class higher (point 15). Default: no. */
  readonly monthlyPricesOnly?: boolean;
}

/** The least VEV of classes 2 to 7; each belongs to its class. */
const LEAST = [0.005, 0.05, 0.12, 0.2, 0.3, 0.8] as const;

/**
 * Finds the market risk measure of a VaR-equivalent volatility.
 *
 * For category 1 it is 7 without computing, or 6 if only the missing prices put the product there (point 8). How a class is
 * kept over four months while the VEV moves (point 53) is for the caller, who knows the history.
 *
 * @param vev annual, decimal fraction: 0.12 is 12 %.
 * @returns 1 to 7; a bound belongs to the higher class, and no class is above 7.
 * @throws AptfolioError `not-finite`, `invalid-type` and the like with the path.
 *
 * Source: Delegated Regulation (EU) 2017/653, Annex II, Part 1, points 2 and 15, as amended by (EU) 2021/2268, which applies
 * from 1 January 2023 and settles to which class the bounds belong.
 *
 * @example
 * ```ts
 * import { marketRiskMeasure } from 'aptfolio/suitability/packs/eu';
 *
 * [0.0049, 0.005, 0.2999, 0.3].map((vev) => marketRiskMeasure(vev)); // => [1, 2, 5, 6]
 * marketRiskMeasure(0.11, { monthlyPricesOnly: true }); // => 4
 * ```
 */
export function marketRiskMeasure(vev: number, options: MarketRiskOptions = {}): MarketRiskClass {
  const volatility = checkNumber(vev, 'vev');
  const { monthlyPricesOnly = false } = checkObject(options, 'options');
  const more = checkBoolean(monthlyPricesOnly, 'options.monthlyPricesOnly') ? 1 : 0;
  const reached = LEAST.filter((least) => volatility >= least).length;
  return Math.min(1 + reached + more, 7) as MarketRiskClass;
}

function readDistribution(
  distribution: ReturnMoments | readonly number[] | Float64Array,
): ReturnMoments {
  if (Array.isArray(distribution) || distribution instanceof Float64Array) {
    return returnMoments(distribution);
  }
  return checkMoments(distribution, 'distribution');
}

function checkResult(value: number): number {
  if (Number.isFinite(value)) return value;
  const expected = 'a distribution for which the formula has a finite value';
  throw new AptfolioError('out-of-range', 'distribution', expected);
}
