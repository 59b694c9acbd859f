import { type Fit, type FitProgram, weightsOf } from './fit-program.js';

/** Weights this small are rounding, not a purchase. */
export const NO_WEIGHT = 1e-11;

/** Fits this close in the objective, or in an order such as the fee, are equal and the next criterion decides. */
export const EQUAL_OBJECTIVE = 1e-15;
const EQUAL_ORDER = 1e-12;

/** Below 0 where one fit comes before another by its objective and the orders, ids apart. */
export function compareFigures({ orders, once }: FitProgram, one: Fit, other: Fit): number {
  const objective = one.objective - other.objective;
  if (Math.abs(objective) > EQUAL_OBJECTIVE) return objective;
  for (const [place, order] of orders.entries()) {
    let difference = once?.order === place ? one.once - other.once : 0;
    for (let j = 0; j < order.length; j++) difference += order[j]! * (one.z[j]! - other.z[j]!);
    if (Math.abs(difference) > EQUAL_ORDER) return difference;
  }
  return 0;
}

/** Better by the objective, then by the orders, then by more weight in the lowest ids. */
export function isBetter(program: FitProgram, fit: Fit, than: Fit): boolean {
  const order = compareFigures(program, fit, than);
  if (order !== 0) return order < 0;
  const [weights, others] = [weightsOf(program, fit.z), weightsOf(program, than.z)];
  for (let i = 0; i < weights.length; i++) {
    const difference = weights[i]! - others[i]!;
    if (Math.abs(difference) > NO_WEIGHT) return difference > 0;
  }
  return false;
}
