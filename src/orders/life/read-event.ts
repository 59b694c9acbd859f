import { parsePlainDate } from '../../dates/index.js';
import { AptfolioError, at, checkObject, checkOneOf, checkText } from '../../errors/index.js';
import { type CurrencyCode, compareMoney, type Money, parseMoneyIn } from '../../money/index.js';
import { CHECK_STATUSES } from '../check-order.js';
import { EVENT_KINDS, type FillContent, type OrderEvent } from './events.js';
import { readQuantity } from './quantity.js';

/** What of an order decides how its events are read. */
export interface EventScope<C extends CurrencyCode = CurrencyCode> {
  readonly currency: C;
  /** Whether the order is for units, so that its fills must have them. */
  readonly inUnits: boolean;
}

/** Checks an event and keeps what belongs to it. */
export function readEvent<C extends CurrencyCode>(
  event: OrderEvent<C>,
  scope: EventScope<C>,
  path: string,
): OrderEvent<C> {
  checkObject(event, path);
  if (!EVENT_KINDS.includes(event.kind)) checkOneOf(event.kind, at(path, 'kind'), EVENT_KINDS);
  const base = { id: readText(event.id, path, 'id'), at: readText(event.at, path, 'at') };
  return Object.freeze(readKind(event, base, scope, path));
}

function readKind<C extends CurrencyCode>(
  event: OrderEvent<C>,
  base: { readonly id: string; readonly at: string },
  scope: EventScope<C>,
  path: string,
): OrderEvent<C> {
  const { kind } = event;
  switch (kind) {
    case 'check': {
      const status = checkOneOf(event.status, at(path, 'status'), CHECK_STATUSES);
      return { ...base, kind, status };
    }
    case 'confirm':
      return { ...base, kind, ...optionalText(event, 'proposalHash', path) };
    case 'submit': {
      const idempotencyKey = readText(event.idempotencyKey, path, 'idempotencyKey');
      return { ...base, kind, idempotencyKey };
    }
    case 'fill':
      return { ...base, kind, ...readFill(event, scope, path) };
    case 'correct': {
      const fill = readText(event.fill, path, 'fill');
      return { ...base, kind, fill, ...readFill(event, scope, path) };
    }
    case 'bust':
      return { ...base, kind, fill: readText(event.fill, path, 'fill') };
    case 'cancel':
      return { ...base, kind, ...optionalText(event, 'request', path) };
    case 'cancel-refused': {
      const request = readText(event.request, path, 'request');
      return { ...base, kind, request, ...optionalText(event, 'reasonCode', path) };
    }
    case 'settle':
      return { ...base, kind, ...readSettlement(event, scope, path) };
    case 'reject':
      return { ...base, kind, reasonCode: readText(event.reasonCode, path, 'reasonCode') };
    default:
      return { ...base, kind };
  }
}

function readFill<C extends CurrencyCode>(
  fill: FillContent<C>,
  { currency, inUnits }: EventScope<C>,
  path: string,
): FillContent<C> {
  const { units, price, fee, tradeDate } = fill;
  const amount = readAmount(fill.amount, currency, at(path, 'amount'));
  return {
    amount,
    ...(inUnits || units !== undefined ? { units: readQuantity(units, at(path, 'units')) } : {}),
    ...(price === undefined ? {} : { price: readQuantity(price, at(path, 'price')) }),
    ...(fee === undefined ? {} : { fee: readFee(fee, amount, at(path, 'fee')) }),
    ...(tradeDate === undefined
      ? {}
      : { tradeDate: parsePlainDate(tradeDate, at(path, 'tradeDate')) }),
    ...optionalText(fill, 'reference', path),
  };
}

function readFee<C extends CurrencyCode>(value: Money<C>, amount: Money<C>, path: string): Money<C> {
  const fee = parseMoneyIn(value, amount.currency, path, { sign: 'not-negative' });
  if (compareMoney(fee, amount) <= 0) return fee;
  throw new AptfolioError('inconsistent', path, `a fee of at most ${amount.amount}`, fee.amount);
}

function readSettlement<C extends CurrencyCode>(
  { settledOn, amount }: Extract<OrderEvent<C>, { readonly kind: 'settle' }>,
  { currency }: EventScope<C>,
  path: string,
): Pick<Extract<OrderEvent<C>, { readonly kind: 'settle' }>, 'settledOn' | 'amount'> {
  return {
    ...(settledOn === undefined
      ? {}
      : { settledOn: parsePlainDate(settledOn, at(path, 'settledOn')) }),
    ...(amount === undefined ? {} : { amount: readAmount(amount, currency, at(path, 'amount')) }),
  };
}

function readAmount<C extends CurrencyCode>(value: unknown, currency: C, path: string): Money<C> {
  return parseMoneyIn(value, currency, path, { sign: 'positive' });
}

function optionalText<K extends string>(
  from: Readonly<Partial<Record<K, string>>>,
  name: K,
  path: string,
): Readonly<Partial<Record<K, string>>> {
  const value = from[name];
  if (value === undefined) return {};
  return { [name]: readText(value, path, name) } as Readonly<Partial<Record<K, string>>>;
}

/** As `checkText`; the path is only put together where it is needed, since most of an event is text. */
function readText(value: unknown, path: string, name: string): string {
  const isFine = typeof value === 'string' && value !== '' && value.length <= 1000;
  return isFine ? value : checkText(value, at(path, name));
}
