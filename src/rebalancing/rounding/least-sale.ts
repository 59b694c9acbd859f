import { divideUp, most, valueOfUnits } from '../account/exact.js';
import { toAccount, toLocal } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import { wholeUnits } from './fit-sale.js';

/** Whether a sale of so much leaves something, but less than the product's minimum holding. */
export function leavesTooLittle({ local, minimumHolding, rate }: Holding, amount: bigint): boolean {
  const left = local - toLocal(amount, rate);
  return left > 0n && left < minimumHolding;
}

/** The most that can be sold, in steps and whole units, and leaves the product's minimum holding; 0 where that is more than there is. */
export function mostLeaving(holding: Holding, amountStep: bigint): bigint {
  const { local, minimumHolding, rate } = holding;
  const room = most(local - minimumHolding, 0n);
  const amount = toAccount(inWholeUnits(holding, room, 'down'), rate);
  return amount - (amount % amountStep);
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
  const own = inWholeUnits(holding, most(minimumRedemption, divideUp(minimum * under, over)), 'up');
  const amount = divideUp(divideUp(own * over, under), amountStep) * amountStep;
  return local - toLocal(amount, rate) < most(minimumHolding, 1n) ? value : amount;
}

/** What the whole units that come to an amount are worth. */
function inWholeUnits(holding: Holding, local: bigint, rounding: 'up' | 'down'): bigint {
  const { item, price, unitScale, digits } = holding;
  if (item.unitStep === undefined || price === undefined) return local;
  return valueOfUnits(wholeUnits(holding, local, rounding), unitScale, price, digits);
}
