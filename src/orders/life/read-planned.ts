import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  refuseUnknown,
} from '../../errors/index.js';
import {
  addMoney,
  type CurrencyCode,
  equalsMoney,
  type Money,
  parseMoney,
  parseMoneyIn,
} from '../../money/index.js';
import { ORDER_FIELDS } from '../checks/fields.js';
import type { OrderDays, PlannedOrder, PlannedSide } from './order.js';
import { readQuantity } from './quantity.js';

/** Checks a planned order, which may be one that is checked or in its life, and keeps what belongs to it. */
export function readPlannedOrder<C extends CurrencyCode>(
  order: PlannedOrder<C>,
  path: string,
): PlannedOrder<C> {
  refuseUnknown(checkObject(order, path), path, ORDER_FIELDS);
  const gross = parseMoney(order.gross, at(path, 'gross'), { sign: 'positive' }) as Money<C>;
  const fee = parseMoneyIn(order.fee, gross.currency, at(path, 'fee'));
  const net = parseMoneyIn(order.net, gross.currency, at(path, 'net'));
  if (!equalsMoney(addMoney(net, fee), gross)) {
    const expected = `net and fee that add up to ${gross.amount}`;
    throw new AptfolioError('inconsistent', at(path, 'net'), expected, net.amount);
  }
  const { units, after, replaces } = order;
  return Object.freeze({
    id: checkText(order.id, at(path, 'id')),
    product: checkText(order.product, at(path, 'product')),
    ...readSide(order, path),
    gross,
    fee,
    net,
    day: checkInteger(order.day, at(path, 'day'), { min: 0 }),
    funding: checkText(order.funding, at(path, 'funding')),
    ...(units === undefined ? {} : { units: readQuantity(units, at(path, 'units')) }),
    ...(after === undefined ? {} : { after: readAfter(after, order.id, at(path, 'after')) }),
    ...(replaces === undefined ? {} : { replaces: checkText(replaces, at(path, 'replaces')) }),
    ...readDays(order, path),
  });
}

function readSide(
  {
    side,
    product,
    from,
  }: { readonly side: unknown; readonly product: string; readonly from?: unknown },
  path: string,
): PlannedSide {
  const known = checkOneOf(side, at(path, 'side'), ['buy', 'sell', 'switch']);
  if (known !== 'switch') return { side: known };
  const left = checkText(from, at(path, 'from'));
  if (left !== product) return { side: known, from: left };
  const expected = 'another product than the one entered';
  throw new AptfolioError('inconsistent', at(path, 'from'), expected, left);
}

const DAYS = ['orderOn', 'dealsOn', 'settlesOn'] as const;

/** The days that are given, none before the one that comes first. */
function readDays(order: Partial<OrderDays>, path: string): Partial<OrderDays> {
  const days: { -readonly [K in keyof OrderDays]?: OrderDays[K] } = {};
  let earliest: PlainDate | undefined;
  for (const name of DAYS) {
    if (order[name] === undefined) continue;
    const day = parsePlainDate(order[name], at(path, name));
    if (earliest !== undefined && day < earliest) {
      throw new AptfolioError('inconsistent', at(path, name), `a day from ${earliest}`, day);
    }
    earliest = day;
    days[name] = day;
  }
  return days;
}

/** Ids in ascending order, each once; their order says nothing. */
function readAfter(value: readonly string[], own: string, path: string): readonly string[] {
  const ids = checkList<string>(value, path, { minLength: 1 }).map((id, i) => {
    checkText(id, at(path, i));
    if (id === own) throw new AptfolioError('inconsistent', at(path, i), 'another order', id);
    return id;
  });
  return Object.freeze([...new Set(ids)].sort());
}
