import type { PlainDate } from '../../dates/index.js';
import { spreadRate } from '../account/dealing-spread.js';
import { RATE_UNITS, rateUnits } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import { type Bound, findBounds } from '../reach/bounds.js';
import type { Situation } from '../reach/situation.js';
import { tradedAhead } from './reachable-on.js';

/** Money that is there from a day on, in smallest units of the account's currency. */
interface Coming {
  readonly on: PlainDate;
  readonly amount: bigint;
}

/**
 * The first day on which a withdrawal could be paid in full if all that can be sold is ordered as soon as it can be; `null` where no day is known.
 * Fees and tax count at their highest of today, so that it is never too early on their account; steps and minimums are left aside.
 */
export function coverableOn(situation: Situation): PlainDate | null {
  const { account, inside, desk, money } = situation;
  const { cash, rateOf, withdrawal, underWay, holdings } = account;
  const need = withdrawal + inside.policy.cash.least;
  const coming: Coming[] = [];
  for (const [code, units] of cash) {
    coming.push({ on: desk.asOf, amount: toAccount(units, rateOf(code)) });
  }
  for (const { currency, amount, on } of underWay?.incomes ?? []) {
    coming.push({ on, amount: toAccount(amount, rateOf(currency)) });
  }
  // What is ordered already must be left for its day.
  for (const { currency, amount } of underWay?.payments ?? []) {
    coming.push({ on: desk.asOf, amount: -toAccount(amount, rateOf(currency)) });
  }
  const investable = { investable: money.investable, lost: 0n, mustRaise: true };
  const bounds = findBounds(account, investable, inside, desk);
  holdings.forEach((holding, i) => {
    coming.push(...proceedsOf(situation, holding, bounds[i]!, need));
  });
  coming.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let sum = 0n;
  for (const [i, { on, amount }] of coming.entries()) {
    sum += amount;
    if (coming[i + 1]?.on !== on && sum >= need) return on;
  }
  return null;
}

/** What sales of a holding bring, day by day, until it is enough by itself. */
function proceedsOf(
  situation: Situation,
  holding: Holding,
  { sellable, sellableLots, saleDates, sellReleases }: Bound,
  need: bigint,
): readonly Coming[] {
  const { inside } = situation;
  const rate = chargedAtMost(situation, holding);
  const net = (amount: bigint): bigint =>
    toAccount((amount * (RATE_UNITS - rateUnits(rate))) / RATE_UNITS, holding.rate);
  const today = sellable > 0n ? saleDates(sellableLots ?? [])?.settlesOn : undefined;
  const coming: Coming[] = today === undefined ? [] : [{ on: today, amount: net(sellable) }];
  let left = need - (coming[0]?.amount ?? 0n);
  for (const { on, amount, isPaidBack } of tradedAhead(situation, holding, 'sell', sellReleases)) {
    if (left <= 0n) break;
    const settlesOn = isPaidBack
      ? on
      : inside.deskOn(on).next(holding.item.product, 'sell').settlesOn;
    if (settlesOn === undefined) continue;
    coming.push({ on: settlesOn, amount: net(amount) });
    left -= net(amount);
  }
  return coming;
}

/** The largest part of a sale that fees, spread, exchange and tax can take, decimal fraction. */
function chargedAtMost({ account, inside }: Situation, holding: Holding): number {
  const { lots, exitRate, item, currency, local } = holding;
  const exit = lots === undefined ? exitRate : Math.max(0, ...lots.map((lot) => lot.exitRate));
  const spreads = inside.policy.fxSpread;
  const isForeign = currency !== account.currency;
  const exchange = isForeign ? (spreads[currency] ?? 0) + (spreads[account.currency] ?? 0) : 0;
  const { tax } = account;
  const taxRate = tax === undefined ? 0 : Math.max(tax.shortTermRate, tax.longTermRate);
  const spread = spreadRate(item.product, local, currency);
  return Math.min(1, exit + spread + exchange + taxRate * gainShareOf(holding));
}

/** The largest gain of a lot as a share of its value; a cost that is not known is taken to be none. */
function gainShareOf({ lots = [] }: Holding): number {
  return Math.max(
    0,
    ...lots.map(({ value, cost = 0n }) =>
      value === 0n ? 0 : Number(value - cost) / Number(value),
    ),
  );
}
