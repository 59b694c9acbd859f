import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkVector,
} from '../errors/index.js';
import { checkCovariance, type MatrixLike } from '../market/index.js';

/** What a portfolio is worth to the client: expected return less a charge for its variance. */
export interface UtilityInputs {
  /** The order in which returns and covariance stand; every class of the universe is among them. */
  readonly assetClasses: readonly string[];
  /** Annual, decimal fraction. */
  readonly expectedReturn: readonly number[];
  /** Annual, n × n, symmetric and positive semi-definite. */
  readonly covariance: MatrixLike;
  /** λ of μ'w − (λ/2)·w'Σw, zero or more. */
  readonly riskAversion: number;
  /**
   * `none` (the default): returns are compared before what products charge year by year; `annual`: after each product's annual fee and the
   * performance fee that is to be expected, as `yearlyCharge` has them for the return of the classes inside.
   */
  readonly charges?: 'none' | 'annual';
}

/** The checked utility over the asset classes of a universe, in its order. Free money earns nothing and has no risk. */
export interface Utility {
  readonly size: number;
  readonly mean: Float64Array;
  /** Row-major. */
  readonly covariance: Float64Array;
  readonly riskAversion: number;
  readonly charges: 'none' | 'annual';
}

/** Checks the inputs of a utility against the asset classes that products are made of. */
export function compileUtility(
  inputs: UtilityInputs,
  universeClasses: readonly string[],
  path: string,
): Utility {
  checkObject(inputs, path);
  const given = checkClasses(inputs.assetClasses, universeClasses, at(path, 'assetClasses'));
  const expected = checkVector(inputs.expectedReturn, at(path, 'expectedReturn'), given.length);
  const matrix = checkCovariance(inputs.covariance, at(path, 'covariance'), given.length);
  const place = universeClasses.map((id) => given.indexOf(id));
  return {
    size: universeClasses.length,
    mean: Float64Array.from(place, (i) => expected[i]!),
    covariance: Float64Array.from(
      place.flatMap((i) => place.map((j) => matrix[i * given.length + j]!)),
    ),
    riskAversion: checkRange(inputs.riskAversion, at(path, 'riskAversion'), { min: 0 }),
    charges: checkOneOf(inputs.charges ?? 'none', at(path, 'charges'), ['none', 'annual'] as const),
  };
}

/** μ'w − (λ/2)·w'Σw: the certainty-equivalent annual return of class weights before charges, decimal fraction. */
export function utilityOf(utility: Utility, weights: Float64Array): number {
  return (
    expectedReturnOf(utility, weights) - (utility.riskAversion / 2) * varianceOf(utility, weights)
  );
}

/** μ'w, annual, decimal fraction. */
export function expectedReturnOf({ mean, size }: Utility, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += mean[i]! * weights[i]!;
  return sum;
}

/** w'Σw, annual, at least 0. */
export function varianceOf({ covariance, size }: Utility, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    let row = 0;
    for (let j = 0; j < size; j++) row += covariance[i * size + j]! * weights[j]!;
    sum += weights[i]! * row;
  }
  return Math.max(0, sum);
}

function checkClasses(
  value: unknown,
  universeClasses: readonly string[],
  path: string,
): readonly string[] {
  const seen = new Set<string>();
  checkList<unknown>(value, path).forEach((one, i) => {
    const id = checkText(one, at(path, i));
    if (seen.has(id)) {
      throw new AptfolioError('duplicate-id', at(path, i), 'an asset class not named before', id);
    }
    seen.add(id);
  });
  for (const id of universeClasses) {
    if (seen.has(id)) continue;
    throw new AptfolioError('unknown-id', path, `a list with the asset class ${id}`, value);
  }
  return [...seen];
}
