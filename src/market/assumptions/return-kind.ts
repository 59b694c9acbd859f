import { checkRange } from '../../errors/index.js';
import { LARGEST } from '../moments.js';

const RETURNS = { exclusiveMin: -1, max: LARGEST };
const VOLATILITIES = { min: 0, max: LARGEST };

/**
 * The growth a year of an asset with this mean return and volatility: g = (1 + m) / √(1 + s²/(1 + m)²) − 1.
 *
 * Exact where a year's growth is lognormal and years are independent: g is then the median of a year's return and what the return
 * a year tends to over a long time. Both arguments are annual decimal fractions: `arithmetic` above −1, `volatility` the
 * standard deviation of the simple return, at least 0.
 *
 * Sources: J. Aitchison and J. A. C. Brown, The Lognormal Distribution (1957); D. Mindlin, On the relationship
 * between arithmetic and geometric returns (2011).
 *
 * @example
 * ```ts
 * import { geometricFromArithmetic } from 'aptfolio/market';
 *
 * geometricFromArithmetic(0.25, 0.9375); // => 0
 * geometricFromArithmetic(0.07, 0); // => 0.07
 * ```
 */
export function geometricFromArithmetic(arithmetic: number, volatility: number): number {
  const mean = checkRange(arithmetic, 'arithmetic', RETURNS);
  const ratio = checkRange(volatility, 'volatility', VOLATILITIES) / (1 + mean);
  const root = Math.sqrt(1 + ratio * ratio);
  // The difference itself, so that small ones do not drown in rounding: (1 + m)·(1 − 1/root).
  return mean - (1 + mean) * ((ratio * ratio) / (root * (root + 1)));
}

/**
 * The mean return of an asset that grows by this much a year: (1 + m)² = G²·(1 + √(1 + 4s²/G²)) / 2 with G = 1 + g.
 *
 * It undoes `geometricFromArithmetic`, with the same volatility of the simple return, and under the same lognormal law.
 *
 * Source: as `geometricFromArithmetic`, solved for m.
 *
 * @example
 * ```ts
 * import { arithmeticFromGeometric } from 'aptfolio/market';
 *
 * arithmeticFromGeometric(0, 0.9375); // => 0.25
 * arithmeticFromGeometric(0.07, 0); // => 0.07
 * ```
 */
export function arithmeticFromGeometric(geometric: number, volatility: number): number {
  const growth = checkRange(geometric, 'geometric', RETURNS);
  const ratio = checkRange(volatility, 'volatility', VOLATILITIES) / (1 + growth);
  const inner = Math.sqrt(1 + 4 * ratio * ratio);
  const outer = Math.sqrt((1 + inner) / 2);
  // The difference itself, G·(outer − 1).
  return growth + (1 + growth) * ((2 * ratio * ratio) / ((1 + inner) * (outer + 1)));
}
