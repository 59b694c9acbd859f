import { latestDate, type PlainDate } from '../../dates/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { TaxPolicy } from '../lots/lot.js';
import type { Realised } from '../lots/read-realised.js';
import { type TermGain, taxAdded } from '../lots/tax-of.js';
import type { MoneyOnDay } from '../settlement/schedule.js';
import { toAccount } from './rates.js';
import type { History } from './read-history.js';
import type { Holding } from './read-holdings.js';

/** Money that is still to move for what was decided before. */
export interface UnderWay {
  readonly incomes: readonly MoneyOnDay[];
  /** Purchases that are ordered and not paid. */
  readonly payments: readonly MoneyOnDay[];
  /** Incomes less payments by currency. */
  readonly sums: ReadonlyMap<CurrencyCode, bigint>;
}

/** Puts money on its way and that of the orders together; nothing where there is none. */
export function moneyUnderWay(
  holdings: readonly Holding[],
  receivables: readonly MoneyOnDay[],
): UnderWay | undefined {
  const incomes = [...receivables];
  const payments: MoneyOnDay[] = [];
  let hasOrders = false;
  for (const { orders, currency } of holdings) {
    for (const { side, amount, net, movesOn: on } of orders) {
      hasOrders = true;
      if (on === undefined) continue;
      if (side === 'sell') incomes.push({ currency, amount: net, on });
      else payments.push({ currency, amount, on });
    }
  }
  if (!hasOrders && incomes.length === 0) return undefined;
  const sums = new Map<CurrencyCode, bigint>();
  const add = (currency: CurrencyCode, amount: bigint): void => {
    sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  };
  for (const { currency, amount } of incomes) add(currency, amount);
  for (const { currency, amount } of payments) add(currency, -amount);
  payments.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return { incomes, payments, sums };
}

/** The history with what the orders under way add to it: they are trades that were made, and their gains are realised. */
export function withOrdersOf(
  holdings: readonly Holding[],
  history: History,
  asOf: PlainDate,
): History {
  let { lastTradeOn } = history;
  const recentTrades = [...history.recentTrades];
  const more: TermGain[] = [];
  for (const { id: product, orders, rate } of holdings) {
    for (const { side, orderOn, gains, atLoss } of orders) {
      const on = orderOn < asOf ? orderOn : asOf;
      lastTradeOn = typeof lastTradeOn === 'string' ? latestDate(lastTradeOn, on) : on;
      for (const { term, gain } of gains) more.push({ term, gain: toAccount(gain ?? 0n, rate) });
      recentTrades.push({ product, side, on, ...(atLoss === undefined ? {} : { atLoss }) });
    }
  }
  return { ...history, lastTradeOn, recentTrades, realised: withGains(history.realised, more) };
}

function withGains(realised: Realised, more: readonly TermGain[]): Realised {
  if (more.length === 0) return realised;
  const { total, possible } = realised;
  return {
    total: more.reduce((sum, { gain = 0n }) => sum + gain, total),
    possible: (possible.length === 0 ? [[]] : possible).map((gains) => [...gains, ...more]),
  };
}

/** What the sales of orders under way add to the tax of the year. */
export function taxOfOrders(
  holdings: readonly Holding[],
  { realised }: History,
  tax: TaxPolicy,
): bigint {
  const gains = holdings.flatMap(({ orders, rate }) =>
    orders.flatMap((order) =>
      order.gains.map(({ term, gain = 0n }) => ({ term, gain: toAccount(gain, rate) })),
    ),
  );
  return gains.length === 0 ? 0n : taxAdded(gains, realised.possible, tax);
}

/** What of a holding is only being bought, in the product's currency, and when all of it is there; nothing for most. */
export function arrivingOf({
  orders,
}: Holding): { readonly amount: bigint; readonly on: PlainDate } | undefined {
  let amount = 0n;
  let on: PlainDate | undefined;
  for (const { side, net, settlesOn } of orders) {
    if (side === 'sell') continue;
    amount += net;
    if (on === undefined || settlesOn > on) on = settlesOn;
  }
  return on === undefined ? undefined : { amount, on };
}
