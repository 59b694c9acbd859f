import { type DateInterval, daysBetween, type PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  formatQuantity,
  fromMinorUnits,
  type Money,
} from '../../money/index.js';
import type { PanicSaleRule } from './behaviour-policy.js';
import { type Fall, type FallFinding, fallBefore } from './falls.js';
import { type HeldProduct, type HoldingDay, holdingKey } from './holding-days.js';
import type { PriceHistory } from './prices.js';
import type { Quantity } from './quantity.js';

/** Much of a holding, sold soon after a fall. */
export interface PanicSale {
  readonly product: string;
  readonly currency: CurrencyCode;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  /** Ids of the sells, by date. */
  readonly trades: readonly string[];
  readonly unitsSold: string;
  /** Units at the beginning of the first day and those bought until the last, decimal text. */
  readonly unitsHeld: string;
  readonly share: number;
  /** What was received, in the currency of the figures. */
  readonly proceeds: Money;
  /** The deepest fall that the sells followed: the product's own, or else the market's. */
  readonly fall: Fall & { readonly of: 'product' | 'market' };
  readonly reason: Reason;
}

/** Panic sales and the sells that cannot be judged, or why none can be. */
export type PanicSales =
  | {
      readonly status: 'measured';
      readonly events: readonly PanicSale[];
      /** Ids of sells for which prices or the holding are not known well enough. */
      readonly unjudged: readonly string[];
    }
  | { readonly status: 'undetermined'; readonly reason: Reason };

/**
 * Finds sells that follow a fall of the product or of the market and together take much of the holding. Sells that
 * follow a fall belong to one event if no more than `soldWithinDays` lie between two of them.
 *
 * Of a similar kind, with a month as its window and half of the fall due to trades: D. Elkind, K. Kaminski, A. W. Lo,
 * K. W. Siah and C. H. Wong, When Do Investors Freak Out?, Journal of Financial Data Science 4 (2022) 11–39.
 */
export function panicSales(
  held: readonly HeldProduct[],
  prices: PriceHistory | undefined,
  window: DateInterval,
  rule: PanicSaleRule,
  currency: CurrencyCode,
): PanicSales {
  const sales = held.flatMap((product) => saleDays(product, window, prices, rule));
  if (prices === undefined && sales.length > 0) {
    const reason = makeReason('client.no-prices', 'info');
    return Object.freeze({ status: 'undetermined', reason });
  }
  const judged = held.flatMap((product) => {
    const own = sales.filter((sale) => sale.product === product && sale.found !== 'none');
    return eventsOf(own, rule).map((event) => ({ event, finding: judge(event, rule) }));
  });
  const events = judged
    .filter(({ finding }) => finding === 'panic')
    .map(({ event }) => eventOf(event, currency));
  const unjudged = judged
    .filter(({ finding }) => finding === 'unknown')
    .flatMap(({ event }) => event.flatMap(({ day }) => day.sells));
  return Object.freeze({
    status: 'measured',
    events: Object.freeze(events.sort(byDay)),
    unjudged: Object.freeze(unjudged.sort()),
  });
}

/** A day with sells of one product, after a fall or not. */
interface SaleDay {
  readonly product: HeldProduct;
  readonly day: HoldingDay;
  /** Units at the beginning of the day; `null` where more was sold than is known to have been bought. */
  readonly before: Quantity | null;
  /** Units bought so far, this day's among them. */
  readonly boughtSoFar: Quantity;
  readonly found: PanicSale['fall'] | 'none' | 'unknown';
}

function saleDays(
  product: HeldProduct,
  { from, to }: DateInterval,
  prices: PriceHistory | undefined,
  rule: PanicSaleRule,
): readonly SaleDay[] {
  const days = product.days.filter(({ date }) => date < to);
  const known = isCovered(days);
  const own = prices?.series[holdingKey(product.product, product.currency)];
  const sales: SaleDay[] = [];
  let [units, boughtSoFar] = [0n, 0n];
  for (const day of days) {
    boughtSoFar += day.bought;
    if (day.sold > 0n && day.date >= from) {
      const found = anyFall(fallBefore(own, day.date, rule), prices, day.date, rule);
      sales.push({ product, day, before: known ? units : null, boughtSoFar, found });
    }
    units += day.bought - day.sold;
  }
  return sales;
}

/** Whether every unit sold is known to have been bought. */
export function isCovered(days: readonly HoldingDay[]): boolean {
  let units = 0n;
  return days.every(({ bought, sold }) => {
    units += bought - sold;
    return units >= 0n;
  });
}

/** The product's own fall, or else the market's; a market that was not asked about is no part of the rule. */
function anyFall(
  own: FallFinding,
  prices: PriceHistory | undefined,
  date: PlainDate,
  rule: PanicSaleRule,
): SaleDay['found'] {
  if (typeof own === 'object') return Object.freeze({ ...own, of: 'product' });
  const market = prices?.market;
  if (market === undefined || market === null) return own;
  const found = fallBefore(market, date, rule);
  if (typeof found === 'object') return Object.freeze({ ...found, of: 'market' });
  return own === 'none' && found === 'none' ? 'none' : 'unknown';
}

/** Sale days near enough to each other; what cannot be judged stays alone. */
function eventsOf(sales: readonly SaleDay[], rule: PanicSaleRule): readonly (readonly SaleDay[])[] {
  const events: SaleDay[][] = [];
  let open: SaleDay[] = [];
  for (const sale of sales) {
    if (sale.found === 'unknown') {
      events.push([sale]);
      continue;
    }
    const last = open[open.length - 1];
    const isNear =
      last !== undefined && daysBetween(last.day.date, sale.day.date) <= rule.soldWithinDays;
    if (isNear) {
      open.push(sale);
      continue;
    }
    open = [sale];
    events.push(open);
  }
  return events;
}

function judge(
  event: readonly SaleDay[],
  { shareAtLeast }: PanicSaleRule,
): 'panic' | 'calm' | 'unknown' {
  if (event[0]!.found === 'unknown') return 'unknown';
  const units = unitsOf(event);
  if (units === null) return 'unknown';
  const much = units.sold * shareAtLeast.scale >= units.held * shareAtLeast.numerator;
  return much ? 'panic' : 'calm';
}

function unitsOf(
  event: readonly SaleDay[],
): { readonly sold: Quantity; readonly held: Quantity } | null {
  const [first, last] = [event[0]!, event[event.length - 1]!];
  if (first.before === null) return null;
  const boughtBefore = first.boughtSoFar - first.day.bought;
  return {
    sold: event.reduce((sum, { day }) => sum + day.sold, 0n),
    held: first.before + last.boughtSoFar - boughtBefore,
  };
}

function eventOf(event: readonly SaleDay[], currency: CurrencyCode): PanicSale {
  const [first, last] = [event[0]!, event[event.length - 1]!];
  const { sold, held } = unitsOf(event)!;
  const { product } = first.product;
  const falls = event.map(({ found }) => found as PanicSale['fall']);
  const fall = falls.reduce((deepest, next) => (next.depth > deepest.depth ? next : deepest));
  const proceeds = fromMinorUnits(
    currency,
    event.reduce((sum, { day }) => sum + day.proceeds, 0n),
  );
  const share = Number(sold) / Number(held);
  return Object.freeze({
    product,
    currency: first.product.currency,
    firstDay: first.day.date,
    lastDay: last.day.date,
    trades: Object.freeze(event.flatMap(({ day }) => day.sells)),
    unitsSold: formatQuantity(sold),
    unitsHeld: formatQuantity(held),
    share,
    proceeds,
    fall,
    reason: makeReason('client.panic-sale', 'warn', {
      product,
      share,
      proceeds,
      depth: fall.depth,
      peakDate: fall.peakDate,
      fallDate: fall.date,
    }),
  });
}

function byDay(a: PanicSale, b: PanicSale): number {
  if (a.firstDay !== b.firstDay) return a.firstDay < b.firstDay ? -1 : 1;
  return holdingKey(a.product, a.currency) < holdingKey(b.product, b.currency) ? -1 : 1;
}
