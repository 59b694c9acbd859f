import { AptfolioError, at, checkObject } from '../../errors/index.js';
import { type Count, checkCount } from '../count.js';
import { readSample, type SampleMoments } from '../moments.js';

/** One group in one period: a count of successes, or the size, mean and variance of a measure. */
export type StudyCell = Count | SampleMoments;

/** A cell as an estimate with its error. */
export interface Cell {
  readonly kind: 'proportion' | 'mean';
  readonly value: number;
  /** Variance of the estimate. */
  readonly variance: number;
  readonly n: number;
  readonly count: Count | undefined;
}

/** Checks one cell; what has successes is a count. */
export function readCell(value: unknown, path: string): Cell {
  const given = checkObject(value, path);
  if ('successes' in given) {
    const count = checkCount(given, path);
    const p = count.successes / count.n;
    return { kind: 'proportion', value: p, variance: (p * (1 - p)) / count.n, n: count.n, count };
  }
  const { n, mean, variance } = readSample(given, path);
  return { kind: 'mean', value: mean, variance: variance / n, n, count: undefined };
}

/** Refuses counts beside moments. */
export function checkSameKind(cells: readonly (readonly [string, Cell])[]): void {
  const kind = cells[0]![1].kind;
  for (const [path, cell] of cells) {
    if (cell.kind === kind) continue;
    const expected = kind === 'mean' ? 'a size, mean and variance as before' : 'a count as before';
    throw new AptfolioError('inconsistent', path, expected);
  }
}

/** Two cells under the names of an object. */
export function readPair(
  value: unknown,
  path: string,
  first: string,
  second: string,
): readonly [readonly [string, Cell], readonly [string, Cell]] {
  const given = checkObject(value, path);
  const read = (field: string): readonly [string, Cell] => {
    return [at(path, field), readCell(given[field], at(path, field))];
  };
  return [read(first), read(second)];
}
