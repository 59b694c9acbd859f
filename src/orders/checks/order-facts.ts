import type { PlainDate } from '../../dates/index.js';
import { AptfolioError, at, renamePaths } from '../../errors/index.js';
import { type Money, parseMoneyIn, toMinorUnits } from '../../money/index.js';
import {
  compareRatings,
  type DealingDesk,
  effectiveRisk,
  findProduct,
  openDealingDesk,
  type Product,
  productOn,
} from '../../products/index.js';
import type { OrderContext } from './order-context.js';
import type { OpenOrder, OrderToCheck } from './order-to-check.js';
import type { PlanHash } from './plan-hash.js';
import { readOrder } from './read-order.js';

/** What an order does to the client's holdings, whatever it is called. */
export interface OrderEffect {
  /** The product of which the client will hold more, as the file has it: with what changes from day to day. */
  readonly acquires: Product | undefined;
  /** The product of which the client will hold less. */
  readonly redeems: Product | undefined;
  /** A redemption, or a switch to a product of lower risk. */
  readonly reducesRisk: boolean;
}

/** An order, its context and its effect, with every part checked. */
export interface OrderFacts extends OrderEffect {
  readonly order: OrderToCheck;
  readonly context: OrderContext;
  /** Opened on the day of the order; absent without a calendar. */
  readonly desk?: DealingDesk;
  /** Of the orders that are checked together. */
  readonly planHash: PlanHash;
}

/** Checks an order and works out its effect; the context has been checked. */
export function readFacts(
  order: OrderToCheck,
  context: OrderContext,
  planHash: PlanHash,
): OrderFacts {
  const read = readOrder(order, 'order');
  const orderOn = read.orderOn ?? context.asOf;
  const effect = effectOf(read, context.universe, orderOn);
  if (orderOn < context.asOf) {
    throw new AptfolioError('inconsistent', 'order.orderOn', `a day from ${context.asOf}`, orderOn);
  }
  checkDays(read, orderOn);
  for (const id of [effect.acquires?.id, effect.redeems?.id]) {
    if (id === undefined || !Object.hasOwn(context.holdings, id)) continue;
    parseMoneyIn(context.holdings[id] as Money, read.gross.currency, at('context.holdings', id));
  }
  const desk = openDesk(context, orderOn);
  return { order: read, context, planHash, ...effect, ...(desk === undefined ? {} : { desk }) };
}

/** No order deals before it is given, and none settles before it deals. */
function checkDays({ dealsOn, settlesOn }: OrderToCheck, orderOn: PlainDate): void {
  let earliest = orderOn;
  for (const [name, day] of Object.entries({ dealsOn, settlesOn })) {
    if (day === undefined) continue;
    if (day < earliest) {
      throw new AptfolioError('inconsistent', at('order', name), `a day from ${earliest}`, day);
    }
    earliest = day;
  }
}

function openDesk(
  { calendar, asOf, time }: OrderContext,
  orderOn: OrderContext['asOf'],
): DealingDesk | undefined {
  if (calendar === undefined) return undefined;
  // The time is that of the check; an order of a later day comes in time.
  const late = time === undefined || orderOn > asOf ? {} : { time };
  const names = {
    asOf: orderOn === asOf ? 'context.asOf' : 'order.orderOn',
    calendar: 'context.calendar',
    time: 'context.time',
  };
  return renamePaths(names, () => openDealingDesk({ asOf: orderOn, calendar, ...late }));
}

function effectOf(
  order: OrderToCheck,
  universe: OrderContext['universe'],
  orderOn: PlainDate,
): OrderEffect {
  const known = (id: string, name: string): Product => findProduct(id, universe, at('order', name));
  const product = known(order.product, 'product');
  if (order.side !== 'switch') {
    return order.side === 'buy'
      ? { acquires: product, redeems: undefined, reducesRisk: false }
      : { acquires: undefined, redeems: product, reducesRisk: true };
  }
  const left = known(order.from, 'from');
  if (left === product) {
    const expected = 'another product than the one entered';
    throw new AptfolioError('inconsistent', 'order.from', expected, order.from);
  }
  const [entered, given] = [productOn(product, orderOn), productOn(left, orderOn)];
  const reducesRisk = compareRatings(effectiveRisk(entered), effectiveRisk(given)) < 0;
  return { acquires: product, redeems: left, reducesRisk };
}

/** The day on which an order is given. */
export function dayOf({ order, context }: Pick<OrderFacts, 'order' | 'context'>): PlainDate {
  return order.orderOn ?? context.asOf;
}

/** The product that an order redeems; `undefined` for a purchase. */
export function redeemedBy(order: OpenOrder): string | undefined {
  if (order.side === 'buy') return undefined;
  return order.side === 'switch' ? order.from : order.product;
}

/** Smallest units of what is held of a product in a currency; 0 if nothing is, or another currency is. */
export function heldUnits(
  { holdings }: OrderContext,
  id: string,
  currency: Money['currency'],
): bigint {
  const value = Object.hasOwn(holdings, id) ? holdings[id] : undefined;
  return value === undefined || value.currency !== currency ? 0n : toMinorUnits(value);
}
