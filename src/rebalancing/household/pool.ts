import { ratio } from '../account/exact.js';
import type { Holding } from '../account/read-holdings.js';
import type { Inside } from '../policy/compiled-policy.js';
import { type Aim, aimOf, type Measured, measure, weigh } from '../reach/measure.js';
import type { PosedProblem } from './pose-problem.js';
import type { ReadShareAccount, ReadTarget } from './read-household.js';

/** All accounts of a household as one account; amounts are in smallest units of the household's currency. */
export interface Pool {
  /** By ascending id; value and target are the household's. */
  readonly holdings: readonly Holding[];
  readonly whole: bigint;
  readonly aim: Aim;
  readonly inside: Inside;
  /** Ids that were out of their band at the last look. */
  readonly breached: ReadonlySet<string>;
}

/** What all accounts hold together, by the places of the pool's holdings. */
export interface PoolState {
  readonly values: readonly bigint[];
  readonly cash: bigint;
  readonly measured: Measured;
}

/**
 * Sums accounts up.
 *
 * @param planned by the cells of the problem: where the target is by classes and products are measured, what they are measured against. Absent: the
 * products that an account would have that holds everything.
 */
export function poolAccounts(
  accounts: readonly ReadShareAccount[],
  target: ReadTarget,
  { cells, whole, aimed }: PosedProblem,
  inside: Inside,
  breached: ReadonlySet<string>,
  planned?: readonly bigint[],
): Pool {
  const isPlanned = planned !== undefined && inside.policy.measure === 'products';
  const amounts = new Map<string, bigint>();
  cells.forEach(({ product }, j) => {
    if (isPlanned) amounts.set(product, (amounts.get(product) ?? 0n) + planned[j]!);
  });
  const targetOf = (id: string): number => {
    if (target.kind === 'products') return target.weights.get(id) ?? 0;
    if (isPlanned && whole > 0n) return ratio(amounts.get(id) ?? 0n, whole);
    return aimed?.get(id) ?? 0;
  };
  const holdings = sumHoldings(accounts, targetOf);
  return { holdings, whole, aim: aimAt(target, holdings, inside), inside, breached };
}

/** What all accounts hold of each product, with the lots of all, by ascending id. */
export function sumHoldings(
  accounts: readonly ReadShareAccount[],
  targetOf: (id: string) => number,
): readonly Holding[] {
  const sums = new Map<string, Holding>();
  for (const { account, toHousehold } of accounts) {
    for (const holding of account.holdings) {
      const before = sums.get(holding.id);
      const value = toHousehold(holding.value) + (before?.value ?? 0n);
      const lots = [...(before?.lots ?? []), ...(holding.lots ?? [])];
      sums.set(holding.id, { ...holding, value, lots, target: targetOf(holding.id) });
    }
  }
  return [...sums.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Measures what the accounts hold against the household's target. */
export function measurePool(
  { holdings, aim, inside, breached }: Pool,
  values: readonly bigint[],
  whole: bigint,
): Measured {
  const free = values.reduce((rest, value) => rest - value, whole);
  return measure(weigh(holdings, values, free, whole, inside), aim, holdings, inside, breached);
}

function aimAt(target: ReadTarget, holdings: readonly Holding[], inside: Inside): Aim {
  const aim = aimOf(holdings, inside);
  if (target.kind === 'products') return aim;
  const { assetClasses, policy } = inside;
  const classes = Float64Array.from(assetClasses, (id) => target.weights.get(id) ?? 0);
  if (policy.measure === 'products') return { ...aim, classes };
  return { ...aim, classes, lines: new Map(assetClasses.map((id, k) => [id, classes[k]!])) };
}
