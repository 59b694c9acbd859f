import { AptfolioError, at, checkNumber, checkObject } from '../../errors/index.js';
import type { ResponseMatrix } from './read-responses.js';

/** The lowest and the highest points that an item can bring. */
export interface PointRange {
  readonly min: number;
  readonly max: number;
}

/** Scores items the other way round, in place: x becomes min + max − x. */
export function turnItems(
  matrix: ResponseMatrix,
  reverse: unknown,
  pathOf: (row: number, item: number) => string,
): void {
  if (reverse === undefined) return;
  const { ids, values } = matrix;
  for (const [id, range] of Object.entries(checkObject(reverse, 'options.reverse'))) {
    const path = at('options.reverse', id);
    const item = ids.indexOf(id);
    if (item < 0) throw new AptfolioError('unknown-id', path, 'the id of an item', id);
    const { min, max } = readRange(range, path);
    for (let place = item; place < values.length; place += ids.length) {
      const value = values[place]!;
      if (value < min || value > max) {
        const row = (place - item) / ids.length;
        const expected = `points from ${min} to ${max}`;
        throw new AptfolioError('out-of-range', pathOf(row, item), expected, value);
      }
      values[place] = min + max - value;
    }
  }
}

function readRange(value: unknown, path: string): PointRange {
  const range = checkObject(value, path);
  const min = checkNumber(range.min, at(path, 'min'));
  const max = checkNumber(range.max, at(path, 'max'));
  if (min < max) return { min, max };
  throw new AptfolioError('inconsistent', at(path, 'max'), `a number above ${min}`, max);
}
