import { AptfolioError } from '../../errors/index.js';
import { log, type Random } from '../../numerics/index.js';

/** One trial in twenty is rejected at the most: so many in a row never are, unless the numbers are not what they should be. */
const MOST_TRIALS = 1000;

/**
 * Draws a χ² number with a whole number of degrees of freedom of at least 1.
 *
 * Source: G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables, ACM Transactions on Mathematical
 * Software 26 (2000); χ² with k degrees of freedom is twice a gamma number of shape k/2.
 */
export function drawChiSquare(degrees: number, random: Pick<Random, 'uniform' | 'normal'>): number {
  if (degrees === 1) {
    const z = random.normal();
    return z * z;
  }
  const d = degrees / 2 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const x = random.normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = random.uniform();
    if (u < 1 - 0.0331 * x * x * x * x) return 2 * d * v;
    if (u === 0 || log(u) < 0.5 * x * x + d * (1 - v + log(v))) return 2 * d * v;
  }
  const expected = 'standard normal and uniform numbers';
  throw new AptfolioError('no-convergence', 'options.random', expected);
}
