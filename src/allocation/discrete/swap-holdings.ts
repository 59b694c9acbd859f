import { type Candidate, candidateAt } from './candidate.js';
import type { DiscreteModel } from './discrete-model.js';
import { SAME_WEIGHT } from './domain.js';
import type { Relaxation } from './relaxation.js';

/** A change must gain this part of the value to be worth another round. */
const GAIN = 1e-9;

/**
 * A better portfolio by changing one holding for another as long as that helps; each change asks for one solution.
 *
 * Not for whole lots.
 */
export function swapHoldings(
  model: DiscreteModel,
  relax: Relaxation,
  start: Candidate,
  rounds: number,
): Candidate {
  let best = start;
  for (let round = 0; round < rounds; round++) {
    const next = bestSwap(model, relax, best);
    if (next === undefined || !(next.value < best.value - GAIN * Math.abs(best.value))) return best;
    best = next;
  }
  return best;
}

function bestSwap(
  model: DiscreteModel,
  relax: Relaxation,
  { weights }: Candidate,
): Candidate | undefined {
  let best: Candidate | undefined;
  const isHeld = (a: number): boolean => Math.abs(weights[a]!) > SAME_WEIGHT;
  for (let out = 0; out < weights.length; out++) {
    if (!isHeld(out)) continue;
    for (let into = 0; into < weights.length; into++) {
      if (isHeld(into)) continue;
      const wanted = swapped(model, weights, out, into);
      const candidate = wanted === undefined ? undefined : candidateAt(model, relax, wanted);
      if (candidate !== undefined && !(candidate.value >= (best?.value ?? Infinity)))
        best = candidate;
    }
  }
  return best;
}

/** Nothing of one asset, and another at the least positive stretch that it may be held at. */
function swapped(
  { domains }: DiscreteModel,
  weights: Float64Array,
  out: number,
  into: number,
): Float64Array | undefined {
  const may = (a: number, fits: (low: number, high: number) => boolean): boolean =>
    domains[a]!.pieces.some(({ low, high }) => fits(low, high));
  if (!may(out, (low, high) => low <= 0 && high >= 0)) return undefined;
  const piece = domains[into]!.pieces.filter(({ high }) => high > SAME_WEIGHT).at(-1);
  if (piece === undefined) return undefined;
  const wanted = weights.slice();
  wanted[out] = 0;
  wanted[into] = (Math.max(0, piece.low) + piece.high) / 2;
  return wanted;
}
