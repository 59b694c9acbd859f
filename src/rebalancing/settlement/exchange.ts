import type { CurrencyCode, FxRates } from '../../money/index.js';
import { divideHalfEven, divideUp, RATE_UNITS, rateUnits } from '../account/exact.js';
import { type Rate, readRates } from '../account/rates.js';

/** Money changed from one currency into another, in smallest units. */
export interface ExchangeMove {
  readonly from: CurrencyCode;
  readonly paid: bigint;
  readonly to: CurrencyCode;
  readonly received: bigint;
}

/** What money changes at. */
export interface Exchange {
  /** What must be paid to receive an amount: its worth at the rates and the spread on top, rounded up: no exchange gives more than the rate does. */
  readonly priceOf: (from: CurrencyCode, to: CurrencyCode, received: bigint) => bigint;
  /** The most that can be received for an amount. */
  readonly mostFor: (from: CurrencyCode, to: CurrencyCode, paid: bigint) => bigint;
  /** What an amount is worth at the rates, rounded up. */
  readonly worthOf: (from: CurrencyCode, to: CurrencyCode, amount: bigint) => bigint;
  /** The worth of what is paid less that of what is received, in the base's smallest units, half-even: spread and rounding. */
  readonly costOf: (move: ExchangeMove) => bigint;
}

/**
 * Reads rates when they are needed. The spread is that of both currencies together, as each is changed through the base.
 *
 * Throws as `readRates`.
 */
export function makeExchange(
  base: CurrencyCode,
  fx: FxRates | undefined,
  fxSpread: Readonly<Record<string, number>>,
  path: string,
): Exchange {
  const rateOf = readRates(fx, base, path);
  /** What one smallest unit received costs, spread included. */
  const quote = (from: CurrencyCode, to: CurrencyCode): Rate => {
    const [paid, received] = [rateOf(from), rateOf(to)];
    const spread = rateUnits((fxSpread[from] ?? 0) + (fxSpread[to] ?? 0));
    return {
      over: received.over * paid.under * (RATE_UNITS + spread),
      under: received.under * paid.over * RATE_UNITS,
    };
  };
  return {
    priceOf: (from, to, received) => {
      const { over, under } = quote(from, to);
      return divideUp(received * over, under);
    },
    mostFor: (from, to, paid) => {
      const { over, under } = quote(from, to);
      return (paid * under) / over;
    },
    worthOf: (from, to, amount) => {
      const [a, b] = [rateOf(from), rateOf(to)];
      return divideUp(amount * a.over * b.under, a.under * b.over);
    },
    costOf: ({ from, paid, to, received }) => {
      const [a, b] = [rateOf(from), rateOf(to)];
      const over = paid * a.over * b.under - received * b.over * a.under;
      return divideHalfEven(over, a.under * b.under);
    },
  };
}
