import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  refuseUnknown,
} from '../../errors/index.js';
import { type CurrencyCode, parseMoney, parseMoneyIn, toMinorUnits } from '../../money/index.js';
import type { Inside } from '../policy/compiled-policy.js';
import { refuseLiability } from '../refuse-liability.js';
import type { MoneyOnDay } from '../settlement/schedule.js';
import type { MoneyUnderWay, OrderUnderWay, RebalancingAccount } from './account.js';
import { type Decimal, readDecimal } from './exact.js';
import { MONEY_UNDER_WAY_FIELDS, ORDER_UNDER_WAY_FIELDS } from './fields.js';

/** A checked order that positions do not show yet; amounts in smallest units of the product's currency. */
export interface ReadOrder {
  readonly side: 'buy' | 'sell';
  readonly amount: bigint;
  readonly units: Decimal | undefined;
  /** As it is given. */
  readonly net: bigint | undefined;
  readonly orderOn: PlainDate;
  readonly dealsOn: PlainDate;
  readonly settlesOn: PlainDate;
  readonly paid: boolean;
  readonly lots: readonly string[] | undefined;
  readonly path: string;
}

const NO_MONEY: readonly MoneyOnDay[] = Object.freeze([]);

/** Checks money that is on its way. */
export function readReceivables(
  { receivables }: RebalancingAccount,
  { products }: Inside,
  asOf: PlainDate,
): readonly MoneyOnDay[] {
  if (receivables === undefined) return NO_MONEY;
  const path = 'account.receivables';
  return checkList<MoneyUnderWay>(receivables, path).map((one, i) => {
    const where = at(path, i);
    const { amount, on, product } = checkObject(one, where) as unknown as MoneyUnderWay;
    refuseUnknown(one, where, MONEY_UNDER_WAY_FIELDS);
    const money = parseMoney(amount, at(where, 'amount'), { sign: 'positive' });
    if (product !== undefined) checkProduct(product, at(where, 'product'), products);
    return {
      currency: money.currency,
      amount: toMinorUnits(money),
      on: readDayAhead(on, at(where, 'on'), asOf),
    };
  });
}

/** Checks orders under way, if there are any; by product id, the first to settle first: their order in the list says nothing. */
export function readOrders(
  { openOrders, currency }: RebalancingAccount,
  { products }: Inside,
  asOf: PlainDate,
): ReadonlyMap<string, readonly ReadOrder[]> | undefined {
  if (openOrders === undefined) return undefined;
  const path = 'account.openOrders';
  const read = new Map<string, ReadOrder[]>();
  checkList<OrderUnderWay>(openOrders, path).forEach((order, i) => {
    const where = at(path, i);
    const { product } = checkObject(order, where) as unknown as OrderUnderWay;
    refuseUnknown(order, where, ORDER_UNDER_WAY_FIELDS);
    const item = checkProduct(product, at(where, 'product'), products);
    const orders = read.get(product) ?? [];
    read.set(product, orders);
    orders.push(readOrder(order, where, item.currency ?? currency, asOf));
  });
  for (const orders of read.values()) orders.sort((a, b) => compare(keyOf(a), keyOf(b)));
  return read;
}

function keyOf({ settlesOn, dealsOn, orderOn, amount, lots = [] }: ReadOrder): string {
  return [settlesOn, dealsOn, orderOn, amount, ...lots].join(' ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readOrder(
  order: OrderUnderWay,
  path: string,
  currency: CurrencyCode,
  asOf: PlainDate,
): ReadOrder {
  const side = checkOneOf(order.side, at(path, 'side'), ['buy', 'sell'] as const);
  const money = (value: unknown, key: 'amount' | 'net', sign: 'positive' | 'not-negative') =>
    toMinorUnits(parseMoneyIn(value, currency, at(path, key), { sign }));
  const amount = money(order.amount, 'amount', 'positive');
  const net = order.net === undefined ? undefined : money(order.net, 'net', 'not-negative');
  if (net !== undefined && net > amount) {
    throw new AptfolioError('inconsistent', at(path, 'net'), 'at most the amount', order.net);
  }
  const { units, lots } = order;
  return {
    side,
    amount,
    units: units === undefined ? undefined : readDecimal(units, at(path, 'units'), 'positive'),
    net,
    ...readDates(order, path, asOf),
    paid: readPaid(order, path, asOf),
    lots: lots === undefined ? undefined : readLotNames(order, at(path, 'lots')),
    path,
  };
}

function readDates(
  order: OrderUnderWay,
  path: string,
  asOf: PlainDate,
): Pick<ReadOrder, 'orderOn' | 'dealsOn' | 'settlesOn'> {
  const settlesOn = readDayAhead(order.settlesOn, at(path, 'settlesOn'), asOf);
  const read = (value: unknown, key: 'orderOn' | 'dealsOn', usual: PlainDate): PlainDate => {
    if (value === undefined) return usual;
    const day = parsePlainDate(value, at(path, key));
    if (day <= settlesOn) return day;
    throw new AptfolioError('inconsistent', at(path, key), `a day up to ${settlesOn}`, day);
  };
  const orderOn = read(order.orderOn, 'orderOn', asOf);
  const dealsOn = read(order.dealsOn, 'dealsOn', orderOn);
  if (dealsOn >= orderOn) return { orderOn, dealsOn, settlesOn };
  const expected = `a day on or after ${orderOn}, the day of the order`;
  throw new AptfolioError('inconsistent', at(path, 'dealsOn'), expected, dealsOn);
}

/** Only money of a purchase can have left already. */
function readPaid({ side, paid, orderOn }: OrderUnderWay, path: string, asOf: PlainDate): boolean {
  const where = at(path, 'paid');
  if (paid === undefined) return side === 'buy' && orderOn !== undefined && orderOn < asOf;
  if (side === 'buy') return checkBoolean(paid, where);
  throw new AptfolioError('inconsistent', where, 'nothing for a sale', paid);
}

function readLotNames({ side, lots }: OrderUnderWay, path: string): readonly string[] {
  if (side === 'buy') throw new AptfolioError('inconsistent', path, 'nothing for a purchase');
  return checkList<string>(lots, path).map((id, i) => checkText(id, at(path, i)));
}

function readDayAhead(value: unknown, path: string, asOf: PlainDate): PlainDate {
  const day = parsePlainDate(value, path);
  if (day >= asOf) return day;
  const expected = `a day on or after ${asOf}: what came before is booked, or has a new day`;
  throw new AptfolioError('out-of-range', path, expected, day);
}

function checkProduct(id: unknown, path: string, products: Inside['products']) {
  const item = products.get(checkText(id, path));
  if (item !== undefined) {
    refuseLiability(item.product, path);
    return item;
  }
  throw new AptfolioError('unknown-id', path, 'a product of the universe', id);
}
