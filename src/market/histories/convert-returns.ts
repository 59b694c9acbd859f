import type { NumberRange } from '../../errors/index.js';
import { expm1, log1p } from '../../numerics/index.js';
import { checkGappyPanel, type GappyReturns } from './gaps.js';

/** A panel with gaps where P may have some, and none where it has none. */
export type PanelLike<P extends GappyReturns> = readonly (readonly (null extends P[number][number]
  ? number | null
  : number)[])[];

/** Whatever a simple return can be: more than everything cannot be lost. */
export const SIMPLE: NumberRange = { min: -1, max: 1e100 };

/** Within these, the growth and its inverse are far from a double's limits. */
export const LOGARITHMIC: NumberRange = { min: -230, max: 230 };

/**
 * Logarithmic from simple returns: log(1 + r), exact for small r.
 *
 * `returns` has one row per period and one column per asset, decimal fractions above −1; a `null` stays one. A return of −1 has no
 * logarithm and is refused.
 *
 * @example
 * ```ts
 * import { toLogReturns } from 'aptfolio/market';
 *
 * toLogReturns([[1, 1e-12], [-0.5, null]]);
 * // => [[0.6931471805599453, 9.999999999995e-13], [-0.6931471805599453, null]]
 * ```
 */
export function toLogReturns<P extends GappyReturns>(returns: P): PanelLike<P> {
  return convert(returns, { exclusiveMin: -1, max: 1e100 }, log1p);
}

/**
 * Simple from logarithmic returns: exp(r) − 1, exact for small r.
 *
 * `returns` has one row per period and one column per asset, within ±230; a `null` stays one.
 *
 * @example
 * ```ts
 * import { toSimpleReturns } from 'aptfolio/market';
 *
 * toSimpleReturns([[0.6931471805599453, 1e-12], [-0.6931471805599453, null]]);
 * // => [[1, 1.0000000000005e-12], [-0.5, null]]
 * ```
 */
export function toSimpleReturns<P extends GappyReturns>(returns: P): PanelLike<P> {
  return convert(returns, LOGARITHMIC, expm1);
}

function convert<P extends GappyReturns>(
  returns: P,
  range: NumberRange,
  change: (value: number) => number,
): PanelLike<P> {
  const columns = checkGappyPanel(returns, 'returns', range);
  return panelOf<P>(columns.map((column) => column.map(change)));
}

/** Columns with NaN for a gap, as frozen rows with null for it. */
export function panelOf<P extends GappyReturns>(columns: readonly Float64Array[]): PanelLike<P> {
  const rows = Array.from(columns[0]!, (_, row) =>
    Object.freeze(columns.map((column) => (Number.isNaN(column[row]) ? null : column[row]! + 0))),
  );
  // The columns were made of a P: if that has no gaps, neither have they.
  return Object.freeze(rows) as PanelLike<P>;
}
