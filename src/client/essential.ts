import { addMoney, type CurrencyCode, isNegative, type Money, zeroMoney } from '../money/index.js';
import { type ExactFraction, scaleMoney } from './exact.js';

/** What essential spending is made of, over the window. */
export interface EssentialParts<C extends CurrencyCode = CurrencyCode> {
  /** Payments that cannot be done without, positive. */
  readonly payments: Money<C>;
  readonly netCardSpending: Money<C>;
  /** The part of the card spending that counts. */
  readonly cardShare: ExactFraction;
  readonly months: number;
}

/** (Payments + share × net card spending) / months, rounded once; refunds beyond the spending count as none. */
export function essentialMonthly<C extends CurrencyCode>(parts: EssentialParts<C>): Money<C> {
  const { payments, cardShare, months } = parts;
  const card = isNegative(parts.netCardSpending)
    ? zeroMoney(payments.currency)
    : parts.netCardSpending;
  // Over a common denominator, so that nothing is rounded before the end.
  const { numerator, scale } = cardShare;
  const whole = addMoney<CurrencyCode>(times(payments, scale), times(card, numerator)) as Money<C>;
  return scaleMoney(whole, 1n, scale * BigInt(months));
}

function times<C extends CurrencyCode>(amount: Money<C>, factor: bigint): Money<C> {
  return scaleMoney(amount, factor, 1n);
}
