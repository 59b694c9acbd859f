import { AptfolioError, at, checkList, checkRange, checkVector } from '../../errors/index.js';
import { checkCovariance } from '../../market/index.js';
import { denseRisk, eigenSymmetric, factorRisk, type RiskModel } from '../../numerics/index.js';
import type { AllocationProblem, FactorCovariance } from '../problem.js';

/** Checks a covariance, full or by factors. */
export function checkRisk(
  value: AllocationProblem['covariance'],
  path: string,
  size: number,
): RiskModel {
  if (!isByFactors(value)) return denseRisk(checkCovariance(value, path, size), size);
  const rows = checkList<unknown>(value.loadings, at(path, 'loadings'));
  if (rows.length !== size) {
    const expected = `a row for each of the ${size} assets`;
    throw new AptfolioError('length-mismatch', at(path, 'loadings'), expected, rows.length);
  }
  const first = checkVector(rows[0], at(at(path, 'loadings'), 0));
  const factors = first.length;
  const loadings = rows.map((row, i) => checkVector(row, at(at(path, 'loadings'), i), factors));
  const specificPath = at(path, 'specificVariance');
  const specific = checkVector(value.specificVariance, specificPath, size);
  specific.forEach((variance, i) => {
    checkRange(variance, at(specificPath, i), { min: 0 });
  });
  if (factors === 0) return factorRisk(new Float64Array(0), specific);
  const covariance = checkCovariance(value.factorCovariance, at(path, 'factorCovariance'), factors);
  return factorRisk(multiplyOut(loadings, rootOf(covariance, factors), factors), specific);
}

function isByFactors(value: AllocationProblem['covariance']): value is FactorCovariance {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Float64Array) &&
    'loadings' in value
  );
}

/** R with F = R·R', from the eigenvalues: F may be singular. */
function rootOf(matrix: Float64Array, n: number): Float64Array {
  const { values, vectors } = eigenSymmetric(matrix, n);
  return vectors.map((entry, k) => entry * Math.sqrt(Math.max(0, values[k % n]!)));
}

function multiplyOut(
  loadings: readonly Float64Array[],
  root: Float64Array,
  factors: number,
): Float64Array {
  const product = new Float64Array(loadings.length * factors);
  loadings.forEach((row, i) => {
    for (let g = 0; g < factors; g++) {
      let sum = 0;
      for (let f = 0; f < factors; f++) sum += row[f]! * root[f * factors + g]!;
      product[i * factors + g] = sum;
    }
  });
  return product;
}
