import type { RuleCondition, RuleOperand } from '../../condition.js';
import type { Truth } from '../../decision.js';
import type { Surroundings } from '../../rulebook.js';
import type { Kind } from './vocabulary.js';

/** Something that is worked out for many rows at once; equal parts of rules share one. */
export interface Node {
  /** Its place in the plan; greater than those of the nodes from which it is worked out. */
  readonly id: number;
  /** What it is worked out from. */
  readonly from: readonly Node[];
}

/** A value of each row. */
export interface ValueNode extends Node {
  readonly kind: Kind;
  /** Whether it may be known to lie on one side of a bound only. */
  readonly bounded: boolean;
  readonly how: ValueSource;
}

/** How a value comes about. */
export type ValueSource =
  | { readonly op: 'fact'; readonly fact: string }
  /** Why a fact is unknown: see `GAP`. */
  | { readonly op: 'gap'; readonly fact: string }
  | { readonly op: 'constant'; readonly value: number }
  | { readonly op: 'truth'; readonly of: TruthRef }
  /** The value where it is known, otherwise unknown, whatever its bounds. */
  | { readonly op: 'whole'; readonly of: ValueNode }
  | { readonly op: Reckoning; readonly parts: readonly ValueNode[] };

/** What is worked out in columns; see `RuleReckoning`. */
export type Reckoning =
  | 'plus'
  | 'times'
  | 'minus'
  | 'over'
  | 'max'
  | 'min'
  | 'first'
  | 'years'
  | 'months'
  | 'days'
  | 'addMonths'
  | 'addDays';

/** The numbers of gaps in a column. A fact of which nobody said anything has none. */
export const GAP = { none: 1, stale: 2 } as const;

/** A truth value of each row. */
export interface TruthNode extends Node {
  readonly how: TruthSource;
}

/** A truth value or its opposite: turning it round costs nothing. */
export interface TruthRef {
  readonly node: TruthNode;
  readonly negated: boolean;
}

/** How a truth value comes about. */
export type TruthSource =
  | { readonly op: 'constant'; readonly truth: Truth }
  | { readonly op: 'all'; readonly parts: readonly TruthRef[] }
  | { readonly op: 'holds'; readonly value: ValueNode }
  | {
      readonly op: 'has-gap';
      readonly is: number;
      readonly gap: ValueNode;
      readonly value: ValueNode;
    }
  | { readonly op: 'above' | 'equal'; readonly left: ValueNode; readonly right: ValueNode }
  | { readonly op: 'one-of'; readonly value: ValueNode; readonly among: ReadonlySet<number> }
  | { readonly op: 'contains'; readonly list: ValueNode; readonly entry: ValueNode }
  | { readonly op: 'overlap'; readonly left: ValueNode; readonly right: ValueNode }
  | Asked;

/** What the scalar engine is asked for, row by row: where functions are called, and where kinds are not known beforehand. */
export interface Asked {
  readonly op: 'asked';
  readonly condition: RuleCondition;
  readonly around: Surroundings;
  readonly facts: readonly AskedFact[];
  /** What the engine might come to grief in: it may leave it aside for the truth and still work it out for the reasons. */
  readonly risky: readonly RuleOperand[];
}

/** A fact that the scalar engine may read. */
export interface AskedFact {
  readonly name: string;
  readonly value: ValueNode;
  readonly gap: ValueNode;
}
