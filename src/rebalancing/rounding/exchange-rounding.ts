import { divideUp } from '../account/exact.js';
import type { RateOf } from '../account/rates.js';
import type { ReadAccount } from '../account/read-account.js';
import type { ExchangeMove } from '../settlement/exchange.js';

/**
 * What rounding can take of the money that is changed: a unit of what is paid for each change. While a purchase becomes smaller by less than
 * that, as much is paid for it and the change costs so much more.
 */
export function roundingOf(exchanges: readonly ExchangeMove[], rateOf: RateOf): bigint {
  let sum = 0n;
  for (const { from } of exchanges) {
    const { over, under } = rateOf(from);
    sum += divideUp(over, under);
  }
  return sum;
}

/**
 * What rounding can take of the money of each other currency once it is changed. A purchase that lacks so little would be cut, and whatever is sold for it
 * with it, so that as much was lacking again.
 */
export function roundingAhead({ cash, holdings, currency, rateOf }: ReadAccount): bigint {
  const others = new Set([...cash.keys(), ...holdings.map((one) => one.currency)]);
  others.delete(currency);
  let sum = 0n;
  for (const other of others) {
    const { over, under } = rateOf(other);
    sum += divideUp(over, under) + 1n;
  }
  return sum;
}
