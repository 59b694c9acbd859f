/** The margins of a 2 × 2 table: group sizes and successes in all. */
export interface Margins {
  readonly first: number;
  readonly second: number;
  readonly successes: number;
}

/** The fewest and the most successes the first group can have. */
export function supportOf({ first, second, successes }: Margins): {
  readonly low: number;
  readonly high: number;
} {
  return { low: Math.max(0, successes - second), high: Math.min(successes, first) };
}

/**
 * Goes through Fisher's noncentral hypergeometric distribution from its most likely value, of weight 1, upwards and downwards, until the
 * weights fall below `least`: the steps are some standard deviations, however many cases there are.
 *
 * Each weight comes from its neighbour by a ratio of whole numbers, so the relative error stays that of some roundings.
 *
 * Source: R. A. Fisher, The logic of inductive inference, Journal of the Royal Statistical Society 98 (1935) 39–82.
 */
export function visitWeights(
  margins: Margins,
  odds: number,
  least: number,
  visit: (x: number, weight: number) => void,
): void {
  const { low, high } = supportOf(margins);
  const peak = peakOf(margins, odds);
  visit(peak, 1);
  for (let [x, weight] = [peak, 1]; x < high; ) {
    weight *= stepRatio(x, margins) * odds;
    if (weight < least) break;
    visit(++x, weight);
  }
  for (let [x, weight] = [peak, 1]; x > low; ) {
    weight /= stepRatio(--x, margins) * odds;
    if (weight < least) break;
    visit(x, weight);
  }
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

/** What is rarer than this beside the most likely value moves no digit of a sum. */
const NEGLIGIBLE = 1e-22;

/** Summarises the distribution at some odds about x. */
export function summariseAt(margins: Margins, odds: number, x: number): Summary {
  let [total, moment, upTo, onwards] = [0, 0, 0, 0];
  visitWeights(margins, odds, NEGLIGIBLE, (at, weight) => {
    total += weight;
    moment += weight * (at - x);
    if (at <= x) upTo += weight;
    if (at >= x) onwards += weight;
  });
  return { mean: x + moment / total, upTo: upTo / total, from: onwards / total };
}
