import type { CompiledShortfall } from './shortfall-problem.js';

/** The worst scenarios of a portfolio. */
export interface PortfolioTail {
  readonly expectedShortfall: number;
  readonly valueAtRisk: number;
  /** Scenarios from the greatest loss down, those that are equal in the order of the problem. */
  readonly order: Int32Array;
}

/** Masses that differ by less than this part of the tail are the same. */
const ROUNDING = 1e-12;

/**
 * Value at risk and expected shortfall of a loss by scenario.
 *
 * The value at risk is the smallest loss that is exceeded with a probability of at most 1 − α. The expected shortfall is the
 * mean of the worst losses that together have the probability 1 − α: of the scenario in which the tail ends only the
 * part counts that is still in it.
 *
 * Source: R. T. Rockafellar and S. Uryasev, Conditional value-at-risk for general loss distributions, Journal of Banking
 * and Finance 26 (2002), proposition 8.
 */
export function measureTail(
  { mass, tailMass }: Pick<CompiledShortfall, 'mass' | 'tailMass'>,
  losses: Float64Array,
): PortfolioTail {
  const order = Int32Array.from(losses, (_, t) => t);
  order.sort((a, b) => losses[b]! - losses[a]! || a - b);
  let used = 0;
  let sum = 0;
  let valueAtRisk = 0;
  for (const t of order) {
    if (mass[t] === 0) continue;
    if (used > tailMass * (1 + ROUNDING)) break;
    valueAtRisk = losses[t]!;
    sum += Math.max(0, Math.min(mass[t]!, tailMass - used)) * valueAtRisk;
    used += mass[t]!;
  }
  // A mean of losses of which the value at risk is the least: rounding must not take it out of their range.
  const greatest = losses[order.find((t) => mass[t]! > 0)!]!;
  const expectedShortfall = Math.min(greatest, Math.max(valueAtRisk, sum / tailMass));
  return { expectedShortfall, valueAtRisk, order };
}
