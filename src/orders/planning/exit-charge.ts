import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { heldDays, type Product, productOn, redemptionFeeUnits } from '../../products/index.js';
import type { OrderDays } from '../life/order.js';

/** What is redeemed of one purchase, in smallest units of the product's currency. */
export interface RedeemedPart {
  readonly amount: bigint;
  /** Absent: not known. */
  readonly boughtOn?: PlainDate;
}

/** The days of a redemption: the file's fee of the one on which it is ordered counts, by holding times until the one on which it deals. */
export type RedemptionDays = Pick<OrderDays, 'orderOn' | 'dealsOn'>;

/** The exit fee of a redemption: each part by its holding time, at the dearest tier where that is not known. */
export function exitCharge(
  product: Product,
  parts: readonly RedeemedPart[],
  currency: CurrencyCode,
  days: RedemptionDays,
): bigint {
  return exitCharges(product, parts, currency, days).most;
}

/** The least and the most that a redemption may cost: they differ only where a holding time is not known. */
export function exitCharges(
  given: Product,
  parts: readonly RedeemedPart[],
  currency: CurrencyCode,
  { orderOn, dealsOn }: RedemptionDays,
): { readonly least: bigint; readonly most: bigint } {
  const product = productOn(given, orderOn);
  const tiers = product.fees?.exit ?? [];
  const fees = tiers.map(({ fromDays: unknownDays }) => {
    const lots = parts.map(({ amount, boughtOn }) => ({
      amount,
      heldDays: boughtOn === undefined ? unknownDays : heldDays(product, boughtOn, dealsOn),
    }));
    return redemptionFeeUnits(product, lots, currency);
  });
  const [first = 0n, ...others] = fees;
  return others.reduce(
    ({ least, most }, fee) => ({
      least: fee < least ? fee : least,
      most: fee > most ? fee : most,
    }),
    { least: first, most: first },
  );
}
