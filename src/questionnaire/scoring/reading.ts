import type { ScoringPlan } from './plan.js';
import type { Answers, AnswerValue } from './result.js';

/** A form's answers as they were read, by item in the order of the form. */
export interface Reading {
  /** Index of the option or step; 0 for an answer of several parts; `NO_ANSWER` or `HIDDEN`. */
  readonly chosen: readonly number[];
  /** Weight × points × unit; where there is no answer, the fewest. */
  readonly points: readonly number[];
  readonly answers: Answers;
  /** Whether every item has an answer. */
  readonly complete: boolean;
}

/** The item was shown and not answered. */
export const NO_ANSWER = -1;

/** The item was not shown. */
export const HIDDEN = -2;

/** What a condition reads as the answer to an item; `undefined` where there is none, `null` where it is not shown. */
export function answerIn(
  { indexOf, columns }: ScoringPlan,
  { chosen, answers }: Reading,
  id: string,
  row?: string,
): number | readonly number[] | null | undefined {
  const index = indexOf.get(id)!;
  if (chosen[index]! < 0) return chosen[index] === HIDDEN ? null : undefined;
  if (columns.points[index]!.length > 0) return chosen[index];
  const given = answers[id] as AnswerValue;
  if (row !== undefined) return (given as Readonly<Record<string, number>>)[row]! + 0;
  return Array.isArray(given) ? given.map((option) => option + 0) : (given as number) + 0;
}

/** Weight × points of an item's answer; `undefined` where it was shown and not answered. */
export function pointsIn(
  { indexOf, unit }: ScoringPlan,
  reading: Reading,
  id: string,
): number | undefined {
  const index = indexOf.get(id)!;
  return reading.chosen[index] === NO_ANSWER ? undefined : reading.points[index]! / unit;
}
