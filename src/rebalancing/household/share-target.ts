import { makeReason } from '../../evidence/index.js';
import { fromMinorUnits, toMinorUnits } from '../../money/index.js';
import type { RebalancingAccount } from '../account/account.js';
import {
  divideUp,
  floorShareOf,
  least,
  most,
  RATE_UNITS,
  rateUnits,
  ratio,
} from '../account/exact.js';
import type { RestrictionTerms } from '../restrictions.js';
import type { Rebalancing } from '../result/result.js';
import type { PosedProblem } from './pose-problem.js';
import { type ReadShareAccount, requiredIn } from './read-household.js';
import type { Sharing } from './share-problem.js';
import { whatIsMade } from './what-is-made.js';

/** What an account holds of a product and is to hold, by ascending id. */
export interface ShareAmount {
  readonly product: string;
  readonly held: bigint;
  readonly amount: bigint;
}

/** What of the cells of a problem belongs to an account. */
export function amountsIn(
  place: number,
  { cells }: PosedProblem,
  { amounts }: Sharing,
): readonly ShareAmount[] {
  return cells.flatMap(({ account, product, held }, j) =>
    account === place ? [{ product, held, amount: amounts[j]! }] : [],
  );
}

export type Restrictions = NonNullable<RebalancingAccount['restrictions']>;

/** The account with its share of what is invested as target, under further restrictions. */
export function withTarget(
  { given, account }: ReadShareAccount,
  amounts: readonly ShareAmount[],
  further?: Restrictions,
): RebalancingAccount {
  const { kind: _kind, limits: _limits, ...own } = given;
  const rest =
    further === undefined ? own : { ...own, restrictions: { ...own.restrictions, ...further } };
  const whole = amounts.reduce((sum, { amount }) => sum + amount, 0n);
  // Where nothing is to stay invested any weights do: they are shares of nothing.
  if (whole === 0n) return { ...rest, target: { [account.holdings[0]!.id]: 1 } };
  const weights = amounts.map(({ product, amount }) => [product, ratio(amount, whole)] as const);
  return { ...rest, target: Object.fromEntries(weights.filter(([, weight]) => weight > 0)) };
}

/** What of an account's money is invested where so much of it is left. */
export function investedShare(amounts: readonly ShareAmount[], left: bigint): number {
  const invested = amounts.reduce((sum, { amount }) => sum + amount, 0n);
  return left <= 0n ? 1 : ratio(invested, invested + left);
}

/**
 * What purchases may make each product worth that the account limits; what is above its limit already is left to its share.
 *
 * @param further further such limits, in the account's currency. Default none.
 */
export function mostWorthIn(
  { given: { limits = {} }, account: { holdings }, money }: ReadShareAccount,
  further: ReadonlyMap<string, bigint> = new Map(),
): ReadonlyMap<string, bigint> {
  const whole = most(money.investable, 0n);
  return new Map(
    holdings.flatMap(({ id, value }): (readonly [string, bigint])[] => {
      const limit = limits[id]?.most;
      const own = limit === undefined ? undefined : floorShareOf(whole, limit);
      const other = further.get(id) ?? own;
      return other === undefined ? [] : [[id, most(least(own ?? other, other), value)]];
    }),
  );
}

/**
 * What purchases may make each product worth where rounding is to take no more for them: what it rounded up stays below that, nothing else is bought
 * further. What the account is to hold at least is free of that.
 */
export function roundedDownIn(
  { given, money, toOwn }: ReadShareAccount,
  shares: readonly ShareAmount[],
  result: Rebalancing,
): ReadonlyMap<string, bigint> {
  const { values, charges } = whatIsMade(result);
  const whole = most(money.investable, 1n);
  const required = new Set(requiredIn(given));
  const bought = shares.filter(
    ({ product, held, amount }) => amount > held && !required.has(product),
  );
  return new Map(
    bought.map(({ product, amount }) => {
      const value = values[product];
      const reached = value === undefined ? 0n : toMinorUnits(value);
      const share = toOwn(amount);
      const below = reached - 1n;
      const isUp = below * whole > share * (whole - charges);
      return [product, isUp ? below : most(reached, share)];
    }),
  );
}

/** What the account is to hold at least, as parts that cannot be sold, where no restriction of its own stands there. */
export function keptIn(
  { given: { id, limits = {}, restrictions = {} }, account, money, toOwn }: ReadShareAccount,
  shares: readonly ShareAmount[],
  result: Rebalancing,
): Restrictions {
  const whole = most(money.investable - whatIsMade(result).charges, 0n);
  const kept = account.holdings.flatMap((holding): (readonly [string, RestrictionTerms])[] => {
    const { id: product, currency, value, rate } = holding;
    const required = limits[product]?.least ?? 0;
    const share = toOwn(shares.find((one) => one.product === product)?.amount ?? 0n);
    const stays = least(divideUp(whole * rateUnits(required), RATE_UNITS), share);
    if (stays === 0n || value === 0n || restrictions[product] !== undefined) return [];
    const amount = fromMinorUnits(currency, divideUp(stays * rate.under, rate.over));
    const reason = makeReason('rebalancing.household-own-least', 'info', {
      account: id,
      product,
      least: required,
    });
    return [[product, { kind: 'locked', amount, reason }]];
  });
  return Object.fromEntries(kept);
}
