import type { PlainDate } from '../dates/index.js';
import type { Citation, LocalisedText, Messages, Severity } from '../evidence/index.js';
import type { RuleCondition, RuleConstant, RuleOperand } from './condition.js';
import type { FactChange, FactDeclaration, FactType, RuleFacts } from './fact.js';
import type { InForce, Rule } from './rule.js';
import type { DecisionStatus } from './status.js';

/** A set of rules that belong together, as data: a JSON file fits. */
export interface RulePack {
  /** Stable for ever: `cn-nfra`. */
  readonly id: string;
  /** Changes whenever anything in the pack does: `2026.1`. */
  readonly version: string;
  readonly title: LocalisedText;
  /** `law` for what a legislator or a regulator says, `policy` for what a bank adds. */
  readonly kind: 'law' | 'policy';
  /** ISO 3166-1 code of the country, or `EU`; absent for a policy that holds everywhere. */
  readonly jurisdiction?: string;
  /** On which days this pack can be asked. */
  readonly inForce: InForce;
  /** Every fact that a rule or a term reads, by name. */
  readonly facts: Readonly<Record<string, FactDeclaration>>;
  /** Values with a name that are worked out from facts: the age, the higher of two ratings. No cycles. */
  readonly terms?: Readonly<Record<string, Term>>;
  /** Numbers of the law or the policy, each with its history. */
  readonly parameters?: Readonly<Record<string, DatedParameter>>;
  readonly rules: readonly Rule[];
  /** The texts of the rules. */
  readonly messages: Messages;
  /** Cases whose right answer somebody worked out by hand; `checkCases` runs them. */
  readonly cases?: readonly GoldenCase[];
  /** How long what was decided must be kept. */
  readonly retention?: readonly RetentionRule[];
  /**
   * For facts that decide which law applies: the values that the fact can have where it is not given. Who assesses takes all of
   * them and the strictest answer.
   */
  readonly candidates?: Readonly<Record<string, Candidates>>;
  /**
   * By a fact that decides which law applies: the values for which this pack says whether something may be done. A case with
   * another value needs another pack, and is no yes without it.
   */
  readonly covers?: Readonly<Record<string, readonly string[]>>;
  /** For a policy: what it makes stricter in other packs. It can loosen nothing. */
  readonly tightens?: Readonly<Record<string, Tightening>>;
}

/** A value with a name. */
export type Term =
  | {
      readonly label: LocalisedText;
      readonly type: FactType;
      readonly value: RuleOperand;
      /** How the value can be changed as a whole, whatever it is worked out from: another product has another rating. */
      readonly change?: FactChange;
    }
  /** True, false or unknown as the condition is. */
  | {
      readonly label: LocalisedText;
      readonly when: RuleCondition;
      readonly change?: FactChange;
    };

/** A number, text or list of the law, with its history. */
export interface DatedParameter {
  readonly label: LocalisedText;
  /** What it counts: `months`, `CNY`, `fraction`. */
  readonly unit?: string;
  /** Which value is the stricter one; absent: neither, and no policy may change it. */
  readonly stricter?: 'lower' | 'higher';
  /** Ascending, without overlaps. Between two entries, and before the first, it is unknown. */
  readonly history: readonly ParameterValue[];
}

/** What a parameter was from a day on. */
export interface ParameterValue extends InForce {
  readonly value: RuleConstant | readonly RuleConstant[];
  readonly citation: Citation;
}

/** What a policy makes stricter in another pack. */
export interface Tightening {
  /** By parameter: its values from then on; none may be less strict than the law's on the same day. */
  readonly parameters?: Readonly<Record<string, readonly ParameterValue[]>>;
  /** By rule: a harder outcome. */
  readonly outcomes?: Readonly<Record<string, Severity>>;
  /** Ids of rules that nobody may set aside here, whatever the law allows. */
  readonly noOverride?: readonly string[];
}

/** A case whose right answer somebody worked out by hand. */
export interface GoldenCase {
  readonly id: string;
  readonly asOf: PlainDate;
  readonly facts: RuleFacts;
  readonly expect: {
    readonly status: DecisionStatus;
    /** Ids of the rules that decide; absent: not checked. */
    readonly deciding?: readonly string[];
  };
  /** Why that is the right answer. */
  readonly why: string;
}

/** The values that a fact can have, as far as another fact tells. */
export interface Candidates {
  /** The fact that tells: `product.issuerKind`. */
  readonly by: string;
  /** For each of its values, the values that the fact can then have; one where it is certain. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** What the fact can be where nothing tells. */
  readonly otherwise: readonly string[];
  /** Facts that are meant under the law in question, such as the client's category; they say nothing while it is open. */
  readonly relative?: readonly string[];
  readonly citation: Citation;
}

/** How long what was decided must be kept. */
export interface RetentionRule {
  readonly id: string;
  readonly inForce: InForce;
  readonly years: number;
  /** From which day the years are counted. */
  readonly after: 'decision' | 'relationship-end';
  /** To what it applies; absent: to every decision in which the pack takes part. */
  readonly scope?: RuleCondition;
  readonly citations: readonly Citation[];
}
