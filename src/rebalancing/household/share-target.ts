import type { RebalancingAccount } from '../account/account.js';
import { ratio } from '../account/exact.js';
import type { Restriction } from '../restrictions.js';
import type { PosedProblem } from './pose-problem.js';
import type { ReadShareAccount } from './read-household.js';
import type { Sharing } from './share-problem.js';

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

/**
 * The account with its share as target. For money that nothing can be bought for a product that is not bought stands in, and may not
 * be bought: so it stays money.
 */
export function withTarget(
  { given, account }: ReadShareAccount,
  amounts: readonly ShareAmount[],
  left: bigint,
): RebalancingAccount {
  const { kind: _kind, limits: _limits, ...rest } = given;
  const idle = left > 0n ? left : 0n;
  const whole = amounts.reduce((sum, { amount }) => sum + amount, idle);
  // Where nothing is to stay invested any weights do: they are shares of nothing.
  if (whole === 0n) return { ...rest, target: { [account.holdings[0]!.id]: 1 } };
  const standIn = idle > 0n ? standInOf(amounts, given.restrictions) : undefined;
  const weights = amounts.map(({ product, amount }) => {
    const wanted = product === standIn ? amount + idle : amount;
    return [product, ratio(wanted, whole)] as const;
  });
  const target = Object.fromEntries(weights.filter(([, weight]) => weight > 0));
  if (standIn === undefined) return { ...rest, target };
  const restriction = withoutPurchases(given.restrictions?.[standIn]);
  return { ...rest, target, restrictions: { ...given.restrictions, [standIn]: restriction } };
}

/** A product that is not to be bought: one that may not be anyway, or any other. */
function standInOf(
  amounts: readonly ShareAmount[],
  restrictions: Readonly<Record<string, Restriction>> = {},
): string {
  const idle = amounts.filter(({ amount, held }) => amount <= held);
  const forbidden = idle.find(({ product }) => product in restrictions);
  return (forbidden ?? idle[0] ?? amounts[0]!).product;
}

function withoutPurchases(restriction: Restriction | undefined): Restriction {
  return restriction === undefined || restriction === 'sell-only' ? 'sell-only' : 'locked';
}
