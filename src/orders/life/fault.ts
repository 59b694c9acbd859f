import type { PlainDate } from '../../dates/index.js';
import type { Parameters } from '../../evidence/index.js';
import {
  type CurrencyCode,
  formatQuantity,
  fromMinorUnits,
  toMinorUnits,
} from '../../money/index.js';
import { type FillEvent, isFill, isReversing, type OrderEvent } from './events.js';
import { priceFault } from './fill-price.js';
import { findEvent, findFill, type Life, measureOf, someEvent } from './life.js';
import type { Order } from './order.js';
import type { ReadEvent } from './read-event.js';
import { canStillCome, targetOf } from './transitions.js';

/** Why an event does not fit an order: a message's key and what fills it in. */
export interface Fault {
  readonly code: string;
  readonly parameters: Parameters;
}

/** Why an event does not fit an order as it stands; `undefined` if it does. */
export function faultOf<C extends CurrencyCode>(
  life: Life<C>,
  read: ReadEvent<C>,
): Fault | undefined {
  const { order, state } = life;
  const { event } = read;
  const { kind } = event;
  if (kind === 'submit' && someEvent(life, (one) => one.kind === 'submit')) {
    return { code: 'orders.already-submitted', parameters: { order: order.id } };
  }
  const reference = referenceFault(life, event);
  if (reference !== undefined) return reference;
  if (targetOf(state, kind) === undefined) {
    return misfit(life, event, canStillCome(state, kind) ? 'too-early' : 'too-late');
  }
  return inherentFault(life, event) ?? standingFault(life, read);
}

/** Why an event does not fit this order at any time. */
export function inherentFault<C extends CurrencyCode>(
  { order }: Life<C>,
  event: OrderEvent<C>,
): Fault | undefined {
  switch (event.kind) {
    case 'check':
      if (event.status === 'allowed') return undefined;
      return { code: 'orders.check-not-passed', parameters: { status: event.status } };
    case 'confirm':
      if (order.proposalHash === undefined) return undefined;
      if (event.proposalHash === order.proposalHash) return undefined;
      return { code: 'orders.consent-outdated', parameters: { order: order.id } };
    case 'submit':
      if (event.idempotencyKey === order.idempotencyKey) return undefined;
      return { code: 'orders.wrong-key', parameters: { order: order.id } };
    case 'fill':
    case 'correct':
      return tradeDayFault(event, order) ?? priceFault(event, order);
    default:
      return undefined;
  }
}

/** An order cannot have been carried out before the day on which it was to be given. */
function tradeDayFault<C extends CurrencyCode>(
  { tradeDate }: FillEvent<C>,
  { id, orderOn }: Order<C>,
): Fault | undefined {
  if (tradeDate === undefined || orderOn === undefined || tradeDate >= orderOn) return undefined;
  return {
    code: 'orders.traded-too-early',
    parameters: { order: id, tradedOn: tradeDate, orderOn },
  };
}

/** Why an event that the state would take does not fit what has been carried out or asked so far. */
function standingFault<C extends CurrencyCode>(
  life: Life<C>,
  read: ReadEvent<C>,
): Fault | undefined {
  const { event } = read;
  const { order, pendingCancel } = life;
  switch (event.kind) {
    case 'fill':
      return overfill(life, read, 0n);
    case 'correct': {
      const replaced = findFill(life, event.fill);
      if (replaced === undefined) return misfit(life, event, 'too-early');
      const before = measureOf(life, replaced);
      return overfill(life, read, before) ?? completion(life, read, before);
    }
    case 'bust':
      return findFill(life, event.fill) === undefined
        ? misfit(life, event, 'too-early')
        : undefined;
    case 'cancel-request':
      if (pendingCancel === undefined) return undefined;
      return { code: 'orders.cancel-pending', parameters: { order: order.id } };
    case 'cancel-refused':
      return event.request === pendingCancel ? undefined : misfit(life, event, 'too-early');
    case 'cancel':
      if (event.request === undefined || event.request === pendingCancel) return undefined;
      return misfit(life, event, 'too-early');
    case 'settle':
      return settlementFault(life, event);
    default:
      return undefined;
  }
}

function overfill<C extends CurrencyCode>(
  { order, scope, size, done }: Life<C>,
  { amount, measure }: ReadEvent<C>,
  replaced: bigint,
): Fault | undefined {
  const before = done - replaced;
  if (before + measure <= size) return undefined;
  if (scope.inUnits) {
    const { id, units = '' } = order;
    const filled = formatQuantity(before);
    const parameters = { order: id, units, filled, fill: formatQuantity(measure) };
    return { code: 'orders.overfilled-units', parameters };
  }
  const text = (units: bigint) => fromMinorUnits(scope.currency, units).amount;
  const { id, gross } = order;
  const parameters = { order: id, gross: gross.amount, filled: text(before), fill: text(amount) };
  return { code: 'orders.overfilled', parameters };
}

/** An order that was withdrawn, or whose time ran out, cannot have been carried out in full. */
function completion<C extends CurrencyCode>(
  life: Life<C>,
  { event, measure }: ReadEvent<C>,
  replaced: bigint,
): Fault | undefined {
  const isEnded = life.state === 'cancelled' || life.state === 'expired';
  if (!isEnded || life.done - replaced + measure < life.size) return undefined;
  return misfit(life, event, 'contradicts');
}

function settlementFault<C extends CurrencyCode>(
  life: Life<C>,
  { amount, settledOn }: Extract<OrderEvent<C>, { readonly kind: 'settle' }>,
): Fault | undefined {
  const { order, state, scope, filled } = life;
  if (filled === 0n) {
    return { code: 'orders.nothing-to-settle', parameters: { order: order.id, state } };
  }
  const tradedOn = settledOn === undefined ? undefined : lastTradeDay(life);
  if (settledOn !== undefined && tradedOn !== undefined && settledOn < tradedOn) {
    return {
      code: 'orders.settled-too-early',
      parameters: { order: order.id, settledOn, tradedOn },
    };
  }
  if (amount === undefined || toMinorUnits(amount) === filled) return undefined;
  const booked = fromMinorUnits(scope.currency, filled).amount;
  const { currency } = scope;
  const parameters = { order: order.id, amount: amount.amount, filled: booked, currency };
  return { code: 'orders.settlement-differs', parameters };
}

/** The last day on which what stands was traded, as far as it is known; at the earliest that of the order. */
function lastTradeDay<C extends CurrencyCode>({
  order,
  earlier,
  added,
}: Life<C>): PlainDate | undefined {
  const events = [...earlier, ...added];
  const gone = new Set(events.filter(isReversing).map(({ fill }) => fill));
  return events
    .filter(isFill)
    .filter(({ id }) => !gone.has(id))
    .reduce((last, { tradeDate }) => laterOf(last, tradeDate), order.orderOn);
}

/** The later of two days; the one that is known where the other is not. */
export function laterOf(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

/** Whether what an event refers to cannot be referred to, whatever else may come. */
function referenceFault<C extends CurrencyCode>(
  life: Life<C>,
  event: OrderEvent<C>,
): Fault | undefined {
  const reference = referenceOf(event);
  if (reference === undefined) return undefined;
  const parameters = { order: life.order.id, event: event.kind, reference };
  const named = findEvent(life, reference);
  if (named === undefined) return undefined;
  const fits = isReversing(event) ? isFill(named) : named.kind === 'cancel-request';
  if (!fits) return { code: 'orders.wrong-reference', parameters };
  const isClosed = someEvent(life, (one) => referenceOf(one) === reference);
  return isClosed ? { code: 'orders.reference-closed', parameters } : undefined;
}

/** The id of the fill or of the request that an event refers to. */
export function referenceOf(event: OrderEvent): string | undefined {
  if (isReversing(event)) return event.fill;
  const answers = event.kind === 'cancel' || event.kind === 'cancel-refused';
  return answers ? event.request : undefined;
}

/** That an event does not fit the state that the order is in. */
export function misfit<C extends CurrencyCode>(
  { order, state }: Life<C>,
  { kind }: OrderEvent<C>,
  how: 'too-early' | 'too-late' | 'contradicts',
): Fault {
  return { code: `orders.event-${how}`, parameters: { order: order.id, state, event: kind } };
}
