import { findBounds } from '../reach/bounds.js';
import { weigh } from '../reach/measure.js';
import type { Occasion } from '../reach/situation.js';

/** Money that is not invested because trades are charged for. */
export interface Aside {
  /** Exit fees, spread and tax of the sales. */
  readonly charges: bigint;
  readonly exchange: bigint;
  /** Whether it must be raised: a withdrawal or a floor lacks it. */
  readonly isRaised: boolean;
  /** What entry fees and spread take from the account, counted where a most weight must hold afterwards. */
  readonly lost: bigint;
}

/** Where money is only raised: what would fill it up from its floor to its target, for which nothing is sold then. */
export function notRaised({
  inside,
  money,
  task,
}: Pick<Occasion, 'inside' | 'money' | 'task'>): bigint {
  const { least, target } = inside.policy.cash;
  return task === 'raise' && money.mustRaise ? target - least : 0n;
}

/** The same situation with less to invest. */
export function setAside(
  occasion: Occasion,
  aside: bigint,
  { lost, isRaised }: Pick<Aside, 'lost' | 'isRaised'>,
): Occasion {
  const { account, inside, desk, money, now } = occasion;
  const mustRaise = money.mustRaise || isRaised;
  const free = money.free - aside;
  const investable = money.investable - aside;
  const values = account.holdings.map(({ value }) => value);
  return {
    ...occasion,
    money: { ...money, kept: money.kept + aside, free, investable, mustRaise },
    lost,
    now: { ...now, ...weigh(account.holdings, values, free, investable, inside) },
    bounds: findBounds(account, { investable, lost, mustRaise }, inside, desk),
  };
}
