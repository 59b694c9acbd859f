import { AptfolioError, at, checkInteger, checkNumber, checkObject } from '../../errors/index.js';

/** How often a value was seen: a rating with its answers, or a bin of durations by its middle. */
export interface ValueCount {
  readonly value: number;
  /** Whole number of at least 0. */
  readonly count: number;
}

/** A sample whose order counts: its values, or each value with its count. */
export type OrdinalSample = readonly number[] | Float64Array | readonly ValueCount[];

/** Distinct values in ascending order, each with its count above 0. */
export interface Grouped {
  readonly values: readonly number[];
  readonly counts: readonly number[];
  readonly n: number;
}

/** Checks a sample given as values or as counts and sorts it into distinct values. */
export function readGrouped(sample: unknown, path: string, minLength = 1): Grouped {
  if (!Array.isArray(sample) && !(sample instanceof Float64Array)) {
    const code = sample === undefined || sample === null ? 'missing-value' : 'invalid-type';
    throw new AptfolioError(code, path, 'a list of numbers or of values with counts', sample);
  }
  const counted = Array.isArray(sample) && typeof sample[0] === 'object' && sample[0] !== null;
  const counts = counted ? countsOf(sample, path) : valuesOf(sample, path);
  const grouped = sorted(counts, path);
  if (grouped.n < minLength) {
    const code = grouped.n === 0 ? 'empty' : 'length-mismatch';
    throw new AptfolioError(code, path, `a sample of at least ${minLength}`);
  }
  return grouped;
}

function valuesOf(sample: ArrayLike<unknown>, path: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < sample.length; i++) {
    const value = checkNumber(sample[i], at(path, i));
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function countsOf(sample: readonly unknown[], path: string): Map<number, number> {
  const counts = new Map<number, number>();
  sample.forEach((row, i) => {
    const rowPath = at(path, i);
    const { value, count } = checkObject(row, rowPath);
    const key = checkNumber(value, at(rowPath, 'value'));
    const more = checkInteger(count, at(rowPath, 'count'), { min: 0 });
    if (more > 0) counts.set(key, (counts.get(key) ?? 0) + more);
  });
  return counts;
}

function sorted(counts: ReadonlyMap<number, number>, path: string): Grouped {
  const values = [...counts.keys()].sort((a, b) => a - b);
  const sizes = values.map((value) => counts.get(value)!);
  const n = sizes.reduce((sum, size) => sum + size, 0);
  if (n > LARGEST_SAMPLE) {
    throw new AptfolioError('too-long', path, `a sample of at most ${LARGEST_SAMPLE}`);
  }
  return { values, counts: sizes, n };
}

/** Pairs of two samples of this size can still be counted exactly, halves included. */
const LARGEST_SAMPLE = 50_000_000;
