import type { DriftLine } from '../drift/drift.js';
import { shareIn } from './fewest-trades.js';
import { openLimits } from './limits.js';
import { measureWeights } from './measure.js';
import { capsPassed } from './nearest-within-caps.js';
import type { Occasion } from './situation.js';
import { roundingIn } from './weights-of.js';

/**
 * The places that may be sold once free money has been used: of what is then out of its band, what stands above it, and where that is
 * not enough for what stands below, whatever is above its target; and what is above its most.
 *
 * @param weights what is reached so far.
 * @param before the places that were sold for it.
 */
export function placesToSell(
  occasion: Occasion,
  weights: Float64Array,
  before: ReadonlySet<number>,
): ReadonlySet<number> {
  const { account, aim, inside } = occasion;
  const { breached } = account.history;
  const { drift } = measureWeights(account.holdings, weights, aim, inside, breached);
  const out = drift.lines.filter(({ triggered }) => triggered);
  // What trades have brought to its target is there but for their rounding.
  const rounding = roundingIn(occasion);
  const isAbove = (line: DriftLine): boolean => line.drift > rounding;
  const places = new Set([
    ...before,
    ...placesAboveMost(occasion, weights),
    ...placesIn(out.filter(isAbove), occasion),
  ]);
  if (places.size > before.size || out.every(isAbove)) return places;
  return new Set([...before, ...placesIn(drift.lines.filter(isAbove), occasion)]);
}

function placesIn(lines: readonly DriftLine[], { account, inside }: Occasion): readonly number[] {
  return [...account.holdings.keys()].filter((place) => {
    const holding = account.holdings[place]!;
    return holding.value > 0n && lines.some((line) => shareIn(line, holding, inside) > 0);
  });
}

/** What is above the most of its own, or counts in a cap that is passed. */
function placesAboveMost(occasion: Occasion, weights: Float64Array): readonly number[] {
  const { account, bounds } = occasion;
  const passed = capsPassed(occasion, openLimits(occasion), weights);
  return [...account.holdings.keys()].filter((place) => {
    const { value } = account.holdings[place]!;
    const isPassed = passed.some(({ parts }) => parts[place] !== 0n);
    return value > bounds[place]!.high || (value > 0n && isPassed);
  });
}
