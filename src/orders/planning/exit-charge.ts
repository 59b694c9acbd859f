import { daysBetween, type PlainDate } from '../../dates/index.js';
import { exitFeeUnits, exitRate, type Product } from '../../products/index.js';

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
  dealsOn: PlainDate,
): bigint {
  return parts.reduce((sum, { amount, boughtOn }) => {
    const rate =
      boughtOn === undefined
        ? dearestRate(product)
        : exitRate(product, daysBetween(boughtOn, dealsOn));
    return sum + exitFeeUnits(amount, rate);
  }, 0n);
}

function dearestRate({ fees }: Product): number {
  return (fees?.exit ?? []).reduce((highest, { rate }) => Math.max(highest, rate), 0);
}
