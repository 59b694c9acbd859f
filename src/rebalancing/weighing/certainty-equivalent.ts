import type { Holding } from '../account/read-holdings.js';
import type { Weights } from '../reach/measure.js';
import { type Utility, utilityOf } from '../utility.js';

/** The certainty-equivalent annual return of weights, after the charges that the utility counts; decimal fraction. */
export function certaintyEquivalent(
  utility: Utility,
  holdings: readonly Holding[],
  { products, classes }: Pick<Weights, 'products' | 'classes'>,
): number {
  return utilityOf(utility, classes) - yearlyChargesOf(utility, holdings, (i) => products[i]!) + 0;
}

/** What the products of a portfolio charge in a year, decimal fraction; 0 where the utility does not count it. */
export function yearlyChargesOf(
  utility: Utility,
  holdings: readonly Holding[],
  weightOf: (place: number) => number,
): number {
  if (utility.charges === 'none') return 0;
  let charged = 0;
  holdings.forEach(({ yearlyCharge }, i) => {
    charged += weightOf(i) * yearlyCharge;
  });
  return charged;
}
