import { ROUNDING } from '../drift/drift-of.js';

/** Values after trading, and what was traded. */
export interface Traded {
  readonly values: Float64Array;
  readonly bought: number;
  readonly sold: number;
  readonly cost: number;
}

/** What trading costs by asset class. */
export interface CostRates {
  readonly buyCosts: Float64Array;
  readonly sellCosts: Float64Array;
}

const PASSES = 60;

/**
 * Trades to weights of what is left once the trades are paid.
 *
 * What is left, V, solves V = value − cost(V). The cost changes by less than V does, so taking the last V again and again
 * leads to it.
 *
 * @param money what is there altogether, free money included.
 */
export function tradeTo(
  values: Float64Array,
  money: number,
  weights: Float64Array,
  rates: CostRates,
): Traded {
  let left = money;
  let traded = tradesTo(values, left, weights, rates);
  for (let pass = 0; pass < PASSES; pass++) {
    const next = money - traded.cost;
    if (next === left) break;
    left = next;
    traded = tradesTo(values, left, weights, rates);
  }
  return traded;
}

function tradesTo(
  values: Float64Array,
  left: number,
  weights: Float64Array,
  { buyCosts, sellCosts }: CostRates,
): Traded {
  let [bought, sold, cost] = [0, 0, 0];
  const after = weights.map((weight, i) => {
    const change = weight * left - values[i]!;
    // What differs by the last digits of a division is where it should be.
    if (Math.abs(change) <= ROUNDING * left) return values[i]!;
    if (change > 0) {
      bought += change;
      cost += change * buyCosts[i]!;
    } else {
      sold -= change;
      cost -= change * sellCosts[i]!;
    }
    return weight * left;
  });
  return { values: after, bought, sold, cost };
}
