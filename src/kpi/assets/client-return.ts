import {
  addDays,
  checkInterval,
  type DateInterval,
  instantOf,
  type PlainDate,
  parsePlainDate,
} from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { type CurrencyCode, type Money, parseMoney, parseMoneyIn } from '../../money/index.js';
import type { DietzOptions } from '../../performance/index.js';
import type { Fields } from '../kinds/kind.js';
import { checkDayOver } from '../period/day-over.js';
import { readDays } from './account-period.js';

/** What one client's portfolio was worth over a period, and what was paid in and taken out. */
export interface ClientReturn {
  /** Of the client. */
  readonly id: string;
  /** The day at whose end the opening value was taken. */
  readonly from: PlainDate;
  /** The day at whose end the closing value was taken. */
  readonly to: PlainDate;
  readonly opening: Money;
  readonly closing: Money;
  /** Paid in positive, taken out negative; after `from`, up to `to`. */
  readonly flows: readonly { readonly date: PlainDate; readonly amount: Money }[];
  /**
   * Values at the end of days in between, that day's flows included. The time-weighted return takes the value that each flow met: at `end-of-day` that of its
   * own day, at `start-of-day` that of the day before, or the opening one. Without it there is none.
   */
  readonly valuations?: readonly { readonly date: PlainDate; readonly value: Money }[];
  /** What the client's benchmark returned from `from` to `to`, decimal fraction. */
  readonly benchmark?: number;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How clients' returns become records. */
export interface ClientReturnOptions extends DietzOptions {
  /** The reporting period; `from` belongs to it, `to` does not. A client who was not there for all of it is left out. */
  readonly period: DateInterval;
  /** When the portfolio was looked at, not before the client's last day is over somewhere on Earth; a later look counts in place of an earlier one of the same period. */
  readonly asOf: string | number;
}

/** A client's figures and the terms, checked. */
export interface ReturnCase {
  readonly client: Required<Omit<ClientReturn, 'benchmark' | 'dimensions'>> &
    Pick<ClientReturn, 'benchmark' | 'dimensions'>;
  readonly flowTiming: DietzOptions['flowTiming'];
  readonly revision: number;
  readonly period: DateInterval;
  /** The client was there from the period's first day to its last. */
  readonly whole: boolean;
}

const CLIENT_FIELDS: FieldsOf<ClientReturn> = {
  id: true,
  from: true,
  to: true,
  opening: true,
  closing: true,
  flows: true,
  valuations: true,
  benchmark: true,
  dimensions: true,
};
const OPTION_FIELDS: FieldsOf<ClientReturnOptions> = { flowTiming: true, period: true, asOf: true };
const TIMINGS = ['start-of-day', 'end-of-day'] as const;

/** Checks a client's figures against the reporting period. */
export function readReturnCase(value: unknown, options: unknown): ReturnCase {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', OPTION_FIELDS);
  const flowTiming = checkOneOf(terms.flowTiming, 'options.flowTiming', TIMINGS);
  const period = checkInterval(terms.period as DateInterval, 'options.period');
  // The opening value is that of the evening before the first day.
  const [first, last] = [addDays(period.from, -1), addDays(period.to, -1)];
  const revision = instantOf(terms.asOf, 'options.asOf');
  const client = readClient(value, 'client');
  if (client.from < first) throw outside('client.from', `a date from ${first} on`, client.from);
  if (client.to > last) throw outside('client.to', `a date up to ${last}`, client.to);
  checkDayOver(client.to, 'client.to', revision);
  return {
    client,
    flowTiming,
    revision,
    period,
    whole: client.from === first && client.to === last,
  };
}

function readClient(value: unknown, path: string): ReturnCase['client'] {
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, CLIENT_FIELDS);
  const days = readDays(fields, path);
  const opening = parseMoney(fields.opening, at(path, 'opening'));
  const read = rowReader(opening.currency, days);
  const where = at(path, 'valuations');
  const valuations = read(fields.valuations ?? [], 'value', where, addDays(days.to, -1));
  refuseTwice(valuations, where);
  const { benchmark, dimensions } = fields;
  return {
    id: checkText(fields.id, at(path, 'id'), 100),
    ...days,
    opening,
    closing: parseMoneyIn(fields.closing, opening.currency, at(path, 'closing')),
    flows: read(fields.flows, 'amount', at(path, 'flows'), days.to),
    valuations,
    ...(benchmark !== undefined && { benchmark: checkNumber(benchmark, at(path, 'benchmark')) }),
    ...(dimensions !== undefined && {
      dimensions: dimensions as Readonly<Record<string, string>>,
    }),
  };
}

function refuseTwice(valuations: readonly { readonly date: PlainDate }[], path: string): void {
  const seen = new Set<PlainDate>();
  valuations.forEach(({ date }, i) => {
    if (seen.has(date)) {
      const where = at(at(path, i), 'date');
      throw new AptfolioError('duplicate-id', where, 'a day not valued before', date);
    }
    seen.add(date);
  });
}

/** Reads dated amounts of one currency after the first day, up to a last one. */
function rowReader(currency: CurrencyCode, { from }: { readonly from: PlainDate }) {
  return <K extends 'amount' | 'value'>(
    value: unknown,
    key: K,
    path: string,
    last: PlainDate,
  ): readonly ({ readonly date: PlainDate } & Readonly<Record<K, Money>>)[] =>
    checkList<unknown>(value, path).map((row, i) => {
      const where = at(path, i);
      const fields: Fields = checkObject(row, where);
      refuseUnknown(fields, where, { date: true, [key]: true });
      const date = parsePlainDate(fields.date, at(where, 'date'));
      if (date <= from || date > last) {
        throw outside(at(where, 'date'), `a date after ${from} and up to ${last}`, date);
      }
      const amount = parseMoneyIn(fields[key], currency, at(where, key));
      return { date, [key]: amount } as { readonly date: PlainDate } & Readonly<Record<K, Money>>;
    });
}

function outside(path: string, expected: string, received: PlainDate): AptfolioError {
  return new AptfolioError('out-of-range', path, expected, received);
}
