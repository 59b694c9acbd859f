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
  return exitCharges(product, parts, currency, dealsOn).most;
}

/** The least and the most that a redemption may cost: they differ only where a holding time is not known. */
export function exitCharges(
  product: Product,
  parts: readonly RedeemedPart[],
  currency: CurrencyCode,
  dealsOn: PlainDate,
): { readonly least: bigint; readonly most: bigint } {
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
