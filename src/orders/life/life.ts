import { at, checkList, checkObject, checkOneOf, checkText } from '../../errors/index.js';
import {
  type CurrencyCode,
  checkCurrency,
  formatQuantity,
  fromMinorUnits,
  parseQuantity,
  toMinorUnits,
} from '../../money/index.js';
import { frozenCopy } from '../frozen-copy.js';
import { changedOrder } from './changed-order.js';
import { type FillEvent, isFill, type OrderEvent } from './events.js';
import { ORDER_STATES, type Order, type OrderState } from './order.js';
import type { ReadEvent } from './read-event.js';
import { readUnits, type Scope, scopeOf } from './scope.js';
import { targetOf } from './transitions.js';

/** An order while events are applied to it one after the other: what they change, with amounts as whole numbers. */
export interface Life<C extends CurrencyCode = CurrencyCode> {
  /** The order as it was; what events do not change is read from here. */
  readonly order: Order<C>;
  /** The events applied before: those of the order, or none. */
  readonly earlier: readonly OrderEvent<C>[];
  readonly scope: Scope<C>;
  /** What is to be carried out: smallest units of money, or of units where the order is for units. */
  readonly size: bigint;
  state: OrderState;
  /** Money carried out as the order says it, and now; smallest units. */
  readonly filledBefore: bigint | undefined;
  filled: bigint;
  /** The same in the measure of `size`. */
  done: bigint;
  pendingCancel: string | undefined;
  /** The events applied since the order was opened. */
  readonly added: OrderEvent<C>[];
  /** How often an event was looked up, and all events by id once that is worth while. */
  lookups: number;
  byId: Map<string, OrderEvent<C>> | undefined;
}

/** Few events, and many events once or twice, are looked through one by one. */
const FEW = 24;
const SELDOM = 4;

/** Opens an order, which may come from storage: what the steps rely on is checked. */
export function openLife<C extends CurrencyCode>(order: Order<C>): Life<C> {
  if (typeof order !== 'object' || order === null) checkObject(order, 'order');
  const { state, units, pendingCancel } = order;
  if (!ORDER_STATES.includes(state)) checkOneOf(state, 'order.state', ORDER_STATES);
  const inUnits = units !== undefined;
  const scope = scopeOf(currencyOf(order), inUnits);
  const gross = readUnits(order.gross, scope, 'order', 'gross');
  const filled = readUnits(order.filled, scope, 'order', 'filled');
  if (pendingCancel !== undefined) checkText(pendingCancel, 'order.pendingCancel');
  checkEvents(order.events);
  return {
    order,
    earlier: order.events,
    scope,
    size: inUnits ? parseQuantity(units, 'order.units') : gross,
    state,
    filledBefore: filled,
    filled,
    done: inUnits ? parseQuantity(order.filledUnits, 'order.filledUnits') : filled,
    pendingCancel,
    added: [],
    lookups: 0,
    byId: undefined,
  };
}

/** The same order before anything happened to it. */
export function fromDraft<C extends CurrencyCode>({ order, scope, size }: Life<C>): Life<C> {
  return {
    order,
    earlier: [],
    scope,
    size,
    state: 'draft',
    filledBefore: undefined,
    filled: 0n,
    done: 0n,
    pendingCancel: undefined,
    added: [],
    lookups: 0,
    byId: undefined,
  };
}

function currencyOf<C extends CurrencyCode>({ gross }: Order<C>): C {
  const { currency } = checkObject(gross, 'order.gross');
  return checkCurrency(currency, 'order.gross.currency') as C;
}

function checkEvents(events: readonly OrderEvent[]): void {
  if (!Array.isArray(events)) checkList(events, 'order.events');
  for (let i = 0; i < events.length; i++) {
    const event: unknown = events[i];
    if (typeof event !== 'object' || event === null) checkObject(event, at('order.events', i));
  }
}

/** The event of an id that was applied. */
export function findEvent<C extends CurrencyCode>(
  life: Life<C>,
  id: string,
): OrderEvent<C> | undefined {
  const { earlier, added } = life;
  if (life.byId !== undefined) return life.byId.get(id);
  life.lookups += 1;
  if (life.lookups > SELDOM && earlier.length + added.length > FEW) {
    life.byId = new Map([...earlier, ...added].map((event) => [event.id, event]));
    return life.byId.get(id);
  }
  for (const event of earlier) if (event.id === id) return event;
  for (const event of added) if (event.id === id) return event;
  return undefined;
}

/** Whether an event of some kind was applied. */
export function someEvent<C extends CurrencyCode>(
  { earlier, added }: Life<C>,
  test: (event: OrderEvent<C>) => boolean,
): boolean {
  return earlier.some(test) || added.some(test);
}

/** The fill of an id, whatever became of it; `undefined` if no fill of that id is known. */
export function findFill<C extends CurrencyCode>(
  life: Life<C>,
  id: string,
): FillEvent<C> | undefined {
  const event = findEvent(life, id);
  return event !== undefined && isFill(event) ? event : undefined;
}

/** What a fill carries out, in the measure of the order's size. */
export function measureOf<C extends CurrencyCode>({ scope }: Life<C>, fill: FillEvent<C>): bigint {
  return scope.inUnits
    ? parseQuantity(fill.units, 'order.events')
    : toMinorUnits(fill.amount, 'order.events');
}

/** Applies an event that fits. */
export function applyEvent<C extends CurrencyCode>(life: Life<C>, read: ReadEvent<C>): void {
  const { event, amount, measure } = read;
  if (event.kind === 'correct' || event.kind === 'bust') {
    const taken = findFill(life, event.fill) as FillEvent<C>;
    life.filled -= toMinorUnits(taken.amount, 'order.events');
    life.done -= measureOf(life, taken);
  }
  life.filled += amount;
  life.done += measure;
  if (event.kind === 'cancel-request') life.pendingCancel = event.id;
  if (event.kind === 'cancel-refused') life.pendingCancel = undefined;
  const target = targetOf(life.state, event.kind);
  if (target === 'by-fills') life.state = stateByFills(life);
  else if (target !== undefined && target !== 'same') enter(life, target);
  life.added.push(event);
  life.byId?.set(event.id, event);
}

/** The state that an order is in by what was carried out of it. */
export function stateByFills({ done, size }: Pick<Life, 'done' | 'size'>): OrderState {
  if (done === 0n) return 'accepted';
  return done < size ? 'partly-filled' : 'filled';
}

const OVER: readonly OrderState[] = ['rejected', 'cancelled', 'expired', 'settled'];

function enter(life: Life, state: OrderState): void {
  life.state = state;
  // A request to cancel has lost its object.
  if (OVER.includes(state)) life.pendingCancel = undefined;
}

/** The order as the events have left it. */
export function closeLife<C extends CurrencyCode>(life: Life<C>): Order<C> {
  const { state, scope, added, pendingCancel } = life;
  const order = Object.isFrozen(life.order) ? life.order : frozenCopy(life.order);
  const earlier = life.earlier.length === 0 ? life.earlier : order.events;
  const isUnchanged = life.filled === life.filledBefore;
  return changedOrder(order, {
    state,
    filled: isUnchanged ? order.filled : fromMinorUnits(scope.currency, life.filled),
    ...(scope.inUnits ? { filledUnits: formatQuantity(life.done) } : {}),
    events: Object.freeze([...earlier, ...added]),
    ...(pendingCancel === undefined ? {} : { pendingCancel }),
  });
}
