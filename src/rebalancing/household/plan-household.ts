import type { DealingDesk } from '../../products/index.js';
import { least, most, ratio, shareOf } from '../account/exact.js';
import type { Funding } from '../policy/policy.js';
import { ANY_TRADE } from '../reach/allowed.js';
import { byFunding, type Come } from '../reach/by-funding.js';
import type { CapRow } from '../reach/caps.js';
import { type DestinationWeights, destinationWeights } from '../reach/destination-weights.js';
import { withFewestTrades } from '../reach/few-goals.js';
import { type Goals, seek, sellDown } from '../reach/goals.js';
import type { LimitRule, Limits } from '../reach/limits.js';
import { exposuresOf } from '../reach/measure.js';
import type { Occasion } from '../reach/situation.js';
import { sumOfWeights, weightsOf } from '../reach/weights-of.js';
import { withinJointLimits } from './joint-limits.js';
import { keepSpared } from './keep-spared.js';
import { keptByOthers, type Limited } from './kept-by-others.js';
import { type Settled, withSettled } from './left-to-others.js';
import type { Pool } from './pool.js';
import { limitCells, pooledLimits, pooledOccasion } from './pooled-occasion.js';
import type { PosedProblem } from './pose-problem.js';
import { reachedTargets, toldTargets } from './reached-targets.js';
import type { ReadShareAccount } from './read-household.js';
import { shareOut } from './share-out.js';
import type { Sharing } from './share-problem.js';
import { splitTarget } from './split-target.js';

/** What the accounts are to be brought to, and whether they sell for it. */
export interface HouseholdPlan {
  /** What is asked for: the destination, within what may be sold and bought for it. */
  readonly problem: PosedProblem;
  readonly sharing: Sharing;
  /** Money of each account that stays money, on purpose or because nothing can be bought for it; below 0 as `Sharing.left`. */
  readonly left: readonly bigint[];
  /** What of it stays money on purpose; below 0 what others keep in place of an account that does not sell for it. */
  readonly kept: readonly bigint[];
  /** By account. */
  readonly funding: readonly Funding[];
  /** Whether the destination itself is possible, to the unit. */
  readonly isReached: boolean;
  /** Whether something has its zone out of reach, so that no other aim brings it there. */
  readonly isBeyondReach: boolean;
}

/** What is planned for: accounts, what they hold together, and the day. */
export interface Planning {
  readonly accounts: readonly ReadShareAccount[];
  readonly pool: Pool;
  readonly desk: DealingDesk;
  readonly aim?: PlanAim;
}

/** How a plan is made anew where the trades of the last one miss what they were to reach. */
export interface PlanAim extends Pick<Occasion, 'inset' | 'tradesAll'> {
  /** What cells come to of which accounts cannot trade so little as they are to change by. */
  readonly settled?: Settled;
}

/** Shares a problem out as it is. */
export function planAsPosed(problem: PosedProblem, { inside }: Pool): HouseholdPlan {
  const sharing = shareOut(problem);
  const funding = problem.money.map(() => inside.policy.funding);
  const kept = problem.money.map(() => 0n);
  const { left } = sharing;
  return { problem, sharing, left, kept, funding, isReached: true, isBeyondReach: false };
}

/**
 * Shares out where a household is to be brought: all accounts together are brought to the policy's destination as one account that holds everything, and
 * what that comes to is shared out.
 *
 * @param posed with the household's target.
 */
export function planHousehold(posed: PosedProblem, planning: Planning): HouseholdPlan {
  const { accounts, pool, desk, aim: { settled, ...aim } = {} } = planning;
  const problem = settled === undefined ? posed : withSettled(posed, settled);
  if (problem.whole <= 0n) return planAsPosed(problem, pool);
  const occasion = pooledOccasion(problem, accounts, pool, desk, aim);
  const destination = destinationWeights(occasion);
  const { destination: to, scope } = pool.inside.policy.way;
  const isPosed = to.kind === 'target' && scope.kind === 'whole';
  const mayStay = pool.inside.policy.funding === 'sell-only';
  const planBy =
    (find: (occasion: Occasion, limits: Limits) => Goals) =>
    (rule: LimitRule): Planned => {
      const limited = keptByOthers(problem, limitCells(problem, accounts, rule));
      const limits = pooledLimits(limited, pool, limited.cells);
      const come = (joint: readonly CapRow[]): Sought => {
        const within = { ...occasion, caps: [...occasion.caps, ...joint] };
        const goals = find(within, limits);
        const destined = isPosed
          ? { ...limited, idle: limited.kept }
          : destine(limited, accounts, occasion, destination, goals);
        return soughtOf(destined, goals, within, pool);
      };
      const first = come([]);
      const plan = planFor(first, limited, pool);
      if (mayStay || plan.isExact) return plan;
      // Charges that are set aside belong to no share.
      const joint = withinJointLimits(first, come, { ...pool, whole: problem.whole });
      return joint === first ? plan : planFor(joint, limited, pool);
    };
  // Terms of trades are kept account by account.
  const all = byFunding<Planned>(occasion, {
    seek: planBy((within, limits) => seek(within, limits, ANY_TRADE)),
    sellDown: planBy(sellDown),
  });
  return fewestOf(all, planning);
}

/** The plan, or where the policy asks for it that of the fewest products that bring everything inside its bands. */
function fewestOf(
  { plan, goals: asked, limited, occasion }: Planned,
  { accounts, pool }: Planning,
): HouseholdPlan {
  const { goals } = withFewestTrades(occasion, asked, ANY_TRADE, {
    leastBought: () => 0n,
    leastSold: () => 1n,
    leftOf: (place) => [{ low: 0n, high: pool.holdings[place]!.value - 1n }],
  });
  if (goals === asked) return plan;
  const wanted = reachedIn(goals, pool);
  const destined = destine(limited, accounts, occasion, wanted, goals);
  return planFor(soughtOf(destined, goals, occasion, pool), limited, pool).plan;
}

interface Planned extends Come {
  readonly plan: HouseholdPlan;
  /** Whether it is shared out to the unit. */
  readonly isExact: boolean;
  /** What is shared out, and within which limits. */
  readonly goals: Goals;
  readonly limited: Limited;
  /** With the limits of what accounts can hold together. */
  readonly occasion: Occasion;
}

/** What all accounts together are to come to. */
interface Sought {
  readonly destined: Destined;
  readonly goals: Goals;
  readonly occasion: Occasion;
  readonly reached: ReturnType<typeof reachedTargets>;
  /** With what is come to for targets. */
  readonly shared: PosedProblem;
}

function soughtOf(destined: Destined, goals: Goals, occasion: Occasion, pool: Pool): Sought {
  const reached = reachedTargets(destined, goals, pool);
  return { destined, goals, occasion, reached, shared: { ...destined, ...reached } };
}

/** Goals as a destination of their own. */
function reachedIn({ weights }: Goals, { holdings, inside }: Pool): DestinationWeights {
  const classes = exposuresOf(holdings, (_, i) => weights[i]!, inside);
  return { products: weights, classes, sum: sumOfWeights(weights) };
}

/** Shares goals of all accounts together out. */
function planFor(
  { destined: { idle, ...destined }, goals, occasion, reached, shared }: Sought,
  limited: Limited,
  pool: Pool,
): Planned {
  const { funding, measure } = pool.inside.policy;
  const problem = { ...destined, targets: toldTargets(destined, reached.targets) };
  const shares = shareOut({ ...shared, keepsProceeds: funding === 'sell-only' });
  const sharing = keepSpared(shares, destined, goals, occasion);
  const isExact = isShared(destined, reached.targets, sharing);
  const plan = {
    problem,
    sharing,
    left: sharing.left.map((left, i) => left + idle[i]!),
    kept: funding === 'sell-only' ? sharing.left.map((left, i) => left + idle[i]!) : idle,
    funding: destined.money.map((_, i) => fundingOf(i, destined, funding)),
    isReached: goals.isReached && isExact,
    isBeyondReach: goals.isBeyondReach === true,
  } as const;
  // What is shared out to the unit is where it is to be, but for its rounding.
  const isThere = isExact && (destined.kind === 'products' || measure === 'classes');
  const weights = isThere ? goals.weights : weightsIn(plan, pool);
  return { plan, isExact, weights, low: goals.low, goals, limited, occasion };
}

/** Of accounts that use free money first only those sell that have something that may be sold. */
function fundingOf(place: number, { cells }: PosedProblem, funding: Funding): Funding {
  if (funding !== 'cash-first') return funding;
  const sells = cells.some((cell) => cell.account === place && cell.least < cell.held);
  return sells ? 'full' : 'buy-only';
}

/** Whether lines are shared out as they are to be, but for rounding. */
function isShared(
  { cells }: PosedProblem,
  targets: readonly bigint[],
  { amounts }: Sharing,
): boolean {
  const apart = targets.map(Number);
  cells.forEach(({ exposures }, j) => {
    for (const [line, share] of exposures) apart[line]! -= share * Number(amounts[j]!);
  });
  return apart.every((by) => Math.abs(by) <= cells.length);
}

/** What a plan comes to, by the places of the pool's holdings. */
function weightsIn(
  { problem: { cells, whole }, sharing: { amounts } }: HouseholdPlan,
  { holdings }: Pool,
): Float64Array {
  const planned = new Map<string, bigint>();
  cells.forEach(({ product }, j) => {
    planned.set(product, (planned.get(product) ?? 0n) + amounts[j]!);
  });
  return weightsOf(holdings, ({ id }) => ratio(planned.get(id) ?? 0n, whole));
}

/** A problem with the destination, whose money is less what stays idle on purpose. */
interface Destined extends PosedProblem {
  readonly idle: readonly bigint[];
}

function destine(
  problem: Limited,
  accounts: readonly ReadShareAccount[],
  occasion: Occasion,
  wanted: DestinationWeights,
  { weights: reachable }: Goals,
): Destined {
  const { whole, kind, lines } = problem;
  const { inside, account } = occasion;
  const weights = new Map<string, number>();
  const ids = kind === 'products' ? account.holdings.map(({ id }) => id) : inside.assetClasses;
  const reached = kind === 'products' ? wanted.products : wanted.classes;
  for (const [i, id] of ids.entries()) weights.set(id, reached[i]!);
  // Where nothing is bought all free money stays, and what is sold joins it.
  const isIdle = inside.policy.funding !== 'sell-only';
  const invests = Math.max(wanted.sum, sumOfWeights(reachable));
  const stays = isIdle ? shareOf(whole, Math.max(0, 1 - invests)) : 0n;
  const idle = splitIdle(stays, problem, accounts);
  const invested = idle.reduce((rest, amount) => rest - amount, whole);
  return {
    ...problem,
    money: problem.money.map((amount, i) => amount - idle[i]!),
    targets: splitTarget(
      invested,
      lines.map((id) => Math.max(0, weights.get(id) ?? 0)),
    ),
    idle: idle.map((amount, i) => amount + problem.kept[i]!),
  };
}

/** Money that is to stay money: free money as far as it goes, else every account's in proportion. */
function splitIdle(
  idle: bigint,
  { money, kept }: Limited,
  accounts: readonly ReadShareAccount[],
): readonly bigint[] {
  if (idle === 0n) return money.map(() => 0n);
  const freeIn = (one: ReadShareAccount, i: number): bigint =>
    most(freeOf(one) - most(kept[i]!, 0n), 0n);
  const free = accounts.map((one, i) => least(freeIn(one, i), money[i]!));
  const sum = free.reduce((total, amount) => total + amount, 0n);
  return splitTarget(idle, (idle <= sum ? free : money).map(Number));
}

function freeOf({ account, money, toHousehold }: ReadShareAccount): bigint {
  return account.status === 'frozen' ? 0n : most(toHousehold(money.free), 0n);
}
