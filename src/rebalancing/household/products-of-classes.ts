import { ratio } from '../account/exact.js';
import type { Inside } from '../policy/compiled-policy.js';
import { withClassTarget } from '../reach/class-target.js';
import { weightsOf } from '../reach/weights-of.js';
import { sumHoldings } from './pool.js';
import type { PosedProblem } from './pose-problem.js';
import type { ReadShareAccount, ReadTarget } from './read-household.js';

/** The products that wanted classes are come to by: those that an account would take that holds everything. */
export function productsOfClasses(
  accounts: readonly ReadShareAccount[],
  { kind, weights, products }: ReadTarget,
  { whole }: PosedProblem,
  inside: Inside,
): Pick<PosedProblem, 'aimed'> {
  if (kind === 'products' || whole <= 0n) return {};
  const pooled = sumHoldings(accounts, () => 0);
  const now = weightsOf(pooled, ({ value }) => ratio(value, whole));
  const classes = Float64Array.from(inside.assetClasses, (id) => weights.get(id) ?? 0);
  const { holdings } = withClassTarget(pooled, now, { weights: classes, products }, inside);
  return { aimed: new Map(holdings.map(({ id, target }) => [id, target])) };
}
