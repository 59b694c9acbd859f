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
  /** What counts as the same. Absent: nothing but the product itself. */
  readonly identical?: Identical;
}

/** The products that count as the same as a product, itself among them; nothing for those that stand alone. */
export type Identical = ReadonlyMap<string, ReadonlySet<string>>;

/** Why a trade would spoil a loss, and the first day on which it no longer would. */
export interface WashSale {
  readonly from: PlainDate;
  readonly reason: Reason;
}

/**
 * Whether a sale at a loss is spoilt by a purchase of the same product within the days before or after it.
 *
 * @param kept what stays of the product's lots and of what counts as the same: a lot that is sold whole replaces nothing.
 * @returns nothing if the guard is off or no purchase is near.
 *
 * Source: 26 USC 1091(a), 26 CFR 1.1091-1(a), with 30 days.
 */
export function washSaleOnSale(
  product: string,
  kept: readonly { readonly boughtOn: PlainDate; readonly product?: string }[],
  facts: WashSaleFacts,
): WashSale | undefined {
  const bought = facts.recentTrades.filter(
    (trade) => isSame(trade, product, facts) && trade.side === 'buy',
  );
  const lots = kept.map(({ boughtOn: on, product: other = product }) => ({ product: other, on }));
  return washSale('rebalancing.loss-would-be-spoilt', product, [...bought, ...lots], facts);
}

/** Whether a purchase spoils the loss of a sale of the same product within the days before or after it. */
export function washSaleOnPurchase(product: string, facts: WashSaleFacts): WashSale | undefined {
  const sold = facts.recentTrades.filter(
    (trade) => isSame(trade, product, facts) && trade.side === 'sell' && trade.atLoss !== false,
  );
  return washSale('rebalancing.would-spoil-loss', product, sold, facts);
}

function isSame(trade: RecentTrade, product: string, { identical }: WashSaleFacts): boolean {
  return trade.product === product || identical?.get(product)?.has(trade.product) === true;
}

function washSale(
  code: string,
  product: string,
  traded: readonly Pick<RecentTrade, 'product' | 'on'>[],
  { on, washSaleDays }: WashSaleFacts,
): WashSale | undefined {
  if (washSaleDays === undefined) return undefined;
  const near = traded.filter((trade) => Math.abs(daysBetween(trade.on, on)) <= washSaleDays);
  const [first, ...rest] = near;
  if (first === undefined) return undefined;
  // Of several of one day the product itself is named.
  const last = rest.reduce((latest, trade) => {
    const isOwn = trade.on === latest.on && trade.product === product;
    return trade.on > latest.on || isOwn ? trade : latest;
  }, first);
  const from = addDays(last.on, washSaleDays + 1);
  const parameters = { product, tradedOn: last.on, days: washSaleDays, from };
  const reason =
    last.product === product
      ? makeReason(code, 'warn', parameters)
      : makeReason(`${code}-by-identical`, 'warn', { ...parameters, other: last.product });
  return { from, reason };
}
