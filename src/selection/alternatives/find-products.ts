import { inner, multiply } from '../../numerics/index.js';
import { yearlyCostsOf } from '../fit/charges.js';
import { BOUGHT, boundsOf, HOLDING, OUT, statesOf } from '../fit/choices.js';
import type { ProductParts } from '../fit/make-program.js';
import { type PreparedSelection, partsOf } from '../prepare.js';

/** Weights that were looked for, by product id. */
export type FoundWeights = ReadonlyMap<string, number>;

/** Few products with the figures by which they are compared. */
interface Candidate {
  /** Places of the products, ascending. */
  readonly places: readonly number[];
  readonly weights: readonly number[];
  /** Tracking variance and what costs weigh. */
  readonly objective: number;
  /** How much is in products with charges that cannot be told. */
  readonly unknown: number;
  /** What a year costs, one-off costs spread over the horizon. */
  readonly cost: number;
  /** How much of what is held today is kept. */
  readonly kept: number;
}

/** Figures this close are equal. */
const EQUAL_OBJECTIVE = 1e-15;
const EQUAL_ORDER = 1e-12;

/** Weights this small are rounding. */
const NO_WEIGHT = 1e-11;

/** A product that is held, in one of its states: something is kept of it, or all is kept and more is bought. */
interface Holding {
  /** The weights that the state allows. */
  readonly least: number;
  readonly most: number;
  /** What a year costs at a weight: `flat + slope × weight`. */
  readonly flat: number;
  readonly slope: number;
  /** Whether some of its charges cannot be told. */
  readonly isUnknown: boolean;
  /** What is kept at a weight: all of it, or what is held today. */
  readonly kept: number | 'all';
}

/** Products with what pairs of them need: their deviation from the aim, and its product with the covariance. */
interface Field {
  readonly parts: ProductParts;
  /** By product: the states in which it may be held. */
  readonly holdings: readonly (readonly Holding[])[];
  readonly deviations: readonly Float64Array[];
  readonly slopes: readonly Float64Array[];
  /** The products of which a part cannot be sold. */
  readonly locked: readonly number[];
}

/** The best portfolio of one product or of at most two; nothing when there is none. */
export function bestOf(
  number: 1 | 2,
  prepared: PreparedSelection,
  aim: Float64Array,
): FoundWeights | undefined {
  const field = fieldOf(prepared, aim);
  let best: Candidate | undefined;
  const consider = (candidates: readonly Candidate[]): void => {
    for (const one of candidates) if (isBetter(one, best)) best = one;
  };
  const places = [...field.holdings.keys()].filter((i) => field.holdings[i]!.length > 0);
  const isWhole = (...held: readonly number[]): boolean =>
    field.locked.every((place) => held.includes(place));
  for (const i of places) if (isWhole(i)) consider(singles(i, field));
  if (number === 2) {
    for (const i of places) {
      for (const j of places) if (j > i && isWhole(i, j)) consider(pairs(i, j, field));
    }
  }
  if (best === undefined) return undefined;
  const { weights } = best;
  return new Map(best.places.map((place, k) => [field.parts.products[place]!.id, weights[k]!]));
}

function fieldOf(prepared: PreparedSelection, aim: Float64Array): Field {
  // Limits of the selection are not those of one product that stands for all.
  const { terms } = prepared;
  const free = { ...terms, maxWeightPerProduct: 1, maxWeightOfProduct: new Map<string, number>() };
  const parts = partsOf({ ...prepared, terms: free });
  const deviations = parts.exposures.map((exposure) => exposure.map((share, k) => share - aim[k]!));
  return {
    parts,
    holdings: parts.products.map((_, i) => holdingsOf(i, parts)),
    deviations,
    slopes: deviations.map((deviation) => multiply(terms.covariance, deviation)),
    locked: parts.choices.flatMap(({ locked }, i) => (locked > 0 ? [i] : [])),
  };
}

function holdingsOf(i: number, { choices, charges, terms }: ProductParts): Holding[] {
  const choice = choices[i]!;
  const { unknown } = charges[i]!;
  const yearly = yearlyCostsOf(charges[i]!, terms.horizonYears);
  const allowed = statesOf(choice) & ~OUT;
  return HOLDING.filter((state) => allowed & state).map((state) => {
    const { kept, bought } = boundsOf(choice, state);
    const limits = {
      least: Math.max(kept[0] + bought[0], NO_WEIGHT),
      most: kept[1] + bought[1],
    };
    return state !== BOUGHT
      ? { ...limits, flat: 0, slope: yearly.kept, isUnknown: unknown.performance, kept: 'all' }
      : {
          ...limits,
          flat: (yearly.kept - yearly.bought) * choice.held + yearly.once,
          slope: yearly.bought,
          isUnknown: unknown.performance || unknown.sums,
          kept: choice.held,
        };
  });
}

function singles(i: number, { parts, holdings, deviations, slopes }: Field): Candidate[] {
  const variance = inner(deviations[i]!, slopes[i]!);
  return holdings[i]!.filter(({ least, most }) => least <= 1 && most >= 1).map((one) => ({
    places: [i],
    weights: [1],
    objective: variance + parts.terms.costAversion * (one.flat + one.slope),
    unknown: one.isUnknown ? 1 : 0,
    cost: one.flat + one.slope,
    kept: keptAt(1, one),
  }));
}

function keptAt(weight: number, { kept }: Holding): number {
  return kept === 'all' ? weight : kept;
}

/** The best weights of two products in each of their states; nothing where the states leave no room. */
function pairs(i: number, j: number, field: Field): Candidate[] {
  const { parts, holdings, deviations, slopes } = field;
  const own = inner(deviations[i]!, slopes[i]!);
  const other = inner(deviations[j]!, slopes[j]!);
  const both = inner(deviations[i]!, slopes[j]!);
  const { costAversion } = parts.terms;
  return holdings[i]!.flatMap((one) =>
    holdings[j]!.flatMap((two): Candidate[] => {
      const lower = Math.max(one.least, 1 - two.most);
      const upper = Math.min(one.most, 1 - two.least);
      if (lower > upper) return [];
      // Of a·i + (1 − a)·j the objective is a parabola in a; where it is flat unknown charges decide, then costs, what is kept, and the id.
      const bend = own - 2 * both + other;
      const lean = other - both + (costAversion * (two.slope - one.slope)) / 2;
      const keeps = Number(one.kept === 'all') - Number(two.kept === 'all');
      const told = Number(two.isUnknown) - Number(one.isUnknown);
      const gain = told || two.slope - one.slope || keeps;
      const lowest = bend > EQUAL_OBJECTIVE ? lean / bend : gain >= 0 ? upper : lower;
      const a = Math.min(upper, Math.max(lower, lowest));
      const variance = a * a * own + 2 * a * (1 - a) * both + (1 - a) * (1 - a) * other;
      const cost = one.flat + a * one.slope + two.flat + (1 - a) * two.slope;
      return [
        {
          places: [i, j],
          weights: [a, 1 - a],
          objective: variance + costAversion * cost,
          unknown: a * Number(one.isUnknown) + (1 - a) * Number(two.isUnknown),
          cost,
          kept: keptAt(a, one) + keptAt(1 - a, two),
        },
      ];
    }),
  );
}

/** Better by the objective, by what is known of charges, by costs, by what is kept; the first of equals stays, and ids ascend. */
function isBetter(one: Candidate, than: Candidate | undefined): boolean {
  if (than === undefined) return true;
  const objective = one.objective - than.objective;
  if (Math.abs(objective) > EQUAL_OBJECTIVE) return objective < 0;
  for (const order of ['unknown', 'cost'] as const) {
    const difference = one[order] - than[order];
    if (Math.abs(difference) > EQUAL_ORDER) return difference < 0;
  }
  return one.kept - than.kept > EQUAL_ORDER;
}
