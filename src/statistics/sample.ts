import { AptfolioError, at, checkNumber, checkVector } from '../errors/index.js';

/**
 * Checks a sample and returns a sorted copy.
 *
 * Sums over sorted values do not depend on the order in which the rows came, so every function of
 * this room that adds up gives the same bytes for the same values in any order.
 */
export function sortedSample(values: unknown, path: string, minLength = 1): number[] {
  const sample = checkVector(values, path);
  checkMinimum(sample, path, minLength);
  return Array.from(sample.sort());
}

/** Refuses a list that is too short, by name. */
export function checkMinimum(sample: Float64Array, path: string, minLength: number): void {
  if (sample.length >= minLength) return;
  const code = sample.length === 0 ? 'empty' : 'length-mismatch';
  const expected = `a list of at least ${minLength} number${minLength === 1 ? '' : 's'}`;
  throw new AptfolioError(code, path, expected, [...sample]);
}

/** The indices of two lists of equal length, in the order of the first list and then the second. */
export function sortedPairs(first: ArrayLike<number>, second: ArrayLike<number>): number[] {
  const order = Array.from(first, (_, index) => index);
  return order.sort((i, j) => first[i]! - first[j]! || second[i]! - second[j]!);
}

/** Refuses a result that the range of a double cannot hold; turns `-0` into `0`. */
export function finite(result: number, path: string): number {
  if (!Number.isFinite(result)) {
    throw new AptfolioError('out-of-range', path, 'numbers whose sums and squares are finite');
  }
  return result === 0 ? 0 : result;
}

/** Checks a probability, 0 and 1 included. */
export function checkProbability(value: unknown, path: string): number {
  const probability = checkNumber(value, path);
  if (probability < 0 || probability > 1) {
    throw new AptfolioError('out-of-range', path, 'a probability from 0 to 1', value);
  }
  return probability;
}

/** Checks that two lists belong together. */
export function checkSameLength(
  first: ArrayLike<unknown>,
  second: ArrayLike<unknown>,
  path: string,
): void {
  if (first.length !== second.length) {
    throw new AptfolioError(
      'length-mismatch',
      path,
      `a list of ${first.length} numbers`,
      Array.from(second),
    );
  }
}

/** Checks numbers that must not be negative, with at least one above zero. */
export function checkWeights(weights: Float64Array, path: string): void {
  let total = 0;
  weights.forEach((weight, index) => {
    if (weight < 0)
      throw new AptfolioError('out-of-range', at(path, index), 'a weight of at least 0', weight);
    total += weight;
  });
  if (!(total > 0)) throw new AptfolioError('out-of-range', path, 'at least one weight above 0');
  finite(total, path);
}
