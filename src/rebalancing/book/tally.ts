import type { PlainDate } from '../../dates/index.js';
import type { ErrorCode } from '../../errors/index.js';
import { type CurrencyCode, fromMinorUnits, toMinorUnits } from '../../money/index.js';
import type { Rebalancing } from '../result/result.js';
import type { Trade } from '../result/trade.js';
import type { BookFailure } from './outcome.js';
import type {
  BookProgress,
  BookSummary,
  BookTurnover,
  CodeCount,
  GrossTrades,
  ProductOrders,
  ProductTrades,
} from './summary.js';

/** What is counted of an account or household that was decided. */
export interface Tallied {
  readonly decision: Rebalancing['decision'];
  /** Codes of all its reasons. */
  readonly codes: ReadonlySet<string>;
  /** What each account trades. */
  readonly results: readonly Pick<Rebalancing, 'value' | 'trades' | 'consent'>[];
}

/** Figures that grow with every outcome; their size depends on products and codes, not on accounts. */
export interface Tally {
  readonly add: (outcome: Tallied | Pick<BookFailure, 'issues'>) => void;
  /** Adds what another book comes to. */
  readonly addSummary: (summary: BookSummary) => void;
  readonly progress: () => BookProgress;
  readonly summary: () => BookSummary;
}

/** Figures of no account yet. */
export function openTally(): Tally {
  const counts = { traded: 0, held: 0, failed: 0 };
  const turnover = new Map<CurrencyCode, Turnover>();
  const products = new Map<string, Product>();
  const reasons = new Map<string, number>();
  const faults = new Map<ErrorCode, number>();
  const progress = (): BookProgress =>
    Object.freeze({
      done: counts.traded + counts.held + counts.failed,
      ...counts,
      turnover: Object.freeze(byKey(turnover).map(closeTurnover)),
    });
  return {
    add: (outcome) => {
      if ('issues' in outcome) {
        counts.failed++;
        countEach(faults, new Set(outcome.issues.map(({ code }) => code)));
        return;
      }
      counts[outcome.decision === 'trade' ? 'traded' : 'held']++;
      countEach(reasons, outcome.codes);
      for (const result of outcome.results) {
        addTurnover(turnover, result);
        for (const trade of result.trades) addTrade(products, trade, result.consent);
      }
    },
    addSummary: (summary) => {
      counts.traded += summary.traded;
      counts.held += summary.held;
      counts.failed += summary.failed;
      for (const { currency, value, purchases, sales } of summary.turnover) {
        const sums = turnoverIn(turnover, currency);
        sums.value += toMinorUnits(value);
        sums.purchases += toMinorUnits(purchases);
        sums.sales += toMinorUnits(sales);
      }
      for (const { product, currency, orders } of summary.products) {
        for (const { orderOn, consent, purchases, sales } of orders) {
          const line = ordersOf(products, product, currency, orderOn, consent);
          addGross(line.buy, purchases);
          addGross(line.sell, sales);
        }
      }
      for (const { code, accounts } of summary.reasons) count(reasons, code, accounts);
      for (const { code, accounts } of summary.faults) count(faults, code, accounts);
    },
    progress,
    summary: () => {
      const { done: count, ...rest } = progress();
      return Object.freeze({
        count,
        ...rest,
        products: Object.freeze(byKey(products).map(([, product]) => closeProduct(product))),
        reasons: closeCounts(reasons),
        faults: closeCounts(faults),
      });
    },
  };
}

/** Sums in smallest units. */
interface Turnover {
  value: bigint;
  purchases: bigint;
  sales: bigint;
}

interface Gross {
  count: number;
  amount: bigint;
}

interface Orders {
  readonly orderOn: PlainDate;
  readonly consent: ProductOrders['consent'];
  readonly buy: Gross;
  readonly sell: Gross;
}

interface Product {
  readonly product: string;
  readonly currency: CurrencyCode;
  readonly orders: Map<string, Orders>;
}

function count<Code extends string>(counts: Map<Code, number>, code: Code, times: number): void {
  counts.set(code, (counts.get(code) ?? 0) + times);
}

function countEach<Code extends string>(counts: Map<Code, number>, codes: ReadonlySet<Code>): void {
  for (const code of codes) count(counts, code, 1);
}

/** Codes of all reasons for decisions, for trades and for what is not traded. */
export function reasonCodes(
  results: readonly Pick<Rebalancing, 'reasons' | 'trades' | 'notTraded' | 'outOfReach'>[],
): Set<string> {
  const codes = new Set<string>();
  for (const { reasons, trades, notTraded, outOfReach } of results) {
    for (const { code } of reasons) codes.add(code);
    for (const list of [trades, notTraded, outOfReach]) {
      for (const line of list) for (const { code } of line.reasons) codes.add(code);
    }
  }
  return codes;
}

function turnoverIn(turnover: Map<CurrencyCode, Turnover>, currency: CurrencyCode): Turnover {
  const sums = turnover.get(currency) ?? { value: 0n, purchases: 0n, sales: 0n };
  turnover.set(currency, sums);
  return sums;
}

function addTurnover(
  turnover: Map<CurrencyCode, Turnover>,
  { value, trades }: Pick<Rebalancing, 'value' | 'trades'>,
): void {
  const sums = turnoverIn(turnover, value.currency);
  sums.value += toMinorUnits(value);
  for (const { side, amount } of trades) {
    sums[side === 'buy' ? 'purchases' : 'sales'] += toMinorUnits(amount);
  }
}

function addTrade(
  products: Map<string, Product>,
  { product, side, local, orderOn }: Trade,
  consent: ProductOrders['consent'],
): void {
  const line = ordersOf(products, product, local.currency, orderOn, consent)[side];
  line.count++;
  line.amount += toMinorUnits(local);
}

function addGross(line: Gross, { count: times, amount }: GrossTrades): void {
  line.count += times;
  line.amount += toMinorUnits(amount);
}

function ordersOf(
  products: Map<string, Product>,
  product: string,
  currency: CurrencyCode,
  orderOn: PlainDate,
  consent: ProductOrders['consent'],
): Orders {
  // JSON keeps ids apart from currencies whatever characters they are made of.
  const key = JSON.stringify([product, currency]);
  const line = products.get(key) ?? { product, currency, orders: new Map<string, Orders>() };
  products.set(key, line);
  const orders = line.orders.get(`${orderOn} ${consent}`) ?? {
    orderOn,
    consent,
    buy: { count: 0, amount: 0n },
    sell: { count: 0, amount: 0n },
  };
  line.orders.set(`${orderOn} ${consent}`, orders);
  return orders;
}

function byKey<K extends string, V>(map: ReadonlyMap<K, V>): [K, V][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function closeTurnover([currency, sums]: [CurrencyCode, Turnover]): BookTurnover {
  const { value, purchases, sales } = sums;
  return Object.freeze({
    currency,
    value: fromMinorUnits(currency, value),
    purchases: fromMinorUnits(currency, purchases),
    sales: fromMinorUnits(currency, sales),
    turnover: value > 0n ? Number(purchases + sales) / 2 / Number(value) : 0,
  });
}

function closeProduct({ product, currency, orders }: Product): ProductTrades {
  const lines = byKey(orders).map(([, line]) => line);
  return Object.freeze({
    product,
    currency,
    purchases: closeGross(currency, ...lines.map(({ buy }) => buy)),
    sales: closeGross(currency, ...lines.map(({ sell }) => sell)),
    orders: Object.freeze(
      lines.map(({ orderOn, consent, buy, sell }) =>
        Object.freeze({
          orderOn,
          consent,
          purchases: closeGross(currency, buy),
          sales: closeGross(currency, sell),
          net: fromMinorUnits(currency, buy.amount - sell.amount),
        }),
      ),
    ),
  });
}

function closeGross(currency: CurrencyCode, ...parts: readonly Gross[]): GrossTrades {
  return Object.freeze({
    count: parts.reduce((sum, { count }) => sum + count, 0),
    amount: fromMinorUnits(
      currency,
      parts.reduce((sum, { amount }) => sum + amount, 0n),
    ),
  });
}

function closeCounts<Code extends string>(
  counts: ReadonlyMap<Code, number>,
): readonly CodeCount<Code>[] {
  return Object.freeze(byKey(counts).map(([code, accounts]) => Object.freeze({ code, accounts })));
}
