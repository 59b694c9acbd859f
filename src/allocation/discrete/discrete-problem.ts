import type { AllocationObjective, AllocationProblem } from '../problem.js';

/** A problem that discrete rules can be added to: one whose portfolios can be proved the best of them by branch and bound. */
export interface DiscreteProblem extends Omit<AllocationProblem, 'objective' | 'maxTrackingError'> {
  readonly objective: Extract<
    AllocationObjective,
    { readonly kind: 'utility' | 'minimum-variance' | 'target-return' }
  >;
  /** Not beside discrete rules. */
  readonly maxTrackingError?: never;
}
