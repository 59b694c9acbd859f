import { neumaierSum } from '../../numerics/index.js';
import type { ScoreRow } from './adviser-scores.js';

/** One component of one adviser, with the mix of cases taken out. */
export interface ComponentScore {
  readonly n: number;
  /** The mean as it is. */
  readonly raw: number;
  /** What the mean of all advisers on the same mix of cases is. */
  readonly expected: number;
  /** Raw less expected, on the level of all scores. */
  readonly adjusted: number;
}

/** A component over all advisers. */
export interface Component {
  readonly id: string;
  readonly byAdviser: ReadonlyMap<string, ComponentScore>;
  /** Variance of a single score about its adviser's mean on the same kind of cases, pooled over all. */
  readonly variance: number;
  /** Of the pooled variance. */
  readonly degreesOfFreedom: number;
  /** Kinds of cases that only one adviser had, where there are several kinds. */
  readonly lone: readonly string[];
}

/**
 * A component with every adviser's observed mean held against the mean expected of the same mix of cases (indirect standardisation): the mean score of all advisers
 * on each kind of cases is taken as known.
 */
export function componentOf(id: string, rows: readonly ScoreRow[]): Component {
  const kinds = groupBy(rows, ({ cases }) => cases);
  const usual = new Map([...kinds].map(([kind, own]) => [kind, meanOf(own)]));
  const overall = meanOf(rows);
  const byAdviser = new Map(
    [...groupBy(rows, ({ adviser }) => adviser)].map(([adviser, own]) => {
      const raw = meanOf(own);
      const expected = meanOf(own.map(({ n, cases }) => ({ n, mean: usual.get(cases)! })));
      return [adviser, { n: sizeOf(own), raw, expected, adjusted: raw - expected + overall }];
    }),
  );
  const degreesOfFreedom = rows.reduce((sum, { n }) => sum + n - 1, 0);
  const squares = neumaierSum(rows.map(({ n, variance }) => (n - 1) * variance));
  return {
    id,
    byAdviser,
    variance: degreesOfFreedom === 0 ? 0 : squares / degreesOfFreedom,
    degreesOfFreedom,
    lone:
      kinds.size < 2 ? [] : [...kinds].flatMap(([kind, own]) => (own.length === 1 ? [kind] : [])),
  };
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = groups.get(key) ?? [];
    groups.set(key, own);
    own.push(row);
  }
  return groups;
}

type Sized = Pick<ScoreRow, 'n' | 'mean'>;

function sizeOf(rows: readonly Sized[]): number {
  return rows.reduce((sum, { n }) => sum + n, 0);
}

function meanOf(rows: readonly Sized[]): number {
  const total = sizeOf(rows);
  return neumaierSum(rows.map(({ n, mean }) => (n / total) * mean));
}
