import { makeReason } from '../evidence/index.js';
import { fromMinorUnits, multiplyMoney, toMinorUnits } from '../money/index.js';
import { largestPurchase } from '../products/index.js';
import type { Account } from './problem.js';
import type { DroppedTrade } from './result.js';

// A change is a trade in the currency's smallest units: above zero a purchase, below zero a sale.

/** The change that brings a product to its weight; a product that is not named goes to 0. */
export function changeTo(
  weights: Readonly<Record<string, number>>,
  product: string,
  { value, values }: Account,
): bigint {
  const goal = multiplyMoney(value, weights[product] ?? 0, { rounding: 'half-even' });
  return toMinorUnits(goal) - values.get(product)!;
}

/** Whether the account and the product let a change be made; its size does not matter. */
export function isPermitted(product: string, change: bigint, { permissions }: Account): boolean {
  const { mayBuy, maySell } = permissions.get(product)!;
  return change > 0n ? mayBuy : maySell;
}

/** A purchase cut down to the product's minimum and whole steps above it; zero if it is below the minimum. */
export function cutToTerms(
  product: string,
  purchase: bigint,
  { universe, value }: Account,
): bigint {
  const limit = fromMinorUnits(value.currency, purchase);
  return toMinorUnits(largestPurchase(universe.byId[product]!, limit));
}

/** A change that is not made, with its reason. */
export function dropTrade(
  product: string,
  change: bigint,
  { value }: Account,
  code: string,
): DroppedTrade {
  const amount = fromMinorUnits(value.currency, sizeOf(change));
  const reasons = Object.freeze([makeReason(code, 'info', { product, amount })]);
  return Object.freeze({ product, side: change > 0n ? 'buy' : 'sell', amount, reasons });
}

/** The size of a change without its side. */
export function sizeOf(change: bigint): bigint {
  return change < 0n ? -change : change;
}
