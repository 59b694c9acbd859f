import { EQUAL_OBJECTIVE, isBetter } from './better.js';
import { OUT } from './choices.js';
import { type Fit, weightsOf } from './fit-program.js';
import type { SearchProblem } from './node.js';
import { swapPairs } from './swap-pairs.js';
import {
  type Candidate,
  candidateOf,
  lookBeside,
  MOST_FITS,
  type Swaps,
  swapsOf,
  TRIED,
  tryHolding,
  type Work,
} from './swap-work.js';
import { type AllTried, tryAll } from './try-all.js';

/** Finds better fits by changing one product for another. */
export interface Swapper {
  /** The fit that holds the products of the largest weights in shares that break rules; nothing where it breaks some too. */
  readonly rounded: (fit: Fit) => Candidate | undefined;
  /** A better fit by changing one product for another, adding one or leaving one out, as long as that helps. */
  readonly improved: (start: Candidate) => Candidate;
  /** The same, and changing two products for two others where no single change helps: dearer, and seldom in vain. */
  readonly improvedByPairs: (start: Candidate) => Candidate;
  /** What comes of looking at all sets of products; nothing where there are too many. */
  readonly bestOfAll: (start: Candidate | undefined) => AllTried | undefined;
}

/**
 * What a product promises in the place of another is worked out from the slopes and the curvature of the objective where the other is left out
 * and all the rest is fitted anew, so that few small fits are solved for hundreds of products.
 */
export function makeSwapper(problem: SearchProblem): Swapper {
  const swaps = swapsOf(problem);
  return {
    rounded: (fit) => candidateOf(swaps, roundedProducts(problem, fit)),
    improved: (start) => improve(swaps, start, () => false),
    improvedByPairs: (start) => improve(swaps, start, swapPairs),
    bestOfAll: (start) => tryAll(swaps, start),
  };
}

function roundedProducts(
  { program, choices, maxProducts }: SearchProblem,
  { z }: Fit,
): Set<number> {
  const weights = weightsOf(program, z);
  const held = Array.from(weights.keys())
    .filter((i) => weights[i]! > 0 && weights[i]! >= (choices[i]!.leastBought ?? 0) / 2)
    .sort((a, b) => weights[b]! - weights[a]! || a - b)
    .slice(0, Math.min(maxProducts, weights.length));
  return new Set(held);
}

function improve(swaps: Swaps, start: Candidate, goOn: (work: Work) => boolean): Candidate {
  const held = new Set<number>();
  weightsOf(start.program, start.fit.z).forEach((weight, i) => {
    if (weight > 0) held.add(i);
  });
  const work: Work = { ...swaps, held, objective: start.fit.objective, fits: 0 };
  if (swaps.problem.maxProducts === 1) tryEach(work);
  do swapUntilNoneHelps(work);
  while (work.objective > EQUAL_OBJECTIVE && goOn(work));
  const best = work.held === held ? undefined : candidateOf(swaps, work.held);
  return best && isBetter(swaps.problem.program, best.fit, start.fit) ? best : start;
}

/** Every product by itself: where one is all there may be, the slopes around none say little. */
function tryEach(work: Work): void {
  for (let i = 0; i < work.problem.program.products; i++) tryHolding(work, new Set([i]));
}

function swapUntilNoneHelps(work: Work): void {
  for (let last = Number.POSITIVE_INFINITY; work.objective < last && work.fits < MOST_FITS; ) {
    last = work.objective;
    swapEach(work);
  }
}

/** One round: the place of each product is tried with others, and last an additional product. */
function swapEach(work: Work): void {
  const { problem, states } = work;
  for (const out of [...work.held, undefined]) {
    if (work.objective <= EQUAL_OBJECTIVE) return;
    const stay = new Set(work.held);
    if (out === undefined) {
      if (stay.size >= problem.maxProducts) continue;
    } else {
      if (!(states[out]! & OUT) || !stay.delete(out)) continue;
      tryHolding(work, stay);
    }
    if (!work.held.has(out ?? -1) && out !== undefined) continue;
    for (const into of mostPromising(work, stay, out)) {
      if (work.fits >= MOST_FITS) return;
      if (tryHolding(work, new Set([...stay, into]))) break;
    }
  }
}

/** The products outside that promise the lowest objective, and a lower one than the best so far. */
function mostPromising(
  work: Work,
  stay: ReadonlySet<number>,
  out: number | undefined,
): readonly number[] {
  const { objective } = work;
  const around = lookBeside(work, stay);
  if (around === undefined) return [];
  const { from, slopes, residuals } = around;
  const promises: { readonly product: number; readonly value: number }[] = [];
  for (const { product, column, least, most } of work.incoming) {
    if (product === out || stay.has(product)) continue;
    const slope = slopes[column]!;
    if (slope >= 0 && from + least * slope >= objective) continue;
    const bend = residuals.variance(column);
    const wanted = Math.max(least, slope < 0 ? -slope / (2 * bend) : 0);
    const size = Math.min(most, wanted);
    const value = from + size * (slope + size * bend);
    if (value < objective - EQUAL_OBJECTIVE) promises.push({ product, value });
  }
  promises.sort((a, b) => a.value - b.value || a.product - b.product);
  return promises.slice(0, TRIED).map(({ product }) => product);
}
