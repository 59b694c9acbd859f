import { at, checkList, checkObject, checkOneOf, renamePaths } from '../errors/index.js';
import { canonicalJson, makeReason, type Reason } from '../evidence/index.js';
import {
  addMoney,
  type CurrencyCode,
  compareMoney,
  isPositive,
  parseMoney,
  parseMoneyIn,
} from '../money/index.js';
import { type OrderEvent, readEvent } from './events.js';
import { ORDER_STATES, type Order, type OrderState } from './order.js';
import { canStillCome, targetsOf } from './transitions.js';

/** What an event did to an order. */
export type OrderStep<C extends CurrencyCode = CurrencyCode> =
  | { readonly status: 'advanced'; readonly order: Order<C> }
  /** The same event had been applied before; nothing changed. */
  | { readonly status: 'repeated'; readonly order: Order<C> }
  /** The event does not fit the order; nothing changed. */
  | { readonly status: 'illegal'; readonly order: Order<C>; readonly reason: Reason };

/**
 * Applies one event to an order: a pure step of its life.
 *
 * draft → checked → confirmed → submitted → accepted → partly-filled → filled → settled, with
 * rejected, cancelled and expired on the way. An event seen before (same id, same content) is
 * `repeated` and changes nothing; the same id with other content, a second submission, consent to
 * another proposal, a fill beyond the order's amount and any event that does not fit the state are
 * `illegal`, with the reason, and change nothing either. An event out of order is either
 * `orders.event-too-early` (apply it again once the missing ones have come) or
 * `orders.event-too-late` (it can never be applied to this order).
 *
 * @throws AptfolioError for an event that is malformed: unknown kind, no id, a fill of zero or in
 * another currency.
 *
 * @example
 * ```ts
 * import { advanceOrder, draftOrder } from 'aptfolio/orders';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const draft = draftOrder({
 *   id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *   gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 * });
 * const check = { id: 'e1', at: '2026-03-02T10:00:00+08:00', kind: 'check', status: 'allowed' } as const;
 * const step = advanceOrder(draft, check);
 * step.status; // => 'advanced'
 * step.order.state; // => 'checked'
 * advanceOrder(step.order, check).status; // => 'repeated'
 * const early = advanceOrder(draft, { id: 'e2', at: '2026-03-02T10:01:00+08:00', kind: 'settle' });
 * early.status; // => 'illegal'
 * early.reason.code; // => 'orders.event-too-early'
 * ```
 */
export function advanceOrder<C extends CurrencyCode>(
  order: Order<C>,
  event: OrderEvent<NoInfer<C>>,
): OrderStep<C> {
  checkStored(order);
  const read = readEvent(event, order.gross.currency, 'event');
  const earlier = order.events.find((one) => one.id === read.id);
  if (earlier !== undefined) {
    return canonicalJson(earlier) === canonicalJson(read)
      ? Object.freeze({ status: 'repeated', order })
      : illegal(order, 'orders.event-conflict', { event: read.id });
  }
  const refusal = refuse(order, read);
  if (refusal !== undefined) return refusal;
  return Object.freeze({ status: 'advanced', order: apply(order, read) });
}

/** An order may come from storage; what the steps rely on is checked. */
function checkStored(order: Order): void {
  checkObject(order, 'order');
  checkOneOf(order.state, 'order.state', ORDER_STATES);
  const { currency } = parseMoney(order.gross, 'order.gross');
  parseMoneyIn(order.filled, currency, 'order.filled');
  checkList<unknown>(order.events, 'order.events').forEach((event, i) => {
    checkObject(event, at('order.events', i));
  });
}

function apply<C extends CurrencyCode>(order: Order<C>, event: OrderEvent<C>): Order<C> {
  const targets = targetsOf(order.state, event.kind) as readonly OrderState[];
  const filled = event.kind === 'fill' ? addMoney(order.filled, event.amount) : order.filled;
  const isComplete = compareMoney(filled, order.gross) === 0;
  const events = Object.freeze([...order.events, event]);
  const state = targets[isComplete ? targets.length - 1 : 0] as OrderState;
  return Object.freeze({ ...order, state, filled, events });
}

/** The events of an order, one after the other, with what each of them did. */
export interface OrderReplay<C extends CurrencyCode = CurrencyCode> {
  readonly order: Order<C>;
  /** One step per event, in their order. */
  readonly steps: readonly OrderStep<C>[];
}

/**
 * Folds a list of events over an order.
 *
 * @example
 * ```ts
 * import { draftOrder, replayOrder } from 'aptfolio/orders';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const draft = draftOrder({
 *   id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *   gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 * });
 * const replay = replayOrder(draft, [
 *   { id: 'e1', at: '2026-03-02T10:00:00+08:00', kind: 'check', status: 'allowed' },
 *   { id: 'e2', at: '2026-03-02T10:05:00+08:00', kind: 'cancel' },
 * ]);
 * replay.order.state; // => 'cancelled'
 * replay.steps.map((step) => step.status); // => ['advanced', 'advanced']
 * ```
 */
export function replayOrder<C extends CurrencyCode>(
  order: Order<C>,
  events: readonly OrderEvent<NoInfer<C>>[],
): OrderReplay<C> {
  const steps: OrderStep<C>[] = [];
  checkStored(order);
  let current = order;
  checkList<OrderEvent<C>>(events, 'events').forEach((event, i) => {
    const step = renamePaths({ event: at('events', i) }, () => advanceOrder(current, event));
    steps.push(step);
    current = step.order;
  });
  return Object.freeze({ order: current, steps: Object.freeze(steps) });
}

function refuse<C extends CurrencyCode>(
  order: Order<C>,
  event: OrderEvent<C>,
): OrderStep<C> | undefined {
  const { state } = order;
  const { kind } = event;
  if (kind === 'submit' && order.events.some((one) => one.kind === 'submit')) {
    return illegal(order, 'orders.already-submitted', { order: order.id });
  }
  if (targetsOf(state, kind) === undefined) {
    const code = canStillCome(state, kind) ? 'orders.event-too-early' : 'orders.event-too-late';
    return illegal(order, code, { order: order.id, state, event: kind });
  }
  switch (event.kind) {
    case 'check':
      if (event.status === 'allowed') return undefined;
      return illegal(order, 'orders.check-not-passed', { status: event.status });
    case 'confirm':
      if (order.proposalHash === undefined || event.proposalHash === order.proposalHash) {
        return undefined;
      }
      return illegal(order, 'orders.consent-outdated', { order: order.id });
    case 'submit':
      if (event.idempotencyKey === order.idempotencyKey) return undefined;
      return illegal(order, 'orders.wrong-key', { order: order.id });
    case 'settle':
      if (isPositive(order.filled)) return undefined;
      return illegal(order, 'orders.nothing-to-settle', { order: order.id, state });
    case 'fill':
      if (compareMoney(addMoney(order.filled, event.amount), order.gross) <= 0) return undefined;
      return illegal(order, 'orders.overfilled', {
        order: order.id,
        gross: order.gross.amount,
        filled: order.filled.amount,
        fill: event.amount.amount,
      });
    default:
      return undefined;
  }
}

function illegal<C extends CurrencyCode>(
  order: Order<C>,
  code: string,
  parameters: Reason['parameters'],
): OrderStep<C> {
  return Object.freeze({ status: 'illegal', order, reason: makeReason(code, 'block', parameters) });
}
