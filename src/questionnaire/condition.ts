/**
 * Something that holds, does not hold, or cannot be known because what it reads is missing. Plain data,
 * in three truth values (Kleene): a part that cannot be known decides nothing by itself.
 */
export type Condition = AllOf | AnyOf | NotSo | Comparison;

/** Holds if every part holds; at least one. */
export interface AllOf {
  readonly all: readonly Condition[];
}

/** Holds if one part holds; at least one. */
export interface AnyOf {
  readonly any: readonly Condition[];
}

/** Holds if the other does not. */
export interface NotSo {
  readonly not: Condition;
}

/**
 * Compares two values, or looks for one among several. No comparison with the answer to an item that is not shown
 * holds, not even `!=`.
 */
export interface Comparison {
  readonly left: Operand;
  readonly is: Relation;
  /** A list for `in`, a number for `includes`. */
  readonly right: Operand | readonly Plain[];
}

/**
 * How two values are compared. Order is for numbers and for texts of dates; `in` finds the left among the
 * right; `includes` finds the option on the right among those chosen on the left.
 */
export const RELATIONS = ['<', '<=', '=', '!=', '>=', '>', 'in', 'includes'] as const;

/** How two values are compared; see `RELATIONS`. */
export type Relation = (typeof RELATIONS)[number];

/** A value that stands in the definition or among the facts. */
export type Plain = number | string | boolean;

/** What a condition reads. */
export type Operand =
  | Plain
  /** The answer: the option's index, the number given, or the options chosen, for `includes`; of a matrix, in one row. */
  | { readonly answer: string; readonly row?: string }
  /** Weight × points that the answer to an item brought. */
  | { readonly points: string }
  /** The score of a dimension, or `overall`. */
  | { readonly score: string }
  /** Number of the level, 1 to 5, of a dimension's band, of `overall`, or the `level` itself before the controls. */
  | { readonly band: string }
  /** What is known from elsewhere, handed over with the answers: `age`. */
  | { readonly fact: string }
  /** What the way of answering shows. */
  | { readonly measure: Measure; readonly items?: readonly string[] }
  | Lookup
  | Reckoning;

/** The entry of a list at an index that is read, from 0: an option's lower bound of income. */
export interface Lookup {
  readonly lookup: readonly Plain[];
  readonly by: Operand;
}

/** Two numbers put together; the result is rounded to nine digits after the point, as scores are. */
export type Reckoning =
  | { readonly plus: readonly [Operand, Operand] }
  /** The first less the second. */
  | { readonly minus: readonly [Operand, Operand] }
  | { readonly times: readonly [Operand, Operand] };

/**
 * What the way of answering shows.
 *
 * - `same-option-share`: the largest part of the single-choice answers that are at the same position, decimal
 *   fraction; a straight line down the form is 1.
 * - `seconds-per-item`: time taken / items shown.
 * - `changed-answers`: how many answers differ from the last time, among `items`.
 * - `levels-above-previous`: the level before the controls less the level of the last time, in levels.
 */
export const MEASURES = [
  'same-option-share',
  'seconds-per-item',
  'changed-answers',
  'levels-above-previous',
] as const;

/** What the way of answering shows; see `MEASURES`. */
export type Measure = (typeof MEASURES)[number];
