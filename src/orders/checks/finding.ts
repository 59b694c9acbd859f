import type { Reason } from '../../evidence/index.js';

/** A reason with what takes it out of the way. */
export interface Finding {
  readonly reason: Reason;
  /**
   * `acknowledge`: the client's word on file, by the reason's code; `approve`: a second person's; absent: only other facts do, such as
   * the warning that a duty asks for, or a rule set aside by whoever may.
   */
  readonly release?: 'acknowledge' | 'approve';
}

/** A finding that only other facts take away. */
export function fixed(reason: Reason): Finding {
  return { reason };
}

/** A finding that the client may acknowledge. */
export function toAcknowledge(reason: Reason): Finding {
  return { reason, release: 'acknowledge' };
}
