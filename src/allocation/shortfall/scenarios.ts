import { AptfolioError, at, checkList, checkRange, checkVector } from '../../errors/index.js';
import { neumaierSum } from '../../numerics/index.js';

/** Returns by asset and scenario, n × T: each asset's returns stand together. */
export interface ScenarioTable {
  readonly count: number;
  readonly byAsset: Float64Array;
}

/** Checks scenarios: rows of one return for each asset, or the same as one row-major vector. */
export function checkScenarios(value: unknown, path: string, size: number): ScenarioTable {
  const rows =
    value instanceof Float64Array
      ? cut(value, path, size)
      : checkList<unknown>(value, path, { minLength: 1 });
  const count = rows.length;
  const byAsset = new Float64Array(size * count);
  for (let t = 0; t < count; t++) {
    const row = checkRow(rows[t], path, t, size);
    for (let i = 0; i < size; i++) byAsset[i * count + t] = row[i]! + 0;
  }
  return { count, byAsset };
}

function cut(value: Float64Array, path: string, size: number): readonly Float64Array[] {
  const count = value.length / size;
  if (count === 0) throw new AptfolioError('empty', path, 'at least one scenario', []);
  if (!Number.isInteger(count)) {
    const expected = `a return of each of the ${size} assets for every scenario`;
    throw new AptfolioError('length-mismatch', path, expected, value.length);
  }
  return Array.from({ length: count }, (_, t) => value.subarray(t * size, t * size + size));
}

/** A row that is right at first sight; what is wrong is left to the slower check, which names it. */
function checkRow(row: unknown, path: string, t: number, size: number): ArrayLike<number> {
  if ((Array.isArray(row) || row instanceof Float64Array) && row.length === size) {
    let isRight = true;
    for (let i = 0; i < size; i++) isRight &&= Number.isFinite(row[i]);
    if (isRight) return row;
  }
  return checkVector(row, at(path, t), size);
}

/** Scenarios may miss a sum of 1 by this much, through rounding. */
const SUM_TOLERANCE = 1e-9;

/** Checks probabilities, and returns T times each: 1 where all are alike. */
export function checkProbabilities(value: unknown, path: string, count: number): Float64Array {
  if (value === undefined) return new Float64Array(count).fill(1);
  const probabilities = checkVector(value, path, count);
  for (let t = 0; t < count; t++) checkRange(probabilities[t], at(path, t), { min: 0 });
  const sum = neumaierSum(probabilities);
  if (Math.abs(sum - 1) > SUM_TOLERANCE) {
    throw new AptfolioError('inconsistent', path, 'probabilities that sum to 1', sum);
  }
  return probabilities.map((probability) => (probability / sum) * count);
}

/** A mean below this part of the size of its terms is 0. */
const ROUNDING = 1e-15;

/** The mean return of each asset. */
export function meanReturns({ count, byAsset }: ScenarioTable, mass: Float64Array): Float64Array {
  return Float64Array.from({ length: byAsset.length / count }, (_, i) => {
    const terms = mass.map((own, t) => own * byAsset[i * count + t]!);
    const sum = neumaierSum(terms);
    const size = terms.reduce((total, term) => total + Math.abs(term), 0);
    return Math.abs(sum) <= ROUNDING * size ? 0 : sum / count;
  });
}
