import type { DealingDesk } from '../../products/index.js';
import { ratio } from '../account/exact.js';
import { findNearest, goalOf } from '../reach/allowed.js';
import type { CapRow } from '../reach/caps.js';
import type { Limits } from '../reach/limits.js';
import type { Occasion } from '../reach/situation.js';
import { weightsOf } from '../reach/weights-of.js';
import { type Asked, withinJointLimits } from './joint-limits.js';
import type { Pool } from './pool.js';
import { pooledLimits, pooledOccasion } from './pooled-occasion.js';
import type { PosedProblem } from './pose-problem.js';
import { reachedTargets } from './reached-targets.js';
import type { ReadShareAccount } from './read-household.js';
import { splitTarget } from './split-target.js';

/** Money that is to be raised from all accounts together. */
export interface Raise {
  /** What may be kept of each product in each account; `whole` is what is left once all is paid. */
  readonly problem: PosedProblem;
  /** What stays invested: what is held less what must be sold. */
  readonly invested: bigint;
}

/**
 * What all accounts together keep where money is only raised: what `rebalance` would keep of an account that holds everything, as far as each account can
 * carry its part of it.
 *
 * @param pose what is to be shared out with so much kept.
 */
export function keptTogether<T extends Asked>(
  { problem, invested }: Raise,
  accounts: readonly ReadShareAccount[],
  { pool, desk }: { readonly pool: Pool; readonly desk: DealingDesk },
  pose: (kept: PosedProblem) => T,
): T {
  const { whole, lines, weights } = problem;
  if (whole <= 0n || invested <= 0n) {
    return pose({ ...problem, targets: lines.map(() => 0n) });
  }
  const targets = splitTarget(invested, weights);
  const occasion: Occasion = {
    ...pooledOccasion(problem, accounts, pool, desk, {}),
    task: 'raise',
  };
  const { account, aim, caps } = occasion;
  const { holdings } = account;
  const limits: Limits = {
    ...pooledLimits(problem, pool, problem.cells),
    high: holdings.map(({ value }) => value),
    raisesOnly: true,
  };
  const wanted = {
    products: weightsOf(holdings, ({ target }) => target),
    classes: aim.classes,
    sum: ratio(invested, whole),
  };
  const come = (joint: readonly CapRow[]): { readonly shared: T } => {
    const within = { ...occasion, caps: [...caps, ...joint] };
    const found = findNearest(within, limits, wanted);
    const values = holdings.map((_, i) => goalOf(within, limits, found, i));
    const goals = { ...limits, values, weights: found };
    return {
      shared: pose({ ...problem, ...reachedTargets({ ...problem, targets }, goals, pool) }),
    };
  };
  return withinJointLimits(come([]), come, { ...pool, whole }).shared;
}
