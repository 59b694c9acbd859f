import { type ExactFraction, roundedQuotient } from '../exact.js';

/** What essential spending is made of, over the covered months, in smallest units. */
export interface EssentialParts {
  /** Payments that cannot be done without, positive; below 0 where more of them came back. */
  readonly payments: bigint;
  readonly netCardSpending: bigint;
  /** The part of the card spending that counts. */
  readonly cardShare: ExactFraction;
  readonly months: number;
}

/** (Payments + share × net card spending) / months, rounded once; refunds beyond the spending count as none. */
export function essentialMonthly(parts: EssentialParts): bigint {
  const { months } = parts;
  const payments = notBelowZero(parts.payments);
  const card = notBelowZero(parts.netCardSpending);
  // Over a common denominator, so that nothing is rounded before the end.
  const { numerator, scale } = parts.cardShare;
  return roundedQuotient(payments * scale + card * numerator, scale * BigInt(months));
}

function notBelowZero(units: bigint): bigint {
  return units < 0n ? 0n : units;
}
