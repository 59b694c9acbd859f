import type { Reason } from '../../evidence/index.js';
import type { Trigger } from '../policy/policy.js';

/** A trigger that makes an account worth trading today. */
export interface FiredTrigger {
  readonly kind: Trigger['kind'];
  /** What was measured and against what, one reason for each thing that is out. */
  readonly reasons: readonly Reason[];
}
