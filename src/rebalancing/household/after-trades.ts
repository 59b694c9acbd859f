import { toMinorUnits } from '../../money/index.js';
import { most } from '../account/exact.js';
import type { Rebalancing } from '../result/result.js';
import { measurePool, type Pool, type PoolState } from './pool.js';
import type { ReadShareAccount } from './read-household.js';
import { whatIsMade } from './what-is-made.js';

/** The household as it is. */
export function stateBefore(accounts: readonly ReadShareAccount[], pool: Pool): PoolState {
  const values = pool.holdings.map(({ value }) => value);
  const cash = accounts.reduce(
    (sum, { account, toHousehold }) => sum + toHousehold(account.cashTotal),
    0n,
  );
  return { values, cash, measured: measurePool(pool, values, pool.whole) };
}

/** The household once the trades that are made are done, their charges and withdrawals paid. */
export function stateAfter(
  accounts: readonly ReadShareAccount[],
  results: readonly (Rebalancing | undefined)[],
  pool: Pool,
): PoolState {
  const sums = new Map<string, bigint>();
  let [cash, whole] = [0n, 0n];
  accounts.forEach((one, place) => {
    const { account, money, toHousehold } = one;
    const after = accountAfter(one, results[place]);
    let invested = 0n;
    for (const [id, value] of after.values) {
      const amount = toHousehold(value);
      sums.set(id, (sums.get(id) ?? 0n) + amount);
      invested += amount;
    }
    cash += toHousehold(after.cash);
    const unpaid = account.withdrawal - after.paidOut;
    const free = account.status === 'frozen' ? 0n : after.cash - unpaid - money.kept;
    whole += most(invested + toHousehold(free), 0n);
  });
  const values = pool.holdings.map(({ id }) => sums.get(id) ?? 0n);
  return { values, cash, measured: measurePool(pool, values, whole) };
}

interface AccountAfter {
  readonly values: readonly (readonly [product: string, value: bigint])[];
  readonly cash: bigint;
  readonly paidOut: bigint;
}

function accountAfter(
  { account }: ReadShareAccount,
  result: Rebalancing | undefined,
): AccountAfter {
  if (result === undefined) {
    const values = account.holdings.map(({ id, value }) => [id, value] as const);
    return { values, cash: account.cashTotal, paidOut: 0n };
  }
  const { values, cash, paidOut } = whatIsMade(result);
  const held = Object.entries(values).map(([id, value]) => [id, toMinorUnits(value)] as const);
  return { values: held, cash, paidOut };
}
