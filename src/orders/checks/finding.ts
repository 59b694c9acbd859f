import { localisedText, type Reason } from '../../evidence/index.js';
import type { MissingFact } from '../../rules/index.js';

/** A reason with what takes it out of the way. */
export interface Finding {
  readonly reason: Reason;
  /**
   * `acknowledge`: the client's word on file, by the reason's code; `approve`: a second person's; absent: only other facts do, such as
   * the warning that a duty asks for, or a rule set aside by whoever may.
   */
  readonly release?: 'acknowledge' | 'approve';
  /** What would have to be known for an answer. */
  readonly missing?: readonly MissingFact[];
}

/** A finding that only other facts take away. */
export function fixed(reason: Reason): Finding {
  return { reason };
}

/** A finding that stands because past orders are not known. */
export function withoutHistory(reason: Reason): Finding {
  return { reason, missing: [HISTORY] };
}

const HISTORY: MissingFact = Object.freeze({
  fact: 'history',
  gap: 'absent',
  label: localisedText('以往委托', '過往指示', 'Past orders'),
});

/** A finding that the client may acknowledge. */
export function toAcknowledge(reason: Reason): Finding {
  return { reason, release: 'acknowledge' };
}
