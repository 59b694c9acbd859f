import { checkOneOf } from '../errors/index.js';

const RESTRICTIONS = ['locked', 'sell-only', 'buy-only'] as const;

/**
 * What may not be done with a holding: `locked` neither bought nor sold, `sell-only` not added to
 * (a product now rated above the client's level), `buy-only` not sold.
 */
export type Restriction = (typeof RESTRICTIONS)[number];

/** Checks that a value is a restriction. */
export function checkRestriction(value: unknown, path: string): Restriction {
  return checkOneOf(value, path, RESTRICTIONS);
}

/** Whether a restriction leaves no purchase. */
export function forbidsPurchase(restriction: Restriction | undefined): boolean {
  return restriction === 'locked' || restriction === 'sell-only';
}

/** Whether a restriction leaves no sale. */
export function forbidsSale(restriction: Restriction | undefined): boolean {
  return restriction === 'locked' || restriction === 'buy-only';
}
