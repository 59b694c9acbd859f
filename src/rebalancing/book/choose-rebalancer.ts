import type { PlainDate } from '../../dates/index.js';
import { AptfolioError, checkObject, joinPath } from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { Rebalancer } from '../compile-rebalancing.js';
import { atTime, readDay } from '../moment.js';
import { BOOK_FIELDS, type BookOptions } from './book-options.js';

/** One rebalancer for all, or what gives each its own. */
export type RebalancerChoice<T, C extends CurrencyCode = CurrencyCode> =
  | Rebalancer<C>
  | ((item: T) => Rebalancer<C>);

/** What decides one after another on the day of the options, each by its own rebalancer. */
export interface Decider<T, R> {
  readonly decide: (item: T) => R;
  /** Whether each has a rebalancer of its own. */
  readonly ownRules: boolean;
}

/** Checks the options of a book and makes its rebalancers ready. */
export function deciderOf<T, R, C extends CurrencyCode>(
  choice: RebalancerChoice<T, C>,
  one: 'account' | 'household',
  options: BookOptions,
  decide: (item: T, rebalancer: Rebalancer<C>, asOf: PlainDate) => R,
): Decider<T, R> {
  const asOf = readDay(options, BOOK_FIELDS);
  const choose = chooser(choice, one, (rebalancer) => atTime(rebalancer, options));
  return {
    decide: (item) => decide(item, choose(item), asOf),
    ownRules: typeof choice === 'function',
  };
}

/**
 * What gives each its rebalancer, made ready for the day; faults that a choice throws have paths below `rebalancer`.
 *
 * @param prepare is asked once for each rebalancer that comes.
 */
function chooser<T, C extends CurrencyCode>(
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
