/**
 * Dates as numbers, 20260302 for 2 March 2026, which compare as the dates do. Everything here agrees with the room `dates`; where
 * that one throws, as beyond the year 9999, the answer is `NaN`.
 */

import type { PlainDate } from '../../../dates/index.js';

const HYPHEN = 45;
const ZERO = 48;

/** The number of a date; `NaN` for a text that is no date that exists. */
export function packDate(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) {
    return Number.NaN;
  }
  const century = twoDigits(text, 0);
  const years = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if ((century | years | month | day) < 0) return Number.NaN;
  const year = 100 * century + years;
  if (year === 0 || month === 0 || month > 12 || day === 0) return Number.NaN;
  return day <= 28 || day <= lengthOfMonth(year, month) ? packed(year, month, day) : Number.NaN;
}

/** Below 0 where something else than digits stands. */
function twoDigits(text: string, start: number): number {
  const tens = text.charCodeAt(start) - ZERO;
  const ones = text.charCodeAt(start + 1) - ZERO;
  return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : 10 * tens + ones;
}

/** The date of a number. */
export function unpackDate(date: number): PlainDate {
  const digits = String(date).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as PlainDate;
}

/** Completed years, towards zero; see `yearsBetween` of `dates`. */
export function packedYears(start: number, end: number): number {
  return Math.trunc(packedMonths(start, end) / 12) + 0;
}

/** Completed months, towards zero; see `monthsBetween` of `dates`. */
export function packedMonths(start: number, end: number): number {
  return end < start ? 0 - monthsForward(end, start) : monthsForward(start, end);
}

function monthsForward(start: number, end: number): number {
  const months = monthIndex(end) - monthIndex(start);
  const day = dayOf(end);
  if (day >= dayOf(start)) return months;
  // Where the month has no such day, its last day will do.
  return day === lengthOfMonth(yearOf(end), monthOf(end)) ? months : months - 1;
}

/** Days from the first date to the second. */
export function packedDays(start: number, end: number): number {
  return dayNumber(end) - dayNumber(start);
}

/** The date a number of months later, clamped to the month's end. */
export function addPackedMonths(date: number, months: number): number {
  const index = monthIndex(date) + months;
  if (!Number.isSafeInteger(months) || index < FIRST_MONTH || index > LAST_MONTH) return Number.NaN;
  const year = Math.floor(index / 12);
  const month = index - 12 * year + 1;
  const [day, length] = [dayOf(date), lengthOfMonth(year, month)];
  return packed(year, month, day < length ? day : length);
}

/** The date a number of days later. */
export function addPackedDays(date: number, days: number): number {
  const number = dayNumber(date) + days;
  if (!Number.isSafeInteger(days) || number < FIRST_DAY || number > LAST_DAY) return Number.NaN;
  return ofDayNumber(number);
}

function packed(year: number, month: number, day: number): number {
  return 10_000 * year + 100 * month + day;
}

function yearOf(date: number): number {
  return ((date | 0) / 10_000) | 0;
}

function monthOf(date: number): number {
  return (((date | 0) / 100) | 0) % 100;
}

function dayOf(date: number): number {
  return (date | 0) % 100;
}

/** Months since January of the year 0. */
function monthIndex(date: number): number {
  return 12 * yearOf(date) + monthOf(date) - 1;
}

const FIRST_MONTH = 12;
const LAST_MONTH: number = 12 * 9999 + 11;

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const ERA_DAYS = 146_097;
/** From 0000-03-01, where the count of `dayNumber` would begin, to 1970-01-01. */
const EPOCH = 719_468;

/** 0001-01-01 and 9999-12-31 in days since 1970-01-01. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/**
 * Days since 1970-01-01. Years begin in March here, so that the leap day is the last one.
 *
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil and civil_from_days.
 */
function dayNumber(date: number): number {
  const month = monthOf(date);
  const year = month <= 2 ? yearOf(date) - 1 : yearOf(date);
  const era = (year / 400) | 0;
  const yearOfEra = year - 400 * era;
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + dayOf(date) - 1;
  const leapDays = ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0);
  return ERA_DAYS * era + 365 * yearOfEra + leapDays + dayOfYear - EPOCH;
}

function ofDayNumber(number: number): number {
  const shifted = number + EPOCH;
  const era = (shifted / ERA_DAYS) | 0;
  const dayOfEra = shifted - ERA_DAYS * era;
  const leapDays = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0);
  const yearOfEra = ((dayOfEra - leapDays) / 365) | 0;
  const before = 365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0);
  const dayOfYear = dayOfEra - before;
  const fromMarch = ((5 * dayOfYear + 2) / 153) | 0;
  const day = dayOfYear - (((153 * fromMarch + 2) / 5) | 0) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return packed(400 * era + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}
