import {
  checkObject,
  checkOneOf,
  checkVector,
  type FieldsOf,
  refuseUnknown,
} from '../errors/index.js';
import {
  checkMinimum,
  checkProbability,
  checkSameLength,
  checkWeights,
  finite,
  sortedPairs,
} from './sample.js';

/** The named definitions of a weighted quantile. */
export const WEIGHTED_QUANTILE_DEFINITIONS = [
  /** The smallest value at which the weight so far reaches the share; always a value of the data. */
  'inverse-cdf',
  /** The same, but the mean of two neighbours where the weight so far meets the share exactly. */
  'averaged-inverse-cdf',
] as const;

/** A definition of a weighted quantile by name; see `WEIGHTED_QUANTILE_DEFINITIONS`. */
export type WeightedQuantileDefinition = (typeof WEIGHTED_QUANTILE_DEFINITIONS)[number];

/** How a weighted quantile is read off. */
export interface WeightedQuantileOptions {
  /** Default `averaged-inverse-cdf`: with equal weights its median is the ordinary median. */
  readonly definition?: WeightedQuantileDefinition;
}

/** Weights that differ by less than this share of their total are taken as equal. */
const TIE = 1e-12;

const OPTIONS: FieldsOf<WeightedQuantileOptions> = { definition: true };

/**
 * A quantile of values that count with weights: the balance that half of all assets are below, say.
 *
 * The order of the rows has no influence. Values of weight 0 count for nothing.
 *
 * @param values at least one finite number.
 * @param weights as many numbers of at least 0, not all 0, in any unit.
 * @param probability from 0 to 1, share of the total weight.
 * @throws AptfolioError `empty`, `length-mismatch`, `not-finite`, `out-of-range` or `unknown-value`.
 *
 * Source: definitions 1 and 2 of Hyndman and Fan (1996), the step function standing on the weights.
 *
 * @example
 * ```ts
 * import { weightedQuantile } from 'aptfolio/statistics';
 *
 * weightedQuantile([10, 20, 30], [1, 1, 2], 0.5); // => 25
 * weightedQuantile([10, 20, 30], [1, 1, 2], 0.5, { definition: 'inverse-cdf' }); // => 20
 * ```
 */
export function weightedQuantile(
  values: readonly number[] | Float64Array,
  weights: readonly number[] | Float64Array,
  probability: number,
  options: WeightedQuantileOptions = {},
): number {
  const sample = checkVector(values, 'values');
  checkMinimum(sample, 'values', 1);
  const weight = checkVector(weights, 'weights');
  checkSameLength(sample, weight, 'weights');
  checkWeights(weight, 'weights');
  const share = checkProbability(probability, 'probability');
  refuseUnknown(options, 'options', OPTIONS);
  const { definition = 'averaged-inverse-cdf' } = checkObject(options, 'options');
  const averaged =
    checkOneOf(definition, 'options.definition', WEIGHTED_QUANTILE_DEFINITIONS) ===
    'averaged-inverse-cdf';
  return readOff(stepsOf(sample, weight), share, averaged);
}

interface Step {
  readonly value: number;
  /** The weight of this value and of all smaller ones. */
  readonly reached: number;
}

function stepsOf(values: Float64Array, weights: Float64Array): readonly Step[] {
  const steps: Step[] = [];
  let reached = 0;
  for (const i of sortedPairs(values, weights)) {
    if (weights[i] === 0) continue;
    reached += weights[i]!;
    steps.push({ value: values[i]!, reached });
  }
  return steps;
}

function readOff(steps: readonly Step[], share: number, averaged: boolean): number {
  const total = steps[steps.length - 1]!.reached;
  const wanted = share * total;
  const tolerance = TIE * total;
  const index = steps.findIndex((step) => step.reached >= wanted - tolerance);
  const step = steps[index]!;
  const next = steps[index + 1];
  const meets = step.reached <= wanted + tolerance;
  if (!averaged || !meets || next === undefined) return step.value;
  return finite((step.value + next.value) / 2, 'values');
}
