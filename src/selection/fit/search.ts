import {
  BOUGHT,
  boundsOf,
  distanceFrom,
  KEPT,
  OUT,
  type ProductChoice,
  statesOf,
} from './choices.js';
import { type Fit, type FitProgram, type FitRow, gradientOf, weightsOf } from './fit-program.js';
import { solveFit } from './solve-fit.js';

/** What to fit, with rules that no weighted sum can express. */
export interface SearchProblem {
  /** Without the bounds of products, which follow from the choices. */
  readonly program: FitProgram;
  /** By product. */
  readonly choices: readonly ProductChoice[];
  readonly minProducts: number;
  readonly maxProducts: number;
  /** Fits after which the search ends with what it has. */
  readonly maxNodes: number;
}

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
      /** What had to be searched for: the states of products, such as a minimum, or their number. */
      readonly splitBy: SplitReasons;
    }
  | { readonly status: 'infeasible' | 'no-convergence'; readonly examined: number };

/** What made a fit break rules that had then to be searched for. */
export interface SplitReasons {
  readonly states: boolean;
  readonly number: boolean;
}

/** States that are still allowed, by product. */
interface Node {
  readonly states: Uint8Array;
  readonly depth: number;
  /** What is allowed can be no better than this. */
  readonly bound: Fit | undefined;
}

/** Weights this small are rounding, not a purchase. */
const NO_WEIGHT = 1e-11;

/** Fits this close in the objective, or in an order such as the fee, are equal and the next criterion decides. */
const EQUAL_OBJECTIVE = 1e-15;
const EQUAL_ORDER = 1e-12;

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
  const { maxNodes, choices } = problem;
  let best: { readonly fit: Fit; readonly program: FitProgram } | undefined;
  let examined = 0;
  let isGoingDown = false;
  let splitBy: SplitReasons = { states: false, number: false };
  const open: Node[] = [{ states: Uint8Array.from(choices, statesOf), depth: 0, bound: undefined }];
  while (open.length > 0) {
    // From the most promising node straight down to a fit, so that there is soon a good one to compare with.
    const node =
      isGoingDown || best === undefined ? open.pop()! : takeMostPromising(open, problem.program);
    isGoingDown = false;
    if (
      best !== undefined &&
      node.bound !== undefined &&
      !isBetter(problem, node.bound, best.fit)
    ) {
      continue;
    }
    if (examined === maxNodes) {
      open.push(node);
      break;
    }
    examined++;
    const program = programOf(problem, node.states);
    if (program === undefined) continue;
    const result = solveFit(program, best && best.fit.objective + EQUAL_OBJECTIVE);
    if (result.status === 'no-convergence') return { status: 'no-convergence', examined };
    if (result.status !== 'fit') continue;
    const fit = { ...result.fit, z: settled(result.fit.z, program) };
    if (best !== undefined && !isBetter(problem, fit, best.fit)) continue;
    const split = placeToSplit(problem, node.states, fit);
    if (split === undefined) {
      best = { fit, program };
      continue;
    }
    splitBy = { ...splitBy, [split.by]: true };
    open.push(...childrenOf(node, split, fit));
    isGoingDown = true;
  }
  const left = boundOf(open);
  if (best === undefined) {
    return { status: left === undefined ? 'infeasible' : 'no-convergence', examined };
  }
  const bound = left === undefined ? best.fit.objective : Math.min(left, best.fit.objective);
  return { status: left === undefined ? 'proved' : 'open', ...best, bound, examined, splitBy };
}

/** Takes out the node with the best bound; of equal ones the deepest, then the latest. */
function takeMostPromising(open: Node[], program: FitProgram): Node {
  let at = open.length - 1;
  for (let i = open.length - 2; i >= 0; i--) {
    if (comesBefore(open[i]!, open[at]!, program)) at = i;
  }
  const [node] = open.splice(at, 1);
  return node!;
}

function comesBefore(one: Node, other: Node, program: FitProgram): boolean {
  if (one.bound === undefined || other.bound === undefined) return other.bound !== undefined;
  const order = compareFigures(program, one.bound, other.bound);
  return order === 0 ? one.depth > other.depth : order < 0;
}

function boundOf(open: readonly Node[]): number | undefined {
  if (open.length === 0) return undefined;
  return open.reduce(
    (least, { bound }) => Math.min(least, bound?.objective ?? 0),
    Number.POSITIVE_INFINITY,
  );
}

/** The program of a node; nothing when no number of products can be right. */
function programOf(problem: SearchProblem, states: Uint8Array): FitProgram | undefined {
  const { program, choices, minProducts, maxProducts } = problem;
  const lower = program.lower.slice();
  const upper = program.upper.slice();
  const share = new Float64Array(lower.length);
  let certain = 0;
  let possible = 0;
  for (let j = 0; j < lower.length; ) {
    const product = program.owner[j]!;
    if (product < 0) break;
    const choice = choices[product]!;
    const allowed = states[product]!;
    if (allowed === 0) return undefined;
    const { kept, bought } = boundsOf(choice, allowed);
    const parts = choice.held > 0 ? [kept, bought] : [bought];
    for (const [least, most] of parts) {
      lower[j] = least;
      upper[j] = most;
      if (allowed & OUT && choice.most > 0) share[j] = 1 / choice.most;
      j++;
    }
    if (allowed !== OUT) possible++;
    if (!(allowed & OUT)) certain++;
  }
  if (certain > maxProducts || possible < minProducts) return undefined;
  const rows =
    possible > maxProducts ? [...program.rows, atMost(share, maxProducts - certain)] : program.rows;
  return { ...program, rows, lower, upper };
}

/** What is undecided, each as a part of its most, cannot come to more than the places that are left. */
function atMost(row: Float64Array, places: number): FitRow {
  return { row, lower: Number.NEGATIVE_INFINITY, upper: places };
}

interface Split {
  readonly by: keyof SplitReasons;
  readonly product: number;
  /** Sets of states; the last is tried first. */
  readonly parts: readonly number[];
}

/** Nodes that between them allow all that is allowed, and not the fit. */
function childrenOf(node: Node, { product, parts }: Split, bound: Fit): readonly Node[] {
  return parts
    .filter((part) => part !== 0)
    .map((part) => {
      const states = node.states.slice();
      states[product] = part;
      return { states, depth: node.depth + 1, bound };
    });
}

/** Where a fit breaks a rule; nothing when it keeps all. */
function placeToSplit(problem: SearchProblem, states: Uint8Array, fit: Fit): Split | undefined {
  const { program, choices, minProducts, maxProducts } = problem;
  let worst: { readonly product: number; readonly away: number } | undefined;
  for (let j = 0; j < program.owner.length && program.owner[j]! >= 0; j++) {
    const product = program.owner[j]!;
    const choice = choices[product]!;
    const kept = choice.held > 0 ? fit.z[j++]! : 0;
    const away = distanceFrom(choice, states[product]!, kept, fit.z[j]!);
    if (away > (worst?.away ?? 0)) worst = { product, away };
  }
  if (worst !== undefined) return byState(worst.product, states[worst.product]!);
  const weights = weightsOf(program, fit.z);
  const number = weights.filter((weight) => weight > 0).length;
  if (number > maxProducts) return heldOrNot(largest(weights, states), states);
  if (number < minProducts) return heldOrNot(likeliest(program, fit, weights, states), states);
  return undefined;
}

function byState(product: number, states: number): Split {
  const parts = [states & OUT, states & KEPT, states & BOUGHT];
  return { by: 'states', product, parts };
}

/** Held or not, held first: the places are soon taken, and then the rest is out. */
function heldOrNot(product: number, states: Uint8Array): Split {
  return { by: 'number', product, parts: [OUT, states[product]! & ~OUT] };
}

/** The most that is held of what may still be left out: more are held than may be, so there is one. */
function largest(weights: Float64Array, states: Uint8Array): number {
  let at = -1;
  weights.forEach((weight, i) => {
    if (weight > 0 && states[i]! & OUT && (at < 0 || weight > weights[at]!)) at = i;
  });
  return at;
}

/** What would cost the objective least of what is not held and may be: fewer are held than must be and could be, so there is one. */
function likeliest(
  program: FitProgram,
  fit: Fit,
  weights: Float64Array,
  states: Uint8Array,
): number {
  const gradient = gradientOf(program, fit.z);
  let at = -1;
  let least = Number.POSITIVE_INFINITY;
  program.owner.forEach((product, j) => {
    if (product < 0 || weights[product]! > 0 || !(states[product]! & ~OUT)) return;
    if (gradient[j]! < least) [at, least] = [product, gradient[j]!];
  });
  return at;
}

/** Puts shares that are at a bound but for rounding exactly there. */
function settled(z: Float64Array, { lower, upper }: FitProgram): Float64Array {
  return z.map((share, j) => {
    if (share - lower[j]! <= NO_WEIGHT) return lower[j]!;
    return upper[j]! - share <= NO_WEIGHT ? upper[j]! : share;
  });
}

/** Below 0 where one fit comes before another by its objective and the orders, ids apart. */
function compareFigures({ orders }: FitProgram, one: Fit, other: Fit): number {
  const objective = one.objective - other.objective;
  if (Math.abs(objective) > EQUAL_OBJECTIVE) return objective;
  for (const order of orders) {
    let difference = 0;
    for (let j = 0; j < order.length; j++) difference += order[j]! * (one.z[j]! - other.z[j]!);
    if (Math.abs(difference) > EQUAL_ORDER) return difference;
  }
  return 0;
}

/** Better by the objective, then by the orders, then by more weight in the lowest ids. */
function isBetter({ program }: SearchProblem, fit: Fit, than: Fit): boolean {
  const order = compareFigures(program, fit, than);
  if (order !== 0) return order < 0;
  const [weights, others] = [weightsOf(program, fit.z), weightsOf(program, than.z)];
  for (let i = 0; i < weights.length; i++) {
    const difference = weights[i]! - others[i]!;
    if (Math.abs(difference) > NO_WEIGHT) return difference > 0;
  }
  return false;
}
