import { at, checkList } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { OrderEvent } from './events.js';
import { faultOf } from './fault.js';
import { applyEvent, closeLife, findEvent, type Life, openLife } from './life.js';
import type { Order, OrderState } from './order.js';
import { type ReadEvent, readEvent } from './read-event.js';
import { isSameEvent } from './same-event.js';

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
 * another proposal, a fill beyond what was ordered and any event that does not fit the state are
 * `illegal`, with the reason, and change nothing either. An event out of order is either
 * `orders.event-too-early` (apply it again once the missing ones have come) or
 * `orders.event-too-late`. `foldOrder` takes events in whatever order they come.
 *
 * Fills add up exactly, in money or, where the order is for `units`, in units; a `correct` puts another fill in the place of
 * one, a `bust` takes one back, also after the order was cancelled, until it is settled. A request to cancel leaves the order
 * where it is until it is answered; what is filled meanwhile stays.
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
  const life = openLife(order);
  const taken = takeEvent(life, readEvent<C>(event, life.scope, 'event'));
  if (taken === 'advanced') return Object.freeze({ status: taken, order: closeLife(life) });
  if (taken === 'repeated') return Object.freeze({ status: taken, order });
  return Object.freeze({ status: 'illegal', order, reason: taken });
}

/** What one event of several did to an order. */
export type ReplayStep =
  | { readonly status: 'advanced'; readonly state: OrderState }
  | { readonly status: 'repeated'; readonly state: OrderState }
  | { readonly status: 'illegal'; readonly state: OrderState; readonly reason: Reason };

/** The order that a list of events leads to, with what each of them did. */
export interface OrderReplay<C extends CurrencyCode = CurrencyCode> {
  readonly order: Order<C>;
  /** One step per event, in their order, with the state after it. */
  readonly steps: readonly ReplayStep[];
}

/**
 * Applies a list of events to an order, in the order in which they stand: the same as `advanceOrder` for each of them, and
 * quicker.
 *
 * @throws AptfolioError as `advanceOrder`, with the path `events[2].amount`; nothing is applied then.
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
 * replay.steps.map((step) => step.state); // => ['checked', 'cancelled']
 * ```
 */
export function replayOrder<C extends CurrencyCode>(
  order: Order<C>,
  events: readonly OrderEvent<NoInfer<C>>[],
): OrderReplay<C> {
  const life = openLife(order);
  const steps = checkList<OrderEvent<C>>(events, 'events').map((event, i) => {
    const taken = takeEvent(life, readEvent(event, life.scope, at('events', i)));
    return stepOf(taken, life.state);
  });
  return Object.freeze({
    order: life.added.length === 0 ? order : closeLife(life),
    steps: Object.freeze(steps),
  });
}

/** What became of an event; a reason where it does not fit. */
type Taken = 'advanced' | 'repeated' | Reason;

function stepOf(taken: Taken, state: OrderState): ReplayStep {
  if (typeof taken === 'string') return Object.freeze({ status: taken, state });
  return Object.freeze({ status: 'illegal', state, reason: taken });
}

/** Applies an event that has been read, if it fits and is new. */
function takeEvent<C extends CurrencyCode>(life: Life<C>, read: ReadEvent<C>): Taken {
  const { event } = read;
  const earlier = findEvent(life, event.id);
  if (earlier !== undefined) {
    if (isSameEvent(earlier, event)) return 'repeated';
    return makeReason('orders.event-conflict', 'block', { event: event.id });
  }
  const fault = faultOf(life, read);
  if (fault !== undefined) return makeReason(fault.code, 'block', fault.parameters);
  applyEvent(life, read);
  return 'advanced';
}
