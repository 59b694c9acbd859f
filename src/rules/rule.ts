import type { PlainDate } from '../dates/index.js';
import type { Citation, Severity } from '../evidence/index.js';
import type { RuleCondition } from './condition.js';

/** From which day, and to which, something applies; `to` is the first day on which it no longer does. */
export interface InForce {
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

/** One rule as data, in the words of a regulator: to what it applies, when it bites, what follows, and where it is written. */
export interface Rule {
  /** Stable for ever: `CN-NFRA-12`. Unique among all packs that are used together. */
  readonly id: string;
  /** Where it is written; at least one for a rule of law. */
  readonly citations: readonly Citation[];
  readonly inForce: InForce;
  /** To what the rule applies at all; absent: to everything. */
  readonly scope?: RuleCondition;
  /** When it bites. */
  readonly when: RuleCondition;
  /**
   * What follows: `block` stops; `require` asks for what `satisfiedBy` says first; `refer` hands it to a person; `warn` and
   * `info` let it pass.
   */
  readonly outcome: Severity;
  /** For `require` alone: what fulfils the duty. While it is not known to hold, the duty is open. Absent: it stays open. */
  readonly satisfiedBy?: RuleCondition;
  /**
   * What it does when its condition is unknown: the decision is `undetermined` (default for `block`, `require` and `refer`; the
   * only one for `block` beside `bite`); it bites as if it held, a duty until it is fulfilled; or nothing (`ignore`, default for `warn` and `info`, and for them alone).
   */
  readonly whenUnknown?: 'undetermined' | 'bite' | 'ignore';
  /** Ids of rules of the same pack that do not bite where this one does: the special case before the general one. No cycles. */
  readonly exceptionTo?: readonly string[];
  /** Who may set the rule aside in a single case, and with what; absent: nobody may. */
  readonly override?: OverridePermission;
  /** Key of its text in the pack's messages. Default: its id. The text may name facts and parameters: `{product.risk}`. */
  readonly message?: string;
}

/** Under which conditions a rule may be set aside in a single case. */
export interface OverridePermission {
  /** Roles of which one is needed: `branch-manager`. At least one. */
  readonly roles: readonly string[];
  /** Names of what must be on file: `client-wish`, `warning-shown`. */
  readonly evidence: readonly string[];
  /** Whether a second person must agree. */
  readonly fourEyes: boolean;
}
