import { AptfolioError, at, checkNumber } from '../../errors/index.js';

/** Checks a vector of finite numbers, without a copy. */
export function checkArray(value: Float64Array, path: string, length?: number): Float64Array {
  if (!(value instanceof Float64Array)) {
    throw new AptfolioError('invalid-type', path, 'a Float64Array', value);
  }
  if (length !== undefined && value.length !== length) {
    throw new AptfolioError('length-mismatch', path, `${length} numbers`, value.length);
  }
  for (let i = 0; i < value.length; i++) {
    const number = value[i]!;
    // The difference of a number and itself is 0 unless it is infinite or none.
    if (number - number !== 0) checkNumber(number, at(path, i));
  }
  return value;
}
