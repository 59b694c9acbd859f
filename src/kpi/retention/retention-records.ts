import { daysBetween, instantOf, type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  checkBoolean,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import {
  addMoney,
  isNegative,
  type Money,
  maxMoney,
  minMoney,
  parseMoney,
  parseMoneyIn,
  zeroMoney,
} from '../../money/index.js';
import { makeRecord } from '../cube/make-record.js';
import type { KpiRecord } from '../cube/record.js';
import { checkDayOver } from '../period/day-over.js';
import type { KpiEvent } from '../state.js';

/** What became, over a period, of one client who was there at its start. */
export interface ClientRetention {
  readonly id: string;
  /** The day at whose end the opening value was taken. */
  readonly from: PlainDate;
  /** The period's last day, over at the moment of the look. */
  readonly to: PlainDate;
  /** Assets at the start, at least 0. */
  readonly opening: Money;
  /** What the client brought in the period less what the client took away, without market, income and fees. */
  readonly netNewMoney: Money;
  /** Whether the client has left by the end; a client who only does nothing has not. */
  readonly left: boolean;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How a client's period becomes records. */
export interface RetentionOptions {
  /** The moment of the look. */
  readonly asOf: string | number;
}

const CLIENT_FIELDS: FieldsOf<ClientRetention> = {
  id: true,
  from: true,
  to: true,
  opening: true,
  netNewMoney: true,
  left: true,
  dimensions: true,
};

/**
 * Turns one client's period into records for a cube: churn by heads and by assets, gross and net asset retention.
 *
 * What is kept of the opening assets is opening + net new money, and nothing of who left; markets neither keep nor lose assets. Gross retention counts no
 * more than the opening, so that what some bring does not hide what others take; net retention counts all, and may exceed 1. Only who was there at the
 * start belongs here: new clients would hide losses.
 *
 * The records belong to the period's last day, which must be over somewhere on Earth at the moment of the look: a figure of June that is told in April would
 * be taken for one. A client told again from the same `from` counts by the latest look, so that a corrected `to` replaces the earlier one; periods of two lengths
 * belong in two cubes, and a cube refuses the record of `annualised-client-churn` unless a year has `periodsPerYear` of the client's, give or take a tenth.
 *
 * @returns `client-churn`, `annualised-client-churn`, `asset-churn`, `gross-asset-retention` and `net-asset-retention`.
 * @throws AptfolioError with path `client…` or `options.asOf`: `inconsistent` for a period that ends before it begins or is not over, `out-of-range` for a
 * negative opening, `currency-mismatch`.
 *
 * Source: gross and net revenue retention as in subscription business, with assets for revenue and without the market.
 *
 * @example
 * ```ts
 * import { retentionRecords } from 'aptfolio/kpi';
 *
 * const cny = (amount) => ({ currency: 'CNY', amount });
 * const client = { id: 'c-1', from: '2026-03-31', to: '2026-06-30', opening: cny('100.00'), netNewMoney: cny('20.00'), left: false };
 * const kept = (records) => records.slice(-2).map(({ event }) => event.numerator.amount);
 * kept(retentionRecords(client, { asOf: '2026-07-01T00:00:00+08:00' })); // => ['100.00', '120.00']
 * kept(retentionRecords({ ...client, left: true }, { asOf: '2026-07-01T00:00:00+08:00' })); // => ['0.00', '0.00']
 * ```
 */
export function retentionRecords(
  client: ClientRetention,
  options: RetentionOptions,
): readonly KpiRecord[] {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', { asOf: true });
  const asOf = instantOf(terms.asOf, 'options.asOf');
  const { id, from, to, opening, netNewMoney, left, dimensions } = readClient(client, asOf);
  const nothing = zeroMoney(opening.currency);
  const kept = left ? nothing : maxMoney(nothing, addMoney(opening, netNewMoney));
  const ofOpening = (numerator: Money): KpiEvent => ({ numerator, denominator: opening });
  const head = { successes: left ? 1 : 0, trials: 1 };
  const shared = { at: to, revision: asOf, parts: [id, from], dimensions };
  const record = (kpi: string, event: KpiEvent): KpiRecord => makeRecord({ ...shared, kpi, event });
  const days = daysBetween(from, to);
  return Object.freeze([
    record('client-churn', head),
    makeRecord({ ...shared, kpi: 'annualised-client-churn', days, event: head }),
    record('asset-churn', ofOpening(left ? opening : nothing)),
    record('gross-asset-retention', ofOpening(minMoney(opening, kept))),
    record('net-asset-retention', ofOpening(kept)),
  ]);
}

function readClient(value: unknown, asOf: number): ClientRetention {
  const fields = checkObject(value, 'client');
  refuseUnknown(fields, 'client', CLIENT_FIELDS);
  const from = parsePlainDate(fields.from, 'client.from');
  const to = parsePlainDate(fields.to, 'client.to');
  if (to <= from) {
    throw new AptfolioError('inconsistent', 'client.to', 'a day after client.from', to);
  }
  checkDayOver(to, 'client.to', asOf);
  const opening = parseMoney(fields.opening, 'client.opening');
  if (isNegative(opening)) {
    throw new AptfolioError('out-of-range', 'client.opening', 'an amount of at least 0', opening);
  }
  const dimensions = fields.dimensions as ClientRetention['dimensions'];
  return {
    id: checkText(fields.id, 'client.id', 80),
    from,
    to,
    opening,
    netNewMoney: parseMoneyIn(fields.netNewMoney, opening.currency, 'client.netNewMoney'),
    left: checkBoolean(fields.left, 'client.left'),
    ...(dimensions !== undefined && { dimensions }),
  };
}
