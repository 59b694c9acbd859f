import { toAccount } from '../account/rates.js';
import type { ReadAccount } from '../account/read-account.js';
import { type TermGain, taxAdded } from '../lots/tax-of.js';
import type { Fit } from './fit.js';

/** What sales cost and earn, in smallest units of the account's currency. */
export interface Charges {
  readonly tax: bigint;
  /** What is paid out of money: exit fees, the spread of sales, tax. */
  readonly total: bigint;
  /** Gains less losses of what is sold, where costs are known. */
  readonly gain: bigint;
}

/** Works out what a set of trades is charged. */
export function chargesOf(fits: Iterable<Fit>, account: ReadAccount): Charges {
  const gains: TermGain[] = [];
  let total = 0n;
  let gain = 0n;
  for (const fit of fits) {
    if (fit.side === 'buy') continue;
    const { rate } = account.holdings[fit.place]!;
    total += toAccount(fit.exitFee, rate) + toAccount(fit.spread, rate);
    for (const part of fit.sale?.parts ?? []) {
      if (part.gain === undefined) continue;
      const own = toAccount(part.gain, rate);
      gains.push({ term: part.term, gain: own });
      gain += own;
    }
  }
  const tax =
    account.tax === undefined || gains.length === 0
      ? 0n
      : taxAdded(gains, account.history.realised.possible, account.tax);
  return { tax, total: total + tax, gain };
}
