import { at, checkObject, checkRange } from '../../errors/index.js';
import { LARGEST } from '../moments.js';
import { checkFigures } from './figures.js';

/** What the market pays, annual, decimal fractions. */
export interface CapmOptions {
  /** The return of cash. */
  readonly riskless: number;
  /** The market's expected return above cash. */
  readonly premium: number;
}

/**
 * Expected returns by the capital asset pricing model: riskless + beta · premium.
 *
 * `betas` come from `marketBetas`, `impliedBetas` or elsewhere; the result has one return for each.
 *
 * Sources: W. F. Sharpe (1964), J. Lintner (1965), J. Mossin (1966).
 *
 * @example
 * ```ts
 * import { capmReturns } from 'aptfolio/market';
 *
 * capmReturns([0, 1, 1.5], { riskless: 0.02, premium: 0.04 }); // => [0.02, 0.06, 0.08]
 * ```
 */
export function capmReturns(
  betas: readonly number[] | Float64Array,
  options: CapmOptions,
): readonly number[] {
  const checked = checkFigures(betas, 'betas');
  const given = checkObject(options, 'options');
  const rate = (name: 'riskless' | 'premium') =>
    checkRange(given[name], at('options', name), { min: -LARGEST, max: LARGEST });
  const [riskless, premium] = [rate('riskless'), rate('premium')];
  return Object.freeze(Array.from(checked, (beta) => riskless + beta * premium + 0));
}
