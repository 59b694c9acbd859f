import { type PlainDate, parsePlainDate } from '../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkRange,
  checkText,
  checkVector,
  type NumberRange,
} from '../errors/index.js';
import type { CurrencyCode } from '../money/index.js';
import {
  type AssetClassDetails,
  type ReturnKind,
  readProvenance,
} from './assumptions/provenance.js';
import { arithmeticFromGeometric } from './assumptions/return-kind.js';
import { covarianceFromCorrelation } from './correlation.js';
import { checkCorrelation } from './matrix.js';
import { LARGEST } from './moments.js';

/** A bank's view of its asset classes: dated, authored, and plain data. */
export interface CapitalMarketAssumptions {
  /** The day for which the view holds. */
  readonly asOf: PlainDate;
  /** Who made it, or from which data. */
  readonly source?: string;
  /** Who answers for it. */
  readonly author?: string;
  /** The first day on which it may be used. */
  readonly validFrom?: PlainDate;
  /** The last day on which it may be used. */
  readonly validUntil?: PlainDate;
  /** Over how many years the returns are expected. */
  readonly horizonYears?: number;
  /** The currency in which the returns are measured. */
  readonly currency?: CurrencyCode;
  /** What `expectedReturn` holds: arithmetic means, as where this is left out, or geometric ones, the growth a year. */
  readonly returnKind?: ReturnKind;
  /** The asset classes, each named once; the other fields follow this order. */
  readonly assetClasses: readonly string[];
  /** Mean returns, annual, decimal fractions above −1; arithmetic unless `returnKind` says otherwise. */
  readonly expectedReturn: readonly number[];
  /** Standard deviations of return, annual, decimal fractions of at least 0. */
  readonly volatility: readonly number[];
  /** n × n: symmetric, 1 on the diagonal, positive semi-definite. */
  readonly correlation: readonly (readonly number[])[];
  /** More about a class, by its name. */
  readonly classDetails?: Readonly<Record<string, AssetClassDetails>>;
}

/** What mean returns may be. */
export const RETURN_RANGE: NumberRange = Object.freeze({ exclusiveMin: -1, max: LARGEST });

/** What volatilities may be. */
export const VOLATILITY_RANGE: NumberRange = Object.freeze({ min: 0, max: LARGEST });

/** Checked assumptions with their covariance, ready for use with many clients. Their returns are always arithmetic. */
export interface CompiledAssumptions extends CapitalMarketAssumptions {
  /** n × n: volatility_i · volatility_j · correlation_ij. */
  readonly covariance: readonly (readonly number[])[];
}

/**
 * Checks capital-market assumptions and works out their covariance. Geometric returns become arithmetic
 * (`arithmeticFromGeometric`).
 *
 * A correlation that rounding alone parts from 1 on the diagonal or from ±1 elsewhere (by at most 1e-12) is taken, and set to that.
 *
 * Throws `not-symmetric`, `out-of-range` or `not-positive-definite` (with the offending eigenvalue) for
 * a correlation that no returns can have, and names the field for every other fault. It stops at the first; `lintAssumptions` finds all.
 *
 * @example
 * ```ts
 * import { compileAssumptions } from 'aptfolio/market';
 *
 * const compiled = compileAssumptions({
 *   asOf: '2026-03-02',
 *   assetClasses: ['BOND', 'EQUITY'],
 *   expectedReturn: [0.03, 0.07],
 *   volatility: [0.05, 0.2],
 *   correlation: [[1, 0.1], [0.1, 1]],
 * });
 * compiled.covariance; // => [[0.0025, 0.001], [0.001, 0.04]]
 * ```
 */
export function compileAssumptions(assumptions: CapitalMarketAssumptions): CompiledAssumptions {
  const given = checkObject(assumptions, 'assumptions');
  const asOf = parsePlainDate(given.asOf, 'assumptions.asOf');
  const assetClasses = checkNames(given.assetClasses, 'assumptions.assetClasses');
  const n = assetClasses.length;
  const expectedReturn = checkEach(
    given.expectedReturn,
    'assumptions.expectedReturn',
    n,
    RETURN_RANGE,
  );
  const volatility = checkEach(given.volatility, 'assumptions.volatility', n, VOLATILITY_RANGE);
  const correlation = checkCorrelation(given.correlation, 'assumptions.correlation', n);
  const { returnKind, classDetails, ...provenance } = readProvenance(given, asOf, assetClasses);
  return Object.freeze({
    asOf,
    ...provenance,
    ...(returnKind === undefined ? {} : { returnKind: 'arithmetic' as const }),
    assetClasses,
    expectedReturn:
      returnKind === 'geometric' ? toArithmetic(expectedReturn, volatility) : expectedReturn,
    volatility,
    correlation,
    ...(classDetails === undefined ? {} : { classDetails }),
    covariance: covarianceFromCorrelation(volatility, correlation),
  });
}

function toArithmetic(
  returns: readonly number[],
  volatility: readonly number[],
): readonly number[] {
  return Object.freeze(returns.map((value, i) => arithmeticFromGeometric(value, volatility[i]!)));
}

/** Names of asset classes: texts, at least one, none twice. Returns a frozen copy. */
export function checkNames(value: unknown, path: string): readonly string[] {
  const names = checkList<unknown>(value, path, { minLength: 1 });
  const seen = new Set<string>();
  // Array.from turns the holes of a sparse list into undefined, which the check then refuses.
  Array.from(names).forEach((name, index) => {
    const text = checkText(name, at(path, index));
    if (seen.has(text)) {
      throw new AptfolioError('duplicate-id', at(path, index), 'a name not used before', text);
    }
    seen.add(text);
  });
  return Object.freeze([...seen]);
}

function checkEach(
  value: unknown,
  path: string,
  length: number,
  range: NumberRange,
): readonly number[] {
  const numbers = Array.from(checkVector(value, path, length), (number, index) =>
    checkRange(number, at(path, index), range),
  );
  return Object.freeze(numbers);
}
