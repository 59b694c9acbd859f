/** The margins of a 2 × 2 table: group sizes and successes in all. */
export interface Margins {
  readonly first: number;
  readonly second: number;
  readonly successes: number;
}

/** Relative probabilities of the successes of the first group, from `from` upwards. */
export interface Weights {
  readonly from: number;
  readonly weights: Float64Array;
}

/** The fewest and the most successes the first group can have. */
export function supportOf({ first, second, successes }: Margins): {
  readonly low: number;
  readonly high: number;
} {
  return { low: Math.max(0, successes - second), high: Math.min(successes, first) };
}

/**
 * Fisher's noncentral hypergeometric distribution, relative to its most likely value; what is below the smallest
 * double is left out.
 *
 * Each weight comes from its neighbour by a ratio of whole numbers, so the relative error stays that of some roundings.
 *
 * Source: R. A. Fisher, The logic of inductive inference, Journal of the Royal Statistical Society 98 (1935) 39–82.
 */
export function noncentralWeights(margins: Margins, odds: number): Weights {
  const { low, high } = supportOf(margins);
  const peak = peakOf(margins, odds);
  const above: number[] = [];
  let weight = 1;
  for (let x = peak; x < high; x++) {
    weight *= stepRatio(x, margins) * odds;
    if (weight === 0) break;
    above.push(weight);
  }
  const below: number[] = [];
  weight = 1;
  for (let x = peak - 1; x >= low; x--) {
    weight /= stepRatio(x, margins) * odds;
    if (weight === 0) break;
    below.push(weight);
  }
  return {
    from: peak - below.length,
    weights: Float64Array.from([...below.reverse(), 1, ...above]),
  };
}

/** P(x + 1)/P(x) with equal odds. */
function stepRatio(x: number, { first, second, successes }: Margins): number {
  return ((first - x) / (x + 1)) * ((successes - x) / (second - successes + x + 1));
}

/** The most likely value: the first from which a step up no longer gains. */
function peakOf(margins: Margins, odds: number): number {
  let { low, high } = supportOf(margins);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (stepRatio(middle, margins) * odds > 1) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Mean, and the shares from the lower and from the upper end up to and including x. */
export interface Summary {
  readonly mean: number;
  readonly upTo: number;
  readonly from: number;
}

/** Summarises the distribution at some odds about x. */
export function summariseAt(margins: Margins, odds: number, x: number): Summary {
  const { from, weights } = noncentralWeights(margins, odds);
  let [total, moment, upTo, onwards] = [0, 0, 0, 0];
  weights.forEach((weight, i) => {
    total += weight;
    moment += weight * (from + i - x);
    if (from + i <= x) upTo += weight;
    if (from + i >= x) onwards += weight;
  });
  return { mean: x + moment / total, upTo: upTo / total, from: onwards / total };
}
