import { toAccount } from '../account/rates.js';
import type { ReadAccount } from '../account/read-account.js';
import { type TermGain, taxAdded } from '../lots/tax-of.js';
import type { Fit } from './fit.js';

/** What sales cost and earn, in smallest units of the account's currency. */
export interface Charges {
  /** By place. */
  readonly exit: ReadonlyMap<number, bigint>;
  readonly spread: ReadonlyMap<number, bigint>;
  readonly tax: bigint;
  /** What is paid out of money: exit fees, the spread of sales, tax. */
  readonly total: bigint;
  /** Gains less losses of what is sold, where costs are known. */
  readonly gain: bigint;
}

/** Works out what a set of trades is charged. */
export function chargesOf(fits: Iterable<Fit>, account: ReadAccount): Charges {
  const exit = new Map<number, bigint>();
  const spread = new Map<number, bigint>();
  const gains: TermGain[] = [];
  let total = 0n;
  let gain = 0n;
  for (const fit of fits) {
    const { rate } = account.holdings[fit.place]!;
    const spreadPaid = toAccount(fit.spread, rate);
    if (spreadPaid > 0n) spread.set(fit.place, spreadPaid);
    if (fit.side === 'buy') continue;
    const exitPaid = toAccount(fit.exitFee, rate);
    if (exitPaid > 0n) exit.set(fit.place, exitPaid);
    total += exitPaid + spreadPaid;
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
  return { exit, spread, tax, total: total + tax, gain };
}
