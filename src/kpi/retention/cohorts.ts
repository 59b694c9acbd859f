import { addDays, addMonths, monthsBetween, type PlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkUniqueIds,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { type Interval, wilsonInterval } from '../../statistics/index.js';
import { readConfidence } from '../confidence.js';
import { type KpiPeriod, periodOf, periodsIn } from '../period/period.js';
import {
  type ClientTenure,
  monthOfLeaving,
  readTenure,
  readTenureTerms,
  type Tenure,
  type TenureLook,
} from './client-tenure.js';

/** How long a cohort's period, and one step of age, may be. */
export type CohortLength = 'month' | 'quarter' | 'year';

/** How a cohort table is made. */
export interface CohortOptions extends TenureLook {
  /** The period of joining that makes a cohort, and the step by which it ages. */
  readonly by: CohortLength;
  /** The highest age shown, in steps; default as old as the oldest cohort is. */
  readonly oldest?: number;
  /** Of the intervals; default 0.95. */
  readonly confidence?: number;
}

/** One cohort at one age. */
export type CohortCell =
  /** How many stayed longer than this. */
  | {
      readonly age: number;
      readonly status: 'observed';
      readonly stayed: number;
      readonly share: number;
      /** Of the share (Wilson). */
      readonly interval: Interval;
    }
  /** Not everybody who may belong to the cohort has had the time to reach this age. */
  | { readonly age: number; readonly status: 'not-yet'; readonly observableOn: PlainDate }
  /** Nobody joined. */
  | { readonly age: number; readonly status: 'no-clients' };

/** Those who joined in one period. */
export interface Cohort {
  readonly period: KpiPeriod;
  readonly size: number;
  /** By age, from 0 on. */
  readonly cells: readonly CohortCell[];
}

/** How many of those who joined together are still there, by cohort and age. */
export interface CohortTable {
  /** From the first period in which somebody joined to that of the last; each has its row, also without clients. */
  readonly cohorts: readonly Cohort[];
  /** How many clients were left out because they joined before `recordedSince`. */
  readonly delayedEntry: number;
  /** How many were left out because `dormancy` is given and nothing of what they did is on record. */
  readonly activityUnknown: number;
}

const OPTION_FIELDS: FieldsOf<CohortOptions> = {
  asOf: true,
  by: true,
  oldest: true,
  confidence: true,
  dormancy: true,
  recordedSince: true,
};
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const MOST_AGES = 1200;
const MOST_COHORTS = 1200;

/**
 * The cohort table: of those who joined in the same period, how many stayed longer than one step, two steps, and so on.
 *
 * Age counts from each client's own day of joining. A cell is shown once everybody in the cohort could have reached that age, and is marked until then: a
 * cell of those only who joined early in the period would be of another cohort.
 *
 * @param clients in any order, as known on the day of the look.
 * @returns a row for each period, a cell for each age.
 * @throws AptfolioError with path `clients[…]…` or `options…`, as `tenureRecords`; `duplicate-id` for a client told twice, `out-of-range` for one who joined more
 * than 1,200 cohorts before the last.
 *
 * @example
 * ```ts
 * import { cohorts } from 'aptfolio/kpi';
 *
 * const clients = [
 *   { id: 'a', from: '2024-02-10' },
 *   { id: 'b', from: '2024-07-01', to: '2025-03-15' },
 *   { id: 'c', from: '2025-05-20' },
 * ];
 * const table = cohorts(clients, { by: 'year', asOf: '2026-06-30' });
 * table.cohorts.map(({ period, size, cells }) => [period.id, size, cells.map((cell) => cell.share ?? cell.status)]);
 * // => [['2024', 2, [1, 0.5]], ['2025', 1, [1, 'not-yet']]]
 * table.cohorts[1].cells[1].observableOn; // => '2026-12-31'
 * ```
 */
export function cohorts(clients: readonly ClientTenure[], options: CohortOptions): CohortTable {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', OPTION_FIELDS);
  const by = checkOneOf(fields.by, 'options.by', ['month', 'quarter', 'year'] as const);
  const { oldest: highest = MOST_AGES } = fields;
  const oldest = checkInteger(highest, 'options.oldest', { min: 0, max: MOST_AGES });
  const confidence = readConfidence(fields);
  const terms = readTenureTerms(fields, null);
  const all = checkList<unknown>(clients, 'clients').map((client, i) =>
    readTenure(client, terms, at('clients', i)),
  );
  checkUniqueIds(all, 'clients');
  const members = all.filter(({ leftOut }) => leftOut === null);
  const leftOutFor = (why: Tenure['leftOut']): number =>
    all.filter(({ leftOut }) => leftOut === why).length;
  const periods = cohortPeriods(members, by, (earliest) => at('clients', all.indexOf(earliest)));
  const ages = agesOf(periods[0], terms.asOf, MONTHS[by], oldest);
  const counts = countMembers(members, by, ages);
  const look = { asOf: terms.asOf, months: MONTHS[by], ages, confidence };
  return Object.freeze({
    cohorts: Object.freeze(
      periods.map((period) =>
        cohortOf(period, counts.get(period.id) ?? { size: 0, leftBy: [] }, look),
      ),
    ),
    delayedEntry: leftOutFor('delayed-entry'),
    activityUnknown: leftOutFor('activity-unknown'),
  });
}

interface CohortLook {
  readonly asOf: PlainDate;
  /** In one step of age. */
  readonly months: number;
  readonly ages: number;
  readonly confidence: number;
}

function cohortOf(period: KpiPeriod, count: CohortCount, look: CohortLook): Cohort {
  const cells = Array.from({ length: look.ages }, (_, age) =>
    Object.freeze(cellOf(period, count, age, look)),
  );
  return Object.freeze({ period, size: count.size, cells: Object.freeze(cells) });
}

function cellOf(
  period: KpiPeriod,
  { size, leftBy }: CohortCount,
  age: number,
  { asOf, months, confidence }: CohortLook,
): CohortCell {
  if (size === 0) return { age, status: 'no-clients' };
  const observableOn = dayOfAge(period, age * months);
  if (observableOn > asOf) return { age, status: 'not-yet', observableOn };
  const stayed = size - leftBy[age]!;
  const interval = wilsonInterval(stayed, size, { confidence });
  return { age, status: 'observed', stayed, share: stayed / size, interval };
}

/** From the first period in which somebody joined to the last; a mistyped year would make thousands. */
function cohortPeriods(
  members: readonly Tenure[],
  by: CohortLength,
  pathOf: (member: Tenure) => string,
): readonly KpiPeriod[] {
  if (members.length === 0) return [];
  const first = members.reduce((a, b) => (b.from < a.from ? b : a));
  const last = members.reduce((a, b) => (b.from > a.from ? b : a));
  const months = monthsBetween(periodOf(first.from, by).from, periodOf(last.from, by).to);
  if (months > MOST_COHORTS * MONTHS[by]) {
    const expected = `a day of the ${MOST_COHORTS} cohorts up to the last joining`;
    throw new AptfolioError('out-of-range', at(pathOf(first), 'from'), expected, first.from);
  }
  return periodsIn({ from: first.from, to: addDays(last.from, 1) }, by);
}

/** How many ages the oldest cohort has reached, up to a highest one; at least age 0. */
function agesOf(
  first: KpiPeriod | undefined,
  asOf: PlainDate,
  months: number,
  oldest: number,
): number {
  if (first === undefined) return 0;
  let age = 0;
  while (age < oldest && dayOfAge(first, (age + 1) * months) <= asOf) age += 1;
  return age + 1;
}

/** The day on which whoever joined on the period's last day has been a client for so many months. */
function dayOfAge(period: KpiPeriod, months: number): PlainDate {
  return addMonths(addDays(period.to, -1), months);
}

interface CohortCount {
  readonly size: number;
  /** How many had left by each age. */
  readonly leftBy: readonly number[];
}

function countMembers(
  members: readonly Tenure[],
  by: CohortLength,
  ages: number,
): ReadonlyMap<string, CohortCount> {
  const counts = new Map<string, { size: number; readonly leftBy: number[] }>();
  for (const { from, left } of members) {
    const { id } = periodOf(from, by);
    const count = counts.get(id) ?? { size: 0, leftBy: new Array<number>(ages).fill(0) };
    counts.set(id, count);
    count.size += 1;
    if (left === null) continue;
    const age = Math.ceil(monthOfLeaving(from, left.on) / MONTHS[by]);
    if (age < ages) count.leftBy[age]! += 1;
  }
  for (const { leftBy } of counts.values()) {
    for (let age = 1; age < ages; age++) leftBy[age]! += leftBy[age - 1]!;
  }
  return counts;
}
