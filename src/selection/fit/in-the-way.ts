import { makeReason, type Reason } from '../../evidence/index.js';
import type { ReadTerms } from './read-terms.js';

/** A kind of limit that is set, and the terms without it. */
export interface StandingLimit {
  readonly reason: Reason;
  readonly freed: Partial<ReadTerms>;
}

const NEXT_TO_NOTHING = 0.001;

/** The kinds of limit that are set in the terms of a fit; those that amounts of products set are none of them. */
export function standingLimits(terms: ReadTerms): readonly StandingLimit[] {
  const { maxWeightPerProduct, maxWeightOfProduct, maxWeightPerIssuer, maxWeightOfIssuer } = terms;
  const { groups, minProducts, maxProducts, minWeightPerProduct } = terms;
  const limits: StandingLimit[] = [];
  const add = (kind: string, freed: Partial<ReadTerms>, parameters = {}): void => {
    limits.push({ reason: makeReason(`selection.in-the-way.${kind}`, 'info', parameters), freed });
  };
  if (maxWeightPerProduct < 1 || maxWeightOfProduct.size > 0) {
    add('product', { maxWeightPerProduct: 1, maxWeightOfProduct: new Map() });
  }
  if (maxWeightPerIssuer < 1 || maxWeightOfIssuer.size > 0) {
    add('issuer', { maxWeightPerIssuer: 1, maxWeightOfIssuer: new Map() });
  }
  const bounded = groups.filter(({ min, max }) => min > 0 || max < 1);
  if (bounded.length > 0) add('group', { groups: [] }, { groups: bounded.map(({ id }) => id) });
  if (terms.moneyNeeded.length > 0) add('money-needed', { moneyNeeded: [] });
  if (minProducts > 0 || maxProducts < Number.POSITIVE_INFINITY) {
    add('number', { minProducts: 0, maxProducts: Number.POSITIVE_INFINITY });
  }
  if (minWeightPerProduct > 0) {
    // A number of products is made up of next to nothing only where that is something.
    const next = Math.min(minWeightPerProduct, NEXT_TO_NOTHING);
    add('least-weight', { minWeightPerProduct: next }, { least: minWeightPerProduct });
  }
  return limits;
}
