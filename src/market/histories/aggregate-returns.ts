import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import { neumaierSum } from '../../numerics/index.js';
import type { ReturnForm } from '../returns.js';
import { LOGARITHMIC, type PanelLike, panelOf, SIMPLE } from './convert-returns.js';
import { checkGappyPanel, type GappyReturns } from './gaps.js';

/** Which rows form one longer period. */
export type AggregateOptions = {
  /** `simple` returns (the default) are compounded, `log` returns added. */
  readonly form?: ReturnForm;
} & (
  | {
      /** So many rows each; the rows must be a multiple of it. */
      readonly every: number;
    }
  | {
      /** A label for each row, such as its year: neighbours with the same label belong together. */
      readonly by: readonly (string | number)[];
    }
);

/** Returns over longer periods. */
export interface AggregatedReturns<P extends GappyReturns = GappyReturns> {
  /** periods × assets. With `null` where one of the period's returns is missing. */
  readonly returns: PanelLike<P>;
  /** The label of each period; with `every` its number from 0. */
  readonly periods: readonly (string | number)[];
  /** How many rows each period had: a year of 7 months is not a year. */
  readonly rows: readonly number[];
}

/**
 * Returns over longer periods, such as annual from monthly ones.
 *
 * `returns` has one row per period and one column per asset; `null` is a gap. Simple returns are at least −1 and compound to
 * Π(1 + r) − 1; logarithmic ones add up.
 *
 * Throws `length-mismatch` where rows are left over or labels do not match, `duplicate-id` for a label that comes back later.
 *
 * @example
 * ```ts
 * import { aggregateReturns } from 'aptfolio/market';
 *
 * const quarters = [[0.1, 0], [0.1, null], [-0.5, 0.2], [1, 0.1]];
 * aggregateReturns(quarters, { every: 2 }).returns; // => [[0.21, null], [0, 0.32]]
 * aggregateReturns(quarters, { by: [2024, 2025, 2025, 2025] });
 * // => { returns: [[0.1, 0], [0.1, null]], periods: [2024, 2025], rows: [1, 3] }
 * ```
 */
export function aggregateReturns<P extends GappyReturns>(
  returns: P,
  options: AggregateOptions,
): AggregatedReturns<P> {
  const given = checkObject(options, 'options');
  const form = checkOneOf(given.form ?? 'simple', 'options.form', ['simple', 'log']);
  const columns = checkGappyPanel(returns, 'returns', form === 'simple' ? SIMPLE : LOGARITHMIC);
  const groups = checkGroups(given, columns[0]!.length);
  const join = form === 'simple' ? compound : neumaierSum;
  const joined = columns.map((column, asset) =>
    Float64Array.from(groups, ({ start, rows }) => {
      const value = join(column.subarray(start, start + rows));
      if (Math.abs(value) <= SIMPLE.max! || Number.isNaN(value)) return value;
      const path = at(at('returns', start), asset);
      throw new AptfolioError('out-of-range', path, 'returns that do not grow beyond 1e100');
    }),
  );
  return Object.freeze({
    returns: panelOf<P>(joined),
    periods: Object.freeze(groups.map(({ label }) => label)),
    rows: Object.freeze(groups.map(({ rows }) => rows)),
  });
}

/** Π(1 + r) − 1 without forming 1 + r, so that small returns keep their digits. NaN where a return is missing. */
export function compound(returns: Float64Array): number {
  let growth = 0;
  for (const value of returns) growth += value + growth * value;
  return growth;
}

interface Group {
  readonly label: string | number;
  readonly start: number;
  readonly rows: number;
}

function checkGroups(options: Readonly<Record<string, unknown>>, rows: number): readonly Group[] {
  if (options.every !== undefined && options.by !== undefined) {
    throw new AptfolioError('inconsistent', 'options.by', 'either every or by');
  }
  if (options.every === undefined) return groupsByLabel(options.by, rows);
  const every = checkInteger(options.every, 'options.every', { min: 1 });
  if (rows % every !== 0) {
    const expected = `a multiple of ${every} rows`;
    throw new AptfolioError('length-mismatch', 'returns', expected, rows);
  }
  return Array.from({ length: rows / every }, (_, label) => ({
    label,
    start: label * every,
    rows: every,
  }));
}

function groupsByLabel(by: unknown, rows: number): readonly Group[] {
  const labels = checkList<unknown>(by, 'options.by');
  if (labels.length !== rows) {
    const expected = `a label for each of the ${rows} rows of returns`;
    throw new AptfolioError('length-mismatch', 'options.by', expected, labels);
  }
  const groups: Group[] = [];
  const seen = new Set<string>();
  labels.forEach((given, row) => {
    const path = at('options.by', row);
    const label = typeof given === 'number' ? checkNumber(given, path) : checkText(given, path);
    const last = groups.at(-1);
    if (last !== undefined && String(last.label) === String(label)) {
      groups[groups.length - 1] = { ...last, rows: last.rows + 1 };
      return;
    }
    if (seen.has(String(label))) {
      const expected = 'rows of one period next to one another';
      throw new AptfolioError('duplicate-id', path, expected, label);
    }
    seen.add(String(label));
    groups.push({ label, start: row, rows: 1 });
  });
  return groups;
}
