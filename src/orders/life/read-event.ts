import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkObject,
  checkOneOf,
  checkText,
  refuseUnknown,
} from '../../errors/index.js';
import { type CurrencyCode, type Money, parseQuantity } from '../../money/index.js';
import { CHECK_STATUSES } from '../checks/check-status.js';
import { EVENT_FIELDS } from './event-fields.js';
import { EVENT_KINDS, type OrderEvent } from './events.js';
import { readQuantity } from './quantity.js';
import { readAmount, type Scope } from './scope.js';

/** An event that was checked, with its amount as a whole number. */
export interface ReadEvent<C extends CurrencyCode = CurrencyCode> {
  readonly event: OrderEvent<C>;
  /** Smallest units of money that it carries out; 0 unless it is a fill or a correction. */
  readonly amount: bigint;
  /** The same in the measure in which the order counts. */
  readonly measure: bigint;
}

/** Checks an event and keeps what belongs to it. */
export function readEvent<C extends CurrencyCode>(
  given: OrderEvent<C>,
  scope: Scope<C>,
  path: string,
): ReadEvent<C> {
  if (typeof given !== 'object' || given === null) checkObject(given, path);
  if (!EVENT_KINDS.includes(given.kind)) checkOneOf(given.kind, at(path, 'kind'), EVENT_KINDS);
  refuseUnknown(given, path, EVENT_FIELDS[given.kind]);
  if (given.kind === 'fill' || given.kind === 'correct') return readFill(given, scope, path);
  const event = Object.freeze(readOther(given, scope, path));
  return { event, amount: 0n, measure: 0n };
}

type Fill<C extends CurrencyCode> = Extract<OrderEvent<C>, { readonly kind: 'fill' | 'correct' }>;

/** A list of what may be absent, so that no field is set to `undefined`. */
type Changeable<T> = { -readonly [K in keyof T]: T[K] };

function readFill<C extends CurrencyCode>(
  given: Fill<C>,
  scope: Scope<C>,
  path: string,
): ReadEvent<C> {
  const { money, units: amount } = readAmount(given.amount, scope, path, 'amount', 'positive');
  Object.freeze(money);
  const id = readText(given.id, path, 'id');
  const when = readText(given.at, path, 'at');
  const fill: Changeable<Fill<C>> =
    given.kind === 'fill'
      ? { id, at: when, kind: given.kind, amount: money }
      : { id, at: when, kind: given.kind, fill: readText(given.fill, path, 'fill'), amount: money };
  let measure = amount;
  if (scope.inUnits || given.units !== undefined) {
    fill.units = readQuantity(given.units, at(path, 'units'));
    if (scope.inUnits) measure = parseQuantity(fill.units, path);
  }
  if (given.price !== undefined) fill.price = readQuantity(given.price, at(path, 'price'));
  if (given.fee !== undefined) fill.fee = readFee(given.fee, money, amount, scope, path);
  if (given.tradeDate !== undefined) fill.tradeDate = readDate(given.tradeDate, path, 'tradeDate');
  if (given.reference !== undefined) fill.reference = readText(given.reference, path, 'reference');
  return { event: Object.freeze(fill), amount, measure };
}

function readFee<C extends CurrencyCode>(
  value: Money<C>,
  amount: Money<C>,
  limit: bigint,
  scope: Scope<C>,
  path: string,
): Money<C> {
  const { money, units } = readAmount(value, scope, path, 'fee');
  if (units <= limit) return Object.freeze(money);
  const expected = `a fee of at most ${amount.amount}`;
  throw new AptfolioError('inconsistent', at(path, 'fee'), expected, money.amount);
}

function readOther<C extends CurrencyCode>(
  given: Exclude<OrderEvent<C>, Fill<C>>,
  scope: Scope<C>,
  path: string,
): OrderEvent<C> {
  const { kind } = given;
  const id = readText(given.id, path, 'id');
  const when = readText(given.at, path, 'at');
  switch (kind) {
    case 'check': {
      const { status } = given;
      if (!CHECK_STATUSES.includes(status)) checkOneOf(status, at(path, 'status'), CHECK_STATUSES);
      return { id, at: when, kind, status };
    }
    case 'confirm': {
      if (given.proposalHash === undefined) return { id, at: when, kind };
      const proposalHash = readText(given.proposalHash, path, 'proposalHash');
      return { id, at: when, kind, proposalHash };
    }
    case 'submit': {
      const idempotencyKey = readText(given.idempotencyKey, path, 'idempotencyKey');
      return { id, at: when, kind, idempotencyKey };
    }
    case 'bust':
      return { id, at: when, kind, fill: readText(given.fill, path, 'fill') };
    case 'cancel': {
      if (given.request === undefined) return { id, at: when, kind };
      return { id, at: when, kind, request: readText(given.request, path, 'request') };
    }
    case 'cancel-refused': {
      const refused = { id, at: when, kind, request: readText(given.request, path, 'request') };
      if (given.reasonCode === undefined) return refused;
      return { ...refused, reasonCode: readText(given.reasonCode, path, 'reasonCode') };
    }
    case 'settle':
      return readSettlement({ ...given, id, at: when }, scope, path);
    case 'reject':
      return { id, at: when, kind, reasonCode: readText(given.reasonCode, path, 'reasonCode') };
    default:
      return { id, at: when, kind };
  }
}

type Settlement<C extends CurrencyCode> = Extract<OrderEvent<C>, { readonly kind: 'settle' }>;

function readSettlement<C extends CurrencyCode>(
  { id, at: when, kind, settledOn, amount }: Settlement<C>,
  scope: Scope<C>,
  path: string,
): Settlement<C> {
  const settlement: Changeable<Settlement<C>> = { id, at: when, kind };
  if (settledOn !== undefined) settlement.settledOn = readDate(settledOn, path, 'settledOn');
  if (amount !== undefined) {
    settlement.amount = Object.freeze(readAmount(amount, scope, path, 'amount', 'positive').money);
  }
  return settlement;
}

function readDate(value: unknown, path: string, name: string): PlainDate {
  return parsePlainDate(value, at(path, name));
}

/** As `checkText`; the path is only put together where it is needed, since most of an event is text. */
function readText(value: unknown, path: string, name: string): string {
  const isFine = typeof value === 'string' && value !== '' && value.length <= 1000;
  return isFine ? value : checkText(value, at(path, name));
}
