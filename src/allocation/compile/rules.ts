/** The kinds of rule that results speak of. */
export type RuleKind =
  | 'min'
  | 'max'
  | 'frozen'
  | 'group-min'
  | 'group-max'
  | 'rule-min'
  | 'rule-max'
  | 'relative-min'
  | 'relative-max'
  | 'short'
  | 'leverage'
  | 'turnover'
  | 'tracking-error'
  | 'target-return'
  | 'target-volatility'
  | 'budget'
  | 'budget-min'
  | 'budget-max';

/** Where in the program a rule stands: a bound of a variable, or a limit of a row. */
export interface RulePlace {
  readonly of: 'variable' | 'row';
  readonly index: number;
  readonly side: 'lower' | 'upper' | 'both';
}

/**
 * One rule of a problem, as results name it: `max:GOLD`, `group-max:equity`, `turnover`, `budget`.
 */
export interface Rule {
  readonly name: string;
  readonly kind: RuleKind;
  /** The asset, group or rule that is meant; empty for the rules on the whole portfolio. */
  readonly subject: string;
  /** The bound as it was stated. */
  readonly bound: number;
  /** Whether the caller stated it, or it is a default. */
  readonly stated: boolean;
  readonly place: RulePlace;
  /** What one unit of the limit in the program is in units of the bound; 1 but for returns and turnover. */
  readonly unit: number;
  /** Of a relative rule, the places of the assets that it is measured against: a unit of the bound is what they hold. */
  readonly of?: readonly number[];
  /** Rules of the least priority give way first; a hard one never does. */
  readonly priority: number | 'hard';
}

/** A rule before its priority is known. */
export type RuleDraft = Omit<Rule, 'priority'>;

/** A row of the program that grows while rules are written: a coefficient for each variable, and limits. */
export interface RowDraft {
  readonly coefficients: Float64Array;
  readonly lower: number;
  readonly upper: number;
}
