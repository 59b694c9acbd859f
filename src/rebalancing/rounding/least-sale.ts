import { divideUp, most, valueOfUnits } from '../account/exact.js';
import { toLocal } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import { wholeUnits } from './fit-sale.js';

/** Whether a product lets so much be redeemed: no less than its least redemption, or all of it. What would leave too little of it is sold whole or not at all. */
export function isRedeemable(holding: Holding, amount: bigint): boolean {
  const { local, minimumHolding, minimumRedemption, rate } = holding;
  const sold = toLocal(amount, rate);
  return sold >= minimumRedemption || local - sold < most(minimumHolding, 1n);
}

/**
 * The least sale that a product's least redemption and whole units, and the policy, allow, and that leaves its minimum holding, else all of it; in smallest units of
 * the account's currency.
 *
 * @param minimum the least trade.
 * @param amountStep what trades are multiples of.
 */
export function leastSale(holding: Holding, minimum: bigint, amountStep: bigint): bigint {
  const { value, local, minimumHolding, minimumRedemption, rate } = holding;
  const { over, under } = rate;
  const own = inWholeUnits(holding, most(minimumRedemption, divideUp(minimum * under, over)));
  const amount = divideUp(divideUp(own * over, under), amountStep) * amountStep;
  return local - toLocal(amount, rate) < most(minimumHolding, 1n) ? value : amount;
}

/** What the whole units that come to an amount are worth. */
function inWholeUnits(holding: Holding, local: bigint): bigint {
  const { item, price, unitScale, digits } = holding;
  if (item.unitStep === undefined || price === undefined) return local;
  return valueOfUnits(wholeUnits(holding, local, 'up'), unitScale, price, digits);
}
