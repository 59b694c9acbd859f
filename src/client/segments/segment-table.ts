import type { Citation } from '../../evidence/index.js';
import type { Money } from '../../money/index.js';

/** What is known about someone under one name; `null` or absent if it is not known. */
export type SegmentFact = number | string | boolean | Money | null | undefined;

/** Facts by name: `{ age: 38, financialAssets: { currency: 'CNY', amount: '1282000.00' } }`. */
export type SegmentFacts = Readonly<Record<string, SegmentFact>>;

/**
 * A fact lies between bounds, all numbers or all amounts of one currency, at least one. `from` and `to` belong to the
 * range, `above` and `below` do not: `[600000, 6000000)` is `from` and `below`.
 */
export interface WithinBounds<T extends number | Money = number | Money> {
  readonly fact: string;
  readonly from?: T;
  readonly above?: T;
  readonly to?: T;
  readonly below?: T;
}

/** A fact is one of some texts. */
export interface IsOneOf {
  readonly fact: string;
  readonly oneOf: readonly string[];
}

/** A fact is true, or is false. */
export interface IsTrue {
  readonly fact: string;
  readonly is: boolean;
}

/** One thing that a rule asks of a fact. */
export type SegmentCondition = WithinBounds<number> | WithinBounds<Money> | IsOneOf | IsTrue;

/** A row of the table: who meets all conditions belongs to the segment; without conditions, everyone. */
export interface SegmentRule {
  readonly id: string;
  /** Several rules may lead to one segment. */
  readonly segment: string;
  readonly when: readonly SegmentCondition[];
  readonly citations?: readonly Citation[];
}

/** A rule table as data, its rules in the order in which they count. */
export interface SegmentTable {
  readonly id: string;
  readonly rules: readonly SegmentRule[];
  /** The segment of those whom no rule takes; without it they are `unassigned`. */
  readonly otherwise?: string;
}

/** A table, checked once and ready for millions of clients. */
export interface CompiledSegmentTable {
  /** The table as it was checked: a frozen copy. */
  readonly table: SegmentTable;
  /** What the facts that the rules read must be, by name. */
  readonly reads: Readonly<Record<string, SegmentFactKind>>;
}

/** What a fact must be to be compared: a number, a text, a boolean, or an amount in one currency. */
export type SegmentFactKind =
  | { readonly kind: 'number' }
  | { readonly kind: 'text' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'money'; readonly currency: string };
