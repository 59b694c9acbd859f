import { parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  isPositive,
  type Money,
  parseMoney,
  parseMoneyIn,
  subtractMoney,
  sumMoney,
  toMinorUnits,
} from '../../money/index.js';
import {
  checkUniverse,
  entryFeeOf,
  findProduct,
  type Product,
  type ProductUniverse,
  productOn,
} from '../../products/index.js';
import type { ExchangeLeg, Rebalancing, Trade } from '../../rebalancing/index.js';
import type { PlannedOrder } from '../life/order.js';
import { readQuantity } from '../life/quantity.js';
import { exitCharge } from './exit-charge.js';
import { byDay, type NotOrdered } from './planned.js';

/** What of a rebalancing becomes orders. */
export type TradesToOrder<C extends CurrencyCode = CurrencyCode> = Pick<
  Rebalancing<C>,
  'account' | 'trades' | 'exchanges' | 'notTraded'
>;

/** What a rebalancing does not say. */
export interface OrdersOfOptions {
  readonly universe: ProductUniverse;
  /** The holding that pays, and that takes proceeds. */
  readonly funding: string;
  /** Starts the orders' ids. Default: the account's id. */
  readonly id?: string;
}

/** The orders of a rebalancing. */
export interface RebalancingOrders<C extends CurrencyCode = CurrencyCode> {
  /** By day of the order, sales before purchases, then by id; each in its product's currency. None on a hold. */
  readonly orders: readonly PlannedOrder[];
  /** Changes of money on their days, which are no orders: what they bring, `checkOrders` must be told as `receivables`. */
  readonly exchanges: readonly ExchangeLeg[];
  /** What the destination asks for and is not traded. */
  readonly notOrdered: readonly NotOrdered<C>[];
}

/**
 * Turns the trades of a rebalancing into orders.
 *
 * A purchase's fee is the product's entry fee, as it is on the order's day, on what is paid, a sale's the exit fees of its lots, or the highest rate where no
 * lots are given; a trade of which the fee takes all is not ordered. A purchase of phase 2 comes
 * `after` the sales whose proceeds are booked by its day.
 *
 * @throws AptfolioError `unknown-id` for a product that the universe does not have, with the path.
 *
 * @example
 * ```ts
 * import { ordersOf } from 'aptfolio/orders';
 * import { compileProducts } from 'aptfolio/products';
 *
 * const universe = compileProducts(
 *   [{
 *     id: 'B', name: 'Bond fund', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2', annualFee: 0,
 *     entryFee: 0.001, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *   }],
 *   ['BOND'],
 * );
 * const days = { orderOn: '2026-03-02', dealsOn: '2026-03-02', settlesOn: '2026-03-03' } as const;
 * const trade = {
 *   product: 'B', side: 'buy', local: { currency: 'CNY', amount: '1001.00' }, lots: [], phase: 1, ...days,
 * } as const;
 * const rebalancing = { account: 'AC-1', trades: [trade], exchanges: [], notTraded: [] };
 * const { orders } = ordersOf(rebalancing, { universe, funding: 'CURRENT' });
 * orders[0].id; // => 'AC-1/B/1'
 * orders[0].fee.amount; // => '1.00'
 * ```
 */
export function ordersOf<C extends CurrencyCode>(
  rebalancing: TradesToOrder<C>,
  options: OrdersOfOptions,
): RebalancingOrders<C> {
  checkObject(rebalancing, 'rebalancing');
  checkObject(options, 'options');
  refuseUnknown(options, 'options', OPTION_FIELDS);
  const universe = checkUniverse(options.universe, 'options.universe');
  const funding = checkText(options.funding, 'options.funding');
  const id = checkText(
    options.id ?? rebalancing.account,
    options.id === undefined ? 'rebalancing.account' : 'options.id',
  );
  const trades = checkList<Trade<C>>(rebalancing.trades, 'rebalancing.trades').map((trade, i) =>
    readTrade(trade, at('rebalancing.trades', i)),
  );
  const exchanges = rowsOf<ExchangeLeg>(rebalancing.exchanges, 'rebalancing.exchanges');
  const notTraded = rowsOf<NotOrdered<C>>(rebalancing.notTraded, 'rebalancing.notTraded');
  const idOf = (trade: Trade<C>): string => `${id}/${trade.product}/1`;
  const split = trades.map((trade, i) => {
    const path = at(at('rebalancing.trades', i), 'product');
    const product = findProduct(trade.product, universe, path);
    if (trades.findIndex((one) => one.product === trade.product) < i) {
      throw new AptfolioError('duplicate-id', path, 'one trade a product', trade.product);
    }
    const { local } = trade;
    return {
      trade,
      ...(trade.side === 'buy'
        ? entryFeeOf(productOn(product, trade.orderOn), local)
        : splitSale(trade, product)),
    };
  });
  const made = split.filter(({ net }) => isPositive(net));
  const sales = made.map(({ trade }) => trade).filter(({ side }) => side === 'sell');
  const orders = made.map(({ trade, gross, fee, net }) => {
    const { side, units, orderOn, dealsOn, settlesOn } = trade;
    const after = trade.phase === 2 && side === 'buy' ? salesBefore(trade, sales).map(idOf) : [];
    return Object.freeze({
      id: idOf(trade),
      product: trade.product,
      side,
      ...{ gross, fee, net },
      day: 0,
      funding,
      ...(units === undefined ? {} : { units }),
      ...(after.length === 0 ? {} : { after: Object.freeze(after.sort()) }),
      ...{ orderOn, dealsOn, settlesOn },
    });
  });
  const eaten = split.filter(({ net }) => !isPositive(net));
  return Object.freeze({
    orders: Object.freeze(orders.sort(byDay)),
    exchanges,
    notOrdered: Object.freeze([
      ...notTraded,
      ...eaten.map(({ trade, fee }) => feeTakesAll<C>(trade, fee)),
    ]),
  });
}

/** A trade of which the fee leaves nothing is no order. */
function feeTakesAll<C extends CurrencyCode>(
  { product, side, amount }: Trade<C>,
  { amount: fee, currency }: Money,
): NotOrdered<C> {
  const reason = makeReason('orders.fee-takes-all', 'info', { product, fee, currency });
  return Object.freeze({ product, side, amount, reasons: Object.freeze([reason]) });
}

const OPTION_FIELDS: FieldsOf<OrdersOfOptions> = { universe: true, funding: true, id: true };

/** Checks what of a trade becomes an order. */
function readTrade<C extends CurrencyCode>(trade: Trade<C>, path: string): Trade<C> {
  checkObject(trade, path);
  const local = parseMoney(trade.local, at(path, 'local'), { sign: 'positive' });
  const lots = checkList<Trade['lots'][number]>(trade.lots, at(path, 'lots')).map((lot, i) => {
    const where = at(at(path, 'lots'), i);
    checkObject(lot, where);
    return { ...lot, exitFee: parseMoneyIn(lot.exitFee, local.currency, at(where, 'exitFee')) };
  });
  const { units } = trade;
  return {
    ...trade,
    side: checkOneOf(trade.side, at(path, 'side'), ['buy', 'sell']),
    local,
    lots,
    ...(units === undefined ? {} : { units: readQuantity(units, at(path, 'units')) }),
    orderOn: parsePlainDate(trade.orderOn, at(path, 'orderOn')),
    dealsOn: parsePlainDate(trade.dealsOn, at(path, 'dealsOn')),
    settlesOn: parsePlainDate(trade.settlesOn, at(path, 'settlesOn')),
  };
}

function rowsOf<T extends object>(rows: readonly T[], path: string): readonly T[] {
  const read = checkList<T>(rows, path).map((row, i) => {
    checkObject(row, at(path, i));
    return Object.freeze({ ...row });
  });
  return Object.freeze(read);
}

/** A sale without lots pays the highest fee that there is: one that is not known is not 0. */
function splitSale<C extends CurrencyCode>(
  { local: gross, lots, orderOn, dealsOn }: Trade<C>,
  product: Product,
): { readonly gross: Money; readonly fee: Money; readonly net: Money } {
  const { currency } = gross;
  const fee =
    lots.length === 0
      ? fromMinorUnits(
          currency,
          exitCharge(product, [{ amount: toMinorUnits(gross) }], currency, { orderOn, dealsOn }),
        )
      : sumMoney(
          currency,
          lots.map(({ exitFee }) => exitFee),
        );
  return { gross, fee, net: subtractMoney(gross, fee) };
}

/** The sales whose proceeds are there when a purchase is ordered. */
function salesBefore<C extends CurrencyCode>(
  { orderOn }: Trade<C>,
  sales: readonly Trade<C>[],
): readonly Trade<C>[] {
  return sales.filter(({ settlesOn }) => settlesOn <= orderOn);
}
