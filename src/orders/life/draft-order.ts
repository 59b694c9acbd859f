import {
  at,
  checkList,
  checkObject,
  checkText,
  checkUniqueIds,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { sha256 } from '../../evidence/index.js';
import { type CurrencyCode, zeroMoney } from '../../money/index.js';
import { changedOrder } from './changed-order.js';
import type { Order, PlannedOrder } from './order.js';
import { readPlannedOrder } from './read-planned.js';

/** What binds an order to the client's consent and to a single submission. */
export interface DraftOptions {
  /** The hash of the proposal to which the client agrees; see `hashOrders`. */
  readonly proposalHash?: string;
  /**
   * A key of the host's; by default a hash of the order and its proposal, which two plans of equal orders without days, proposal and `id`
   * share: give a key, or plans an `id`, where they can be.
   */
  readonly idempotencyKey?: string;
}

/**
 * Starts the life of a planned order.
 *
 * @throws AptfolioError for an order that is malformed or whose net and fee do not add up to its
 * gross amount, and for an empty hash or key, with the path.
 *
 * @example
 * ```ts
 * import { draftOrder } from 'aptfolio/orders';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const order = draftOrder(
 *   {
 *     id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *     gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 *   },
 *   { idempotencyKey: 'k-1' },
 * );
 * order.state; // => 'draft'
 * order.filled.amount; // => '0.00'
 * ```
 */
export function draftOrder<C extends CurrencyCode>(
  planned: PlannedOrder<C>,
  options: DraftOptions = {},
): Order<C> {
  refuseUnknown(checkObject(options, 'options'), 'options', OPTION_FIELDS);
  const { proposalHash, idempotencyKey } = options;
  const content = {
    ...readPlannedOrder(planned, 'planned'),
    ...(proposalHash === undefined
      ? {}
      : { proposalHash: checkText(proposalHash, 'options.proposalHash') }),
  };
  const key =
    idempotencyKey === undefined
      ? sha256(content)
      : checkText(idempotencyKey, 'options.idempotencyKey');
  const life = {
    state: 'draft' as const,
    filled: zeroMoney(content.gross.currency),
    ...(content.units === undefined ? {} : { filledUnits: '0' }),
    events: Object.freeze([]),
  };
  // In the shape in which each step of its life will put it, too.
  return changedOrder({ ...content, idempotencyKey: key, ...life }, life);
}

const OPTION_FIELDS: FieldsOf<DraftOptions> = { proposalHash: true, idempotencyKey: true };

/**
 * Hashes what a client agrees to in a list of orders: products, sides, amounts and, where they have them, days.
 *
 * Any change of these gives another hash, so consent given to the old one no longer covers the
 * orders. The order of the list makes no difference.
 *
 * @param orders ids unique.
 * @returns a SHA-256 in hexadecimal.
 * @throws AptfolioError for an order that is malformed, with the path.
 *
 * @example
 * ```ts
 * import { hashOrders } from 'aptfolio/orders';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const order = {
 *   id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *   gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 * } as const;
 * hashOrders([order]) === hashOrders([{ ...order }]); // => true
 * hashOrders([order]) === hashOrders([{ ...order, product: 'P04' }]); // => false
 * ```
 */
export function hashOrders(orders: readonly PlannedOrder[]): string {
  checkUniqueIds(checkList<PlannedOrder>(orders, 'orders'), 'orders');
  const content = orders.map((order, i) => readPlannedOrder(order, at('orders', i)));
  return sha256(content.sort((a, b) => (a.id < b.id ? -1 : 1)));
}
