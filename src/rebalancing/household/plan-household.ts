import { least, most, shareOf } from '../account/exact.js';
import type { Inside } from '../policy/compiled-policy.js';
import type { Funding } from '../policy/policy.js';
import { destinationWeights } from '../reach/destination-weights.js';
import type { Measured } from '../reach/measure.js';
import { measurePool, type Pool } from './pool.js';
import { pooledTargets } from './pooled-targets.js';
import type { PosedProblem } from './pose-problem.js';
import type { ReadShareAccount, ReadTarget } from './read-household.js';
import { shareOut } from './share-out.js';
import type { Cell, Sharing } from './share-problem.js';
import { splitTarget } from './split-target.js';

/** What the accounts are to be brought to, and whether they sell for it. */
export interface HouseholdPlan {
  /** What was shared out: the destination, within what may be sold for it. */
  readonly problem: PosedProblem;
  readonly sharing: Sharing;
  /** Money of each account that stays money, on purpose or because nothing can be bought for it; below 0 as `Sharing.left`. */
  readonly left: readonly bigint[];
  readonly funding: Funding;
}

/** Shares the target itself out. */
export function planTarget(problem: PosedProblem, inside: Inside): HouseholdPlan {
  const sharing = shareNearest(problem, inside);
  return { problem, sharing, left: sharing.left, funding: inside.policy.funding };
}

/**
 * Shares out where a household is to be brought: the policy's destination, seen from what all accounts hold together.
 *
 * @param problem with the household's target.
 * @param inset by how much lines are aimed further in, as `destinationOf` has it.
 */
export function planHousehold(
  problem: PosedProblem,
  accounts: readonly ReadShareAccount[],
  target: ReadTarget,
  pool: Pool,
  now: Measured,
  inset?: ReadonlyMap<string, number>,
): HouseholdPlan {
  const destined = destine(problem, accounts, target, pool, now, inset);
  const { inside } = pool;
  const { funding } = inside.policy;
  if (funding === 'full' || funding === 'sell-only') return planFor(destined, funding, inside);
  const unsold = { ...destined, cells: withoutSales(destined.cells, accounts) };
  const bought = planFor(unsold, 'buy-only', inside);
  const isEnough = funding === 'buy-only' || isInBands(bought.sharing, problem, pool);
  return isEnough ? bought : planFor(destined, 'full', inside);
}

function planFor({ idle, ...problem }: Destined, funding: Funding, inside: Inside): HouseholdPlan {
  const sharing = shareNearest(problem, inside);
  return { problem, sharing, left: sharing.left.map((left, i) => left + idle[i]!), funding };
}

function shareNearest(problem: PosedProblem, inside: Inside): Sharing {
  return shareOut({ ...problem, ...pooledTargets(problem, inside) });
}

/** A problem whose money is less what stays idle on purpose. */
interface Destined extends PosedProblem {
  readonly idle: readonly bigint[];
}

function destine(
  problem: PosedProblem,
  accounts: readonly ReadShareAccount[],
  { kind }: ReadTarget,
  { inside, holdings, aim }: Pool,
  now: Measured,
  inset: ReadonlyMap<string, number> | undefined,
): Destined {
  const { destination, scope } = inside.policy.way;
  const { whole } = problem;
  const isTarget = destination.kind === 'target' && scope.kind === 'whole';
  if (isTarget || whole <= 0n) return { ...problem, idle: problem.money.map(() => 0n) };
  const measured = { inside, account: { holdings }, aim, now };
  const wanted = destinationWeights(inset === undefined ? measured : { ...measured, inset });
  const weights = new Map<string, number>();
  const ids = kind === 'products' ? holdings.map(({ id }) => id) : inside.assetClasses;
  const reached = kind === 'products' ? wanted.products : wanted.classes;
  const aimed = new Map(holdings.map(({ id }, i) => [id, wanted.products[i]!]));
  for (const [i, id] of ids.entries()) weights.set(id, reached[i]!);
  const idle = splitIdle(shareOf(whole, Math.max(0, 1 - wanted.sum)), problem, accounts);
  const invested = idle.reduce((rest, amount) => rest - amount, whole);
  return {
    ...problem,
    money: problem.money.map((amount, i) => amount - idle[i]!),
    targets: splitTarget(
      invested,
      problem.lines.map((id) => Math.max(0, weights.get(id) ?? 0)),
    ),
    ...(kind === 'classes' && { aimed }),
    idle,
  };
}

/** Money that is to stay money: free money as far as it goes, else every account's in proportion. */
function splitIdle(
  idle: bigint,
  { money }: PosedProblem,
  accounts: readonly ReadShareAccount[],
): readonly bigint[] {
  if (idle === 0n) return money.map(() => 0n);
  const free = accounts.map((one, i) => least(freeOf(one), money[i]!));
  const sum = free.reduce((total, amount) => total + amount, 0n);
  return splitTarget(idle, (idle <= sum ? free : money).map(Number));
}

function freeOf({ account, money, toHousehold }: ReadShareAccount): bigint {
  return account.status === 'frozen' ? 0n : most(toHousehold(money.free), 0n);
}

/** Nothing is sold but where money is missing, and there nothing is bought. */
function withoutSales(
  cells: readonly Cell[],
  accounts: readonly ReadShareAccount[],
): readonly Cell[] {
  return cells.map((cell) => {
    const isMissing = accounts[cell.account]!.money.free < 0n;
    if (isMissing) return { ...cell, most: most(cell.least, least(cell.most, cell.held)) };
    return { ...cell, least: cell.held, most: most(cell.most, cell.held) };
  });
}

function isInBands({ amounts }: Sharing, { cells, whole }: PosedProblem, pool: Pool): boolean {
  const planned = new Map<string, bigint>();
  cells.forEach(({ product }, j) => {
    planned.set(product, (planned.get(product) ?? 0n) + amounts[j]!);
  });
  const values = pool.holdings.map(({ id }) => planned.get(id) ?? 0n);
  return measurePool(pool, values, whole).drift.triggered.length === 0;
}
