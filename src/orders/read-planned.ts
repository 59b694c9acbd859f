import {
  AptfolioError,
  at,
  checkInteger,
  checkObject,
  checkOneOf,
  checkText,
} from '../errors/index.js';
import { addMoney, type CurrencyCode, equalsMoney } from '../money/index.js';
import type { PlannedOrder } from './order.js';
import { readMoney, readPositiveMoney } from './read-money.js';

/** Checks a planned order and keeps what belongs to it. */
export function readPlannedOrder<C extends CurrencyCode>(
  order: PlannedOrder<C>,
  path: string,
): PlannedOrder<C> {
  checkObject(order, path);
  const gross = readPositiveMoney<C>(order.gross, at(path, 'gross'));
  const fee = readMoney(order.fee, at(path, 'fee'), gross.currency);
  const net = readMoney(order.net, at(path, 'net'), gross.currency);
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
