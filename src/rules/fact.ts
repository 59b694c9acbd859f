import type { PlainDate } from '../dates/index.js';
import type { LocalisedText, MoneyParameter } from '../evidence/index.js';
import type { RuleCondition } from './condition.js';

/**
 * What kind of value a fact has. An `amount` is a plain number, or an amount of money, in the fact's currency; a `list` is a
 * list of texts.
 */
export const FACT_TYPES = ['number', 'amount', 'text', 'boolean', 'date', 'list'] as const;

/** What kind of value a fact has; see `FACT_TYPES`. */
export type FactType = (typeof FACT_TYPES)[number];

/** What a pack says about a fact that its rules read. */
export interface FactDeclaration {
  readonly type: FactType;
  /** The fact's name for people: `product risk level`. */
  readonly label: LocalisedText;
  /** Currency of an `amount`; a word for what a number counts: `years`, `fraction`. */
  readonly unit?: string;
  /** The values that a text, or an entry of a list, may have; absent: any. */
  readonly values?: readonly string[];
  /** By value, what it is called for people: `natural person` for `natural`; as good as `label`, no part of what the fact means. */
  readonly valueLabels?: ValueLabels;
  /** The least and the greatest value that a number or an amount may have, inclusive. */
  readonly min?: number;
  readonly max?: number;
  /** Whether only whole numbers may be given. */
  readonly whole?: boolean;
  /**
   * How many whole months after `observedOn` the value still counts; older ones are stale, which is unknown. Where a value comes
   * without `observedOn` the caller vouches for it.
   */
  readonly maxAgeMonths?: number;
  /** What holds where the caller says nothing. Only for what is asked, never for what is known of a client or a product. */
  readonly default?: RuleDefault;
  /** Whether the value tells something of a person, so that a record may keep a salted digest instead. */
  readonly personal?: boolean;
  /** In which direction the client runs more risk; a rule that turns lenient in this direction is a fault that lint finds. */
  readonly riskier?: 'higher' | 'lower';
  /** How the fact can be changed, so that counterfactuals may propose it; absent: it is as it is. */
  readonly change?: FactChange;
}

/** What the values of a text or a list are called for people. */
export type ValueLabels = Readonly<Record<string, LocalisedText>>;

/** A default is no default for what must be known. */
export type RuleDefault = number | string | boolean;

/** The values that a counterfactual may propose for a fact. */
export interface FactChange {
  /** What changing it means, as a request: `assess the client again first`. Default: the value that it would have. */
  readonly label?: LocalisedText;
  /** Only where this certainly holds can it be changed: no assessment can be made again once the limit is reached. */
  readonly possibleIf?: RuleCondition;
  /** For numbers and amounts: which way it may go, how fine the steps are (default 1), and how far. */
  readonly direction?: 'lower' | 'higher' | 'either';
  readonly step?: number;
  readonly from?: number;
  readonly to?: number;
  /** For everything else: the values to try; `asOf` stands for the day of the decision. Default for a boolean: the other value. */
  readonly values?: readonly (RuleDefault | readonly string[])[];
}

/** A value as it is known. `null`: it was looked for, and there is none (never assessed, not disclosed). */
export type FactValue = number | string | boolean | null | readonly string[] | MoneyParameter;

/** A value with where it comes from and since when it is known. */
export interface SourcedFact {
  readonly value: FactValue;
  /** Where it was read: `core banking`, `questionnaire 2026-01-10`. */
  readonly source?: string;
  /** The day on which it was observed. */
  readonly observedOn?: PlainDate;
}

/** What is known, by name: `{ 'client.riskLevel': 3 }`. What is not named is absent, which is not the same as `null`. */
export type RuleFacts = Readonly<Record<string, FactValue | SourcedFact>>;

/** Why a value cannot be had: nobody gave it; it was looked for and there is none; it is too old. */
export const FACT_GAPS = ['absent', 'none', 'stale'] as const;

/** Why a value cannot be had; see `FACT_GAPS`. */
export type FactGap = (typeof FACT_GAPS)[number];
