import {
  addDays,
  addMonths,
  daysBetween,
  monthsBetween,
  type PlainDate,
  parsePlainDate,
} from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { placeOf } from '../kinds/id-list.js';

/** From when until when somebody was a client. */
export interface ClientTenure {
  readonly id: string;
  /** The first day as a client. */
  readonly from: PlainDate;
  /** The first day as a client no more; absent for who is still one. */
  readonly to?: PlainDate;
  /** Why the client left; absent if nobody recorded it. */
  readonly cause?: string;
  /**
   * When the client last did anything; not after `to`. Where `dormancy` is given, a client without it is left out: who of these still is one nobody knows.
   */
  readonly lastActiveOn?: PlainDate;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/**
 * After how long without a sign of life a client is taken to have left, as long as nobody recorded a leaving: once `to` is known it counts, however long the
 * client slept before.
 */
export interface Dormancy {
  /** Whole days, at least 1. */
  readonly days: number;
  /** The cause under which such clients count. */
  readonly cause: string;
}

/** What every look at tenures rests on. */
export interface TenureLook {
  /** The day of the look, itself included: nothing later is known. */
  readonly asOf: PlainDate;
  /** Default none: a dormant client is not lost. With it a client without `lastActiveOn` is left out. */
  readonly dormancy?: Dormancy;
  /** The day from which those who left are on record. Who joined earlier is left out: of these only the loyal would be seen. Default: they always were. */
  readonly recordedSince?: PlainDate;
}

/** The terms of a look, checked. */
export interface TenureTerms {
  readonly asOf: PlainDate;
  readonly dormancy: Dormancy | null;
  readonly recordedSince: PlainDate | null;
  /** Causes that the bank knows; null where causes do not matter. */
  readonly causes: readonly string[] | null;
}

/** A tenure, checked. */
export interface Tenure {
  readonly id: string;
  readonly from: PlainDate;
  /** When and why the client left; `cause` is null where nobody recorded it. */
  readonly left: { readonly on: PlainDate; readonly cause: string | null } | null;
  /** Why the client does not count: joined before those who left were on record, or may be dormant, with no activity on record; null if it does. */
  readonly leftOut: 'delayed-entry' | 'activity-unknown' | null;
  readonly dimensions?: Readonly<Record<string, string>>;
}

const CLIENT_FIELDS: FieldsOf<ClientTenure> = {
  id: true,
  from: true,
  to: true,
  cause: true,
  lastActiveOn: true,
  dimensions: true,
};

/** Checks what a look rests on; other fields of the options are the caller's. */
export function readTenureTerms(
  options: Readonly<Record<string, unknown>>,
  causes: readonly string[] | null,
): TenureTerms {
  const { dormancy, recordedSince } = options;
  return {
    asOf: parsePlainDate(options.asOf, 'options.asOf'),
    dormancy: dormancy === undefined ? null : readDormancy(dormancy, causes),
    recordedSince:
      recordedSince === undefined ? null : parsePlainDate(recordedSince, 'options.recordedSince'),
    causes,
  };
}

function readDormancy(value: unknown, causes: readonly string[] | null): Dormancy {
  const path = 'options.dormancy';
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, { days: true, cause: true });
  return {
    days: checkInteger(fields.days, at(path, 'days'), { min: 1, max: 36_525 }),
    cause: readCause(fields.cause, causes, path),
  };
}

/** Checks one client, as known on the day of the look. */
export function readTenure(value: unknown, terms: TenureTerms, path: string): Tenure {
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, CLIENT_FIELDS);
  const from = dayIn(fields.from, at(path, 'from'), terms.asOf);
  const dimensions = fields.dimensions as Tenure['dimensions'];
  const leaving = readLeft(fields, from, terms, path);
  const last = readLastActive(fields.lastActiveOn, { from, to: leaving?.on ?? null }, terms, path);
  return {
    id: checkText(fields.id, at(path, 'id'), 100),
    from,
    left: leaving ?? dormantSince(last, terms),
    leftOut: leftOut(from, last, terms),
    ...(dimensions !== undefined && { dimensions }),
  };
}

function readLeft(
  { to, cause }: Readonly<Record<string, unknown>>,
  from: PlainDate,
  { asOf, causes }: TenureTerms,
  path: string,
): Tenure['left'] {
  if (to === undefined) {
    if (cause === undefined) return null;
    throw new AptfolioError('inconsistent', at(path, 'cause'), 'none without “to”', cause);
  }
  const on = dayIn(to, at(path, 'to'), asOf, from);
  return { on, cause: cause === undefined ? null : readCause(cause, causes, path) };
}

function readLastActive(
  value: unknown,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate | null },
  { asOf }: TenureTerms,
  path: string,
): PlainDate | null {
  if (value === undefined) return null;
  const where = at(path, 'lastActiveOn');
  const day = dayIn(value, where, asOf, from);
  if (to === null || day <= to) return day;
  throw new AptfolioError('inconsistent', where, 'a day not after “to”', value);
}

/** The day from which a client who does nothing any more counts as left. */
function dormantSince(last: PlainDate | null, { asOf, dormancy }: TenureTerms): Tenure['left'] {
  if (last === null || dormancy === null || daysBetween(last, asOf) < dormancy.days) return null;
  return { on: addDays(last, dormancy.days), cause: dormancy.cause };
}

/** Of clients without activity on record only the leavings that were told would be seen, and who is asleep would count as staying. */
function leftOut(
  from: PlainDate,
  last: PlainDate | null,
  { dormancy, recordedSince }: TenureTerms,
): Tenure['leftOut'] {
  if (recordedSince !== null && from < recordedSince) return 'delayed-entry';
  return dormancy !== null && last === null ? 'activity-unknown' : null;
}

function readCause(value: unknown, causes: readonly string[] | null, path: string): string {
  if (causes === null) return checkText(value, at(path, 'cause'), 100);
  return causes[placeOf(value, causes, path, 'cause')]!;
}

function dayIn(value: unknown, path: string, asOf: PlainDate, from?: PlainDate): PlainDate {
  const day = parsePlainDate(value, path);
  if (from !== undefined && day < from) {
    throw new AptfolioError('inconsistent', path, 'a day not before the client joined', value);
  }
  if (day <= asOf) return day;
  throw new AptfolioError('inconsistent', path, 'a day not after options.asOf', value);
}

/** In which month as a client, counted from 1, somebody left; 0 on the very first day. */
export function monthOfLeaving(from: PlainDate, to: PlainDate): number {
  const months = monthsBetween(from, to);
  return addMonths(from, months) === to ? months : months + 1;
}
