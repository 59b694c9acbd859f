import { checkRange } from '../errors/index.js';
import {
  type CurrencyCode,
  divideMoney,
  type Money,
  parseMoney,
  subtractMoney,
} from '../money/index.js';

/** What of a payment is invested, and what the entry fee takes. */
export interface FeeSplit<C extends CurrencyCode = CurrencyCode> {
  /** What the client pays: `net + fee`, exactly. */
  readonly gross: Money<C>;
  readonly net: Money<C>;
  readonly fee: Money<C>;
}

/**
 * Splits a payment into the amount invested and an entry fee that is charged outside of it.
 *
 * net = gross / (1 + rate), rounded half-even to the currency's smallest unit; fee = gross − net.
 *
 * Source: 公开募集证券投资基金销售费用 practice since 2007 (外扣法): the fee is counted on the net amount.
 *
 * @param gross what the client pays.
 * @param rate the entry fee, decimal fraction from 0 to below 1.
 * @throws AptfolioError `out-of-range` for another rate.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { splitEntryFee } from 'aptfolio/products';
 *
 * const { net, fee } = splitEntryFee(money('CNY', '131225'), 0.0006);
 * net.amount; // => '131146.31'
 * fee.amount; // => '78.69'
 * ```
 */
export function splitEntryFee<C extends CurrencyCode>(gross: Money<C>, rate: number): FeeSplit<C> {
  const checked = checkRange(rate, 'rate', { min: 0, exclusiveMax: 1 });
  const paid = parseMoney(gross) as Money<C>;
  const net = divideMoney(paid, 1 + checked, { rounding: 'half-even' });
  return Object.freeze({ gross: paid, net, fee: subtractMoney(paid, net) });
}
