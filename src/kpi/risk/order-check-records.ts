import { instantOf } from '../../dates/index.js';
import {
  AptfolioError,
  checkBoolean,
  checkInteger,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeRecord } from '../cube/make-record.js';
import { readDimensions, readInstant } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';
import type { KpiEvent } from '../state.js';

/** One order or proposal that went through the bank's checks. */
export interface CheckedOrder {
  readonly id: string;
  /** ISO 8601 with its offset, or milliseconds. */
  readonly checkedAt: string | number;
  /** Whether the checks stopped it. */
  readonly blocked: boolean;
  /** Of a blocked one: whether a review found that it was right to stop it. Absent as long as nobody looked. */
  readonly justified?: boolean;
  /** Of a blocked one: whether a person let it pass all the same. Absent if it is not on record. */
  readonly overridden?: boolean;
  /** How many breaches of rules a later review found in it. Absent as long as nobody looked: that is not 0. */
  readonly breaches?: number;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How checked orders become records. */
export interface OrderCheckOptions {
  /** The moment of the look. */
  readonly asOf: string | number;
}

const ORDER_FIELDS: FieldsOf<CheckedOrder> = {
  id: true,
  checkedAt: true,
  blocked: true,
  justified: true,
  overridden: true,
  breaches: true,
  dimensions: true,
};

/**
 * Turns one checked order into records for a cube: interceptions and whether they were justified, overrides, breaches.
 *
 * What nobody reviewed or recorded is left out under `not-reviewed` or `not-recorded` and counted there; it is never taken for a yes or a no. Records
 * belong to the day of the check.
 *
 * @returns a record each of `interception-rate`, `breach-rate`, `interceptions-justified` and `override-rate`; the last two have the event `null` for an order that
 * was not blocked, which takes back what an earlier look may have said.
 * @throws AptfolioError with path `order…` or `options.asOf`: `inconsistent` for a check after the look, and for `justified` or `overridden` of an order that
 * was not blocked.
 *
 * @example
 * ```ts
 * import { orderCheckRecords } from 'aptfolio/kpi';
 *
 * const order = { id: 'o-1', checkedAt: '2026-03-02T09:00:00+08:00', blocked: true, justified: true };
 * const records = orderCheckRecords(order, { asOf: '2026-04-01T00:00:00+08:00' });
 * records.map(({ kpi, event }) => [kpi, event.successes ?? event.excluded]);
 * // => [
 * //   ['interception-rate', 1],
 * //   ['breach-rate', 'not-reviewed'],
 * //   ['interceptions-justified', 1],
 * //   ['override-rate', 'not-recorded'],
 * // ]
 * ```
 */
export function orderCheckRecords(
  order: CheckedOrder,
  options: OrderCheckOptions,
): readonly KpiRecord[] {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', { asOf: true });
  const revision = instantOf(terms.asOf, 'options.asOf');
  const fields = checkObject(order, 'order');
  refuseUnknown(fields, 'order', ORDER_FIELDS);
  const id = checkText(fields.id, 'order.id', 100);
  const checkedAt = readInstant(fields.checkedAt, 'order.checkedAt', { asOf: revision });
  const blocked = checkBoolean(fields.blocked, 'order.blocked');
  const dimensions = readDimensions(fields, 'order');
  const record = (kpi: string, event: KpiEvent | null): KpiRecord =>
    makeRecord({ kpi, at: checkedAt, revision, parts: [id], dimensions, event });
  const ofBlocked = (key: 'justified' | 'overridden', unknown: string): KpiEvent | null =>
    readFlag(fields[key], `order.${key}`, blocked, unknown);
  return Object.freeze([
    record('interception-rate', share(blocked)),
    record('breach-rate', breachesOf(fields.breaches)),
    record('interceptions-justified', ofBlocked('justified', 'not-reviewed')),
    record('override-rate', ofBlocked('overridden', 'not-recorded')),
  ]);
}

/** What is only said of a blocked order; null for others. */
function readFlag(
  value: unknown,
  path: string,
  blocked: boolean,
  unknown: string,
): KpiEvent | null {
  if (value === undefined) return blocked ? { excluded: unknown } : null;
  const flag = checkBoolean(value, path);
  if (blocked) return share(flag);
  throw new AptfolioError('inconsistent', path, 'none of an order that was not blocked', value);
}

function breachesOf(value: unknown): KpiEvent {
  if (value === undefined) return { excluded: 'not-reviewed' };
  return { count: checkInteger(value, 'order.breaches', { min: 0 }), exposure: 1 };
}

function share(holds: boolean): KpiEvent {
  return { successes: holds ? 1 : 0, trials: 1 };
}
