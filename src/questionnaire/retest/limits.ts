import { addDays, addMonths, type PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { ReadAssessment } from './history.js';
import { type RetestLimit, ruleOn } from './policy.js';

/** How many assessments were made. */
export interface RetestUsage {
  readonly onDay: number;
  /** The most in any twelve months of which the day is one. */
  readonly inTwelveMonths: number;
}

/** A day with assessments, and the last day of the twelve months that begin with it. */
interface AssessedDay {
  readonly date: PlainDate;
  readonly through: PlainDate;
  readonly count: number;
}

/** Assessments counted by day, the earliest first. */
export type AssessedDays = readonly AssessedDay[];

/**
 * Counts assessments by day.
 *
 * A period in months does not count the day on which it begins and ends on the day of the same number, or
 * on the month's last day where there is none (Civil Code of China, articles 201 and 202). So an
 * assessment of 15 June is within twelve months of another up to and on 15 June of the next year, just as
 * long as it is valid.
 */
export function assessedDays(rows: readonly ReadAssessment[]): AssessedDays {
  const counts = new Map<PlainDate, number>();
  for (const { date } of rows) counts.set(date, (counts.get(date) ?? 0) + 1);
  return [...counts]
    .map(([date, count]) => ({ date, through: twelveMonthsFrom(date), count }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * How many assessments count on a day.
 *
 * Assessments dated later count too: where one is recorded late, it must not make a ninth of them.
 */
export function usageOn(days: AssessedDays, day: PlainDate): RetestUsage {
  const near = days.filter(({ through }) => day <= through);
  const starts = near.filter(({ date }) => date <= day);
  const inTwelveMonths = [...starts, { date: day, through: twelveMonthsFrom(day) }].map((start) =>
    total(near.filter(({ date }) => start.date <= date && date <= start.through)),
  );
  return {
    onDay: total(near.filter(({ date }) => date === day)),
    inTwelveMonths: Math.max(...inTwelveMonths),
  };
}

/** Why no more assessment may be made on a day; empty if one may. */
export function limitsReached(limit: RetestLimit, usage: RetestUsage): readonly Reason[] {
  const { perDay, perTwelveMonths, citation } = limit;
  const { onDay, inTwelveMonths } = usage;
  const reasons: Reason[] = [];
  if (onDay >= perDay) {
    const parameters = { used: onDay, limit: perDay };
    reasons.push(makeReason('questionnaire.retest-day-limit', 'block', parameters, [citation]));
  }
  if (inTwelveMonths >= perTwelveMonths) {
    const parameters = { used: inTwelveMonths, limit: perTwelveMonths };
    reasons.push(makeReason('questionnaire.retest-year-limit', 'block', parameters, [citation]));
  }
  return reasons;
}

/** The first day from `asOf` on, on which one more assessment may be made; `null` if no rule says so. */
export function nextAllowedOn(
  limits: readonly RetestLimit[],
  days: AssessedDays,
  asOf: PlainDate,
): PlainDate | null {
  // Only on these days can a refusal end: a day or twelve months are over, or another rule applies.
  const ends = days.flatMap(({ date, through }) => [addDays(date, 1), addDays(through, 1)]);
  const candidates = [asOf, ...ends, ...limits.map(({ from }) => from)].filter((on) => on >= asOf);
  const free = [...new Set(candidates)].sort().find((day) => {
    const limit = ruleOn(limits, day);
    return limit !== undefined && limitsReached(limit, usageOn(days, day)).length === 0;
  });
  return free ?? null;
}

function twelveMonthsFrom(day: PlainDate): PlainDate {
  return addMonths(day, 12);
}

function total(days: readonly { readonly count: number }[]): number {
  return days.reduce((sum, { count }) => sum + count, 0);
}
