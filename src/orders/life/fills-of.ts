import {
  type CurrencyCode,
  formatQuantity,
  fromMinorUnits,
  type Money,
  minorDigits,
  parseQuantity,
  QUANTITY_DIGITS,
} from '../../money/index.js';
import { divideHalfEven } from '../planning/exact.js';
import { type FillContent, type FillEvent, isFill, isReversing } from './events.js';
import { openLife } from './life.js';
import type { Order } from './order.js';
import { readEvent } from './read-event.js';
import { readAmount } from './scope.js';

/** A fill that stands. */
export interface StandingFill<C extends CurrencyCode = CurrencyCode> extends FillContent<C> {
  /** The id of the fill, or of its last correction. */
  readonly id: string;
}

/** What was carried out of an order, added up exactly. */
export interface OrderFills<C extends CurrencyCode = CurrencyCode> {
  /** The fills that stand, in the order of the events: reversed ones left out, corrected ones as corrected. */
  readonly fills: readonly StandingFill<C>[];
  /** Of a purchase what is paid, with fees; of a sale or a switch what is redeemed, before fees. */
  readonly amount: Money<C>;
  /** The fees; absent where those of a fill are not known. */
  readonly fee?: Money<C>;
  /** The amount less the fees: what of a purchase is invested, and of a sale paid out. */
  readonly net?: Money<C>;
  /** Units, decimal text; absent where those of a fill are not known. */
  readonly units?: string;
  /** Money for one unit on average, decimal text of up to 12 digits after the point, half-even; absent where it is not known. */
  readonly averagePrice?: string;
}

/**
 * Adds up what was carried out of an order.
 *
 * @throws AptfolioError for an order that is malformed, with the path.
 *
 * @example
 * ```ts
 * import { draftOrder, fillsOf, replayOrder } from 'aptfolio/orders';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const draft = draftOrder(
 *   {
 *     id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *     gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 *   },
 *   { idempotencyKey: 'k-1' },
 * );
 * const at = '2026-03-02T10:00:00+08:00';
 * const { order } = replayOrder(draft, [
 *   { id: 'e1', at, kind: 'check', status: 'allowed' },
 *   { id: 'e2', at, kind: 'confirm' },
 *   { id: 'e3', at, kind: 'submit', idempotencyKey: 'k-1' },
 *   { id: 'e4', at, kind: 'accept' },
 *   { id: 'e5', at, kind: 'fill', amount: cny('40.02'), units: '20', price: '2', fee: cny('0.02') },
 *   { id: 'e6', at, kind: 'fill', amount: cny('59.04'), units: '23.6', price: '2.5', fee: cny('0.04') },
 *   { id: 'e7', at, kind: 'correct', fill: 'e6', amount: cny('59.98'), units: '20', price: '2.9975', fee: cny('0.03') },
 * ]);
 * const { amount, fee, net, units, averagePrice } = fillsOf(order);
 * [amount.amount, fee.amount, net.amount]; // => ['100.00', '0.05', '99.95']
 * [units, averagePrice]; // => ['40', '2.49875']
 * ```
 */
export function fillsOf<C extends CurrencyCode>(order: Order<C>): OrderFills<C> {
  const { scope } = openLife(order);
  const gone = new Set(order.events.filter(isReversing).map(({ fill }) => fill));
  const standing = order.events.filter(isFill).filter(({ id }) => !gone.has(id));
  const read = standing.map((fill) => readEvent<C>(fill, scope, 'order.events').event);
  const fills = (read as readonly FillEvent<C>[]).map(contentOf);

  const money = (units: bigint) => fromMinorUnits(scope.currency, units);
  const amountOf = (value: Money<C>) => readAmount(value, scope, 'order', 'events').units;
  const amount = sum(fills.map((fill) => amountOf(fill.amount)));
  const fee = sumOfAll(fills.map((fill) => fill.fee && amountOf(fill.fee)));
  const units = sumOfAll(
    fills.map((fill) => fill.units && parseQuantity(fill.units, 'order.events')),
  );
  const traded = order.side !== 'buy' ? amount : fee === undefined ? undefined : amount - fee;
  const price = averagePrice(traded, units, scope.currency);
  return Object.freeze({
    fills: Object.freeze(fills),
    amount: money(amount),
    ...(fee === undefined ? {} : { fee: money(fee), net: money(amount - fee) }),
    ...(units === undefined ? {} : { units: formatQuantity(units) }),
    ...(price === undefined ? {} : { averagePrice: price }),
  });
}

function contentOf<C extends CurrencyCode>(event: FillEvent<C>): StandingFill<C> {
  const { at, kind, ...content } = event;
  if (!('fill' in content)) return Object.freeze(content);
  const { fill, ...rest } = content;
  return Object.freeze(rest);
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

/** The sum, unless one of the values is not known. */
function sumOfAll(values: readonly (bigint | '' | undefined)[]): bigint | undefined {
  const known = values.filter((value) => typeof value === 'bigint');
  return known.length === values.length ? sum(known) : undefined;
}

function averagePrice(
  traded: bigint | undefined,
  units: bigint | undefined,
  currency: CurrencyCode,
): string | undefined {
  if (traded === undefined || units === undefined || units === 0n) return undefined;
  const scale = 10n ** BigInt(QUANTITY_DIGITS);
  const perUnit = 10n ** BigInt(minorDigits(currency));
  return formatQuantity(divideHalfEven(traded * scale * scale, units * perUnit));
}
