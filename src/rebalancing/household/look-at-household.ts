import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits, toMinorUnits } from '../../money/index.js';
import type { DealingDesk } from '../../products/index.js';
import { readTexts } from '../account/read-texts.js';
import type { Inside } from '../policy/compiled-policy.js';
import type { FoundTriggers } from '../triggers/find-triggers.js';
import { stateBefore } from './after-trades.js';
import type { Household, HouseholdAccount } from './household.js';
import { withHouseholdStandIns } from './household-stand-ins.js';
import { findHouseholdTriggers } from './household-triggers.js';
import type { LocationCost } from './location-cost.js';
import { type HouseholdPlan, planHousehold } from './plan-household.js';
import { type Pool, type PoolState, poolAccounts } from './pool.js';
import { type PosedProblem, poseProblem } from './pose-problem.js';
import { productsOfClasses } from './products-of-classes.js';
import { type ReadShareAccount, type ReadTarget, readAccounts } from './read-household.js';
import { withSaleCosts } from './split-withdrawal.js';
import type { WeighedBy } from './weigh-household.js';

/** A household as it is: read, pooled, measured against its target. */
export interface HouseholdLook<C extends CurrencyCode> {
  readonly household: Household<C>;
  /** While the wash-sale guard runs, with substitutes in place of what must not be bought back. */
  readonly target: ReadTarget;
  /** That they stand in. */
  readonly standIns: readonly Reason[];
  readonly accounts: readonly ReadShareAccount[];
  /** With the household's target. */
  readonly problem: PosedProblem;
  readonly toTarget: HouseholdPlan;
  readonly pool: Pool;
  readonly desk: DealingDesk;
  readonly before: PoolState;
  readonly found: FoundTriggers;
  /** Whether anything has fired. */
  readonly isDue: boolean;
  readonly weighedBy: WeighedBy;
}

/** What a household is looked at with. */
export interface LookRule {
  readonly target: ReadTarget;
  readonly costOf: LocationCost;
  readonly inside: Inside;
  readonly asOf: PlainDate;
}

/**
 * Reads, pools and measures a household.
 *
 * @param paid what its accounts, by ascending id, pay of its withdrawal, in smallest units of its currency.
 */
export function lookAtHousehold<C extends CurrencyCode>(
  household: Household<C>,
  { target: given, costOf, inside, asOf }: LookRule,
  paid?: ReadonlyMap<string, bigint>,
): HouseholdLook<C> {
  const breached = new Set(readTexts(household.breached, 'household.breached'));
  const paying = paid === undefined ? household : withPayments(household, paid);
  const accounts = readAccounts(paying, given, inside, asOf);
  const { target, reasons } = withHouseholdStandIns(given, accounts, inside, asOf);
  const costsAdd = household.location?.kind === 'costs';
  const open = poseProblem(accounts, target, costOf, inside.policy.trading.caps);
  const posed = { ...open, ...productsOfClasses(accounts, target, open, inside) };
  const problem =
    household.withdrawal === undefined
      ? posed
      : withSaleCosts(posed, accounts, { inside, asOf, costsAdd });
  const desk = inside.deskOn(asOf);
  const poolBy = (by: Inside, planned?: readonly bigint[]): Pool =>
    poolAccounts(accounts, target, problem, by, breached, planned);
  const toTarget = planHousehold(problem, {
    accounts,
    pool: poolBy(towardsTarget(inside, target)),
    desk,
  });
  const pool = poolBy(inside, toTarget.sharing.amounts);
  const before = stateBefore(accounts, pool);
  const found = findHouseholdTriggers(accounts, pool, before.measured, asOf);
  const isDue = found.fired.length > 0;
  const locationCost: LocationCost = costsAdd ? costOf : () => 0;
  const weighedBy = { inside, whole: problem.whole, locationCost, isDue };
  const measured = { pool, before, found, isDue, desk, weighedBy };
  return { household, target, accounts, problem, toTarget, standIns: reasons, ...measured };
}

/** All the way to the target itself, by what it is of. */
function towardsTarget(inside: Inside, { kind }: ReadTarget): Inside {
  const { policy } = inside;
  const measure = kind === 'classes' ? kind : policy.measure;
  const way = { destination: { kind: 'target' }, scope: { kind: 'whole' } } as const;
  const trading = { ...policy.trading, fewestTrades: false };
  return { ...inside, policy: { ...policy, measure, way, funding: 'full', trading } };
}

/** The household with what each account pays beside its own withdrawal, in the account's currency. */
function withPayments<C extends CurrencyCode>(
  household: Household<C>,
  paid: ReadonlyMap<string, bigint>,
): Household<C> {
  const accounts = household.accounts.map((account): HouseholdAccount => {
    const units = paid.get(account.id) ?? 0n;
    if (units === 0n) return account;
    const own = account.withdrawal === undefined ? 0n : toMinorUnits(account.withdrawal);
    return { ...account, withdrawal: fromMinorUnits(account.currency, own + units) };
  });
  return { ...household, accounts };
}
