import type { DecisionStatus } from '../status.js';
import { isBarred, isPermitted, type Verdict } from './trials.js';

/** To which side a decision is to be turned. */
export interface Goal {
  readonly isReached: (verdict: Verdict) => boolean;
  /** The rules that stand against it, each of which must be turned; none where any one rule that turns is enough. */
  readonly obstacles: (verdict: Verdict) => readonly number[];
  /** Whether one rule that turns is enough. */
  readonly byOneRule: boolean;
}

/** Nothing stands against it any more. */
const PERMIT: Goal = {
  isReached: ({ status }) => isPermitted(status),
  obstacles: ({ stopping }) => stopping,
  byOneRule: false,
};

/** It is no longer forbidden, even if a duty is open or a person must decide. */
const UNBAR: Goal = {
  isReached: ({ status }) => !isBarred(status),
  obstacles: ({ barring }) => barring,
  byOneRule: false,
};

/** It is stopped. */
const STOP: Goal = {
  isReached: ({ status }) => !isPermitted(status),
  obstacles: () => [],
  byOneRule: true,
};

/** The sides to which a decision can be turned. */
export function goalsFrom(status: DecisionStatus): readonly Goal[] {
  if (isPermitted(status)) return [STOP];
  return status === 'block' ? [PERMIT, UNBAR] : [PERMIT];
}
