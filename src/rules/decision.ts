import type { PlainDate } from '../dates/index.js';
import type { Citation, LocalisedText, Parameters, Reason, Severity } from '../evidence/index.js';
import type { RuleConstant, RuleRelation } from './condition.js';
import type { FactGap, ValueLabels } from './fact.js';
import type { OverridePermission } from './rule.js';
import type { DecisionStatus } from './status.js';

/** True, false, or unknown because something that was read is missing. */
export type Truth = boolean | 'unknown';

/**
 * Where a rule stands in a decision.
 *
 * - `fired`: it bites; for a duty: the duty is open.
 * - `satisfied`: the duty applies and is fulfilled.
 * - `unknown`: facts are missing.
 * - `excepted`: it would bite, but a more special rule does instead.
 * - `overridden`: it would bite, but was set aside in this case.
 * - `not-met`: its condition does not hold.
 * - `out-of-scope`: it does not apply here.
 */
export const RULE_STANDINGS = [
  'fired',
  'satisfied',
  'unknown',
  'excepted',
  'overridden',
  'not-met',
  'out-of-scope',
] as const;

/** Where a rule stands in a decision; see `RULE_STANDINGS`. */
export type RuleStanding = (typeof RULE_STANDINGS)[number];

/** A decision under a list of packs: plain, frozen, JSON-safe. */
export interface RuleDecision {
  readonly status: DecisionStatus;
  readonly asOf: PlainDate;
  /** Ids of the rules because of which the status is what it is, ascending; none for `allow`. */
  readonly deciding: readonly string[];
  /** The rules that matter, the hardest first, then by id; with `everything`, all that are in force. */
  readonly findings: readonly RuleVerdict[];
  /** Where every rule in force stands, by id. */
  readonly standings: Readonly<Record<string, RuleStanding>>;
  /**
   * For `undetermined`: facts with which the answer is certain, whatever values they turn out to have; otherwise none. None of them can
   * be left out, as far as comparisons that read different facts say nothing of each other. That there is none (`null`) is no value.
   */
  readonly missing: readonly MissingFact[];
  /** Duties that cannot both be fulfilled. Then nothing is allowed until somebody mends the packs. */
  readonly conflicts: readonly RuleConflict[];
  readonly packs: readonly PackReference[];
  /** Whether the texts of all rules in force in all packs, and of the parameters they read, were compared with the law. */
  readonly verified: boolean;
  /** What else the reader must know, such as a pack that has no rule in force on that day. */
  readonly notices: readonly Reason[];
}

/** A fact that is missing. */
export interface MissingFact {
  readonly fact: string;
  readonly gap: FactGap;
  readonly label: LocalisedText;
}

/** Two duties that cannot both be fulfilled. */
export interface RuleConflict {
  readonly rules: readonly [string, string];
  /** The fact of which one needs what the other forbids. */
  readonly fact: string;
}

/** A pack that took part. */
export interface PackReference {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the pack's canonical JSON. */
  readonly hash: string;
  /** Whether the texts of all its rules in force were compared with the law. */
  readonly verified: boolean;
}

/** What came of one rule. */
export interface RuleVerdict {
  readonly rule: string;
  readonly pack: string;
  readonly outcome: Severity;
  readonly standing: RuleStanding;
  /** The rule's text, with placeholders for the parameters. */
  readonly text: LocalisedText;
  /** The values that the text names, as far as they are known; `explain` writes that the others are unknown. */
  readonly parameters: Parameters;
  readonly citations: readonly Citation[];
  /** For `excepted`: ids of the rules that bite instead. */
  readonly exceptedBy?: readonly string[];
  /** Who may set it aside in this case, and with what; absent: nobody may. */
  readonly override?: OverridePermission;
  /** What was read, as a tree: scope, condition and, for a duty, what fulfils it. */
  readonly trace: RuleTrace;
}

/** The parts of a rule with their truth. */
export interface RuleTrace {
  readonly scope?: ConditionTrace;
  readonly when: ConditionTrace;
  readonly satisfiedBy?: ConditionTrace;
}

/** A condition with its truth and what it read. */
export type ConditionTrace =
  | {
      readonly kind: 'all' | 'any' | 'not';
      readonly truth: Truth;
      readonly parts: readonly ConditionTrace[];
    }
  | { readonly kind: 'holds' | 'none' | 'stale'; readonly truth: Truth; readonly value: ValueTrace }
  | {
      readonly kind: 'comparison';
      readonly truth: Truth;
      readonly left: ValueTrace;
      readonly is: RuleRelation;
      readonly right: ValueTrace;
    };

/** A value that was read, and from where. */
export interface ValueTrace {
  /** The value; absent if it is unknown. */
  readonly value?: RuleConstant | readonly RuleConstant[];
  /** Name of the fact or term. */
  readonly fact?: string;
  /** Name of the parameter, and where its value is written. */
  readonly parameter?: string;
  readonly citation?: Citation;
  readonly label?: LocalisedText;
  readonly unit?: string;
  /** What the value, or what a list holds, is called for people: that of the fact itself or, without one, of what it is compared with. */
  readonly valueLabels?: ValueLabels;
  /** Why it is unknown. */
  readonly gap?: FactGap;
  /** Where the fact comes from and since when it is known, as the caller said. */
  readonly source?: string;
  readonly observedOn?: PlainDate;
  /** For what was worked out: how, and from what. */
  readonly reckoning?: string;
  readonly of?: readonly ValueTrace[];
  /** For a term that is a condition. */
  readonly condition?: ConditionTrace;
}
