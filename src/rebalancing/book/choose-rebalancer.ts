import { AptfolioError, checkObject, joinPath } from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { Rebalancer } from '../compile-rebalancing.js';

/** One rebalancer for all, or what gives each its own. */
export type RebalancerChoice<T, C extends CurrencyCode = CurrencyCode> =
  | Rebalancer<C>
  | ((item: T) => Rebalancer<C>);

/**
 * What gives each its rebalancer, made ready for the day; faults that a choice throws have paths below `rebalancer`.
 *
 * @param prepare is asked once for each rebalancer that comes.
 */
export function chooser<T, C extends CurrencyCode>(
  choice: RebalancerChoice<T, C>,
  one: string,
  prepare: (rebalancer: Rebalancer<C>) => Rebalancer<C>,
): (item: T) => Rebalancer<C> {
  if (typeof choice !== 'function') {
    const ready = prepare(choice);
    return () => ready;
  }
  const known = new WeakMap<Rebalancer<C>, Rebalancer<C>>();
  return (item) => {
    // A function of the caller's is not asked about what is no account at all.
    checkObject(item, one);
    const chosen = choose(choice, item);
    const ready = known.get(chosen) ?? prepare(chosen);
    known.set(chosen, ready);
    return ready;
  };
}

function choose<T, C extends CurrencyCode>(
  choice: (item: T) => Rebalancer<C>,
  item: T,
): Rebalancer<C> {
  try {
    const chosen = choice(item);
    checkObject(chosen, '');
    return chosen;
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    throw new AptfolioError(
      error.issues.map((issue) => ({ ...issue, path: joinPath('rebalancer', issue.path) })),
    );
  }
}
