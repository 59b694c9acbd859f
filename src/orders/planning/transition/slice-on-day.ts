import type { PlainDate } from '../../../dates/index.js';
import type { Reason } from '../../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits } from '../../../money/index.js';
import { entryFeeUnits, entryPaymentUnits, productOn } from '../../../products/index.js';
import { obstacleReason } from '../obstacle-reason.js';
import type { Slice } from '../placement.js';
import { valueOfUnits } from '../purchase-terms.js';
import type { Purchase } from './place-purchase.js';
import type { ReadTransition } from './read-transition.js';

/**
 * A slice with the charges of the day on which it is ordered: units stay as many and may cost another amount. Reasons where the charge
 * leaves nothing, or no payment leaves the worth of the units.
 */
export function sliceOnDay<C extends CurrencyCode>(
  slice: Slice,
  { product: given, currency }: Purchase,
  orderOn: PlainDate,
  { fees, priceOf }: ReadTransition<C>,
): Slice | { readonly reasons: readonly Reason[] } {
  if (given.changes === undefined) return slice;
  const product = productOn(given, orderOn);
  const { units } = slice;
  const worth = units && valueOfUnits(units, priceOf(product.id)!, currency);
  const gross =
    worth === undefined ? slice.gross : entryPaymentUnits(product, worth, currency, fees);
  const fee = entryFeeUnits(product, gross, currency, fees);
  const money = fromMinorUnits(currency, gross);
  if (fee >= gross) {
    const obstacle = { code: 'orders.fee-takes-all', fee } as const;
    return { reasons: [obstacleReason(obstacle, product.id, money)] };
  }
  if (units !== undefined && gross - fee !== worth) {
    const obstacle = { code: 'orders.no-exact-payment', units } as const;
    return { reasons: [obstacleReason(obstacle, product.id, money)] };
  }
  return { ...slice, gross, fee };
}
