import { daysBetween, type PlainDate } from '../../dates/index.js';
import { makeReason } from '../../evidence/index.js';
import { equalsMoney, type Money } from '../../money/index.js';
import { type Finding, fixed, toAcknowledge } from './finding.js';
import type { OrderFacts } from './order-facts.js';
import type { OpenOrder, OrderToCheck } from './order-to-check.js';

/** Has this order, or one just like it, been placed already? */
export function checkDuplicates({ order, context }: OrderFacts): readonly Finding[] {
  const same = context.openOrders.find((open) => isSame(open, order));
  if (same !== undefined) {
    const parameters = { order: order.id, other: same.id };
    return [fixed(makeReason('orders.already-placed', 'block', parameters))];
  }
  const twin = context.openOrders.find((open) => isTwin(open, order, context.asOf));
  if (twin !== undefined) {
    const parameters = { order: order.id, other: twin.id };
    return [toAcknowledge(makeReason('orders.looks-like-duplicate', 'require', parameters))];
  }
  return checkRecent(order, context);
}

/** One of the last minutes that is settled, rejected or cancelled already. */
function checkRecent(
  order: OrderToCheck,
  { history, policy, asOf }: OrderFacts['context'],
): readonly Finding[] {
  const within = policy?.duplicateMinutes;
  if (within === undefined) return [];
  const { id, product } = order;
  if (history === undefined) {
    return [toAcknowledge(makeReason('orders.history-unknown', 'require', { order: id }))];
  }
  const same = history
    .filter((past) => past.product === product && past.side === order.side)
    .filter((past) => sameAmount(past.gross, order.gross));
  const minutes = same.flatMap(({ minutesAgo = Number.POSITIVE_INFINITY }) =>
    minutesAgo > within ? [] : [minutesAgo],
  );
  if (minutes.length > 0) {
    const parameters = { order: id, minutes: Math.min(...minutes) };
    return [toAcknowledge(makeReason('orders.repeated-within', 'require', parameters))];
  }
  const [last] = same
    .filter((past) => past.minutesAgo === undefined && fewestMinutes(past.on, asOf) <= within)
    .map(({ on }) => on)
    .sort()
    .reverse();
  if (last === undefined) return [];
  const parameters = { order: id, on: last };
  return [toAcknowledge(makeReason('orders.repeated-perhaps', 'require', parameters))];
}

/** The fewest minutes between something of one day and something of another. */
function fewestMinutes(from: PlainDate, to: PlainDate): number {
  return Math.max(0, daysBetween(from, to) - 1) * MINUTES_OF_DAY;
}

const MINUTES_OF_DAY = 1440;

function isSame(open: OpenOrder, order: OrderToCheck): boolean {
  const { idempotencyKey: key } = order;
  return open.id === order.id || (key !== undefined && open.idempotencyKey === key);
}

/** An open order whose day is not known may be of any. */
function isTwin(open: OpenOrder, order: OrderToCheck, asOf: PlainDate): boolean {
  const day = order.orderOn ?? asOf;
  return (
    open.product === order.product &&
    open.side === order.side &&
    leaves(open) === leaves(order) &&
    (open.orderOn ?? day) === day &&
    (open.day ?? order.day) === (order.day ?? open.day) &&
    sameAmount(open.gross, order.gross)
  );
}

function leaves(order: OrderToCheck): string | undefined {
  return order.side === 'switch' ? order.from : undefined;
}

function sameAmount(a: Money, b: Money): boolean {
  return a.currency === b.currency && equalsMoney(a, b);
}
