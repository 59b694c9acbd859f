import { daysBetween, monthsBetween, type PlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  checkObject,
  checkOneOf,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeRecord } from '../cube/make-record.js';
import type { KpiRecord } from '../cube/record.js';
import { readIds } from '../kinds/id-list.js';
import type { KpiEvent } from '../state.js';
import {
  type ClientTenure,
  monthOfLeaving,
  readTenure,
  readTenureTerms,
  type Tenure,
  type TenureLook,
} from './client-tenure.js';
import { NOT_RECORDED } from './not-recorded.js';

/** How tenures become records. */
export interface TenureOptions extends TenureLook {
  /** What time is counted in: that of the KPI's `timeUnit`, and a cube with another refuses the records. The ready definitions count months. */
  readonly unit: 'day' | 'month';
  /** Why clients leave: the `leavingCauses` of `serviceKpis`. Another one is refused by name. */
  readonly causes: readonly string[];
}

const OPTION_FIELDS: FieldsOf<TenureOptions> = {
  asOf: true,
  unit: true,
  causes: true,
  dormancy: true,
  recordedSince: true,
};
const TENURE_KPIS = ['tenure-one-year', 'tenure-median', 'leaving-for-main-cause'] as const;
const DAY = 86_400_000;

/**
 * Turns one client's time with the bank into records for a cube: how long the client stayed, or has stayed so far, and why the client left.
 *
 * Who is still there is open, not loyal for ever. In months a client leaves at the end of the month of tenure in which it happens (on the day of joining at 0), and that month
 * counts once it is over for everybody who joined alike: counting its leavers at once, and those who stay at its end, would show too many leaving. A year is
 * survived by who stays more than 12 months.
 *
 * With `dormancy` a client of whom no activity is on record may be asleep or not, and is left out under `activity-unknown`, also one who left: of these only
 * the leavers would be known.
 *
 * Times belong to the day of joining, so that a year's row is a cohort; the reason belongs to the day of leaving and counts whenever the client joined, also
 * before `recordedSince`: of those who leave from then on none is missing. A client is told again as time goes on: a record's revision is the day of the
 * look. Who has not left has the event null, which takes back a leaving that an earlier look told, as of a client who was dormant and woke up.
 *
 * The ready definitions hold tenures of up to 1,200 months: a cube refuses a client since 1900 in June 2026.
 *
 * @param client as known on the day of the look.
 * @returns `tenure-one-year`, `tenure-median`, `leaving-for-main-cause` and `leaving-reasons`, which for who has not left is null and of the day of the look.
 * @throws AptfolioError with path `client…` or `options…`: `unknown-id` for a cause that is not in `options.causes`, `inconsistent` for who left before
 * joining or was active after leaving, for a cause of who did not leave, and for a day after the look.
 *
 * @example
 * ```ts
 * import { tenureRecords } from 'aptfolio/kpi';
 *
 * const options = { asOf: '2026-06-30', unit: 'month', causes: ['service', 'cost', 'moved'] };
 * const client = { id: 'c-1', from: '2025-01-15', to: '2025-11-02', cause: 'cost' };
 * tenureRecords(client, options)[0].event; // => { time: 10, cause: 'cost' }
 * tenureRecords({ id: 'c-2', from: '2025-01-15' }, options)[0].event; // => { time: 17 }
 * tenureRecords({ ...client, cause: 'weather' }, options); // => throws 'unknown-id', 'client.cause'
 * tenureRecords({ ...client, to: '2024-12-31' }, options); // => throws 'inconsistent', 'client.to'
 * ```
 */
export function tenureRecords(client: ClientTenure, options: TenureOptions): readonly KpiRecord[] {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', OPTION_FIELDS);
  const unit = checkOneOf(fields.unit, 'options.unit', ['day', 'month'] as const);
  const causes = readIds(fields.causes, 'options.causes', { minLength: 1, maxLength: 50 });
  const look = readTenureTerms(fields, causes);
  const revision = daysBetween('1970-01-01' as PlainDate, look.asOf) * DAY;
  if (revision < 0) {
    throw new AptfolioError('out-of-range', 'options.asOf', 'a day from 1970-01-01 on', look.asOf);
  }
  const tenure = readTenure(client, look, 'client');
  const time = timeOf(tenure, look.asOf, unit);
  const { id, from, left, dimensions } = tenure;
  const shared = { revision, parts: [id], dimensions };
  const record = (kpi: string, day: PlainDate, event: KpiEvent | null): KpiRecord =>
    makeRecord({ ...shared, kpi, at: day, event });
  const terms = { timeUnit: unit };
  return Object.freeze([
    ...TENURE_KPIS.map((kpi) => makeRecord({ ...shared, kpi, at: from, terms, event: time })),
    left === null
      ? record('leaving-reasons', look.asOf, null)
      : record('leaving-reasons', left.on, reasonOf(left.cause)),
  ]);
}

function timeOf({ from, left, leftOut }: Tenure, asOf: PlainDate, unit: 'day' | 'month'): KpiEvent {
  if (leftOut !== null) return { excluded: leftOut };
  const watched = unit === 'day' ? daysBetween(from, asOf) : monthsBetween(from, asOf);
  if (left === null) return { time: watched };
  const time = unit === 'day' ? daysBetween(from, left.on) : monthOfLeaving(from, left.on);
  // The month in which the client left is not over yet for those who joined on the same day.
  if (time > watched) return { time: watched };
  return { time, cause: left.cause ?? NOT_RECORDED };
}

function reasonOf(cause: string | null): KpiEvent {
  return cause === null ? { excluded: NOT_RECORDED } : { category: cause };
}
