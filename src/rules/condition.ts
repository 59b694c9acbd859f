/**
 * Something that holds, does not hold, or cannot be known because what it reads is missing. Plain data, in three truth
 * values (Kleene): a part that cannot be known decides nothing by itself.
 *
 * That a fact is merely absent can not be asked: whoever supplies it later must never turn a decided answer round.
 */
export type RuleCondition =
  /** Holds if every part holds; at least one. */
  | { readonly all: readonly RuleCondition[] }
  /** Holds if one part holds; at least one. */
  | { readonly any: readonly RuleCondition[] }
  /** Holds if the other does not. */
  | { readonly not: RuleCondition }
  /** Holds if a boolean fact or term is true. */
  | { readonly holds: string }
  /** Holds if the fact was looked for and there is none (`null`); unknown while nobody has looked. */
  | { readonly none: string }
  /** Holds if the fact is known but older than its pack allows. */
  | { readonly stale: string }
  | RuleComparison;

/** Compares two values. */
export interface RuleComparison {
  readonly left: RuleOperand;
  readonly is: RuleRelation;
  /** A list of constants for `in` and `overlaps`. */
  readonly right: RuleOperand | readonly RuleConstant[];
}

/**
 * How two values are compared. Order is for numbers and dates; `in` finds the left in the list on the right; `includes`
 * finds the right in the list on the left; `overlaps` finds anything that both lists have.
 */
export const RULE_RELATIONS = [
  '<',
  '<=',
  '=',
  '!=',
  '>=',
  '>',
  'in',
  'includes',
  'overlaps',
] as const;

/** How two values are compared; see `RULE_RELATIONS`. */
export type RuleRelation = (typeof RULE_RELATIONS)[number];

/** A value that stands in a rule. A text in the form of a date is a date where a date is expected. */
export type RuleConstant = number | string | boolean;

/** What a condition reads. */
export type RuleOperand =
  | RuleConstant
  /** A fact, a term of the pack, or `asOf`, the day of the decision. */
  | { readonly fact: string }
  /** The value that a parameter of the pack has on the day of the decision. */
  | { readonly parameter: string }
  | RuleReckoning;

/**
 * Values put together. Numbers are rounded to nine digits after the point (fewer where a double holds no more), so that
 * 0.1 + 0.2 is 0.3. A part that is unknown makes the whole unknown, but `max` and `min` still know on which side they lie, and
 * `first` takes the next part.
 */
export type RuleReckoning =
  | { readonly plus: readonly RuleOperand[] }
  /** The first less the second. */
  | { readonly minus: readonly [RuleOperand, RuleOperand] }
  | { readonly times: readonly RuleOperand[] }
  /** The first divided by the second; unknown if the second is 0. */
  | { readonly over: readonly [RuleOperand, RuleOperand] }
  | { readonly max: readonly RuleOperand[] }
  | { readonly min: readonly RuleOperand[] }
  /**
   * The first part that is known: for different ways to know one thing. Whoever supplies an earlier part supplies the same thing again,
   * or contradicts it. A constant at the end is a default, which lint reports.
   */
  | { readonly first: readonly RuleOperand[] }
  /** Completed years, months or days from the first date to the second; the anniversary itself counts. */
  | { readonly years: readonly [RuleOperand, RuleOperand] }
  | { readonly months: readonly [RuleOperand, RuleOperand] }
  | { readonly days: readonly [RuleOperand, RuleOperand] }
  /** The date a number of months later, clamped to the month's end; of days later. */
  | { readonly addMonths: readonly [RuleOperand, RuleOperand] }
  | { readonly addDays: readonly [RuleOperand, RuleOperand] }
  /** A named pure function that is handed over when the pack is compiled: only where data cannot say it. */
  | { readonly call: string; readonly with: readonly RuleOperand[] };
