import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  type FieldsOf,
  indexIds,
  refuseUnknown,
} from '../../errors/index.js';
import { makeReason, type Parameters, type Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  compareMoney,
  type Money,
  parseMoney,
  parseMoneyIn,
  subtractMoney,
  sumMoney,
  zeroMoney,
} from '../../money/index.js';
import { ORDER_FIELDS } from '../checks/fields.js';
import { fillsOf } from './fills-of.js';
import type { Order, OrderState, PlannedOrder } from './order.js';

/** Whether the money for an order is there. */
export interface Release<C extends CurrencyCode = CurrencyCode> {
  /**
   * `released`: nothing stands in its way; `waiting`: an order whose proceeds pay for it is not settled yet; `short`: all of
   * them have ended and there is less than the order's gross amount; `undetermined`: what they bring, or what else there is, is
   * not known.
   */
  readonly status: 'released' | 'waiting' | 'short' | 'undetermined';
  /** What has been paid out so far in the order's currency, after fees, as far as it is known. */
  readonly proceeds: Money<C>;
  /** What is missing; only where it is `short`. */
  readonly missing?: Money<C>;
  readonly reasons: readonly Reason[];
}

/** What else is known when an order is to be released. */
export interface ReleaseOptions<C extends CurrencyCode = CurrencyCode> {
  /**
   * Free money for this purchase in the holding that pays, in its currency: what its sales have brought and what was changed for it
   * included, what other orders take left out. It decides alone then. Absent: only proceeds count.
   */
  readonly available?: Money<C>;
}

/** Nothing more comes of an order in these states, unless something is still to be settled. */
const ENDED: readonly OrderState[] = ['settled', 'rejected', 'cancelled', 'expired'];

/**
 * Tells whether an order may go: whether the sales whose proceeds pay for it (`after`), such as the first leg of a switch, are
 * settled, and whether there is enough.
 *
 * A sale that is carried out in part brings what it brought; nothing is sent on credit, and a fee that is not known is not 0. A
 * purchase that other money pays, in part or in whole, or that is paid in another currency, can only be released with `available`.
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
 * checkRelease({ ...purchase, after: undefined }, [], { available: cny('60.00') }).missing.amount; // => '40.00'
 * ```
 */
export function checkRelease<C extends CurrencyCode>(
  order: PlannedOrder<C>,
  orders: readonly Order[],
  options: ReleaseOptions<NoInfer<C>> = {},
): Release<C> {
  refuseUnknown(checkObject(options, 'options'), 'options', OPTION_FIELDS);
  refuseUnknown(checkObject(order, 'order'), 'order', ORDER_FIELDS);
  checkText(order.id, 'order.id');
  checkOneOf(order.side, 'order.side', ['buy', 'sell', 'switch']);
  const gross = parseMoney(order.gross, 'order.gross', { sign: 'positive' }) as Money<C>;
  const after = order.after === undefined ? [] : checkList<string>(order.after, 'order.after');
  const { currency } = gross;
  const available =
    options.available && parseMoneyIn(options.available, currency, 'options.available');
  const places = indexIds(orders, 'orders');
  const sales = after.map((id, i) =>
    saleOf(orders[places.get(id) ?? -1], at('order.after', i), id),
  );
  const brought = sales.map((sale) => (hasEnded(sale) ? fillsOf(sale).net : undefined));
  const proceeds = sumMoney<C>(currency, brought.filter(isIn(currency)));
  const waiting = sales.filter((sale) => !hasEnded(sale));
  const unknown = sales.filter((_, i) => brought[i] === undefined);
  const verdict = (): Verdict<C> => {
    if (waiting.length > 0) {
      return { status: 'waiting', reasons: waiting.map((sale) => waits(order, sale)) };
    }
    if (available !== undefined && order.side === 'buy') return byBalance(order, available);
    if (unknown.length > 0) {
      return { status: 'undetermined', reasons: unknown.map((sale) => isUnknown(order, sale)) };
    }
    if (sales.length === 0 && order.side !== 'buy') return RELEASED;
    return byProceeds(order, sales, proceeds);
  };
  const { status, missing, reasons } = verdict();
  return Object.freeze({
    status,
    proceeds,
    ...(missing === undefined ? {} : { missing }),
    reasons: Object.freeze(reasons),
  });
}

const OPTION_FIELDS: FieldsOf<ReleaseOptions> = { available: true };

type Verdict<C extends CurrencyCode> = Omit<Release<C>, 'proceeds'>;

const RELEASED = { status: 'released', reasons: [] } as const;

/** Whether what is there is enough. */
function byBalance<C extends CurrencyCode>(
  { id: order, gross }: PlannedOrder<C>,
  available: Money<C>,
): Verdict<C> {
  if (compareMoney(available, gross) >= 0) return RELEASED;
  const { amount: needed, currency } = gross;
  const parameters = { order, available: available.amount, needed, currency };
  const reasons = [refer('orders.money-not-there', parameters)];
  return { status: 'short', missing: subtractMoney(gross, available), reasons };
}

/** Whether proceeds alone are enough; where the plan counted on other money, nobody knows. */
function byProceeds<C extends CurrencyCode>(
  { id: order, gross }: PlannedOrder<C>,
  sales: readonly Order[],
  proceeds: Money<C>,
): Verdict<C> {
  if (compareMoney(proceeds, gross) >= 0) return RELEASED;
  const { amount: needed, currency } = gross;
  const parameters = { order, proceeds: proceeds.amount, needed, currency };
  const planned = sumMoney<C>(currency, sales.map(({ net }) => net).filter(isIn(currency)));
  if (compareMoney(planned, gross) < 0) {
    return { status: 'undetermined', reasons: [refer('orders.cash-unknown', parameters)] };
  }
  const reasons = [refer('orders.proceeds-short', parameters)];
  return { status: 'short', missing: subtractMoney(gross, proceeds), reasons };
}

function saleOf(sale: Order | undefined, path: string, id: string): Order {
  if (sale === undefined) throw new AptfolioError('unknown-id', path, 'the id of an order', id);
  if (sale.side === 'sell') return sale;
  throw new AptfolioError('inconsistent', path, 'a sale, which has proceeds', id);
}

function hasEnded({ state, filled }: Order): boolean {
  if (state === 'settled') return true;
  return ENDED.includes(state) && compareMoney(filled, zeroMoney(filled.currency)) === 0;
}

function isIn<C extends CurrencyCode>(
  currency: C,
): (money: Money | undefined) => money is Money<C> {
  return (money): money is Money<C> => money?.currency === currency;
}

function waits({ id: order }: PlannedOrder, { id: other, state }: Order): Reason {
  return refer('orders.waits-for-proceeds', { order, other, state });
}

function isUnknown({ id: order }: PlannedOrder, { id: other }: Order): Reason {
  return refer('orders.proceeds-unknown', { order, other });
}

function refer(code: string, parameters: Parameters): Reason {
  return makeReason(code, 'require', parameters);
}
