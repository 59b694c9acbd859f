import { type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError, at, checkList, checkObject } from '../errors/index.js';
import { amountReader } from './amounts.js';
import type { Valuation } from './types.js';

/** The deepest fall of a series of values. */
export interface Drawdown {
  /** Share of the peak that was lost, from 0 (never below a peak) to 1; decimal fraction. */
  readonly depth: number;
  /** The day of the peak from which it fell; `null` if it never fell. */
  readonly peak: PlainDate | null;
  /** The day of the lowest value; `null` if it never fell. */
  readonly trough: PlainDate | null;
  /** The first day on which the peak's value was reached again; `null` if it was not, or never fell. */
  readonly recovered: PlainDate | null;
}

/**
 * Finds the deepest fall from a peak, with its days; the earliest if several are equally deep.
 *
 * The series must be free of flows: an index of wealth, not an account into which money is paid.
 *
 * @param series values above zero, at least one, each day once; order makes no difference.
 * @throws AptfolioError `out-of-range` for a value of zero or less, `duplicate-id` for a day valued
 * twice, `empty`, `currency-mismatch`, `invalid-date`, with the path.
 *
 * @example
 * ```ts
 * import { maxDrawdown } from 'aptfolio/performance';
 *
 * maxDrawdown([
 *   { date: '2024-01-31', value: 100 },
 *   { date: '2024-02-29', value: 80 },
 *   { date: '2024-03-31', value: 104 },
 * ]); // => { depth: 0.2, peak: '2024-01-31', trough: '2024-02-29', recovered: '2024-03-31' }
 * ```
 */
export function maxDrawdown(series: readonly Valuation[]): Drawdown {
  const points = readSeries(series);
  let peak = points[0]!;
  let worst = { depth: 0, peak: peak, trough: peak };
  for (const point of points) {
    if (point.value > peak.value) peak = point;
    const depth = (peak.value - point.value) / peak.value;
    if (depth > worst.depth) worst = { depth, peak, trough: point };
  }
  if (worst.depth === 0) {
    return Object.freeze({ depth: 0, peak: null, trough: null, recovered: null });
  }
  const recovery = points.find(
    (point) => point.date > worst.trough.date && point.value >= worst.peak.value,
  );
  return Object.freeze({
    depth: worst.depth,
    peak: worst.peak.date,
    trough: worst.trough.date,
    recovered: recovery?.date ?? null,
  });
}

function readSeries(
  series: readonly Valuation[],
): readonly { readonly date: PlainDate; readonly value: number }[] {
  const read = amountReader();
  const seen = new Set<PlainDate>();
  return checkList<Valuation>(series, 'series', { minLength: 1 })
    .map((point, i) => {
      const path = at('series', i);
      checkObject(point, path);
      const date = parsePlainDate(point.date, at(path, 'date'));
      if (seen.has(date)) {
        throw new AptfolioError('duplicate-id', at(path, 'date'), 'a day not valued before', date);
      }
      seen.add(date);
      const value = read(point.value, at(path, 'value'));
      if (value <= 0) {
        throw new AptfolioError('out-of-range', at(path, 'value'), 'a value above zero', value);
      }
      return { date, value };
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
