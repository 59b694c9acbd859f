import { makeReason, type Reason } from '../../../evidence/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  toMinorUnits,
} from '../../../money/index.js';
import type { PlannedOrder } from '../../life/order.js';
import { byDay, type NotOrdered } from '../planned.js';
import { compare } from './compare.js';
import { explainPurchases, explainSale, joinByProduct } from './explain.js';
import { fundsOf, openGap, openWallet } from './funds.js';
import { openInTime, withoutLate } from './in-time.js';
import { type FundingLeg, makePurchases, makeSales } from './make-orders.js';
import { payPurchases } from './pay-purchases.js';
import { raiseSales } from './raise-sales.js';
import { toBase } from './rates.js';
import { investableOf, type ReadTransition, readTransition } from './read-transition.js';
import type { Sale } from './sales.js';
import { sizePurchases } from './size-purchases.js';
import type { TransitionRequest } from './transition-request.js';
import { worthOf } from './wallet.js';

/** The orders that lead from what is held to what is wanted, or why there are none. */
export type TransitionPlan<C extends CurrencyCode = CurrencyCode> =
  | {
      readonly status: 'planned';
      /** By day of the order, sales before purchases, then by id; each in its product's currency. */
      readonly orders: readonly PlannedOrder[];
      /** Changes of money, by order; proceeds that nothing needs stay in their currency. */
      readonly exchanges: readonly FundingLeg[];
      /** What targets are shares of: positions and cash less what is kept, at the rates. */
      readonly investable: Money<C>;
      /** Worth of the sales less their fees, and of the purchases with theirs, at the rates. */
      readonly proceeds: Money<C>;
      readonly purchases: Money<C>;
      /** What stays as money beside what is kept. */
      readonly unplaced: Money<C>;
      /** What is missing of what is to be kept, or of an overdraft, because no more can be sold. */
      readonly missing: Money<C>;
      /**
       * What rounding at the rates comes to, also below 0: money that is there, less what is kept, proceeds and `missing` are
       * `purchases`, `unplaced` and this, exactly. Zero in one currency.
       */
      readonly rounding: Money<C>;
      /** By product id. */
      readonly notOrdered: readonly NotOrdered<C>[];
      /** Where more is sold than was asked for, or later than the product deals, by product id; and that what is to be kept cannot be. */
      readonly reasons: readonly Reason[];
    }
  | {
      /** There is nothing that can be ordered; or everything is as it should be, and `notOrdered` is empty. */
      readonly status: 'nothing-to-order';
      readonly investable: Money<C>;
      readonly missing: Money<C>;
      readonly notOrdered: readonly NotOrdered<C>[];
      readonly reasons: readonly Reason[];
    }
  | {
      /** What is held, or is to be held in units, cannot be valued, so nobody knows what is too much and what too little. */
      readonly status: 'missing-rate';
      readonly missing: readonly CurrencyCode[];
      readonly reasons: readonly Reason[];
    };

/**
 * Plans the orders that lead from what is held to target weights, amounts or units: sales, then purchases out of money and proceeds.
 *
 * Targets in `units` are reached to the unit, at price × units, half-even to the cent. They are paid first, sales being rounded up for them, and weights share what they leave;
 * where there is too little money for them each gets its part of it, in whole steps, and a part that buys nothing goes to the others. What of them cannot be bought goes where `residual` says, as of a weight. Less than a step of units is not ordered, which is told.
 *
 * Sales are rounded down to whole steps or units, up where money is to be kept that is not there; they keep to lock-up, terms and windows of each lot, to
 * gates and daily limits, and leave each day nothing or the product's minimum holding. A day that lets out less than a redemption is passed over, and so is one on which only
 * a part of each redemption is carried out (`acceptedShare`), which is told. Fees go by the holding time of the lots, earliest first; by the highest rate where
 * no lots are given. Purchases cost no more than there is in all: where that is less than they should, each gets its share of
 * it; the minimum of an addition counts for what is held; whole units are bought where the product has a step and its price is given.
 * With weights nothing is sold for what of a purchase is known to be impossible, unless the residual product takes it: each sale bears its part.
 * So it is with what a purchase would need beyond the calendar or beyond `latest`; and what would be sold too late to buy anything is sold only where it is to be kept.
 * A purchase goes on the first day on which what is there pays for it whole, units first, then by ascending product id; money that is there is used
 * before proceeds, the earliest first. What proceeds pay for has `after`, the ids of the sales. Orders are in their product's
 * currency; money is changed only for what needs it, at the rates, and what rounding of changes takes comes off one purchase.
 *
 * @throws AptfolioError for malformed input, unknown products, lots that do not add up, a price that is not that of the holding, with the path.
 *
 * @example
 * ```ts
 * import { compileCalendar } from 'aptfolio/dates';
 * import { money } from 'aptfolio/money';
 * import { planTransition } from 'aptfolio/orders';
 * import { compileProducts } from 'aptfolio/products';
 *
 * const terms = {
 *   issuerRisk: 'R2', distributorRisk: 'R2', annualFee: 0, entryFee: 0,
 *   minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Money fund', lookThrough: { CASH: 1 } },
 *     { ...terms, id: 'B', name: 'Bond fund', lookThrough: { BOND: 1 } },
 *   ],
 *   ['CASH', 'BOND'],
 * );
 * const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
 * const calendar = compileCalendar({ id: 'weekends', covers, holidays: [] });
 * const plan = planTransition({
 *   currency: 'CNY', universe, amountStep: '1', residualProduct: 'B', funding: 'CURRENT',
 *   holdings: [{ product: 'A', value: money('CNY', '1000') }], weights: { A: 0.4, B: 0.6 },
 *   asOf: '2026-03-06', calendar,
 * });
 * plan.orders.map((order) => `${order.side} ${order.product} ${order.gross.amount} on ${order.orderOn}`);
 * // => ['sell A 600.00 on 2026-03-06', 'buy B 600.00 on 2026-03-09']
 * plan.orders[1].after; // => ['plan/A/1']
 *
 * // Exactly 150 units of B, and the rest in A: 150 × 1.2345 = 185.175.
 * const exact = planTransition({
 *   currency: 'CNY', universe, amountStep: '1', residualProduct: 'A', funding: 'CURRENT', holdings: [], cash: [money('CNY', '1000')],
 *   units: { B: '150' }, weights: { A: 1 }, prices: { B: { currency: 'CNY', amount: '1.2345' } }, asOf: '2026-03-06', calendar,
 * });
 * exact.orders.map(({ product, units, gross }) => [product, units, gross.amount]);
 * // => [['A', undefined, '814.82'], ['B', '150', '185.18']]
 * ```
 */
export function planTransition<C extends CurrencyCode>(
  request: TransitionRequest<C>,
): TransitionPlan<C> {
  const read = readTransition(request);
  const valued = investableOf(read);
  if (valued.status === 'missing-rate') return missingRates(valued.missing);
  const trades = tradesOf(valued.investable, read);
  const write = (units: bigint): Money<C> => fromMinorUnits(read.currency, units);
  const { left, notOrdered } = trades;
  const missing = write(left < 0n ? -left : 0n);
  const outcome = {
    investable: write(valued.investable),
    missing,
    notOrdered,
    reasons: Object.freeze([...trades.remarks, ...keepShort(missing)]),
  };
  if (trades.orders.length === 0) {
    return Object.freeze({ status: 'nothing-to-order', ...outcome });
  }
  const sumOf = (side: PlannedOrder['side'], part: 'gross' | 'net'): bigint =>
    trades.orders
      .filter((order) => order.side === side)
      .reduce((sum, order) => sum + worth(order[part], read), 0n);
  const purchases = sumOf('buy', 'gross');
  const unplaced = left > 0n ? left : 0n;
  return Object.freeze({
    status: 'planned',
    orders: trades.orders,
    exchanges: trades.exchanges,
    proceeds: write(sumOf('sell', 'net')),
    purchases: write(purchases),
    unplaced: write(unplaced),
    rounding: write(trades.money - purchases - unplaced),
    ...outcome,
  });
}

/** What is traded, and what is not. */
interface Trades<C extends CurrencyCode> {
  readonly orders: readonly PlannedOrder[];
  readonly exchanges: readonly FundingLeg[];
  readonly notOrdered: readonly NotOrdered<C>[];
  /** Of sales: why more is sold than was asked for, or later than the product deals. */
  readonly remarks: readonly Reason[];
  /** What there is for purchases, and what is left of it, below 0 where it is missing; in smallest units of the base. */
  readonly money: bigint;
  readonly left: bigint;
  /** By product of which something has no day: what can be ordered before its days end. */
  readonly within: ReadTransition<C>['within'];
}

/** Plans anew without what turned out to have no day, so often at most. */
const MOST_ROUNDS = 20;

/** What is traded, once nothing is sold any more for purchases that have no day. */
function tradesOf<C extends CurrencyCode>(investable: bigint, read: ReadTransition<C>): Trades<C> {
  let trades = tryTrades(investable, read);
  const within = new Map(read.within);
  for (let round = 0; round < MOST_ROUNDS && trades.within.size > 0; round++) {
    for (const [product, limit] of trades.within) within.set(product, limit);
    trades = tryTrades(investable, { ...read, within });
  }
  return trades;
}

function tryTrades<C extends CurrencyCode>(investable: bigint, read: ReadTransition<C>): Trades<C> {
  const comparison = compare(read, investable);
  const { wants, notTried, rounded } = comparison;
  const gapOf = openGap(comparison, read);
  const isInTime = openInTime(wants, new Set(soldIn(comparison.sales)), read);
  const inTime = withoutLate(comparison.sales, wants, isInTime, gapOf, read);
  const sales = raiseSales(inTime, gapOf, read);
  const wallet = openWallet(sales, read);
  const money = worthOf(wallet);
  const funds = fundsOf(wallet, rounded, isInTime, read);
  const sized = sizePurchases(wants, funds, read, new Set(soldIn(sales)));
  const { paid, unpaid, within } = payPurchases(sized.purchases, wallet, read);
  const bought = makePurchases(paid, read);
  const sellOrders = makeSales(sales, read).flatMap(({ orders }) => orders);
  return {
    orders: Object.freeze([...sellOrders, ...bought.orders].sort(byDay)),
    exchanges: Object.freeze(bought.exchanges),
    notOrdered: Object.freeze(
      joinByProduct([
        ...notTried,
        ...sales.flatMap((sale) => explainSale(sale, read)),
        ...explainPurchases(sized, comparison, unpaid, read),
      ]),
    ),
    remarks: sales.flatMap(({ remarks }) => remarks),
    money: money > 0n ? money : 0n,
    left: worthOf(wallet),
    within,
  };
}

function keepShort({ amount, currency }: Money): readonly Reason[] {
  if (toMinorUnits({ amount, currency }) === 0n) return [];
  return [makeReason('orders.keep-short', 'warn', { missing: amount, currency })];
}

function missingRates<C extends CurrencyCode>(missing: readonly CurrencyCode[]): TransitionPlan<C> {
  const reasons = missing.map((currency) =>
    makeReason('orders.rate-missing', 'block', { currency }),
  );
  return Object.freeze({
    status: 'missing-rate',
    missing: Object.freeze(missing),
    reasons: Object.freeze(reasons),
  });
}

/** Products of which something is sold. */
function soldIn(sales: readonly Sale[]): readonly string[] {
  return sales.flatMap(({ slices, position }) => (slices.length > 0 ? [position.product.id] : []));
}

function worth<C extends CurrencyCode>(
  { currency, amount }: Money,
  { rateOf }: ReadTransition<C>,
): bigint {
  return toBase(BigInt(amount.replace('.', '')), rateOf(currency)!);
}
