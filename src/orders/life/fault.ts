import type { Parameters } from '../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits, toMinorUnits } from '../../money/index.js';
import { isFill, isReversing, type OrderEvent } from './events.js';
import { priceFault } from './fill-price.js';
import { fillOf, type Life, measureOf } from './life.js';
import { writeScaled } from './quantity.js';
import { canStillCome, targetOf } from './transitions.js';

/** Why an event does not fit an order: a message's key and what fills it in. */
export interface Fault {
  readonly code: string;
  readonly parameters: Parameters;
}

/** Why an event does not fit an order as it stands; `undefined` if it does. */
export function faultOf<C extends CurrencyCode>(
  life: Life<C>,
  event: OrderEvent<C>,
): Fault | undefined {
  const { order, state } = life;
  const { kind } = event;
  if (kind === 'submit' && life.events.some((one) => one.kind === 'submit')) {
    return { code: 'orders.already-submitted', parameters: { order: order.id } };
  }
  const reference = referenceFault(life, event);
  if (reference !== undefined) return reference;
  if (targetOf(state, kind) === undefined) {
    return misfit(life, event, canStillCome(state, kind) ? 'too-early' : 'too-late');
  }
  return inherentFault(life, event) ?? standingFault(life, event);
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
      return priceFault(event, order);
    default:
      return undefined;
  }
}

/** Why an event that the state would take does not fit what has been carried out or asked so far. */
function standingFault<C extends CurrencyCode>(
  life: Life<C>,
  event: OrderEvent<C>,
): Fault | undefined {
  const { order, state, filled, pendingCancel } = life;
  switch (event.kind) {
    case 'fill':
      return overfill(life, event, 0n);
    case 'correct': {
      const replaced = fillOf(life, event.fill);
      if (replaced === undefined) return misfit(life, event, 'too-early');
      return overfill(life, event, measureOf(life, replaced));
    }
    case 'bust':
      return fillOf(life, event.fill) === undefined ? misfit(life, event, 'too-early') : undefined;
    case 'cancel-request':
      if (pendingCancel === undefined) return undefined;
      return { code: 'orders.cancel-pending', parameters: { order: order.id } };
    case 'cancel-refused':
      return event.request === pendingCancel ? undefined : misfit(life, event, 'too-early');
    case 'cancel':
      if (event.request === undefined || event.request === pendingCancel) return undefined;
      return misfit(life, event, 'too-early');
    case 'settle': {
      if (filled <= 0n) return { code: 'orders.nothing-to-settle', parameters: { order: order.id, state } };
      return settlementFault(life, event);
    }
    default:
      return undefined;
  }
}

function overfill<C extends CurrencyCode>(
  { order, scope, size, done }: Life<C>,
  event: Extract<OrderEvent<C>, { readonly kind: 'fill' | 'correct' }>,
  replaced: bigint,
): Fault | undefined {
  const before = done - replaced;
  if (before + measureOf({ scope }, event) <= size) return undefined;
  if (scope.inUnits) {
    const { id, units } = order;
    const parameters = { order: id, units: units!, filled: writeScaled(before), fill: event.units! };
    return { code: 'orders.overfilled-units', parameters };
  }
  const filled = fromMinorUnits(scope.currency, before).amount;
  const { id, gross } = order;
  const parameters = { order: id, gross: gross.amount, filled, fill: event.amount.amount };
  return { code: 'orders.overfilled', parameters };
}

function settlementFault<C extends CurrencyCode>(
  { order, scope, filled }: Life<C>,
  { amount }: Extract<OrderEvent<C>, { readonly kind: 'settle' }>,
): Fault | undefined {
  if (amount === undefined || toMinorUnits(amount) === filled) return undefined;
  const booked = fromMinorUnits(scope.currency, filled).amount;
  const { currency } = scope;
  const parameters = { order: order.id, amount: amount.amount, filled: booked, currency };
  return { code: 'orders.settlement-differs', parameters };
}

/** Whether what an event refers to cannot be referred to, whatever else may come. */
function referenceFault<C extends CurrencyCode>(
  life: Life<C>,
  event: OrderEvent<C>,
): Fault | undefined {
  const reference = referenceOf(event);
  if (reference === undefined) return undefined;
  const parameters = { order: life.order.id, event: event.kind, reference };
  const named = life.byId.get(reference);
  if (named === undefined) return undefined;
  const fits = isReversing(event) ? isFill(named) : named.kind === 'cancel-request';
  if (!fits) return { code: 'orders.wrong-reference', parameters };
  const isClosed = life.events.some((one) => referenceOf(one) === reference);
  return isClosed ? { code: 'orders.reference-closed', parameters } : undefined;
}

/** The id of the fill or of the request that an event refers to. */
export function referenceOf(event: OrderEvent): string | undefined {
  if (isReversing(event)) return event.fill;
  const answers = event.kind === 'cancel' || event.kind === 'cancel-refused';
  return answers ? event.request : undefined;
}

function misfit<C extends CurrencyCode>(
  { order, state }: Life<C>,
  { kind }: OrderEvent<C>,
  when: 'too-early' | 'too-late',
): Fault {
  return { code: `orders.event-${when}`, parameters: { order: order.id, state, event: kind } };
}
