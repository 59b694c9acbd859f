import { boundsOf, OUT, type ProductChoice, statesOf } from './choices.js';
import type { Fit, FitProgram, FitRow } from './fit-program.js';
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

/** States that are still allowed, by product. */
export interface Node {
  readonly states: Uint8Array;
  readonly depth: number;
  /** What is allowed can be no better than this. */
  readonly bound: Fit | undefined;
}

/** The node in which everything is allowed that may be at all. */
export function rootOf({ choices }: SearchProblem): Node {
  return { states: Uint8Array.from(choices, statesOf), depth: 0, bound: undefined };
}

/** The program of a node; nothing when no number of products can be right. */
export function programOf(problem: SearchProblem, states: Uint8Array): FitProgram | undefined {
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

/** Nodes that between them allow all that is allowed, and not the fit. */
export function childrenOf(node: Node, { product, parts }: Split, bound: Fit): readonly Node[] {
  return parts
    .filter((part) => part !== 0)
    .map((part) => {
      const states = node.states.slice();
      states[product] = part;
      return { states, depth: node.depth + 1, bound };
    });
}
