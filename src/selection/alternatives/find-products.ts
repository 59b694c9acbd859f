import { inner, multiply } from '../../numerics/index.js';
import { BOUGHT, statesOf } from '../fit/choices.js';
import type { ProductParts } from '../fit/make-program.js';
import { type PreparedSelection, partsOf } from '../prepare.js';

/** Weights that were looked for, by product id. */
export type FoundWeights = ReadonlyMap<string, number>;

/** Costs and tracking variance of few products, by which they are compared. */
interface Candidate {
  /** Places of the products, ascending. */
  readonly places: readonly number[];
  readonly weights: readonly number[];
  readonly objective: number;
  readonly fee: number;
}

/** Objectives and fees this close are equal. */
const EQUAL_OBJECTIVE = 1e-15;
const EQUAL_FEE = 1e-12;

/** Weights this small are rounding. */
const NO_WEIGHT = 1e-11;

/** Products with what pairs of them need: their deviation from the aim, and its product with the covariance. */
interface Field {
  readonly parts: ProductParts;
  readonly places: readonly number[];
  readonly deviations: readonly Float64Array[];
  readonly slopes: readonly Float64Array[];
  /** What each adds to the objective for its costs. */
  readonly costs: Float64Array;
  readonly least: Float64Array;
}

/** The best portfolio of one product or of two, of all that may be bought; nothing when there is none. */
export function bestOf(
  number: 1 | 2,
  prepared: PreparedSelection,
  aim: Float64Array,
): FoundWeights | undefined {
  const field = fieldOf(prepared, aim);
  let best: Candidate | undefined;
  for (const i of field.places) {
    const one = single(i, field);
    if (isBetter(one, best)) best = one;
    if (number === 1) continue;
    for (const j of field.places) {
      if (j <= i) continue;
      const two = pair(i, j, field);
      if (two !== undefined && isBetter(two, best)) best = two;
    }
  }
  if (best === undefined) return undefined;
  const { places, weights } = best;
  return new Map(places.map((place, k) => [field.parts.products[place]!.id, weights[k]!]));
}

function fieldOf(prepared: PreparedSelection, aim: Float64Array): Field {
  // Limits of the selection are not those of one product that stands for all.
  const { terms } = prepared;
  const free = { ...terms, maxWeightPerProduct: 1, maxWeightOfProduct: new Map<string, number>() };
  const parts = partsOf({ ...prepared, terms: free });
  const { exposures, choices, products, entryShares } = parts;
  const deviations = exposures.map((exposure) => exposure.map((share, k) => share - aim[k]!));
  const years = terms.horizonYears ?? Number.POSITIVE_INFINITY;
  return {
    parts,
    places: [...choices.keys()].filter((i) => statesOf(choices[i]!) & BOUGHT),
    deviations,
    slopes: deviations.map((deviation) => multiply(terms.covariance, deviation)),
    costs: Float64Array.from(
      products,
      ({ annualFee }, i) => terms.costAversion * (annualFee + entryShares[i]! / years),
    ),
    least: Float64Array.from(choices, ({ leastBought, held }) => held + (leastBought ?? 0)),
  };
}

function single(i: number, { parts, deviations, slopes, costs }: Field): Candidate {
  return {
    places: [i],
    weights: [1],
    objective: inner(deviations[i]!, slopes[i]!) + costs[i]!,
    fee: parts.products[i]!.annualFee,
  };
}

/** The best weights of two products between their minimums; nothing where both minimums do not fit. */
function pair(i: number, j: number, field: Field): Candidate | undefined {
  const { parts, deviations, slopes, costs, least } = field;
  const [lower, upper] = [Math.max(least[i]!, NO_WEIGHT), 1 - Math.max(least[j]!, NO_WEIGHT)];
  if (lower > upper) return undefined;
  const own = inner(deviations[i]!, slopes[i]!);
  const other = inner(deviations[j]!, slopes[j]!);
  const both = inner(deviations[i]!, slopes[j]!);
  const [fee, otherFee] = [parts.products[i]!.annualFee, parts.products[j]!.annualFee];
  // Of a·i + (1 − a)·j the objective is a parabola in a.
  const bend = own - 2 * both + other;
  const lean = other - both + (costs[j]! - costs[i]!) / 2;
  const isFlat = bend <= EQUAL_OBJECTIVE;
  const gain = isFlat ? costs[j]! - costs[i]! || otherFee - fee : 0;
  const lowest = isFlat ? (gain >= 0 ? upper : lower) : lean / bend;
  const a = Math.min(upper, Math.max(lower, lowest));
  const objective =
    a * a * own +
    2 * a * (1 - a) * both +
    (1 - a) * (1 - a) * other +
    a * costs[i]! +
    (1 - a) * costs[j]!;
  return { places: [i, j], weights: [a, 1 - a], objective, fee: a * fee + (1 - a) * otherFee };
}

/** Better by the objective, then by the fee; the first of equals stays, and ids ascend. */
function isBetter(one: Candidate, than: Candidate | undefined): boolean {
  if (than === undefined) return true;
  const objective = one.objective - than.objective;
  if (Math.abs(objective) > EQUAL_OBJECTIVE) return objective < 0;
  return one.fee - than.fee < -EQUAL_FEE;
}
