import type { PlainDate } from '../../dates/index.js';
import type { ErrorCode } from '../../errors/index.js';
import { type CurrencyCode, fromMinorUnits, toMinorUnits } from '../../money/index.js';
import type { Rebalancing } from '../result/result.js';
import type { Trade } from '../result/trade.js';
import type { BookOutcome } from './outcome.js';
import type {
  BookProgress,
  BookSummary,
  BookTurnover,
  CodeCount,
  GrossTrades,
  ProductOrders,
  ProductTrades,
} from './summary.js';

/** Figures that grow with every outcome; their size depends on products and codes, not on accounts. */
export interface Tally {
  readonly add: (outcome: BookOutcome) => void;
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
      if (outcome.status === 'failed') {
        counts.failed++;
        countEach(faults, new Set(outcome.issues.map(({ code }) => code)));
        return;
      }
      const { value } = outcome;
      counts[value.decision === 'trade' ? 'traded' : 'held']++;
      countEach(reasons, reasonsOf(value));
      addTurnover(turnover, value);
      for (const trade of value.trades) addTrade(products, trade, value.consent);
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

function countEach<Code extends string>(counts: Map<Code, number>, codes: ReadonlySet<Code>): void {
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
}

function reasonsOf({ reasons, trades, notTraded, outOfReach }: Rebalancing): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { code } of reasons) codes.add(code);
  for (const list of [trades, notTraded, outOfReach]) {
    for (const line of list) for (const { code } of line.reasons) codes.add(code);
  }
  return codes;
}

function addTurnover(turnover: Map<CurrencyCode, Turnover>, { value, trades }: Rebalancing): void {
  const sums = turnover.get(value.currency) ?? { value: 0n, purchases: 0n, sales: 0n };
  turnover.set(value.currency, sums);
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
  const { currency } = local;
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
  orders[side].count++;
  orders[side].amount += toMinorUnits(local);
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
