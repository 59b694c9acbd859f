import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { spreadRate } from '../account/dealing-spread.js';
import { RATE_UNITS, rateUnits } from '../account/exact.js';
import type { Holding } from '../account/read-holdings.js';
import { type Bound, findBounds } from '../reach/bounds.js';
import type { Situation } from '../reach/situation.js';
import { makeExchange } from '../settlement/exchange.js';
import type { MoneyOnDay } from '../settlement/schedule.js';
import { tradedAhead } from './reachable-on.js';

/**
 * The first day on which a withdrawal could be paid in full if all that can be sold is ordered as soon as it can be; `null` where no day is known.
 * Fees and tax count at their highest of today, and what changing other money costs, so that it is never too early on their account; steps and
 * minimums are left aside.
 */
export function coverableOn(situation: Situation): PlainDate | null {
  const { account, inside, desk, money } = situation;
  const { cash, currency: base, withdrawal, underWay, holdings } = account;
  const { floor, floors } = inside.policy.cash;
  const on = desk.asOf;
  const coming: MoneyOnDay[] = [...(underWay?.incomes ?? [])];
  for (const [currency, amount] of cash) coming.push({ on, currency, amount });
  // What is ordered already must be left for its day, and what is to stay as money pays for nothing.
  const gone = [...(underWay?.payments ?? []), { currency: base, amount: withdrawal + floor }];
  for (const [currency, amount] of floors) gone.push({ currency, amount });
  for (const { currency, amount } of gone) coming.push({ on, currency, amount: -amount });
  const worth = worthIn(situation);
  let need = 0n;
  for (const { currency, amount } of coming) if (amount < 0n) need -= worth(currency, amount);
  const investable = { investable: money.investable, lost: 0n, mustRaise: true };
  const bounds = findBounds(account, investable, inside, desk);
  holdings.forEach((holding, i) => {
    coming.push(...proceedsOf(situation, holding, bounds[i]!, { need, worth }));
  });
  coming.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const balances = new Map<CurrencyCode, bigint>();
  for (const [i, { on: day, currency, amount }] of coming.entries()) {
    balances.set(currency, (balances.get(currency) ?? 0n) + amount);
    if (coming[i + 1]?.on === day) continue;
    const all = [...balances].reduce((sum, [code, units]) => sum + worth(code, units), 0n);
    if (all >= 0n) return day;
  }
  return null;
}

/** What money comes to in the account's currency once it is changed; below zero what changing into it costs. */
type Worth = (currency: CurrencyCode, amount: bigint) => bigint;

function worthIn({ account, inside }: Situation): Worth {
  const { currency: base, given } = account;
  const { mostFor, priceOf } = makeExchange(base, given.fx, inside.policy.fxSpread, 'account.fx');
  return (currency, amount) => {
    if (currency === base) return amount;
    return amount < 0n ? -priceOf(base, currency, -amount) : mostFor(currency, base, amount);
  };
}

/** What sales of a holding bring, day by day, until it is enough by itself. */
function proceedsOf(
  situation: Situation,
  holding: Holding,
  { sellable, sellableLots, saleDates, sellReleases }: Bound,
  { need, worth }: { readonly need: bigint; readonly worth: Worth },
): readonly MoneyOnDay[] {
  const { inside } = situation;
  const { currency } = holding;
  const kept = RATE_UNITS - rateUnits(chargedAtMost(situation, holding));
  const coming: MoneyOnDay[] = [];
  let left = need;
  const bring = (on: PlainDate, sold: bigint): void => {
    const amount = (sold * kept) / RATE_UNITS;
    coming.push({ on, currency, amount });
    left -= worth(currency, amount);
  };
  const today = sellable > 0n ? saleDates(sellableLots ?? [])?.settlesOn : undefined;
  if (today !== undefined) bring(today, sellable);
  for (const { on, amount, isPaidBack } of tradedAhead(situation, holding, 'sell', sellReleases)) {
    if (left <= 0n) break;
    const settlesOn = isPaidBack
      ? on
      : inside.deskOn(on).next(holding.item.product, 'sell').settlesOn;
    if (settlesOn !== undefined) bring(settlesOn, amount);
  }
  return coming;
}

/** The largest part of a sale that fees, spread and tax can take, decimal fraction. */
function chargedAtMost({ account }: Situation, holding: Holding): number {
  const { lots, exitRate, item, currency, local } = holding;
  const exit = lots === undefined ? exitRate : Math.max(0, ...lots.map((lot) => lot.exitRate));
  const { tax } = account;
  const taxRate = tax === undefined ? 0 : Math.max(tax.shortTermRate, tax.longTermRate);
  const spread = spreadRate(item.product, local, currency);
  return Math.min(1, exit + spread + taxRate * gainShareOf(holding));
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
