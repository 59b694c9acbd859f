import { at, checkInteger, checkObject, checkRange, checkVector } from '../../errors/index.js';
import { findProduct, type ProductUniverse } from '../../products/index.js';
import type { FitTerms } from './fit-terms.js';
import type { ReadTerms } from './read-terms.js';

/** Years over which one-off costs are spread where nobody says how long the money stays: the holding period of `exAnteCosts`. */
const HORIZON_YEARS = 5;

/** Reads by what costs are counted. */
export function readCosts(
  context: FitTerms,
  universe: ProductUniverse,
): Pick<ReadTerms, 'costAversion' | 'horizonYears' | 'expectedReturn' | 'heldDays'> {
  const { costAversion = 0, horizonYears, expectedReturn } = context;
  checkRange(costAversion, 'context.costAversion', { min: 0, max: 1e6 });
  // Costs that are weighed against tracking ask for a horizon that somebody has chosen.
  const years =
    costAversion > 0 || horizonYears !== undefined
      ? checkRange(horizonYears, 'context.horizonYears', { min: 0.01, max: 100 })
      : HORIZON_YEARS;
  const path = 'context.expectedReturn';
  return {
    costAversion,
    horizonYears: years,
    expectedReturn:
      expectedReturn === undefined
        ? undefined
        : checkVector(expectedReturn, path, universe.assetClasses.length).map((one, i) =>
            checkRange(one, at(path, i), { exclusiveMin: -1, max: 10 }),
          ),
    heldDays: readHeldDays(context.heldDays, universe),
  };
}

function readHeldDays(value: unknown, universe: ProductUniverse): ReadonlyMap<string, number> {
  const path = 'context.heldDays';
  const days = value === undefined ? {} : checkObject(value, path);
  return new Map(
    Object.keys(days).map((id) => [
      findProduct(id, universe, at(path, id)).id,
      checkInteger(days[id], at(path, id), { min: 0 }),
    ]),
  );
}
