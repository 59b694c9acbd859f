import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { heldDays, type Product, redemptionFeeUnits } from '../../products/index.js';

/** What is redeemed of one purchase, in smallest units of the product's currency. */
export interface RedeemedPart {
  readonly amount: bigint;
  /** Absent: not known. */
  readonly boughtOn?: PlainDate;
}

/** The exit fee of a redemption: each part by its holding time, at the dearest tier where that is not known. */
export function exitCharge(
  product: Product,
  parts: readonly RedeemedPart[],
  currency: CurrencyCode,
  dealsOn: PlainDate,
): bigint {
  const tiers = product.fees?.exit;
  if (tiers === undefined) return 0n;
  const feeIf = (unknownDays: number): bigint => {
    const lots = parts.map(({ amount, boughtOn }) => ({
      amount,
      heldDays: boughtOn === undefined ? unknownDays : heldDays(product, boughtOn, dealsOn),
    }));
    return redemptionFeeUnits(product, lots, currency);
  };
  return tiers.reduce((dearest, { fromDays }) => {
    const fee = feeIf(fromDays);
    return fee > dearest ? fee : dearest;
  }, 0n);
}
