import {
  AptfolioError,
  at,
  checkInteger,
  checkObject,
  checkOneOf,
  checkText,
} from '../errors/index.js';
import {
  addMoney,
  type CurrencyCode,
  equalsMoney,
  type Money,
  parseMoney,
  parseMoneyIn,
} from '../money/index.js';
import type { PlannedOrder } from './order.js';

/** Checks a planned order and keeps what belongs to it. */
export function readPlannedOrder<C extends CurrencyCode>(
  order: PlannedOrder<C>,
  path: string,
): PlannedOrder<C> {
  checkObject(order, path);
  const gross = parseMoney(order.gross, at(path, 'gross'), { sign: 'positive' }) as Money<C>;
  const fee = parseMoneyIn(order.fee, gross.currency, at(path, 'fee'));
  const net = parseMoneyIn(order.net, gross.currency, at(path, 'net'));
  if (!equalsMoney(addMoney(net, fee), gross)) {
    const expected = `net and fee that add up to ${gross.amount}`;
    throw new AptfolioError('inconsistent', at(path, 'net'), expected, net.amount);
  }
  return Object.freeze({
    id: checkText(order.id, at(path, 'id')),
    product: checkText(order.product, at(path, 'product')),
    side: checkOneOf(order.side, at(path, 'side'), ['buy', 'sell']),
    gross,
    fee,
    net,
    day: checkInteger(order.day, at(path, 'day'), { min: 0 }),
    funding: checkText(order.funding, at(path, 'funding')),
  });
}
