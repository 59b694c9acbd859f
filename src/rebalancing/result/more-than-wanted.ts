import { makeReason, type Reason } from '../../evidence/index.js';
import { fromMinorUnits } from '../../money/index.js';
import { most, sizeOf } from '../account/exact.js';
import { toLocal } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import type { Fit } from '../rounding/fit.js';
import { leastPurchase, stepIn } from '../rounding/least-purchase.js';
import { leastSale } from '../rounding/least-sale.js';

/**
 * Why more of a product is traded than the destination asks for, where the product's own terms let no less be traded. A trade that could be smaller by more than a step
 * is not explained by them.
 *
 * @param wanted what the destination asks for, in smallest units of the account's currency; below 0 for a sale.
 * @param amountStep what trades are multiples of by the policy.
 */
export function moreThanWanted(
  { side, amount, local }: Fit,
  holding: Holding,
  wanted: bigint,
  amountStep: bigint,
): readonly Reason[] {
  const { id: product, currency, minimumPurchase, minimumRedemption, minimumHolding } = holding;
  const asked = wanted !== 0n && wanted > 0n === (side === 'buy') ? sizeOf(wanted) : 0n;
  const less = toLocal(asked, holding.rate);
  if (asked === 0n || local <= less + 1n) return [];
  const because = (code: string, units: bigint): readonly Reason[] => {
    const parameters = { product, least: fromMinorUnits(currency, units) };
    return [makeReason(`rebalancing.${code}`, 'info', parameters)];
  };
  const isSale = side === 'sell';
  const least = isSale ? leastSale : leastPurchase;
  // One of the next step is more than the least; a unit more is rounding.
  const step = stepIn(holding, isSale, amountStep);
  const isLeast = amount < least(holding, 0n, amountStep) + most(step, 2n);
  if (!isSale) {
    return isLeast && less < minimumPurchase ? because('at-least-purchase', minimumPurchase) : [];
  }
  if (isLeast && less < minimumRedemption) return because('at-least-redemption', minimumRedemption);
  const isWhole = local === holding.local;
  return isWhole && local - less < minimumHolding ? because('sold-whole', minimumHolding) : [];
}
