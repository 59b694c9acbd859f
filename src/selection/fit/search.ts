import { compareFigures, EQUAL_OBJECTIVE, isBetter, settled } from './better.js';
import { type Fit, type FitProgram, fitOf } from './fit-program.js';
import {
  type Bound,
  childrenOf,
  type Node,
  programOf,
  rootOf,
  type SearchProblem,
  statesIn,
} from './node.js';
import { type FitQuestion, solveFit } from './solve-fit.js';
import { placeToSplit, type SplitReasons } from './split.js';
import { makeSwapper, type Swapper } from './swap-products.js';
import type { Candidate } from './swap-work.js';

/** The best fit that was found, and how far it is proved. */
export type SearchResult =
  | {
      readonly status: 'proved' | 'open';
      readonly fit: Fit;
      /** With the bounds of the choices that were made. */
      readonly program: FitProgram;
      /** No shares have an objective below this. */
      readonly bound: number;
      /** Fits solved. */
      readonly examined: number;
      /** What had to be searched for: the states of products, such as a minimum, their number, or what a purchase costs once. */
      readonly splitBy: SplitReasons;
    }
  | { readonly status: 'infeasible' | 'no-convergence'; readonly examined: number };

/** A fit takes longer where there are more products: so many products times fits are looked at unless more are asked for. */
const WORK = 25_000;

/** The fits after which a search among so many products ends by default: 2,000 among a dozen, 50 among 500. */
export function fitsFor(products: number): number {
  return Math.min(2_000, Math.max(50, Math.ceil(WORK / Math.max(1, products))));
}

/** It is looked around after 1, 2, 4, 8, … fits. */
const RARER = 2;

/**
 * From so many fits on all sets of products are looked at once, as soon as there is a fit to compare with, where there are not too many sets: a search that
 * ends sooner needs none of it.
 */
const FITS_BEFORE_ALL = 16;

/** How far a search is. */
interface Search {
  readonly problem: SearchProblem;
  readonly swapper: Swapper;
  readonly open: Node[];
  best: Candidate | undefined;
  examined: number;
  /** After how many fits it is looked around next. */
  nextLook: number;
  splitBy: SplitReasons;
  /** Whether the last node was split, so that its children come next. */
  isGoingDown: boolean;
  /** What cannot be ruled out of nodes that no solver could solve. */
  readonly unsolved: Node[];
  /** No objective is below this, as all sets of products show; nothing where they were not looked at. */
  least: number | undefined;
}

/**
 * The best fit in which every product is in one of its states, and their number is within its limits.
 *
 * All choices of states are searched, the most promising first; a branch ends where even with all of its states at once
 * it cannot be better than the best found, so what is found when no branch is left is the best.
 *
 * Source: A. H. Land and A. G. Doig, An automatic method of solving discrete programming problems,
 * Econometrica 28 (1960).
 */
export function searchFit(problem: SearchProblem): SearchResult {
  const search: Search = {
    problem,
    swapper: makeSwapper(problem),
    open: [rootOf(problem)],
    best: undefined,
    examined: 0,
    nextLook: 1,
    splitBy: { states: false, number: false, charges: false },
    isGoingDown: false,
    unsolved: [],
    least: undefined,
  };
  while (search.open.length > 0 && search.examined < problem.maxNodes) {
    look(search);
    if (search.examined >= FITS_BEFORE_ALL && search.best !== undefined) lookAtAll(search);
  }
  // Where nothing was found yet all sets may show that there is something, or that there is not.
  if (search.best === undefined && search.open.length > 0) lookAtAll(search);
  const { best, open, swapper } = search;
  // What cannot be proved is at least looked at more widely.
  if (best !== undefined && open.length > 0) search.best = swapper.improvedByPairs(best);
  return resultOf(search);
}

/** Looks at one node: it is done with, is the best so far, or is split. */
function look(search: Search): void {
  const { problem, open } = search;
  const node = takeNext(search);
  search.isGoingDown = false;
  if (!canBeBest(search, node.bound)) return;
  search.examined++;
  const worst = search.best && search.best.fit.objective + EQUAL_OBJECTIVE;
  const program = programOf(problem, node.states, worst);
  if (program === undefined) return;
  const result = solveFit({ ...program, likely: node.likely }, questionFor(search, node, program));
  if (result.status === 'no-convergence') search.unsolved.push(node);
  if (result.status !== 'fit') return;
  const { by } = result;
  const fit = { ...result.fit, z: settled(result.fit.z, program) };
  if (!canBeBest(search, { ...fit, by })) return;
  const split = placeToSplit(problem, node.states, fit);
  if (split === undefined) {
    search.best = { fit, program };
    return;
  }
  search.splitBy = { ...search.splitBy, [split.by]: true };
  if (split.by === 'charges') keepIfBest(search, statesIn(problem, node.states, fit), fit);
  open.push(...childrenOf(node, split, { ...fit, by }));
  // Looking around takes longer than a fit.
  if (search.examined >= search.nextLook) {
    search.nextLook *= RARER;
    lookAround(search, fit);
  }
  search.isGoingDown = true;
}

/** What a node's fit must be: one that is better anyway and will be split need not be the first in all orders. */
function questionFor({ best, problem }: Search, node: Node, program: FitProgram): FitQuestion {
  const least = node.bound?.objective ?? 0;
  // The root's fit says why there is something to search for.
  if (best === undefined || node.depth === 0) return { least };
  const isSplit = (fit: Fit): boolean =>
    placeToSplit(problem, node.states, { ...fit, z: settled(fit.z, program) }) !== undefined;
  return {
    least,
    worst: best.fit.objective + EQUAL_OBJECTIVE,
    isEnough: (fit, by) => isAhead({ ...fit, by }, best.fit) && isSplit(fit),
  };
}

/** Among so many products pairs are changed each time it is looked around. */
const FEW = 60;

/** Keeps what becomes of a fit that breaks rules when it is rounded and its products are swapped. */
function lookAround(search: Search, fit: Fit): void {
  const { problem, best, swapper } = search;
  if (best !== undefined && best.fit.objective <= EQUAL_OBJECTIVE) return;
  const rounded = swapper.rounded(fit);
  if (rounded === undefined) return;
  const isSmall = problem.program.products <= FEW;
  const found = isSmall ? swapper.improvedByPairs(rounded) : swapper.improved(rounded);
  if (best === undefined || isBetter(problem.program, found.fit, best.fit)) search.best = found;
}

/** Looks once at all sets of products; where nothing can come before the best of them, or no set keeps all rules, the search is over. */
function lookAtAll(search: Search): void {
  const { best, swapper, open, unsolved, least } = search;
  if (least !== undefined) return;
  const all = swapper.bestOfAll(best);
  search.least = all?.bound ?? Number.NEGATIVE_INFINITY;
  if (all === undefined) return;
  search.best = all.best;
  if (!all.isProved) return;
  open.length = 0;
  unsolved.length = 0;
}

/** A fit that keeps all rules and of which only not all costs were counted is one to compare with once they are. */
function keepIfBest(search: Search, states: Uint8Array, { z }: Fit): void {
  const program = programOf(search.problem, states);
  if (program === undefined) return;
  const fit = fitOf(program, z);
  if (canBeBest(search, { ...fit, by: 'ids' })) search.best = { fit, program };
}

/** From the most promising node straight down to a fit, so that there is soon a good one to compare with. */
function takeNext({ open, best, isGoingDown }: Search): Node {
  if (isGoingDown || best === undefined) return open.pop()!;
  let at = open.length - 1;
  for (let i = open.length - 2; i >= 0; i--) {
    if (comesBefore(open[i]!, open[at]!)) at = i;
  }
  return open.splice(at, 1)[0]!;
}

/** The better bound comes first; of equal ones the deeper node. */
function comesBefore(one: Node, other: Node): boolean {
  if (one.bound === undefined || other.bound === undefined) return other.bound !== undefined;
  const order = compareFigures(one.bound, other.bound);
  return order === 0 ? one.depth > other.depth : order < 0;
}

/** Whether a bound is better than a fit by what it is the first by. */
function isAhead(bound: Bound, fit: Fit): boolean {
  return bound.by === 'objective'
    ? bound.objective < fit.objective - EQUAL_OBJECTIVE
    : compareFigures(bound, fit) < 0;
}

/** Whether a bound is no worse than a fit by what it is the first by: what decides next may make it better. */
function isAsGood(bound: Bound, fit: Fit): boolean {
  return bound.by === 'objective'
    ? bound.objective <= fit.objective + EQUAL_OBJECTIVE
    : compareFigures(bound, fit) <= 0;
}

function canBeBest({ problem, best }: Search, bound: Bound | undefined): boolean {
  if (best === undefined || bound === undefined) return true;
  return bound.by === 'ids'
    ? isBetter(problem.program, bound, best.fit)
    : isAsGood(bound, best.fit);
}

function resultOf(search: Search): SearchResult {
  const { open, unsolved, best, examined, splitBy, least = Number.NEGATIVE_INFINITY } = search;
  const left = [...open, ...unsolved].filter(({ bound }) => canBeBest(search, bound));
  if (best === undefined) {
    return { status: left.length === 0 ? 'infeasible' : 'no-convergence', examined };
  }
  // Nothing is known of a root that was never solved, but no objective is below 0.
  const bounds = left.map(({ bound }) => bound?.objective ?? 0);
  const bound = Math.min(best.fit.objective, Math.max(least, Math.min(...bounds)));
  return { status: left.length === 0 ? 'proved' : 'open', ...best, bound, examined, splitBy };
}
