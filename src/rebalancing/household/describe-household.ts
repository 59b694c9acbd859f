import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits, type Money, toMinorUnits } from '../../money/index.js';
import { neumaierSum } from '../../numerics/index.js';
import { ratio } from '../account/exact.js';
import { INSIDE, type Rebalancer } from '../compile-rebalancing.js';
import type { Inside } from '../policy/compiled-policy.js';
import { writeState } from '../result/account-state.js';
import { householdHashOf } from '../result/input-hash.js';
import { instructionOf } from '../result/instruction.js';
import { stillOut } from '../result/reasons-of.js';
import type { Rebalancing } from '../result/result.js';
import { makeWriter } from '../result/writer.js';
import type { FoundTriggers } from '../triggers/find-triggers.js';
import { certifyHousehold } from './certify-household.js';
import { describeLine } from './describe-line.js';
import { accountNotes, belowLeast } from './explain-share.js';
import type { Household } from './household.js';
import type { HouseholdPlan } from './plan-household.js';
import type { Pool, PoolState } from './pool.js';
import type { PosedProblem } from './pose-problem.js';
import type { ReadShareAccount, ReadTarget } from './read-household.js';
import type { HouseholdRebalancing, HouseholdShare } from './result.js';
import { amountsIn } from './share-target.js';
import type { SplitWithdrawal } from './split-withdrawal.js';
import type { HouseholdWeighing, Results } from './weigh-household.js';

/** A household that was measured and acted on, before it is written. */
export interface HouseholdAct<C extends CurrencyCode> {
  readonly household: Household<C>;
  readonly rebalancer: Rebalancer;
  readonly asOf: PlainDate;
  readonly target: ReadTarget;
  readonly accounts: readonly ReadShareAccount[];
  /** With the household's target. */
  readonly problem: PosedProblem;
  readonly pool: Pool;
  readonly found: FoundTriggers;
  /** Whether what has fired is to be acted on. */
  readonly isDue: boolean;
  readonly standIns: readonly Reason[];
  readonly plan: HouseholdPlan;
  /** What each account pays of the household's withdrawal; absent without one. */
  readonly split?: SplitWithdrawal;
  readonly results: Results;
  readonly isBrought: boolean;
  readonly weighing?: HouseholdWeighing<C>;
  readonly before: PoolState;
  readonly after: PoolState;
}

/** Writes what a household does. */
export function describeHousehold<C extends CurrencyCode>(
  act: HouseholdAct<C>,
): HouseholdRebalancing<C> {
  const { household, rebalancer, asOf, accounts, problem, pool, plan, results, weighing } = act;
  const { id, currency } = household;
  const inside = rebalancer[INSIDE];
  const lines = problem.lines.map((_, line) => describeLine(line, act));
  const isMet =
    lines.every(({ reasons }) => reasons.length === 0) &&
    plan.sharing.left.every((left) => left === 0n);
  const status = isMet ? 'met' : 'not-met';
  const isTrade = results.some((result) => result?.decision === 'trade');
  const [before, after] = [act.before, act.after].map(({ values, cash, measured }) =>
    writeState(pool.holdings, values, cash, measured, makeWriter(currency)),
  );
  const certified = accounts.map(({ given, money, toHousehold }, i) => ({
    given,
    investable: money.investable,
    toHousehold,
    result: results[i],
  }));
  return Object.freeze({
    household: id,
    policy: inside.policy.id,
    asOf,
    inputHash: householdHashOf(household, accounts, pool.holdings, inside, asOf),
    status,
    decision: isTrade ? 'trade' : 'hold',
    fired: Object.freeze([...act.found.fired]),
    // Every amount is written in the household's currency.
    before: before as HouseholdRebalancing<C>['before'],
    after: after as HouseholdRebalancing<C>['after'],
    investable: fromMinorUnits(currency, problem.whole),
    lines: Object.freeze(lines),
    shares: Object.freeze(accounts.map((_, place) => describeShare(place, act))),
    ...(weighing === undefined ? {} : { weighing }),
    ...withdrawalOf(act),
    ...locationOf(act),
    changes: Object.freeze({ count: plan.sharing.changes, fewest: plan.sharing.fewest }),
    certificate: certifyHousehold(certified, before!, after!),
    consent: results.some((result) => result?.consent === 'needed') ? 'needed' : 'not-needed',
    instruction: instructionOf(
      id,
      Object.freeze({ ...household.target.weights }),
      act.before.measured.drift.lines,
      inside.policy,
      asOf,
    ),
    next: Object.freeze({ breached: act.after.measured.drift.triggered }),
    reasons: Object.freeze([
      statusReason(isMet, act),
      ...triggerReasons(act),
      ...act.standIns,
      ...withdrawalReasons(act),
      ...(isTrade && act.isBrought ? stillOut(act.after.measured, act.before.measured) : []),
      ...weighingReasons(act, inside),
    ]),
  });
}

const NOTHING_LEFT = Object.freeze({ left: 0n, kept: 0n });

function describeShare<C extends CurrencyCode>(
  place: number,
  { household, target, accounts, problem, plan, results, isBrought }: HouseholdAct<C>,
): HouseholdShare<C> {
  const one = accounts[place]!;
  const result: Rebalancing | undefined = results[place];
  const write = (amount: bigint): Money<C> => fromMinorUnits(household.currency, amount);
  const shares = amountsIn(place, plan.problem, plan.sharing);
  const left = plan.left[place]!;
  const restricted = problem.cells.some(({ account, product, held }, j) => {
    const { bound } = problem.origins[j]!;
    const isOwn = account === place && (held > 0n || target.products.includes(product));
    return isOwn && bound.buyHindrances.length + bound.sellHindrances.length > 0;
  });
  // Money that only a plan leaves that is not acted on is nothing that happens.
  const uninvested = isBrought ? { left, kept: plan.kept[place]! } : NOTHING_LEFT;
  const notes = accountNotes(one, restricted, uninvested, household.currency);
  const amounts = shares
    .filter(({ product, held, amount }) => held + amount > 0n || target.products.includes(product))
    .map(({ product, amount }) => [product, write(amount)] as const);
  return Object.freeze({
    account: one.account.id,
    investable: write(problem.money[place]!),
    amounts: Object.freeze(Object.fromEntries(amounts) as Record<string, Money<C>>),
    left: write(left),
    changes: Object.freeze(
      shares.filter(({ held, amount }) => held !== amount).map(({ product }) => product),
    ),
    flags: Object.freeze(notes.flags),
    reasons: Object.freeze([...notes.reasons, ...belowLeast(one, shares)]),
    ...(result === undefined ? {} : { result }),
  });
}

/** Whether the target can be come to; that trades bring the household there is not said where what they may be leaves some of it outside its bands. */
function statusReason<C extends CurrencyCode>(
  isMet: boolean,
  { isBrought, after }: HouseholdAct<C>,
): Reason {
  if (!isMet) return makeReason('rebalancing.household-not-met', 'warn');
  const isOut = isBrought && after.measured.drift.triggered.length > 0;
  if (isOut) return makeReason('rebalancing.household-met-by-plan', 'warn');
  return makeReason('rebalancing.household-met', 'info');
}

/** What was found, or that nothing was. */
function triggerReasons<C extends CurrencyCode>({
  found: { fired, waiting },
  before,
  problem,
}: HouseholdAct<C>): readonly Reason[] {
  if (problem.whole <= 0n) return [makeReason('rebalancing.nothing-held', 'info')];
  // What may act today says all; that something else would have to wait does not delay it.
  if (fired.length > 0) return fired.flatMap(({ reasons }) => reasons);
  if (waiting.length > 0) return waiting;
  const isWithin = before.measured.drift.triggered.length === 0;
  return [makeReason(`rebalancing.${isWithin ? 'within-bands' : 'no-trigger'}`, 'info')];
}

function withdrawalOf<C extends CurrencyCode>({
  split,
  accounts,
  household: { currency },
}: HouseholdAct<C>): Pick<HouseholdRebalancing<C>, 'withdrawal'> {
  if (split === undefined) return {};
  const write = (amount: bigint): Money<C> => fromMinorUnits(currency, amount);
  const paid = accounts.map(({ account }, i) => [account.id, write(split.parts[i]!)] as const);
  const sum = split.parts.reduce((total, part) => total + part, 0n);
  return {
    withdrawal: Object.freeze({
      amount: write(sum),
      accounts: Object.freeze(Object.fromEntries(paid) as Record<string, Money<C>>),
    }),
  };
}

function withdrawalReasons<C extends CurrencyCode>({
  split,
  household: { currency },
}: HouseholdAct<C>): readonly Reason[] {
  if (split === undefined || split.amount === 0n) return [];
  const amount = fromMinorUnits(currency, split.amount);
  const most = fromMinorUnits(currency, split.most);
  if (split.parts.some((part) => part > 0n)) {
    const paid = makeReason('rebalancing.household-withdrawal', 'info', { amount: most });
    if (split.most === split.amount) return [paid];
    return [makeReason('rebalancing.withdrawal-in-part', 'warn', { amount, paid: most }), paid];
  }
  const parameters = { amount, most };
  return [makeReason('rebalancing.household-withdrawal-not-covered', 'warn', parameters)];
}

/** Both numbers of the decision, where something was planned. */
function weighingReasons<C extends CurrencyCode>(
  { results, weighing, isDue }: HouseholdAct<C>,
  { policy }: Inside,
): readonly Reason[] {
  if (weighing === undefined || !isDue) return [];
  const isPlanned = results.some((result) => result !== undefined && result.considered.length > 0);
  if (!isPlanned) return [];
  const { gain, cost } = weighing;
  const { gate, years } = policy.weighing;
  const pays = toMinorUnits(gain) > toMinorUnits(cost);
  const code = pays ? 'gain-above-cost' : gate === 'gain' ? 'cost-above-gain' : 'cost-accepted';
  return [makeReason(`rebalancing.${code}`, 'info', { gain, cost, years })];
}

function locationOf<C extends CurrencyCode>({
  household: { location },
  problem: { cells, whole },
  plan: { sharing },
}: HouseholdAct<C>): Pick<HouseholdRebalancing, 'location'> {
  if (location === undefined) return {};
  const mean = (sizes: readonly bigint[]): number =>
    whole > 0n ? neumaierSum(cells.map(({ cost }, j) => cost * ratio(sizes[j]!, whole))) + 0 : 0;
  const before = mean(cells.map(({ held }) => held));
  return { location: Object.freeze({ before, after: mean(sharing.amounts) }) };
}
