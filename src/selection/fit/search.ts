import { compareFigures, EQUAL_OBJECTIVE, isBetter, NO_WEIGHT } from './better.js';
import { type Fit, type FitProgram, fitOf } from './fit-program.js';
import { childrenOf, type Node, programOf, rootOf, type SearchProblem, statesIn } from './node.js';
import { solveFit } from './solve-fit.js';
import { placeToSplit, type SplitReasons } from './split.js';

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

/** How far a search is. */
interface Search {
  readonly problem: SearchProblem;
  readonly open: Node[];
  best: { readonly fit: Fit; readonly program: FitProgram } | undefined;
  examined: number;
  splitBy: SplitReasons;
  /** Whether the last node was split, so that its children come next. */
  isGoingDown: boolean;
  /** What cannot be ruled out of nodes that no solver could solve. */
  readonly unsolved: Node[];
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
    open: [rootOf(problem)],
    best: undefined,
    examined: 0,
    splitBy: { states: false, number: false, charges: false },
    isGoingDown: false,
    unsolved: [],
  };
  while (search.open.length > 0 && search.examined < problem.maxNodes) look(search);
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
  const result = solveFit(program, worst);
  if (result.status === 'no-convergence') search.unsolved.push(node);
  if (result.status !== 'fit') return;
  const fit = { ...result.fit, z: settled(result.fit.z, program) };
  if (!canBeBest(search, fit)) return;
  const split = placeToSplit(problem, node.states, fit);
  if (split === undefined) {
    search.best = { fit, program };
    return;
  }
  search.splitBy = { ...search.splitBy, [split.by]: true };
  if (split.by === 'charges') keepIfBest(search, statesIn(problem, node.states, fit), fit);
  open.push(...childrenOf(node, split, fit));
  search.isGoingDown = true;
}

/** A fit that keeps all rules and of which only not all costs were counted is one to compare with once they are. */
function keepIfBest(search: Search, states: Uint8Array, { z }: Fit): void {
  const program = programOf(search.problem, states);
  if (program === undefined) return;
  const fit = fitOf(program, z);
  if (canBeBest(search, fit)) search.best = { fit, program };
}

/** From the most promising node straight down to a fit, so that there is soon a good one to compare with. */
function takeNext({ open, best, isGoingDown, problem }: Search): Node {
  if (isGoingDown || best === undefined) return open.pop()!;
  let at = open.length - 1;
  for (let i = open.length - 2; i >= 0; i--) {
    if (comesBefore(open[i]!, open[at]!, problem.program)) at = i;
  }
  return open.splice(at, 1)[0]!;
}

/** The better bound comes first; of equal ones the deeper node. */
function comesBefore(one: Node, other: Node, program: FitProgram): boolean {
  if (one.bound === undefined || other.bound === undefined) return other.bound !== undefined;
  const order = compareFigures(program, one.bound, other.bound);
  return order === 0 ? one.depth > other.depth : order < 0;
}

function canBeBest({ problem, best }: Search, bound: Fit | undefined): boolean {
  return best === undefined || bound === undefined || isBetter(problem.program, bound, best.fit);
}

/** Puts shares that are at a bound but for rounding exactly there. */
function settled(z: Float64Array, { lower, upper }: FitProgram): Float64Array {
  return z.map((share, j) => {
    if (share - lower[j]! <= NO_WEIGHT) return lower[j]!;
    return upper[j]! - share <= NO_WEIGHT ? upper[j]! : share;
  });
}

function resultOf(search: Search): SearchResult {
  const { open, unsolved, best, examined, splitBy } = search;
  const left = [...open, ...unsolved].filter(({ bound }) => canBeBest(search, bound));
  if (best === undefined) {
    return { status: left.length === 0 ? 'infeasible' : 'no-convergence', examined };
  }
  // Nothing is known of a root that was never solved, but no objective is below 0.
  const bounds = left.map(({ bound }) => bound?.objective ?? 0);
  const bound = Math.min(best.fit.objective, ...bounds);
  return { status: left.length === 0 ? 'proved' : 'open', ...best, bound, examined, splitBy };
}
