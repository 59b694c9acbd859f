import { type CurrencyCode, fromMinorUnits, type Money, zeroMoney } from '../../money/index.js';

/** Writes amounts of one currency; nothing is written only once. */
export type Writer = (units: bigint) => Money;

/** Makes what writes amounts of a currency. */
export function makeWriter(currency: CurrencyCode): Writer {
  const zero = zeroMoney(currency);
  return (units) => (units === 0n ? zero : fromMinorUnits(currency, units));
}
