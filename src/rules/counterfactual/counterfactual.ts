import type { PlainDate } from '../../dates/index.js';
import type { LocalisedText } from '../../evidence/index.js';
import type { RuleConstant } from '../condition.js';
import type { MissingFact } from '../decision.js';
import type { ValueLabels } from '../fact.js';
import type { DecisionStatus } from '../status.js';

/** What to look for. */
export interface CounterfactualOptions {
  /** The day whose rules and parameters count. */
  readonly asOf: PlainDate;
  /** Ids of rules that were set aside in this case. */
  readonly setAside?: readonly string[];
  /** How many counterfactuals are wanted. Default 5. */
  readonly most?: number;
  /** How many facts one counterfactual may change, from 1 to 5. Default 3. */
  readonly size?: number;
  /** How many decisions the search may make. Default 20,000. */
  readonly budget?: number;
}

/** What would turn a decision round. */
export type Counterfactuals =
  | {
      /** `none`: nothing that may be changed turns it round, as far as was `searched`. */
      readonly status: 'found' | 'none';
      readonly from: DecisionStatus;
      /** The fewest changes first, then the mildest result, then the smallest change. */
      readonly changes: readonly Counterfactual[];
      readonly searched: CounterfactualSearch;
    }
  | {
      /** Nobody can say what would turn round what is not known. */
      readonly status: 'missing-facts';
      readonly from: 'undetermined';
      readonly missing: readonly MissingFact[];
    };

/** Changes that together turn a decision round; no part of them does as much. */
export interface Counterfactual {
  /** By name, ascending. */
  readonly changes: readonly FactChangeProposal[];
  /** What the decision would be. */
  readonly becomes: DecisionStatus;
}

/** One fact or term that would have to be different. */
export interface FactChangeProposal {
  /** Name of the fact or the term. */
  readonly fact: string;
  readonly label: LocalisedText;
  /** Currency of an amount, or what a number counts. */
  readonly unit?: string;
  /** What the values of a text or a list, `was` and `value`, are called for people. */
  readonly valueLabels?: ValueLabels;
  /** The value that it has; absent if it has none. */
  readonly was?: RuleConstant | readonly string[];
  /**
   * `<=` and `>=`: from this value on, as far as it may be changed. `value` itself was decided with, and one step less does not
   * do. On a scale of more than 20 steps the values beyond were sampled.
   */
  readonly is: '=' | '<=' | '>=';
  readonly value: RuleConstant | readonly string[];
  /** The change as a request: `assess the client again first`. */
  readonly request?: LocalisedText;
}

/** How far was searched. */
export interface CounterfactualSearch {
  /** Names of what may be changed and can make a difference, ascending. */
  readonly facts: readonly string[];
  /** The most changes at once that were tried. */
  readonly size: number;
  /** How many decisions were made. */
  readonly decisions: number;
  /** Whether the search came to its end; false if the budget was used up. */
  readonly complete: boolean;
}
