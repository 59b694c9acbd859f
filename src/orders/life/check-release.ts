import { AptfolioError, at, checkUniqueIds } from '../../errors/index.js';
import { makeReason, type Parameters, type Reason } from '../../evidence/index.js';
import {
  addMoney,
  type CurrencyCode,
  compareMoney,
  type Money,
  parseMoneyIn,
  subtractMoney,
  zeroMoney,
} from '../../money/index.js';
import { fillsOf } from './fills-of.js';
import type { Order, OrderState, PlannedOrder } from './order.js';

/** Whether the money for an order is there. */
export interface Release<C extends CurrencyCode = CurrencyCode> {
  /**
   * `released`: nothing stands in its way; `waiting`: an order whose proceeds pay for it is not settled yet; `short`: all of
   * them have ended and bring less than the order's gross amount; `undetermined`: what they bring is not known.
   */
  readonly status: 'released' | 'waiting' | 'short' | 'undetermined';
  /** What has been paid out so far, after fees, as far as it is known. */
  readonly proceeds: Money<C>;
  /** What is missing; only where it is `short`. */
  readonly missing?: Money<C>;
  readonly reasons: readonly Reason[];
}

/** Nothing more comes of an order in these states, unless something is still to be settled. */
const ENDED: readonly OrderState[] = ['settled', 'rejected', 'cancelled', 'expired'];

/**
 * Tells whether an order may go: whether the sales whose proceeds pay for it (`after`), such as the first leg of a switch, are
 * settled and bring enough.
 *
 * A sale that is carried out in part brings what it brought; nothing is sent on credit, and a fee that is not known is not 0.
 *
 * @param orders all orders that `after` may name; others are ignored.
 * @throws AptfolioError `unknown-id` for an order that is not there, `inconsistent` for one that is no sale, with the path.
 *
 * @example
 * ```ts
 * import { checkRelease, draftOrder } from 'aptfolio/orders';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const amounts = { gross: cny('100.00'), fee: cny('0.00'), net: cny('100.00') };
 * const sale = draftOrder({ id: 's', product: 'P01', side: 'sell', day: 0, funding: 'CURRENT', ...amounts });
 * const purchase = { id: 'b', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT', after: ['s'], ...amounts } as const;
 * const release = checkRelease(purchase, [sale]);
 * release.status; // => 'waiting'
 * release.reasons[0].code; // => 'orders.waits-for-proceeds'
 * ```
 */
export function checkRelease<C extends CurrencyCode>(
  order: PlannedOrder<C>,
  orders: readonly Order<NoInfer<C>>[],
): Release<C> {
  const { currency } = order.gross;
  const places = checkUniqueIds(orders, 'orders');
  const reasons: Reason[] = [];
  let [proceeds, status] = [zeroMoney<C>(currency), 'released' as Release['status']];
  (order.after ?? []).forEach((id, i) => {
    const sale = saleOf(orders[places.get(id) ?? -1], at('order.after', i), id);
    if (!hasEnded(sale)) {
      status = 'waiting';
      reasons.push(
        refer('orders.waits-for-proceeds', { order: order.id, other: id, state: sale.state }),
      );
      return;
    }
    const { net } = fillsOf(sale);
    if (net !== undefined) {
      proceeds = addMoney(proceeds, parseMoneyIn(net, currency, at('order.after', i)));
      return;
    }
    if (status === 'released') status = 'undetermined';
    reasons.push(refer('orders.proceeds-unknown', { order: order.id, other: id }));
  });
  const isShort = order.after !== undefined && compareMoney(proceeds, order.gross) < 0;
  if (status !== 'released' || !isShort) {
    return Object.freeze({ status, proceeds, reasons: Object.freeze(reasons) });
  }
  const { amount: needed } = order.gross;
  const parameters = { order: order.id, proceeds: proceeds.amount, needed, currency };
  return Object.freeze({
    status: 'short',
    proceeds,
    missing: subtractMoney(order.gross, proceeds),
    reasons: Object.freeze([refer('orders.proceeds-short', parameters)]),
  });
}

function saleOf<C extends CurrencyCode>(
  sale: Order<C> | undefined,
  path: string,
  id: string,
): Order<C> {
  if (sale === undefined) throw new AptfolioError('unknown-id', path, 'the id of an order', id);
  if (sale.side === 'sell') return sale;
  throw new AptfolioError('inconsistent', path, 'a sale, which has proceeds', id);
}

function hasEnded({ state, filled }: Order): boolean {
  if (state === 'settled') return true;
  return ENDED.includes(state) && compareMoney(filled, zeroMoney(filled.currency)) === 0;
}

function refer(code: string, parameters: Parameters): Reason {
  return makeReason(code, 'require', parameters);
}
