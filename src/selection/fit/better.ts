import { type Fit, type FitProgram, weightsOf } from './fit-program.js';

/** Weights this small are rounding, not a purchase. */
export const NO_WEIGHT = 1e-11;

/** Fits this close in the objective, or in an order such as the fee, are equal and the next criterion decides. */
export const EQUAL_OBJECTIVE = 1e-15;
const EQUAL_ORDER = 1e-12;

/** Below 0 where one fit comes before another by its objective and the orders, ids apart. */
export function compareFigures(one: Fit, other: Fit): number {
  const objective = one.objective - other.objective;
  if (Math.abs(objective) > EQUAL_OBJECTIVE) return objective;
  for (const [place, figure] of one.figures.entries()) {
    const difference = figure - other.figures[place]!;
    if (Math.abs(difference) > EQUAL_ORDER) return difference;
  }
  return 0;
}

/** Better by the objective, then by the orders, then by more weight in the lowest ids. */
export function isBetter(program: FitProgram, fit: Fit, than: Fit): boolean {
  const order = compareFigures(fit, than);
  if (order !== 0) return order < 0;
  const [weights, others] = [weightsOf(program, fit.z), weightsOf(program, than.z)];
  for (let i = 0; i < weights.length; i++) {
    const difference = weights[i]! - others[i]!;
    if (Math.abs(difference) > NO_WEIGHT) return difference > 0;
  }
  return false;
}

/** Puts shares that are at a bound but for rounding exactly there. */
export function settled(z: Float64Array, { lower, upper }: FitProgram): Float64Array {
  return z.map((share, j) => {
    if (share - lower[j]! <= NO_WEIGHT) return lower[j]!;
    return upper[j]! - share <= NO_WEIGHT ? upper[j]! : share;
  });
}
