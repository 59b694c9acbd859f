import { inner } from '../../numerics/index.js';
import { tradingOf } from '../solve/portfolio.js';
import { varianceOf } from '../solve/risk-of.js';
import type { DiscreteModel } from './discrete-model.js';

/**
 * What a search makes as small as it can: half the variance less t times the return net of costs and fees.
 *
 * `fees` are those of lots, as a part of the value.
 */
export function valueAt(
  { problem, t }: Pick<DiscreteModel, 'problem' | 't'>,
  weights: Float64Array,
  fees: number,
): number {
  const { risk, active, benchmark, expectedReturn } = problem;
  const counted = active ? weights.map((weight, a) => weight - benchmark![a]!) : weights;
  const half = varianceOf(risk, counted).variance / 2;
  if (t === 0) return half;
  const cost = (tradingOf(problem, weights)?.cost ?? 0) + fees;
  return half - t * (inner(expectedReturn, weights) - cost);
}

/** The objective's value as it was stated: a utility that was maximised, else a variance. */
export function statedValue({ t }: Pick<DiscreteModel, 't'>, value: number): number {
  return (t > 0 ? -value / t : 2 * value) + 0;
}
