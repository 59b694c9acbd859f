import { at } from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { type EntryFeeRule, type EntryFeeSide, entryFeeUnits } from './entry-fee.js';
import { feeUnits } from './fee-sums.js';

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
  const feeOn = (paid: bigint): bigint => entryFeeUnits(product, paid, currency, side);
  const starts = tierStarts(product, currency);
  let more: bigint | undefined;
  for (const [index, first] of starts.entries()) {
    const paid = paymentWithin(first, starts[index + 1], net, feeOn);
    if (paid === undefined) continue;
    if (paid - feeOn(paid) === net) return paid;
    more ??= paid;
  }
  // The last tier has no end, and a fee is always less than what is paid of so much.
  return more as bigint;
}

/** The least payment of one tier that leaves so much; `undefined` where the tier ends before it. */
function paymentWithin(
  first: bigint,
  end: bigint | undefined,
  net: bigint,
  feeOn: (paid: bigint) => bigint,
): bigint | undefined {
  // Within a tier a higher payment has no lower fee, so that this climbs to the payment and never past it.
  let paid = first > net ? first : net;
  while (end === undefined || paid < end) {
    const next = net + feeOn(paid);
    if (next <= paid) return paid;
    paid = next;
  }
  return undefined;
}

/** Where tiers begin, ascending, from 0. */
function tierStarts({ fees }: EntryFeeRule, currency: CurrencyCode): readonly bigint[] {
  const path = 'product.fees.entry';
  const starts = (fees?.entry ?? []).map(({ from }, index) =>
    feeUnits(from, currency, at(at(path, index), 'from')),
  );
  return [...new Set([0n, ...starts])].sort((a, b) => (a < b ? -1 : 1));
}
