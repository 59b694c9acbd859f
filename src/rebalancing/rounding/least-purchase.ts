import { entryPaymentUnits } from '../../products/index.js';
import { divideUp, inUnits, most } from '../account/exact.js';
import type { Holding } from '../account/read-holdings.js';

/**
 * The least purchase that a product's minimum and whole units, and the policy, allow; in smallest units of the account's currency, entry fee
 * included.
 *
 * @param minimum the least trade.
 * @param amountStep what trades are multiples of.
 */
export function leastPurchase(holding: Holding, minimum: bigint, amountStep: bigint): bigint {
  const { over, under } = holding.rate;
  const local = inSteps(holding, leastInOwn(holding), divideUp(minimum * under, over));
  return divideUp(most(divideUp(local * over, under), minimum), amountStep) * amountStep;
}

/** The product's minimum, or the whole units that come to it, with the fee on them. */
function leastInOwn(holding: Holding): bigint {
  const minimum = most(holding.minimumPurchase, 1n);
  const each = netOfLot(holding);
  return each === undefined ? minimum : withFee(holding, divideUp(minimum, each) * each);
}

/** The same with the entry fee on it. */
export function worthOfLot(holding: Holding): bigint | undefined {
  const each = netOfLot(holding);
  return each === undefined ? undefined : withFee(holding, each);
}

/** The least that comes to a minimum in the product's steps above its own. */
function inSteps({ item, step }: Holding, own: bigint, minimum: bigint): bigint {
  if (item.unitStep !== undefined || minimum <= own) return own;
  return own + divideUp(minimum - own, step) * step;
}

/** What the least number of units is worth in a product that trades in whole ones, in the product's currency; else absent. */
export function netOfLot({ item, price, unitScale, digits }: Holding): bigint | undefined {
  if (item.unitStep === undefined || price === undefined || unitScale < 0) return undefined;
  const { unitStep } = item;
  const step = { digits: unitStep.digits * price.digits, scale: unitStep.scale + price.scale };
  return most(inUnits(step, digits, 'up'), 1n);
}

function withFee({ entryFees, currency }: Holding, net: bigint): bigint {
  return entryPaymentUnits(entryFees, net, currency);
}

/** Whether a trade is made in steps of more than the smallest unit. */
export function isCoarse({ item, step }: Holding, isSale: boolean, amountStep: bigint): boolean {
  return amountStep > 1n || item.unitStep !== undefined || (!isSale && step > 1n);
}

/** What a trade grows by at least, a purchase's entry fee included, in smallest units of the account's currency. */
export function stepIn(holding: Holding, isSale: boolean, amountStep: bigint): bigint {
  const { over, under } = holding.rate;
  const own = (isSale ? netOfLot(holding) : worthOfLot(holding)) ?? (isSale ? 1n : holding.step);
  return most(divideUp(own * over, under), amountStep);
}
