import { addDays, daysBetween, type PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';

/** A purchase or sale of the last days, of any account of the client. A dividend that is reinvested is a purchase. */
export interface RecentTrade {
  readonly product: string;
  readonly side: 'buy' | 'sell';
  readonly on: PlainDate;
  /** Of a sale: whether it was made at a loss. Absent: not known, which counts as if it was. */
  readonly atLoss?: boolean;
}

/** What the guard looks at. */
export interface WashSaleFacts {
  readonly recentTrades: readonly RecentTrade[];
  /** The day of the trade that is asked about. */
  readonly on: PlainDate;
  /** Calendar days before and after; absent: no guard. */
  readonly washSaleDays: number | undefined;
}

/** Why a trade would spoil a loss, and the first day on which it no longer would. */
export interface WashSale {
  readonly from: PlainDate;
  readonly reason: Reason;
}

/**
 * Whether a sale at a loss is spoilt by a purchase of the same product within the days before or after it.
 *
 * @param kept what stays of the product's lots: a lot that is sold whole replaces nothing.
 * @returns nothing if the guard is off or no purchase is near.
 *
 * Source: 26 USC 1091(a), 26 CFR 1.1091-1(a), with 30 days.
 */
export function washSaleOnSale(
  product: string,
  kept: readonly { readonly boughtOn: PlainDate }[],
  facts: WashSaleFacts,
): WashSale | undefined {
  const bought = facts.recentTrades
    .filter((trade) => trade.product === product && trade.side === 'buy')
    .map(({ on }) => on);
  const days = [...bought, ...kept.map(({ boughtOn }) => boughtOn)];
  return washSale('rebalancing.loss-would-be-spoilt', product, days, facts);
}

/** Whether a purchase spoils the loss of a sale of the same product within the days before or after it. */
export function washSaleOnPurchase(product: string, facts: WashSaleFacts): WashSale | undefined {
  const sold = facts.recentTrades
    .filter((trade) => trade.product === product && trade.side === 'sell' && trade.atLoss !== false)
    .map(({ on }) => on);
  return washSale('rebalancing.would-spoil-loss', product, sold, facts);
}

function washSale(
  code: string,
  product: string,
  tradedOn: readonly PlainDate[],
  { on, washSaleDays }: WashSaleFacts,
): WashSale | undefined {
  if (washSaleDays === undefined) return undefined;
  const last = tradedOn
    .filter((day) => Math.abs(daysBetween(day, on)) <= washSaleDays)
    .sort()
    .at(-1);
  if (last === undefined) return undefined;
  const from = addDays(last, washSaleDays + 1);
  const parameters = { product, tradedOn: last, days: washSaleDays, from };
  return { from, reason: makeReason(code, 'warn', parameters) };
}
