import { AptfolioError, at, checkList, checkObject, checkOneOf, checkText } from '../../errors/index.js';
import { type CurrencyCode, fromMinorUnits, toMinorUnits } from '../../money/index.js';
import { type FillEvent, isFill, isReversing, type OrderEvent } from './events.js';
import { ORDER_STATES, type Order, type OrderState } from './order.js';
import { readScaled, writeScaled } from './quantity.js';
import type { EventScope } from './read-event.js';
import { targetOf } from './transitions.js';

/** An order while events are applied to it one after the other: what they change, with amounts as whole numbers. */
export interface Life<C extends CurrencyCode = CurrencyCode> {
  /** What events do not change is read from here. */
  readonly order: Order<C>;
  readonly scope: EventScope<C>;
  /** What is to be carried out: smallest units of money, or of units where the order is for units. */
  readonly size: bigint;
  state: OrderState;
  filled: bigint;
  /** Carried out so far, in the measure of `size`. */
  done: bigint;
  pendingCancel: string | undefined;
  /** Every event that was applied. */
  readonly events: OrderEvent<C>[];
  /** The same by id. */
  readonly byId: Map<string, OrderEvent<C>>;
}

/** Opens an order, which may come from storage: what the steps rely on is checked. */
export function openLife<C extends CurrencyCode>(order: Order<C>): Life<C> {
  checkObject(order, 'order');
  const state = checkOneOf(order.state, 'order.state', ORDER_STATES);
  const gross = toMinorUnits(order.gross, 'order.gross');
  const { currency } = order.gross;
  const filled = toMinorUnits(order.filled, 'order.filled');
  if (order.filled.currency !== currency) {
    const path = 'order.filled.currency';
    throw new AptfolioError('currency-mismatch', path, currency, order.filled.currency);
  }
  const inUnits = order.units !== undefined;
  const { pendingCancel } = order;
  if (pendingCancel !== undefined) checkText(pendingCancel, 'order.pendingCancel');
  const events = checkList<OrderEvent<C>>(order.events, 'order.events');
  const byId = new Map<string, OrderEvent<C>>();
  for (let i = 0; i < events.length; i++) {
    const event = events[i] as OrderEvent<C>;
    if (typeof event !== 'object' || event === null) checkObject(event, at('order.events', i));
    byId.set(event.id, event);
  }
  return {
    order,
    scope: { currency, inUnits },
    size: inUnits ? readScaled(order.units, 'order.units') : gross,
    state,
    filled,
    done: inUnits ? readScaled(order.filledUnits, 'order.filledUnits') : filled,
    pendingCancel,
    events: events.slice(),
    byId,
  };
}

/** Applies an event that fits. */
export function applyEvent<C extends CurrencyCode>(life: Life<C>, event: OrderEvent<C>): void {
  if (isReversing(event)) count(life, fillOf(life, event.fill) as FillEvent<C>, -1n);
  if (isFill(event)) count(life, event, 1n);
  if (event.kind === 'cancel-request') life.pendingCancel = event.id;
  if (event.kind === 'cancel-refused') life.pendingCancel = undefined;
  const target = targetOf(life.state, event.kind);
  if (target === 'by-fills') life.state = stateByFills(life);
  else if (target !== undefined && target !== 'same') enter(life, target);
  life.events.push(event);
  life.byId.set(event.id, event);
}

function count<C extends CurrencyCode>(life: Life<C>, fill: FillEvent<C>, sign: 1n | -1n): void {
  life.filled += sign * toMinorUnits(fill.amount);
  life.done += sign * measureOf(life, fill);
}

/** What a fill carries out, in the measure of the order's size. */
export function measureOf<C extends CurrencyCode>(
  { scope }: Pick<Life<C>, 'scope'>,
  fill: FillEvent<C>,
): bigint {
  return scope.inUnits ? readScaled(fill.units, 'event.units') : toMinorUnits(fill.amount);
}

function stateByFills({ done, size }: Life): OrderState {
  if (done === 0n) return 'accepted';
  return done < size ? 'partly-filled' : 'filled';
}

const OVER: readonly OrderState[] = ['rejected', 'cancelled', 'expired', 'settled'];

function enter(life: Life, state: OrderState): void {
  life.state = state;
  // A request to cancel has lost its object.
  if (OVER.includes(state)) life.pendingCancel = undefined;
}

/** The fill of an id, whatever became of it; `undefined` if no fill of that id is known. */
export function fillOf<C extends CurrencyCode>(
  { byId }: Pick<Life<C>, 'byId'>,
  id: string,
): FillEvent<C> | undefined {
  const event = byId.get(id);
  return event !== undefined && isFill(event) ? event : undefined;
}

/** The order as the events have left it. */
export function closeLife<C extends CurrencyCode>(life: Life<C>): Order<C> {
  const { order, state, filled, done, scope, pendingCancel, events } = life;
  const { pendingCancel: before, ...kept } = order;
  return Object.freeze({
    ...kept,
    state,
    filled: fromMinorUnits(scope.currency, filled),
    ...(scope.inUnits ? { filledUnits: writeScaled(done) } : {}),
    events: Object.freeze(events),
    ...(pendingCancel === undefined ? {} : { pendingCancel }),
  });
}
