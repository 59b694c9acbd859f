import type { Box } from './box.js';
import { branch } from './branch.js';
import { meetsSizes } from './breaches.js';
import { type Candidate, candidateAt } from './candidate.js';
import type { DiscreteModel } from './discrete-model.js';
import { fillLots } from './fill-lots.js';
import { wholeBox } from './node.js';
import { type OpenNode, pop, push } from './open-nodes.js';
import type { Relaxation } from './relaxation.js';
import { roundOff } from './round-off.js';
import { swapHoldings } from './swap-holdings.js';

/** When a search ends. */
export interface SearchLimits {
  readonly maxNodes: number;
  /** A relative gap that is good enough. */
  readonly gap: number;
  /** Whether any portfolio will do. */
  readonly first: boolean;
  readonly onProgress?:
    | ((nodes: number, best: number | undefined, bound: number) => boolean)
    | undefined;
}

/** What a search found. */
export interface Found {
  readonly best: Candidate | undefined;
  /** No portfolio has a lower value; ∞ where there is none. */
  readonly bound: number;
  /** The bound before any split. */
  readonly relaxation: number;
  readonly nodes: number;
  readonly ended: 'complete' | 'gap' | 'node-limit' | 'stopped';
}

/** Values that differ by less than this part are the same. */
const SAME = 1e-9;

/** Portfolios are reported on after so many nodes each. */
const REPORT = 100;

/** Every node is rounded off so often, and after that one in so many. */
const ROUND_ALWAYS = 50;
const ROUND_SOMETIMES = 8;

/**
 * Branch and bound: the best portfolio under all rules, with a bound that no portfolio passes.
 *
 * The box of lowest bound is next. Ties are broken by depth and age, so that the same problem gives the same tree.
 *
 * Source: A. H. Land and A. G. Doig, An automatic method of solving discrete programming problems, Econometrica 28 (1960);
 * D. Bienstock, Computational study of a family of mixed-integer quadratic programming problems, Mathematical
 * Programming 74 (1996), for portfolios.
 */
export function search(model: DiscreteModel, relax: Relaxation, limits: SearchLimits): Found {
  const state: State = {
    model,
    relax,
    limits,
    heap: [],
    best: undefined,
    left: Number.POSITIVE_INFINITY,
    isWithinGap: false,
    relaxation: Number.POSITIVE_INFINITY,
    nodes: 0,
    reported: 0,
    order: 0,
  };
  const whole = wholeBox(model);
  if (whole !== undefined) visit(state, whole, Number.NEGATIVE_INFINITY, 0);
  for (;;) {
    const next = pop(state.heap);
    if (next === undefined) return found(state, isGapLeft(state) ? 'gap' : 'complete');
    if (isHopeless(state, next.bound)) continue;
    const ended = ending(state, next.bound);
    if (ended !== undefined) {
      state.left = Math.min(state.left, next.bound);
      return found(state, ended);
    }
    for (const part of branch(model, next.box, next.weights)) {
      visit(state, part, next.bound, next.depth + 1);
    }
  }
}

interface State {
  readonly model: DiscreteModel;
  readonly relax: Relaxation;
  readonly limits: SearchLimits;
  readonly heap: OpenNode[];
  best: Candidate | undefined;
  /** The lowest bound of the boxes that were left with less than a full proof. */
  left: number;
  /** Whether any were left because they could gain little. */
  isWithinGap: boolean;
  relaxation: number;
  nodes: number;
  /** The nodes at the last report. */
  reported: number;
  order: number;
}

function found({ best, heap, left, relaxation, nodes }: State, ended: Found['ended']): Found {
  const open = heap[0]?.bound ?? Number.POSITIVE_INFINITY;
  const bound = Math.min(best?.value ?? Number.POSITIVE_INFINITY, left, open);
  return { best, bound, relaxation, nodes, ended };
}

function isGapLeft({ isWithinGap, best, left }: State): boolean {
  return isWithinGap && best !== undefined && left < best.value - SAME * Math.abs(best.value);
}

/** Whether a box cannot hold anything that is better by more than what is asked for. */
function isHopeless(state: State, bound: number): boolean {
  const { best, limits } = state;
  if (best === undefined) return false;
  if (bound >= best.value - SAME * Math.abs(best.value)) return true;
  if (!limits.first && bound < best.value - limits.gap * Math.abs(best.value)) return false;
  state.left = Math.min(state.left, bound);
  state.isWithinGap = true;
  return true;
}

function ending(state: State, bound: number): 'node-limit' | 'stopped' | undefined {
  const { limits, nodes, best } = state;
  if (nodes >= limits.maxNodes) return 'node-limit';
  if (limits.onProgress === undefined || nodes < state.reported + REPORT) return undefined;
  state.reported = nodes;
  return limits.onProgress(nodes, best?.value, bound) ? undefined : 'stopped';
}

/** Solves a box, looks for portfolios near its relaxed one, and keeps it for later if it may hold better ones. */
function visit(state: State, box: Box, parent: number, depth: number): void {
  const { model, relax, heap } = state;
  if (isHopeless(state, parent)) return;
  state.nodes++;
  const relaxed = relax(box);
  if (relaxed.status !== 'solved') {
    if (relaxed.status === 'unknown') state.left = Math.min(state.left, parent);
    return;
  }
  const bound = Math.max(parent, relaxed.bound);
  if (depth === 0) state.relaxation = bound;
  if (isHopeless(state, bound)) return;
  const { weights } = relaxed;
  if (meetsSizes(model, weights)) {
    const candidate = candidateAt(model, relax, weights);
    keep(state, candidate);
    if (candidate !== undefined && isHopeless(state, bound)) return;
  }
  lookAround(state, box, weights);
  if (!isHopeless(state, bound)) push(heap, { box, weights, bound, depth, order: state.order++ });
}

function keep(state: State, candidate: Candidate | undefined): void {
  if (candidate === undefined) return;
  if (state.best === undefined || candidate.value < state.best.value) state.best = candidate;
}

function lookAround(state: State, box: Box, weights: Float64Array): void {
  const { model, relax, nodes } = state;
  if (model.lots !== undefined) {
    // Looking for whole lots takes much longer than a node: it is done after 1, 2, 4, 8, … nodes.
    if ((nodes & (nodes - 1)) === 0) keep(state, fillLots(model, box, weights));
    return;
  }
  if (nodes > ROUND_ALWAYS && nodes % ROUND_SOMETIMES !== 0) return;
  const rounded = roundOff(model, box, weights);
  if (rounded !== undefined) keep(state, candidateAt(model, relax, rounded));
  // Swaps take hundreds of solutions: they are for searches that turn out to be long.
  if (nodes === ROUND_ALWAYS && state.best !== undefined) {
    keep(state, swapHoldings(model, relax, state.best, ROUNDS));
  }
}

/** Rounds of swaps. */
const ROUNDS = 3;
