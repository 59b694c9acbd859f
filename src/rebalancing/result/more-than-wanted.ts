import { makeReason, type Reason } from '../../evidence/index.js';
import { fromMinorUnits } from '../../money/index.js';
import { sizeOf } from '../account/exact.js';
import { toLocal } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import type { Fit } from '../rounding/fit.js';

/**
 * Why more of a product is traded than the destination asks for, where the product's own terms let no less be traded.
 *
 * @param wanted what the destination asks for, in smallest units of the account's currency; below 0 for a sale.
 */
export function moreThanWanted(
  { side, local }: Fit,
  holding: Holding,
  wanted: bigint,
): readonly Reason[] {
  const { id: product, currency, minimumPurchase, minimumRedemption, minimumHolding } = holding;
  const asked = wanted !== 0n && wanted > 0n === (side === 'buy') ? sizeOf(wanted) : 0n;
  const less = toLocal(asked, holding.rate);
  if (asked === 0n || local <= less + 1n) return [];
  const because = (code: string, units: bigint): readonly Reason[] => {
    const least = fromMinorUnits(currency, units);
    return [makeReason(`rebalancing.${code}`, 'info', { product, least })];
  };
  if (side === 'buy') {
    return less < minimumPurchase ? because('at-least-purchase', minimumPurchase) : [];
  }
  if (less < minimumRedemption) return because('at-least-redemption', minimumRedemption);
  const isWhole = local === holding.local;
  return isWhole && local - less < minimumHolding ? because('sold-whole', minimumHolding) : [];
}
