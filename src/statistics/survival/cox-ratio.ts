import { exp } from '../../numerics/index.js';
import type { RiskRow } from './risk-table.js';

/** A hazard ratio, and the standard error of its logarithm. */
export interface LogRatio {
  readonly ratio: number;
  readonly logError: number;
}

/** Slope and curvature of the logarithm of the partial likelihood. */
interface Slope {
  readonly score: number;
  readonly information: number;
}

const MOST_STEPS = 100;
/** A hazard e^30 times another is none that cases can show: then one group's events all come before the other's. */
const MOST_LOG = 30;

/**
 * The hazard ratio of greatest partial likelihood, with Efron's correction for ties, by Newton's method; undefined if there is none, because the likelihood rises
 * for ever.
 *
 * Source: D. R. Cox, Regression models and life-tables, Journal of the Royal Statistical Society B 34 (1972) 187–220; B. Efron, Journal of the American Statistical
 * Association 72 (1977) 557–565.
 */
export function coxRatio(
  first: readonly RiskRow[],
  second: readonly RiskRow[],
): LogRatio | undefined {
  let coefficient = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { score, information } = slopeAt(exp(coefficient), first, second);
    if (!(information > 0)) return undefined;
    // A longer step may overshoot where the likelihood is flat.
    const change = Math.max(-2, Math.min(2, score / information));
    coefficient += change;
    if (Math.abs(coefficient) > MOST_LOG) return undefined;
    if (Math.abs(change) > 1e-12 * (1 + Math.abs(coefficient))) continue;
    const ratio = exp(coefficient);
    return { ratio, logError: 1 / Math.sqrt(slopeAt(ratio, first, second).information) };
  }
  return undefined;
}

function slopeAt(ratio: number, first: readonly RiskRow[], second: readonly RiskRow[]): Slope {
  let [score, information] = [0, 0];
  first.forEach(({ left, atRisk }, i) => {
    const other = second[i]!;
    const events = left + other.left;
    score += left;
    for (let gone = 0; gone < events; gone++) {
      // Of those who leave at this time, so large a part has left before.
      const part = gone / events;
      const ours = ratio * (atRisk - part * left);
      const share = ours / (ours + other.atRisk - part * other.left);
      score -= share;
      information += share * (1 - share);
    }
  });
  return { score, information };
}
