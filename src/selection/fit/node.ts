import { BOUGHT, boundsOf, OUT, type ProductChoice, statesOf } from './choices.js';
import type { Fit, FitProgram, FitRow } from './fit-program.js';
import { mostNearAim } from './most-near-aim.js';
import type { FirstBy } from './solve-fit.js';
import type { Split } from './split.js';

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

/** A fit that nothing comes before, by so much. */
export interface Bound extends Fit {
  readonly by: FirstBy;
}

/** States that are still allowed, by product. */
export interface Node {
  readonly states: Uint8Array;
  readonly depth: number;
  /** What is allowed can be no better than this, as far as it is the first. */
  readonly bound: Bound | undefined;
  /** Columns that fits of wider nodes hold. */
  readonly likely: Uint8Array;
}

/** The node in which everything is allowed that may be at all. */
export function rootOf({ choices, program }: SearchProblem): Node {
  return {
    states: Uint8Array.from(choices, statesOf),
    depth: 0,
    bound: undefined,
    likely: new Uint8Array(program.owner.length),
  };
}

/**
 * The program of a node; nothing when no number of products can be right.
 *
 * @param worst an objective; the program may leave out shares that are worse. Default none.
 */
export function programOf(
  problem: SearchProblem,
  states: Uint8Array,
  worst: number = Number.POSITIVE_INFINITY,
): FitProgram | undefined {
  const { program, choices, minProducts, maxProducts } = problem;
  const lower = program.lower.slice();
  const upper = program.upper.slice();
  let certain = 0;
  let possible = 0;
  for (const allowed of states) {
    if (allowed === 0) return undefined;
    if (allowed !== OUT) possible++;
    if (!(allowed & OUT)) certain++;
  }
  if (certain > maxProducts || possible < minProducts) return undefined;
  // Where all places are taken the rest is out.
  const isFull = possible > maxProducts && certain === maxProducts;
  const share = new Float64Array(lower.length);
  for (let j = 0; j < lower.length; ) {
    const product = program.owner[j]!;
    if (product < 0) break;
    const choice = choices[product]!;
    const allowed = isFull && states[product]! & OUT ? OUT : states[product]!;
    const { kept, bought } = boundsOf(choice, allowed);
    const parts = choice.held > 0 ? [kept, bought] : [bought];
    for (const [least, most] of parts) {
      lower[j] = least;
      upper[j] = most;
      if (allowed & OUT && choice.most > 0) share[j] = 1 / choice.most;
      j++;
    }
  }
  const rows =
    possible > maxProducts && !isFull
      ? [...program.rows, atMost(share, maxProducts - certain)]
      : program.rows;
  return withOnce({ ...program, rows, lower, upper }, states, worst);
}

/** Counts what purchases cost once, by the states that are allowed. */
function withOnce(program: FitProgram, states: Uint8Array, worst: number): FitProgram {
  const { once, owner, orders, cost } = program;
  if (once === undefined) return program;
  const byColumn = new Float64Array(owner.length);
  const upper = program.upper.slice();
  const sure = once.byProduct.reduce((sum, one, i) => (states[i] === BOUGHT ? sum + one : sum), 0);
  const variance = varianceLeft(program, once.weight * sure, worst);
  owner.forEach((product, j) => {
    // What is bought is the last column of a product.
    if (product < 0 || owner[j + 1] === product || states[product] === BOUGHT) return;
    const charge = once.byProduct[product]!;
    if (charge === 0 || upper[j] === 0) return;
    upper[j] = Math.min(upper[j]!, mostNearAim(once.exposures[product]!, once.reach, variance));
    byColumn[j] = charge / upper[j]!;
  });
  const plus = (costs: Float64Array, weight: number): Float64Array =>
    costs.map((one, j) => one + weight * byColumn[j]!);
  return {
    ...program,
    upper,
    orders: orders.map((order, place) => (place === once.order ? plus(order, 1) : order)),
    once: { ...once, sure, byColumn },
    ...(cost && {
      cost: {
        byColumn: plus(cost.byColumn, once.weight),
        fixed: cost.fixed + once.weight * sure,
      },
    }),
  };
}

/** What an objective leaves for tracking variance at most: shares of products sum to 1, so they cost no less than the cheapest. */
function varianceLeft({ cost, owner, upper }: FitProgram, sure: number, worst: number): number {
  if (cost === undefined || worst === Number.POSITIVE_INFINITY) return worst;
  let least = Number.POSITIVE_INFINITY;
  owner.forEach((product, j) => {
    if (product >= 0 && upper[j]! > 0) least = Math.min(least, cost.byColumn[j]!);
  });
  return worst - (cost.fixed + sure + least) + ROUNDING * Math.abs(worst);
}

/** Digits of an objective behind this part of it are noise. */
const ROUNDING = 1e-12;

/** The states of what shares do: what is bought is, and what is not is not. */
export function statesIn({ program }: SearchProblem, states: Uint8Array, { z }: Fit): Uint8Array {
  const settled = states.slice();
  program.owner.forEach((product, j) => {
    if (product < 0 || program.owner[j + 1] === product) return;
    const allowed = states[product]!;
    const part = z[j]! > 0 ? allowed & BOUGHT : allowed & ~BOUGHT;
    settled[product] = part === 0 ? allowed : part;
  });
  return settled;
}

/** What is undecided, each as a part of its most, cannot come to more than the places that are left. */
function atMost(row: Float64Array, places: number): FitRow {
  return { row, lower: Number.NEGATIVE_INFINITY, upper: places };
}

/** Nodes that between them allow all that is allowed, and not the fit. */
export function childrenOf(node: Node, { product, parts }: Split, bound: Bound): readonly Node[] {
  const likely = node.likely.slice();
  bound.z.forEach((share, j) => {
    if (share > 0) likely[j] = 1;
  });
  return parts
    .filter((part) => part !== 0)
    .map((part) => {
      const states = node.states.slice();
      states[product] = part;
      return { states, depth: node.depth + 1, bound, likely };
    });
}
