import type { PlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { type PeriodLength, periodOf } from '../period/period.js';
import { type LabelledPeriod, readLabel } from './period-label.js';

/** A KPI's value in one period. */
export interface PeriodValue {
  /** The id of a calendar period, as `periodOf` gives it: `2026-03`, `2026-Q1`, `2026-W09`, …; of one length in all rows. */
  readonly period: string;
  /** Of size at most 1e100; null where the period has no value, or an `insufficient` one: a gap, never 0. */
  readonly value: number | null;
}

/** One period in its place in time. */
export interface Slot {
  readonly period: string;
  /** Null is a gap. */
  readonly value: number | null;
  /** What the value is made of: `count` cases out of, or for, `size`; a bare value stands for itself, 1 for 1. */
  readonly count: number;
  readonly size: number;
}

/** What a row says, apart from its period. */
export type SlotContent = Omit<Slot, 'period'>;

/** Periods in the order of time, with a slot for each one that is missing between. */
export interface Series {
  readonly length: PeriodLength;
  readonly slots: readonly Slot[];
}

/** A period that has no value. */
export const GAP: SlotContent = Object.freeze({ value: null, count: 0, size: 0 });

/** The most periods, those without a row included. */
const MAX_PERIODS = 2000;

/** The largest count of a period, so that sums of counts stay exact. */
export const LARGEST_COUNT = 1e12;

/**
 * Puts rows in the order of time, whatever order they came in. Years to weeks between two rows that have none of
 * their own become gaps; days do not, since a service may be closed on some.
 */
export function readSeries(
  rows: unknown,
  path: string,
  readContent: (row: Readonly<Record<string, unknown>>, path: string) => SlotContent,
): Series {
  const given = checkList<unknown>(rows, path, { minLength: 1, maxLength: MAX_PERIODS });
  const found = new Map<PlainDate, LabelledPeriod & Slot>();
  let length: PeriodLength | undefined;
  given.forEach((entry, index) => {
    const rowPath = at(path, index);
    const row = checkObject(entry, rowPath);
    const period = checkText(row.period, at(rowPath, 'period'));
    const label = readLabel(period, at(rowPath, 'period'));
    length ??= label.length;
    refuseClash(label, length, found, at(rowPath, 'period'));
    found.set(label.from, { ...label, period, ...readContent(row, rowPath) });
  });
  const slots = inOrder([...found.values()], path);
  return { length: length as PeriodLength, slots };
}

/** What a value can be. */
export interface ValueRange {
  readonly min: number;
  readonly max: number;
}

/** The largest size of a value, so that no sum or difference leaves the range of a double. */
const LARGEST = 1e100;

/** The range of a value of which nothing is known. */
export const ANY_VALUE: ValueRange = Object.freeze({ min: -LARGEST, max: LARGEST });

/** Reads a row that has a bare value. */
export function readValueRow(
  row: Readonly<Record<string, unknown>>,
  path: string,
  range: ValueRange = ANY_VALUE,
): SlotContent {
  if (row.value === null) return GAP;
  const value = checkRange(row.value, at(path, 'value'), range);
  return { value, count: value, size: 1 };
}

/** Checks a number that is computed with: finite, and not so large that a sum could leave the range. */
export function checkMeasure(value: unknown, path: string): number {
  return checkRange(value, path, ANY_VALUE);
}

function refuseClash(
  { id, from, length: own }: LabelledPeriod,
  length: PeriodLength,
  found: ReadonlyMap<PlainDate, unknown>,
  path: string,
): void {
  if (own !== length) {
    throw new AptfolioError('inconsistent', path, `a ${length}, as in the first row`, id);
  }
  if (found.has(from))
    throw new AptfolioError('duplicate-id', path, 'a period not used before', id);
}

function inOrder(rows: readonly (LabelledPeriod & Slot)[], path: string): Slot[] {
  const slots: Slot[] = [];
  let last: LabelledPeriod | undefined;
  for (const row of [...rows].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (last !== undefined && row.length !== 'day') {
      slots.push(...gapsBetween(last, row, MAX_PERIODS - slots.length));
    }
    if (slots.length >= MAX_PERIODS) {
      throw new AptfolioError(
        'too-long',
        path,
        `at most ${MAX_PERIODS} periods from first to last`,
      );
    }
    const { period, value, count, size } = row;
    slots.push({ period, value, count, size });
    last = row;
  }
  return slots;
}

/** A gap for each period between two, at most so many. */
function gapsBetween(before: LabelledPeriod, after: LabelledPeriod, most: number): Slot[] {
  const gaps: Slot[] = [];
  for (let day = before.to; day < after.from && gaps.length < most; ) {
    const { id, to } = periodOf(day, after.length);
    gaps.push({ period: id, ...GAP });
    day = to;
  }
  return gaps;
}
