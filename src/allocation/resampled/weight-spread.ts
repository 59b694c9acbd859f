/** What many draws say of one weight. */
export interface WeightSpread {
  readonly mean: number;
  /** With divisor draws − 1. */
  readonly standardDeviation: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Mean, standard deviation and the band that holds the middle `coverage` of at least two draws of a weight. Sorts them.
 *
 * The running mean of weights that are all at a bound is exactly the bound.
 *
 * Source: B. P. Welford, Note on a method for calculating corrected sums of squares and products, Technometrics 4
 * (1962); quantiles of type 7 of R. J. Hyndman and Y. Fan (1996).
 */
export function spreadOf(draws: Float64Array, coverage: number): WeightSpread {
  let mean = 0;
  let squares = 0;
  draws.forEach((weight, d) => {
    const gap = weight - mean;
    mean += gap / (d + 1);
    squares += gap * (weight - mean);
  });
  const sorted = draws.sort();
  const tail = (1 - coverage) / 2;
  return {
    mean: mean + 0,
    standardDeviation: Math.sqrt(squares / (draws.length - 1)),
    low: ofSorted(sorted, tail) + 0,
    high: ofSorted(sorted, 1 - tail) + 0,
  };
}

function ofSorted(sorted: Float64Array, probability: number): number {
  const place = probability * (sorted.length - 1);
  const below = Math.floor(place);
  const here = sorted[below]!;
  const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return here + (place - below) * (next - here);
}
