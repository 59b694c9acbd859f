import { AptfolioError, at, checkList, checkObject, checkText } from '../../errors/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  parseMoney,
  subtractMoney,
  sumMoney,
  toMinorUnits,
} from '../../money/index.js';
import { entryFeeOf, findProduct, type Product, type ProductUniverse } from '../../products/index.js';
import type { ExchangeLeg, Rebalancing, Trade } from '../../rebalancing/index.js';
import type { PlannedOrder } from '../life/order.js';
import { exitCharge } from './exit-charge.js';
import type { NotOrdered } from './planned.js';

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
  /** Changes of money on their days. */
  readonly exchanges: readonly ExchangeLeg[];
  /** What the destination asks for and is not traded. */
  readonly notOrdered: readonly NotOrdered<C>[];
}

/**
 * Turns the trades of a rebalancing into orders.
 *
 * A purchase's fee is the product's entry fee on what is paid, a sale's the exit fees of its lots, or the highest rate where no
 * lots are given. A purchase of phase 2 comes
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
  const { universe } = options;
  const funding = checkText(options.funding, 'options.funding');
  const id = checkText(
    options.id ?? rebalancing.account,
    options.id === undefined ? 'rebalancing.account' : 'options.id',
  );
  const trades = checkList<Trade<C>>(rebalancing.trades, 'rebalancing.trades');
  const idOf = (trade: Trade<C>): string => `${id}/${trade.product}/1`;
  const orders = trades.map((trade, i) => {
    const product = findProduct(
      trade.product,
      universe,
      at(at('rebalancing.trades', i), 'product'),
    );
    const { side, units, orderOn, dealsOn, settlesOn } = trade;
    const local = parseMoney(trade.local, at(at('rebalancing.trades', i), 'local'));
    const split = side === 'buy' ? entryFeeOf(product, local) : splitSale(local, trade, product);
    const after = trade.phase === 2 && side === 'buy' ? salesBefore(trade, trades).map(idOf) : [];
    return Object.freeze({
      id: idOf(trade),
      product: product.id,
      side,
      ...{ gross: split.gross, fee: split.fee, net: split.net },
      day: 0,
      funding,
      ...(units === undefined ? {} : { units }),
      ...(after.length === 0 ? {} : { after: Object.freeze(after.sort()) }),
      ...{ orderOn, dealsOn, settlesOn },
    });
  });
  const seen = new Set<string>();
  for (const [i, order] of orders.entries()) {
    if (!seen.has(order.id)) seen.add(order.id);
    else
      throw new AptfolioError(
        'duplicate-id',
        at(at('rebalancing.trades', i), 'product'),
        'one trade a product',
        order.product,
      );
  }
  return Object.freeze({
    orders: Object.freeze(orders.sort(byDay)),
    exchanges: Object.freeze([...rebalancing.exchanges]),
    notOrdered: Object.freeze(rebalancing.notTraded.map((one) => Object.freeze({ ...one }))),
  });
}

/** A sale without lots pays the highest fee that there is: one that is not known is not 0. */
function splitSale<C extends CurrencyCode>(
  gross: Money,
  { lots, dealsOn }: Trade<C>,
  product: Product,
): { readonly gross: Money; readonly fee: Money; readonly net: Money } {
  const { currency } = gross;
  const fee =
    lots.length === 0
      ? fromMinorUnits(currency, exitCharge(product, [{ amount: toMinorUnits(gross) }], dealsOn))
      : sumMoney(
          currency,
          lots.map(({ exitFee }) => exitFee),
        );
  return { gross, fee, net: subtractMoney(gross, fee) };
}

/** The sales whose proceeds are there when a purchase is ordered. */
function salesBefore<C extends CurrencyCode>(
  { orderOn }: Trade<C>,
  trades: readonly Trade<C>[],
): readonly Trade<C>[] {
  return trades.filter(({ side, settlesOn }) => side === 'sell' && settlesOn <= orderOn);
}

function byDay(a: PlannedOrder, b: PlannedOrder): number {
  const key = ({ orderOn, side, id }: PlannedOrder): string =>
    JSON.stringify([orderOn, side === 'sell' ? 0 : 1, id]);
  return key(a) < key(b) ? -1 : 1;
}
