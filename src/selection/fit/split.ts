import { BOUGHT, distanceFrom, HOLDING, OUT } from './choices.js';
import { type Fit, type FitProgram, gradientOf, weightsOf } from './fit-program.js';
import type { SearchProblem } from './node.js';

/** What made a fit break rules that had then to be searched for. */
export interface SplitReasons {
  readonly states: boolean;
  readonly number: boolean;
  /** What is charged once for a purchase. */
  readonly charges: boolean;
}

/** One product whose states are to be told apart. */
export interface Split {
  readonly by: keyof SplitReasons;
  readonly product: number;
  /** Sets of states; the last is tried first. */
  readonly parts: readonly number[];
}

/** Where a fit breaks a rule, or else where its costs are not all counted; nothing where neither is. */
export function placeToSplit(
  problem: SearchProblem,
  states: Uint8Array,
  fit: Fit,
): Split | undefined {
  const { program, choices, minProducts, maxProducts } = problem;
  let worst: { readonly product: number; readonly away: number } | undefined;
  for (let j = 0; j < program.owner.length && program.owner[j]! >= 0; j++) {
    const product = program.owner[j]!;
    const choice = choices[product]!;
    const kept = choice.held > 0 ? fit.z[j++]! : 0;
    if (kept === 0 && fit.z[j] === 0 && states[product]! & OUT) continue;
    const away = distanceFrom(choice, states[product]!, kept, fit.z[j]!);
    if (away > (worst?.away ?? 0)) worst = { product, away };
  }
  if (worst !== undefined) return byState(worst.product, states[worst.product]!);
  const weights = weightsOf(program, fit.z);
  const number = weights.filter((weight) => weight > 0).length;
  if (number > maxProducts) return heldOrNot(largest(weights, states), states);
  if (number < minProducts) return heldOrNot(likeliest(program, fit, weights, states), states);
  return boughtOrNot(problem, states, fit);
}

/** Bought or not, bought first, of the purchase of which most is charged once and not counted. */
function boughtOrNot(
  { program: { once, owner }, choices }: SearchProblem,
  states: Uint8Array,
  { z }: Fit,
): Split | undefined {
  if (once === undefined) return undefined;
  let [product, most] = [-1, NO_CHARGE];
  owner.forEach((i, j) => {
    if (i < 0 || owner[j + 1] === i || z[j] === 0 || states[i] === BOUGHT) return;
    const { most: limit, held } = choices[i]!;
    const notCounted = once.byProduct[i]! * (1 - z[j]! / (limit - held));
    if (notCounted > most) [product, most] = [i, notCounted];
  });
  if (product < 0) return undefined;
  const allowed = states[product]!;
  return { by: 'charges', product, parts: [allowed & ~BOUGHT, allowed & BOUGHT] };
}

/** A charge this small, as a part of the whole amount in a year, is rounding. */
const NO_CHARGE = 1e-15;

function byState(product: number, states: number): Split {
  const parts = [OUT, ...HOLDING].map((state) => states & state);
  return { by: 'states', product, parts };
}

/** Held or not, held first: the places are soon taken, and then the rest is out. */
function heldOrNot(product: number, states: Uint8Array): Split {
  return { by: 'number', product, parts: [states[product]! & OUT, states[product]! & ~OUT] };
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
