import type { PlainDate } from '../dates/index.js';
import type { Reason } from '../evidence/index.js';
import type { DecisionStatus, RuleDecision, RuleFacts } from '../rules/index.js';
import type { Override } from './override.js';

/** Whether something is suitable, and why: plain, frozen, JSON-safe. */
export interface SuitabilityAssessment {
  /** What it comes to: the strictest of what was considered. */
  readonly status: DecisionStatus;
  readonly asOf: PlainDate;
  /** The facts by their whole names, with what was derived from them. */
  readonly facts: RuleFacts;
  /** The decision; where it is unknown which law applies, the strictest of all. */
  readonly decision: RuleDecision;
  /** What was decided for each law that may apply; one where it is certain. */
  readonly considered: readonly ConsideredCase[];
  /** What was set aside, in order. */
  readonly overrides: readonly Override[];
  readonly notices: readonly Reason[];
}

/** A decision under one assumption on what is unknown. */
export interface ConsideredCase {
  /** The facts that were assumed: `{ 'product.regime': 'csrc' }`; none where nothing had to be. */
  readonly assumed: Readonly<Record<string, string>>;
  /** That of the decision; at least `undetermined` if no pack is at hand for the law that is assumed. */
  readonly status: DecisionStatus;
  readonly decision: RuleDecision;
}
