import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkRange,
  checkText,
  checkVector,
} from '../errors/index.js';
import { checkCovariance, type MatrixLike } from '../market/index.js';
import { neumaierSum } from '../numerics/index.js';

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
}

/** Class weights by asset class; a class that is not named is 0. */
export type ClassWeights = Readonly<Record<string, number>>;

/** The checked utility, and the covariance behind it. */
export interface Utility {
  /** Certainty-equivalent annual return, decimal fraction. */
  of(weights: ClassWeights): number;
  /** a'Σb, annual. */
  covariance(a: ClassWeights, b: ClassWeights): number;
}

/** Checks the inputs of a utility against the asset classes that products are made of. */
export function compileUtility(
  inputs: UtilityInputs,
  universeClasses: readonly string[],
  path: string,
): Utility {
  checkObject(inputs, path);
  const assetClasses = checkClasses(inputs.assetClasses, universeClasses, at(path, 'assetClasses'));
  const n = assetClasses.length;
  const expected = checkVector(inputs.expectedReturn, at(path, 'expectedReturn'), n);
  const matrix = checkCovariance(inputs.covariance, at(path, 'covariance'), n);
  const riskAversion = checkRange(inputs.riskAversion, at(path, 'riskAversion'), { min: 0 });
  const inOrder = (weights: ClassWeights): readonly number[] =>
    assetClasses.map((id) => weights[id] ?? 0);
  const covariance = (a: ClassWeights, b: ClassWeights): number => {
    const right = inOrder(b);
    return neumaierSum(
      inOrder(a).flatMap((ai, i) => right.map((bj, j) => ai * matrix[i * n + j]! * bj)),
    );
  };
  return {
    covariance,
    of: (weights) => {
      const mean = neumaierSum(inOrder(weights).map((weight, i) => weight * expected[i]!));
      return mean - (riskAversion / 2) * covariance(weights, weights);
    },
  };
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
