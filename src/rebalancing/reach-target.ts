import { AptfolioError } from '../errors/index.js';
import { neumaierSum, solveQp } from '../numerics/index.js';
import { changeTo, cutToTerms, dropTrade, isPermitted } from './changes.js';
import type { Account } from './problem.js';
import type { DroppedTrade } from './result.js';
import type { ClassWeights } from './utility.js';

/** The product weights to trade to, and the trades towards the target that are not possible. */
export interface Reach {
  readonly weights: ProductWeights;
  readonly blocked: readonly DroppedTrade[];
}

type ProductWeights = Readonly<Record<string, number>>;

/**
 * The target itself if nothing stands in its way, else the nearest weights that can be traded to.
 *
 * A purchase below the product's own minimum is not possible either: the smallest of those is left
 * out and the rest is solved anew, until every purchase is large enough.
 */
export function reachTarget(account: Account, wanted: ClassWeights): Reach {
  const blocked = forbiddenTrades(account);
  const leftOut = new Set<string>();
  let weights = blocked.length === 0 ? account.targetWeights : nearest(account, wanted, leftOut);
  for (;;) {
    const small = smallestPurchase(account, weights, leftOut);
    if (small === undefined) return { weights, blocked };
    const [product, change] = small;
    leftOut.add(product);
    blocked.push(dropTrade(product, change, account, 'rebalancing.below-minimum-purchase'));
    weights = nearest(account, wanted, leftOut);
  }
}

/** The trades that the target asks for and that the account or the product does not permit. */
function forbiddenTrades(account: Account): DroppedTrade[] {
  return [...account.values.keys()].flatMap((product) => {
    const change = changeTo(account.targetWeights, product, account);
    if (change === 0n || isPermitted(product, change, account)) return [];
    const { buyReason, sellReason } = account.permissions.get(product)!;
    return [dropTrade(product, change, account, change > 0n ? buyReason : sellReason)];
  });
}

/** Of the purchases that are worth making but below the product's own minimum, the smallest. */
function smallestPurchase(
  account: Account,
  weights: ProductWeights,
  leftOut: ReadonlySet<string>,
): readonly [product: string, change: bigint] | undefined {
  const { minimumTrade, residualProduct } = account;
  return [...account.values.keys()]
    .filter((product) => product !== residualProduct && !leftOut.has(product))
    .map((product) => [product, changeTo(weights, product, account)] as const)
    .filter(([product, change]) => {
      if (change <= 0n || change < minimumTrade || !isPermitted(product, change, account))
        return false;
      return cutToTerms(product, change, account) === 0n;
    })
    .sort(([, a], [, b]) => (a < b ? -1 : 1))[0];
}

/** Weight of the wish to stay near the target's product weights, where several fit equally well. */
const NEARNESS = 1e-8;

/** Each pass takes what that wish costs in tracking to the order of its own size. */
const PASSES = 3;

/**
 * The product weights of least tracking variance that respect every permission; of several, those
 * nearest to the target's own.
 *
 * Source: the proximal point method, R. T. Rockafellar, Monotone Operators and the Proximal Point
 * Algorithm, SIAM Journal on Control and Optimization 14 (1976) 877–898.
 */
function nearest(
  account: Account,
  wanted: ClassWeights,
  leftOut: ReadonlySet<string>,
): ProductWeights {
  const { permissions, universe, utility, currentWeights, targetWeights } = account;
  const products = [...account.values.keys()].map((id) => {
    const { mayBuy, maySell } = permissions.get(id)!;
    const now = currentWeights[id] ?? 0;
    const high = mayBuy && !leftOut.has(id) ? 1 : now;
    return { id, inside: universe.byId[id]!.lookThrough, now, low: maySell ? 0 : now, high };
  });
  const covariances = products.map(({ inside }) =>
    products.map((other) => utility.covariance(inside, other.inside)),
  );
  const pull = products.map(({ inside }) => utility.covariance(inside, wanted));
  const near = NEARNESS * (Math.max(...covariances.map((row, i) => row[i]!)) || 1);
  const constraints = {
    hessian: Float64Array.from(
      covariances.flatMap((row, i) => row.map((value, j) => (i === j ? value + near : value))),
    ),
    // Not 1 but the sum of today's weights, rounding and all: it can always be kept.
    equalities: {
      matrix: new Float64Array(products.length).fill(1),
      rhs: Float64Array.of(neumaierSum(products.map(({ now }) => now))),
    },
    lower: Float64Array.from(products, ({ low }) => low),
    upper: Float64Array.from(products, ({ high }) => high),
  };

  let weights = products.map(({ id }) => targetWeights[id] ?? 0);
  for (let pass = 0; pass < PASSES; pass++) {
    const linear = Float64Array.from(weights, (weight, i) => -pull[i]! - near * weight);
    const result = solveQp({ ...constraints, linear });
    if (result.status !== 'optimal') {
      throw new AptfolioError('no-convergence', 'problem', 'a problem that the solver can solve');
    }
    weights = products.map(({ low, high }, i) => Math.min(high, Math.max(low, result.x[i]!)));
  }
  return Object.fromEntries(products.map(({ id }, i) => [id, weights[i]!]));
}
