import { daysBetween, isPlainDate, type PlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  type BatchFailure,
  checkBoolean,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  makeIssue,
  mapBatch,
  renamePaths,
} from '../../errors/index.js';
import { compareLevels, RISK_LEVELS, type RiskLevel } from '../level.js';
import type { ReadRetestPolicy } from './policy.js';

/** One assessment that was made. Further fields are ignored. */
export interface PastAssessment {
  /** Opaque reference; the same assessment may stand twice. */
  readonly id: string;
  /** The civil date, or the instant as ISO 8601 text with an offset: it becomes a date in the policy's zone. */
  readonly assessedAt: string;
  readonly level: RiskLevel;
  /** Where it was made. Default: the institution that asks. */
  readonly institution?: string;
  /** Whether the client confirmed a level that differs from the one before. Default false. */
  readonly confirmed?: boolean;
  /** The questionnaire and its version. */
  readonly definition?: string;
}

/** When something happened. */
export interface Moment {
  readonly date: PlainDate;
  /** Seconds since 1970-01-01T00:00Z; `null` where only the day is known. */
  readonly time: number | null;
}

export interface ReadAssessment extends Moment {
  readonly id: string;
  readonly level: RiskLevel;
  readonly institution: string | undefined;
  readonly confirmed: boolean;
  readonly definition: string | undefined;
}

export interface ReadHistory {
  /** Each assessment once, the earliest first; where the order in a day is unknown, the lowest level last. */
  readonly rows: readonly ReadAssessment[];
  readonly failures: readonly BatchFailure[];
}

/** Checks assessments, leaves out repeated ones and those made elsewhere; broken rows lose no other. */
export function readHistory(
  history: readonly PastAssessment[],
  policy: ReadRetestPolicy,
  institution: string | undefined,
): ReadHistory {
  const list = checkList<PastAssessment>(history, 'history');
  const { values, rows, failures } = mapBatch(list, 'history', (row) =>
    madeElsewhere(row, institution) ? null : readRow(row, policy),
  );
  const places = new Map<string, number[]>();
  values.forEach((row, index) => {
    if (row !== null) places.set(row.id, [...(places.get(row.id) ?? []), index]);
  });
  const kept: ReadAssessment[] = [];
  const conflicts: BatchFailure[] = [];
  for (const indexes of places.values()) {
    const [first, ...others] = indexes.map((index) => values[index]!);
    if (others.every((other) => same(first!, other))) kept.push(first!);
    else conflicts.push(...indexes.map((index) => conflict(rows[index]!, first!.id)));
  }
  return {
    rows: inOrder(kept),
    failures: Object.freeze([...failures, ...conflicts].sort((a, b) => a.row - b.row)),
  };
}

/** Reads a civil date or an instant; the path is put into the error. */
export function readMoment(value: unknown, path: string, policy: ReadRetestPolicy): Moment {
  const text = checkText(value, path);
  if (isPlainDate(text)) return { date: text, time: null };
  if (!INSTANT.test(text)) {
    const code = DATE.test(text) ? 'invalid-date' : 'invalid-format';
    const expected = 'a date as YYYY-MM-DD that exists, or an ISO 8601 instant with an offset';
    throw new AptfolioError(code, path, expected, text);
  }
  const date = renamePaths({ instant: path }, () => policy.dateOf(text));
  return { date, time: secondsOf(text) };
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
const CLOCK = /T(\d\d):(\d\d)(?::([\d.]+))?(?:Z|([+-])(\d\d):?(\d\d))$/;

/** Seconds since 1970-01-01T00:00Z of an instant that has been checked. */
function secondsOf(instant: string): number {
  const days = daysBetween('1970-01-01', instant.slice(0, 10) as PlainDate);
  const [, hours, minutes, seconds = '0', sign = '+', ...offset] = CLOCK.exec(instant)!;
  const [offsetHours = '0', offsetMinutes = '0'] = offset;
  const ahead = (sign === '-' ? -1 : 1) * (3600 * Number(offsetHours) + 60 * Number(offsetMinutes));
  return 86_400 * days + 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds) - ahead;
}

/** A row that says it was made elsewhere is of no concern, whatever else it says. */
function madeElsewhere(row: PastAssessment, institution: string | undefined): boolean {
  const { institution: where } = checkObject(row, '');
  return institution !== undefined && typeof where === 'string' && where !== institution;
}

function readRow(row: PastAssessment, policy: ReadRetestPolicy): ReadAssessment {
  const { institution, definition, confirmed = false } = row;
  return {
    id: checkText(row.id, 'id'),
    ...readMoment(row.assessedAt, 'assessedAt', policy),
    level: checkOneOf(row.level, 'level', RISK_LEVELS),
    institution: institution === undefined ? undefined : checkText(institution, 'institution'),
    confirmed: checkBoolean(confirmed, 'confirmed'),
    definition: definition === undefined ? undefined : checkText(definition, 'definition'),
  };
}

function same(a: ReadAssessment, b: ReadAssessment): boolean {
  return (Object.keys(a) as (keyof ReadAssessment)[]).every((key) => a[key] === b[key]);
}

function conflict(row: number, id: string): BatchFailure {
  const path = at(at('history', row), 'id');
  const expected = 'the same facts as every other row with this id';
  return Object.freeze({
    row,
    issues: Object.freeze([makeIssue('duplicate-id', path, expected, id)]),
  });
}

function inOrder(rows: readonly ReadAssessment[]): readonly ReadAssessment[] {
  const untimed = new Set(rows.filter(({ time }) => time === null).map(({ date }) => date));
  return [...rows].sort((a, b) => {
    if (a.date !== b.date) return a.date < b.date ? -1 : 1;
    const clock = untimed.has(a.date) ? 0 : a.time! - b.time!;
    return clock || compareLevels(b.level, a.level) || (a.id < b.id ? -1 : 1);
  });
}
