import { at, checkList, checkObject } from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { EntryFeeTier } from '../product-fees.js';
import {
  chargeInTier,
  checkSide,
  type EntryCharge,
  type EntryFeeRule,
  type EntryFeeSide,
  entryChargeOf,
  feeOfCharge,
} from './entry-fee.js';
import { feeUnits } from './fee-sums.js';
import { checkUnits, timesRate } from './units.js';

/**
 * What has to be paid so that exactly so much is invested once the entry fee is taken: the payment for a number of units.
 *
 * Tiers go by what is paid, so that two payments may leave the same; the lesser is returned. Where a tier's edge leaves none that
 * fits, it is the least payment that leaves more, as `entryFeeUnits` of it shows.
 *
 * @param net what is to be invested, in smallest units of the currency, at least 0.
 * @param side as in `entryFeeUnits`. Default outside.
 * @returns smallest units of the currency.
 * @throws AptfolioError as `entryFeeOf`.
 *
 * @example
 * ```ts
 * import { entryFeeUnits, entryPaymentUnits } from 'aptfolio/products';
 *
 * const product = { entryFee: 0, fees: { entry: [{ from: '0', rate: 0.02 }, { from: '1010', rate: 0.005 }] } };
 * entryPaymentUnits(product, 90_000n, 'CNY'); // => 91800n
 * entryPaymentUnits(product, 100_500n, 'CNY'); // => 101002n
 * // 1,009.99 leaves 990.19 and 1,010 leaves 1,004.98: nothing leaves 995.
 * const paid = entryPaymentUnits(product, 99_500n, 'CNY'); // => 101000n
 * paid - entryFeeUnits(product, paid, 'CNY'); // => 100498n
 * ```
 */
export function entryPaymentUnits(
  product: EntryFeeRule,
  net: bigint,
  currency: CurrencyCode,
  side: EntryFeeSide = 'outside',
): bigint {
  checkSide(side);
  if (!product) checkObject(product, 'product');
  checkUnits(net, 'net');
  let more: bigint | undefined;
  for (const reach of reachesOf(product, currency, side)) {
    const found = paymentWithin(reach, net, side);
    if (found?.isExact === true) return found.paid;
    more ??= found?.paid;
  }
  // The last reach has no end, and a fee is always less than what is paid of so much.
  return more as bigint;
}

/** The payments to which one charge applies. */
interface Reach {
  readonly first: bigint;
  /** The first payment beyond it; absent: it has no end. */
  readonly end: bigint | undefined;
  readonly chargeOn: (paid: bigint) => EntryCharge;
}

/** The least payment of one reach that leaves so much, or more where its first one does; `undefined` where it ends before. */
function paymentWithin(
  { first, end, chargeOn }: Reach,
  net: bigint,
  side: EntryFeeSide,
): { readonly paid: bigint; readonly isExact: boolean } | undefined {
  let paid = first > net ? first : net;
  if (end !== undefined && paid >= end) return undefined;
  const charge = chargeOn(paid);
  // The net with its rate on it, less what rounding can add, is near to the payment and never past it.
  if ('rate' in charge && net > 0n) {
    const near = net + timesRate(net - 1n, charge.rate) - 2n;
    if (near > paid) paid = near;
  }
  // Within a reach a higher payment has no lower fee, so that this climbs to the payment and never past it.
  while (end === undefined || paid < end) {
    const next = net + feeOfCharge(chargeOn(paid), paid, side);
    if (next <= paid) return { paid, isExact: next === paid };
    paid = next;
  }
  return undefined;
}

/** The tiers, or the one rate, ascending; what lies below the first tier is refused. */
function reachesOf(
  product: EntryFeeRule,
  currency: CurrencyCode,
  side: EntryFeeSide,
): readonly Reach[] {
  const known = product.fees?.entry;
  const whole = (paid: bigint): EntryCharge => entryChargeOf(product, paid, currency, side);
  if (known === undefined) return [{ first: 0n, end: undefined, chargeOn: whole }];
  const path = 'product.fees.entry';
  const tiers = checkList<EntryFeeTier>(known, path)
    .map((tier, index) => {
      const place = at(path, index);
      const chargeOn = (paid: bigint): EntryCharge =>
        chargeInTier(tier, paid, currency, place, side);
      return { first: feeUnits(tier.from, currency, at(place, 'from')), chargeOn };
    })
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
    .filter(({ first }, i, all) => i === 0 || first !== all[i - 1]!.first);
  const all = tiers[0]?.first === 0n ? tiers : [{ first: 0n, chargeOn: whole }, ...tiers];
  return all.map((one, i) => ({ ...one, end: all[i + 1]?.first }));
}
