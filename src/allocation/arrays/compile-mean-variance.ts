import { AptfolioError, at, checkObject, checkRange } from '../../errors/index.js';
import {
  denseRisk,
  factorRisk,
  type ParametricProgram,
  type RiskModel,
} from '../../numerics/index.js';
import { checkArray } from './check-array.js';

/** A covariance by uncorrelated factors of variance 1, Σ = B·B' + D, never written out. */
export interface FactorArrays {
  /** B: n × f, row-major. */
  readonly loadings: Float64Array;
  /** The diagonal of D: n variances of at least 0. */
  readonly specificVariance: Float64Array;
}

/** Rules on several assets: lower ≤ C·w ≤ upper, an equality where both are the same. */
export interface RuleArrays {
  /** C: m × n, row-major. */
  readonly matrix: Float64Array;
  /** m entries; −∞ for none. */
  readonly lower: Float64Array;
  /** m entries; ∞ for none. */
  readonly upper: Float64Array;
}

/** A mean-variance program in plain arrays: minimise ½·w'Σw − λ·μ'w under bounds and rules. */
export interface MeanVarianceArrays {
  /** μ: n expected returns. */
  readonly expectedReturn: Float64Array;
  /** Σ: n × n, row-major, or by factors. It is taken to be positive semi-definite; concavity that is met is refused. */
  readonly covariance: Float64Array | FactorArrays;
  /** n finite entries; default 0. */
  readonly lower?: Float64Array;
  /** n finite entries; default 1. */
  readonly upper?: Float64Array;
  /** Default: the weights sum to 1. */
  readonly rules?: RuleArrays;
}

/** A program after its checks. It reads the arrays that it was made of: they must not change while it is in use. */
export interface CompiledMeanVariance {
  /** n. */
  readonly size: number;
  /** m. */
  readonly ruleCount: number;
  /** Internal. */
  readonly program: object;
}

/**
 * Checks a program in arrays once, for many solutions.
 *
 * Throws `length-mismatch`, `not-finite`, `not-symmetric`, `out-of-range` (a negative variance) and `inconsistent` (crossed bounds)
 * with the path to the fault. The arrays are used as they are, without a copy.
 *
 * @example
 * ```ts
 * import { compileMeanVariance, criticalLine } from 'aptfolio/allocation';
 *
 * const compiled = compileMeanVariance({
 *   expectedReturn: Float64Array.of(0.02, 0.06),
 *   covariance: Float64Array.of(0.01, 0, 0, 0.04),
 * });
 * const frontier = criticalLine(compiled);
 * frontier.count; // => 2
 * [...frontier.weights]; // => [0, 1, 0.8, 0.2]
 * [...frontier.riskTolerances]; // => [1, 0]
 * ```
 */
export function compileMeanVariance(arrays: MeanVarianceArrays): CompiledMeanVariance {
  checkObject(arrays, 'arrays');
  const slope = checkArray(arrays.expectedReturn, 'arrays.expectedReturn');
  const size = slope.length;
  if (size === 0) {
    throw new AptfolioError('empty', 'arrays.expectedReturn', 'a return for at least one asset');
  }
  const risk = checkRisk(arrays.covariance, size);
  // Only what is absent has a default: null is a fault.
  const { lower: low = new Float64Array(size), upper: high = new Float64Array(size).fill(1) } =
    arrays;
  const lower = checkArray(low, 'arrays.lower', size);
  const upper = checkArray(high, 'arrays.upper', size);
  checkCrossing(lower, upper, 'arrays.lower');
  const { rules = budgetOf(size) } = arrays;
  const rows = checkRules(rules, size);
  const program = { risk, size, linear: new Float64Array(size), slope, lower, upper, rows };
  return Object.freeze({ size, ruleCount: rows.count, program });
}

/** A covariance that turned out to be none. */
export function concave(): AptfolioError {
  const expected = 'a positive semi-definite matrix';
  return new AptfolioError('not-positive-definite', 'arrays.covariance', expected);
}

/** The program in a compiled one. */
export function programOf({ program }: CompiledMeanVariance): ParametricProgram {
  return program as ParametricProgram;
}

/** Checks that a program was compiled. */
export function checkCompiled(compiled: CompiledMeanVariance): CompiledMeanVariance {
  checkObject(checkObject(compiled, 'compiled').program, 'compiled.program');
  return compiled;
}

function budgetOf(size: number): RuleArrays {
  return {
    matrix: new Float64Array(size).fill(1),
    lower: Float64Array.of(1),
    upper: Float64Array.of(1),
  };
}

function checkRisk(value: MeanVarianceArrays['covariance'], size: number): RiskModel {
  const path = 'arrays.covariance';
  if (value instanceof Float64Array) {
    checkArray(value, path, size * size);
    checkSymmetry(value, path, size);
    return denseRisk(value, size);
  }
  checkObject(value, path);
  const specific = checkArray(value.specificVariance, at(path, 'specificVariance'), size);
  specific.forEach((variance, i) => {
    checkRange(variance, at(at(path, 'specificVariance'), i), { min: 0 });
  });
  const loadings = checkArray(value.loadings, at(path, 'loadings'));
  if (loadings.length % size !== 0) {
    const expected = `a multiple of ${size} numbers`;
    throw new AptfolioError('length-mismatch', at(path, 'loadings'), expected, loadings.length);
  }
  return factorRisk(loadings, specific);
}

/** The two halves may differ by this part of the largest variance, through rounding. */
const SYMMETRY = 1e-12;

function checkSymmetry(matrix: Float64Array, path: string, size: number): void {
  let largest = 0;
  for (let i = 0; i < size; i++) {
    const variance = matrix[i * size + i]!;
    if (variance < 0) checkRange(variance, at(path, i * size + i), { min: 0 });
    largest = Math.max(largest, variance);
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const below = matrix[i * size + j]!;
      if (Math.abs(below - matrix[j * size + i]!) <= SYMMETRY * largest) continue;
      const expected = `the same number as [${j * size + i}]`;
      throw new AptfolioError('not-symmetric', at(path, i * size + j), expected, below);
    }
  }
}

function checkRules(rules: RuleArrays, size: number): RuleArrays & { readonly count: number } {
  const path = 'arrays.rules';
  checkObject(rules, path);
  const { matrix, lower, upper } = rules;
  if (!(lower instanceof Float64Array)) {
    throw new AptfolioError('invalid-type', at(path, 'lower'), 'a Float64Array', lower);
  }
  const count = lower.length;
  checkArray(matrix, at(path, 'matrix'), count * size);
  checkLimits(lower, at(path, 'lower'), Number.NEGATIVE_INFINITY);
  checkLimits(upper, at(path, 'upper'), Number.POSITIVE_INFINITY, count);
  checkCrossing(lower, upper, at(path, 'lower'));
  return { count, matrix, lower, upper };
}

function checkLimits(value: Float64Array, path: string, none: number, length?: number): void {
  if (!(value instanceof Float64Array)) {
    throw new AptfolioError('invalid-type', path, 'a Float64Array', value);
  }
  checkArray(
    value.map((limit) => (limit === none ? 0 : limit)),
    path,
    length,
  );
}

function checkCrossing(lower: Float64Array, upper: Float64Array, path: string): void {
  for (let i = 0; i < lower.length; i++) {
    if (lower[i]! <= upper[i]!) continue;
    throw new AptfolioError('inconsistent', at(path, i), `at most ${upper[i]!}`, lower[i]);
  }
}
