import { makeReason, type Reason } from '../evidence/index.js';
import type { ProductUniverse } from '../products/index.js';
import { describe } from './describe.js';
import { findNearMisses } from './near-misses/find-near-misses.js';
import {
  fitParts,
  limitsInTheWay,
  type PreparedSelection,
  prepareSelection,
  type SelectionContext,
} from './prepare.js';
import type { NoSelection, SelectionResult } from './selection-result.js';
import type { SelectionTarget } from './target/target.js';

/**
 * Finds the products that come nearest to target weights of asset classes, and says why the others were not chosen.
 *
 * Products are screened first, as by `screenProducts`. Then the weights have the least tracking variance to the target by
 * look-through, or with `costAversion` the least sum of tracking variance and costs; among equal ones the least that they cost in
 * a year, one-off costs spread over `horizonYears` (5 by default; see `FitTerms.costAversion`); among those the most that is kept of `current`, then the most in the lowest id, then the next. With `amount` each product
 * has no weight or at least its minimum purchase; where that, or a number of products, gets in the way all choices are searched and
 * the answer is still exact, up to `maxNodes` fits. A target is a share or a range for each class: see `SelectionTarget`.
 *
 * Returns `selected`; `feasible` when the search ended at `maxNodes` with a selection and a gap; `empty` when no product is eligible
 * (the money that is not held already stays on deposit), with what would have to change; `infeasible` when the eligible ones cannot take the whole amount
 * under the limits and their minimums, with the kinds of limit that stand in the way; `no-convergence` when the search ended without a selection. Throws for a class that the
 * universe does not have, a target that no weights can sum to 1 in, and as `screenProducts` and `checkCovariance` do.
 *
 * @example
 * ```ts
 * import { compileProducts } from 'aptfolio/products';
 * import { selectProducts } from 'aptfolio/selection';
 *
 * const terms = {
 *   issuerRisk: 'R3', distributorRisk: 'R3', entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Balanced', lookThrough: { BOND: 0.5, EQUITY: 0.5 }, annualFee: 0.01 },
 *     { ...terms, id: 'B', name: 'Bonds', lookThrough: { BOND: 1 }, annualFee: 0.004 },
 *   ],
 *   ['BOND', 'EQUITY'],
 * );
 * const context = { level: 'C3', covariance: [[0.001, 0], [0, 0.04]] } as const;
 * const result = selectProducts({ BOND: 0.8, EQUITY: 0.2 }, universe, context);
 * result.status; // => 'selected'
 * result.weights; // => { A: 0.4, B: 0.6 }
 * result.weightedFee; // => 0.0064
 *
 * // Within ranges all that counts is the fee.
 * const ranges = { BOND: { min: 0.75, max: 0.9 }, EQUITY: { min: 0.1, max: 0.25 } };
 * selectProducts(ranges, universe, context).weights; // => { A: 0.2, B: 0.8 }
 * ```
 */
export function selectProducts(
  target: SelectionTarget,
  universe: ProductUniverse,
  context: SelectionContext,
): SelectionResult {
  const prepared = prepareSelection(target, universe, context);
  const { screening } = prepared;
  const held = heldOf(prepared);
  if (screening.eligible.length === 0 && held < 1 - ALL) {
    const count = universe.products.length;
    const code = held > 0 ? 'selection.nothing-eligible-beside' : 'selection.nothing-eligible';
    return nothing('empty', prepared, code, { count });
  }
  const { found, parts } = fitParts(prepared);
  switch (found.status) {
    case 'infeasible':
      return withReasons(
        nothing('infeasible', prepared, 'selection.cannot-be-invested'),
        limitsInTheWay(prepared),
      );
    case 'no-convergence':
      return nothing('no-convergence', prepared, 'selection.not-proved');
    default:
      return describe(found, parts, prepared);
  }
}

/** What is held may miss the whole by rounding. */
const ALL = 1e-9;

/** How much of what is to be invested is held already. */
function heldOf({ terms }: PreparedSelection): number {
  let sum = 0;
  for (const weight of terms.current.values()) sum += weight;
  return sum;
}

function withReasons(none: NoSelection, more: readonly Reason[]): NoSelection {
  return Object.freeze({ ...none, reasons: Object.freeze([...none.reasons, ...more]) });
}

function nothing(
  status: NoSelection['status'],
  { screening, lasting, context }: PreparedSelection,
  code: string,
  parameters: Readonly<Record<string, number>> = {},
): NoSelection {
  const reasons = Object.freeze([makeReason(code, 'block', parameters)]);
  const nearMisses = findNearMisses(screening, lasting, context);
  return Object.freeze({ status, reasons, nearMisses, ...screening });
}
