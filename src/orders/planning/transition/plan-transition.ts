import { makeReason, type Reason } from '../../../evidence/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  toMinorUnits,
} from '../../../money/index.js';
import type { PlannedOrder } from '../../life/order.js';
import type { NotOrdered } from '../planned.js';
import { compare } from './compare.js';
import { explainPurchases, explainSale, joinByProduct } from './explain.js';
import { type FundingLeg, makePurchases, makeSales, type SoldProduct } from './make-orders.js';
import { payPurchases } from './pay-purchases.js';
import { pursesOf } from './purses.js';
import { raiseSales } from './raise-sales.js';
import { toBase } from './rates.js';
import { investableOf, type ReadTransition, readTransition } from './read-transition.js';
import type { Sale } from './sales.js';
import { type Funds, sizePurchases } from './size-purchases.js';
import type { TransitionRequest } from './transition-request.js';
import { type Purse, type Wallet, worthOf } from './wallet.js';

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
      /** What is held cannot be valued, so nobody knows what is too much and what too little. */
      readonly status: 'missing-rate';
      readonly missing: readonly CurrencyCode[];
      readonly reasons: readonly Reason[];
    };

/**
 * Plans the orders that lead from what is held to target weights or amounts: sales, then purchases out of money and proceeds.
 *
 * Sales are rounded down to whole steps or units, up where money is to be kept that is not there; they keep to lock-up, terms and windows of each lot, to
 * gates and daily limits, and leave each day nothing or the product's minimum holding. A day that lets out less than a redemption is passed over, and so is one on which only
 * a part of each redemption is carried out (`acceptedShare`), which is told. Fees go by the holding time of the lots, earliest first; by the highest rate where
 * no lots are given. Purchases cost no more than there is in all: where that is less than they should, each gets its share of
 * it; the minimum of an addition counts for what is held; whole units are bought where the product has a step and its price is given.
 * With weights nothing is sold for what of a purchase is known to be impossible, unless the residual product takes it: each sale bears its part.
 * A purchase goes on the first day on which what is there pays for it whole, by ascending product id; money that is there is used
 * before proceeds, the earliest first. What proceeds pay for has `after`, the ids of the sales. Orders are in their product's
 * currency; money is changed only for what needs it, at the rates, and what rounding of changes takes comes off one purchase.
 *
 * @throws AptfolioError for malformed input, unknown products, lots that do not add up, with the path.
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
 * ```
 */
export function planTransition<C extends CurrencyCode>(
  request: TransitionRequest<C>,
): TransitionPlan<C> {
  const read = readTransition(request);
  const valued = investableOf(read);
  if (valued.status === 'missing-rate') return missingRates(valued.missing);
  const { investable } = valued;
  const { wants, sales: asked, notTried, rounded } = compare(read, investable);
  const walletOf = (list: readonly Sale[]): Wallet => openWallet(makeSales(list, read), read);
  const sales = raiseSales(asked, (list) => -worthOf(walletOf(list)), read);
  const sold = makeSales(sales, read);
  const wallet = openWallet(sold, read);
  const funds = fundsOf(wallet, rounded);
  const names = new Set(sales.filter(({ slices }) => slices.length > 0).map(idOf));
  const sized = sizePurchases(wants, funds, read, names);
  const { paid, unpaid } = payPurchases(sized.purchases, wallet, read);
  const bought = makePurchases(paid, read);
  const orders = [...sold.flatMap(({ orders: list }) => list), ...bought.orders].sort(byDay);
  const notOrdered = Object.freeze(
    joinByProduct([
      ...notTried,
      ...sales.flatMap((sale) => explainSale(sale, read)),
      ...explainPurchases(sized, wants, unpaid, read),
    ]),
  );
  const write = (units: bigint): Money<C> => fromMinorUnits(read.currency, units);
  const left = worthOf(wallet);
  const missing = write(left < 0n ? -left : 0n);
  const reasons = Object.freeze([
    ...sales.flatMap(({ remarks }) => remarks),
    ...keepShort(missing),
  ]);
  if (orders.length === 0) {
    const status = 'nothing-to-order';
    return Object.freeze({ status, investable: write(investable), missing, notOrdered, reasons });
  }
  const sumOf = (list: readonly PlannedOrder[], part: 'gross' | 'net'): bigint =>
    list.reduce((sum, order) => sum + worth(order[part], read), 0n);
  const purchases = sumOf(bought.orders, 'gross');
  const unplaced = left > 0n ? left : 0n;
  return Object.freeze({
    status: 'planned',
    orders: Object.freeze(orders),
    exchanges: Object.freeze(bought.exchanges),
    investable: write(investable),
    proceeds: write(sold.reduce((sum, one) => sum + sumOf(one.orders, 'net'), 0n)),
    purchases: write(purchases),
    unplaced: write(unplaced),
    rounding: write(funds.money - purchases - unplaced),
    missing,
    notOrdered,
    reasons,
  });
}

function keepShort({ amount, currency }: Money): readonly Reason[] {
  if (toMinorUnits({ amount, currency }) === 0n) return [];
  return [makeReason('orders.keep-short', 'warn', { missing: amount, currency })];
}

function openWallet<C extends CurrencyCode>(
  sold: readonly SoldProduct[],
  read: ReadTransition<C>,
): Wallet {
  const { currency: base, rateOf, days } = read;
  return { purses: pursesOf(sold, read), base, rateOf, asOf: days.desk.asOf };
}

function fundsOf(wallet: Wallet, rounded: bigint): Funds {
  const money = worthOf(wallet);
  const isForeign = ({ currency, units }: Purse): boolean => currency !== wallet.base && units > 0n;
  return {
    money: money > 0n ? money : 0n,
    foreign: wallet.purses.filter(isForeign).length,
    rounded,
  };
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

function idOf({ position }: Sale): string {
  return position.product.id;
}

function byDay(a: PlannedOrder, b: PlannedOrder): number {
  const key = ({ orderOn, side, id }: PlannedOrder): string =>
    JSON.stringify([orderOn, side === 'sell' ? 0 : 1, id]);
  return key(a) < key(b) ? -1 : 1;
}

function worth<C extends CurrencyCode>(
  { currency, amount }: Money,
  { rateOf }: ReadTransition<C>,
): bigint {
  return toBase(BigInt(amount.replace('.', '')), rateOf(currency)!);
}
