import type { PlainDate } from '../../dates/index.js';
import { checkObject, checkText, renamePaths } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits, type Money, toMinorUnits } from '../../money/index.js';
import { neumaierSum } from '../../numerics/index.js';
import type { RebalancingAccount } from '../account/account.js';
import { ratio } from '../account/exact.js';
import { INSIDE, type Rebalancer } from '../compile-rebalancing.js';
import type { Verdict } from '../decide.js';
import type { RecentTrade } from '../lots/wash-sale.js';
import type { Inside } from '../policy/compiled-policy.js';
import type { Rebalancing } from '../result/result.js';
import { accountNotes, lineReasons } from './explain-share.js';
import type { Household } from './household.js';
import { type LocationCost, readLocation } from './location-cost.js';
import { type PosedProblem, poseProblem } from './pose-problem.js';
import { type ReadShareAccount, readAccounts, readTarget } from './read-household.js';
import type { HouseholdLine, HouseholdRebalancing, HouseholdShare } from './result.js';
import { shareOut } from './share-out.js';
import type { Sharing } from './share-problem.js';
import { type ShareAmount, withTarget } from './share-target.js';
import { tradesOfToday } from './trades-of-others.js';
import { type DecideAll, type HouseholdWeighing, weighTogether } from './weigh-household.js';

/** Brings one account to its share, by a verdict on what it costs; its errors' paths begin with `account`. */
export type DecideShare = (account: RebalancingAccount, verdict: Verdict) => Rebalancing;

/** Shares a household's target out and has each account brought to its share. */
export function runHousehold<C extends CurrencyCode>(
  household: Household<C>,
  rebalancer: Rebalancer,
  asOf: PlainDate,
  decide: DecideShare,
): HouseholdRebalancing<C> {
  checkObject(household, 'household');
  const { universe, [INSIDE]: inside } = rebalancer;
  const id = checkText(household.id, 'household.id');
  const target = readTarget(household.target, universe);
  const costOf = readLocation(household.location, universe, 'household.location');
  const accounts = readAccounts(household, target, inside, asOf);
  const problem = poseProblem(accounts, target, costOf);
  const sharing = shareOut(problem);
  const { currency } = household;
  const decideAll: DecideAll = (verdict) => {
    const today: RecentTrade[] = [];
    return accounts.map((account, place) => {
      if (!isTraded(account)) return undefined;
      const guarded = withTrades(account, today);
      const result = decideShare(guarded, place, problem, sharing, verdict, decide);
      today.push(...tradesOfToday(result, asOf, inside));
      return result;
    });
  };
  const locationCost: LocationCost = household.location?.kind === 'costs' ? costOf : () => 0;
  const by = { inside, whole: problem.whole, locationCost };
  const { results, weighing } = weighTogether(accounts, decideAll, by, currency);
  const isTrade = results.some((result) => result?.decision === 'trade');
  const lines = problem.lines.map((_, line) =>
    makeLine(line, problem, sharing, accounts, currency),
  );
  const isMet =
    lines.every(({ reasons }) => reasons.length === 0) && sharing.left.every((left) => left === 0n);
  const status = isMet ? 'met' : 'not-met';
  return Object.freeze({
    household: id,
    policy: inside.policy.id,
    asOf,
    status,
    decision: isTrade ? 'trade' : 'hold',
    investable: fromMinorUnits(currency, problem.whole),
    lines: Object.freeze(lines),
    shares: Object.freeze(
      accounts.map((account, place) =>
        makeShare(account, place, problem, sharing, currency, results[place]),
      ),
    ),
    ...(weighing === undefined ? {} : { weighing }),
    ...locationOf(household, problem, sharing),
    changes: Object.freeze({ count: sharing.changes, fewest: sharing.fewest }),
    reasons: Object.freeze([
      makeReason(`rebalancing.household-${status}`, isMet ? 'info' : 'warn'),
      ...weighingReasons(results, weighing, inside),
    ]),
  });
}

function makeLine<C extends CurrencyCode>(
  line: number,
  problem: PosedProblem,
  sharing: Sharing,
  accounts: readonly ReadShareAccount[],
  currency: C,
): HouseholdLine<C> {
  const { targets, lines, weights, whole } = problem;
  const held = problem.cells.map((cell) => cell.held);
  const missing = targets[line]! - BigInt(Math.round(amountOf(line, problem, sharing.amounts)));
  // Amounts of classes are rounded product by product and account by account.
  const isMissing = Math.abs(Number(missing)) > roundingOf(line, problem);
  const share = (amount: number): number => (whole > 0n ? amount / Number(whole) : 0);
  return Object.freeze({
    id: lines[line]!,
    current: share(amountOf(line, problem, held)),
    target: weights[line]!,
    reached: share(amountOf(line, problem, sharing.amounts)),
    missing: fromMinorUnits(currency, missing),
    reasons: Object.freeze(isMissing ? lineReasons(line, missing, problem, sharing, accounts) : []),
  });
}

function amountOf(line: number, { cells }: PosedProblem, amounts: readonly bigint[]): number {
  const parts = cells.flatMap(({ exposures }, j) =>
    exposures.flatMap(([place, share]) => (place === line ? [share * Number(amounts[j]!)] : [])),
  );
  return neumaierSum(parts);
}

function roundingOf(line: number, { cells }: PosedProblem): number {
  const parts = cells.filter(({ exposures }) =>
    exposures.some(([place, share]) => place === line && share < 1),
  );
  return parts.length;
}

function makeShare<C extends CurrencyCode>(
  one: ReadShareAccount,
  place: number,
  problem: PosedProblem,
  sharing: Sharing,
  currency: C,
  result: Rebalancing | undefined,
): HouseholdShare<C> {
  const places = cellsOf(place, problem);
  const shares = amountsIn(place, problem, sharing);
  const left = sharing.left[place]!;
  const restricted = places.some((j) => {
    const { bound } = problem.origins[j]!;
    return bound.buyHindrances.length + bound.sellHindrances.length > 0;
  });
  const notes = accountNotes(one, restricted, left, currency);
  return Object.freeze({
    account: one.account.id,
    investable: fromMinorUnits(currency, problem.money[place]!),
    amounts: Object.freeze(
      Object.fromEntries(
        shares.map(({ product, amount }) => [product, fromMinorUnits(currency, amount)]),
      ) as Record<string, Money<C>>,
    ),
    left: fromMinorUnits(currency, left),
    changes: Object.freeze(
      shares.filter(({ held, amount }) => held !== amount).map(({ product }) => product),
    ),
    flags: Object.freeze(notes.flags),
    reasons: Object.freeze(notes.reasons),
    ...(result === undefined ? {} : { result }),
  });
}

function decideShare(
  one: ReadShareAccount,
  place: number,
  problem: PosedProblem,
  sharing: Sharing,
  verdict: Verdict,
  decide: DecideShare,
): Rebalancing {
  const target = withTarget(one, amountsIn(place, problem, sharing), sharing.left[place]!);
  return renamePaths({ account: one.path }, () => decide(target, verdict));
}

/** The account with what those before it trade today, which its wash-sale guard must know. */
function withTrades(one: ReadShareAccount, today: readonly RecentTrade[]): ReadShareAccount {
  if (today.length === 0) return one;
  const { given } = one;
  return { ...one, given: { ...given, recentTrades: [...(given.recentTrades ?? []), ...today] } };
}

function cellsOf(place: number, { cells }: PosedProblem): readonly number[] {
  return cells.flatMap(({ account }, j) => (account === place ? [j] : []));
}

function amountsIn(
  place: number,
  problem: PosedProblem,
  { amounts }: Sharing,
): readonly ShareAmount[] {
  return cellsOf(place, problem).map((j) => {
    const { product, held } = problem.cells[j]!;
    return { product, held, amount: amounts[j]! };
  });
}

/** Both numbers of the decision, where something was planned. */
function weighingReasons(
  results: readonly (Rebalancing | undefined)[],
  weighing: HouseholdWeighing | undefined,
  { policy }: Inside,
): readonly Reason[] {
  if (weighing === undefined) return [];
  const isPlanned = results.some((result) => result !== undefined && result.considered.length > 0);
  if (!isPlanned) return [];
  const { gain, cost } = weighing;
  const { gate, years } = policy.weighing;
  const pays = toMinorUnits(gain) > toMinorUnits(cost);
  const code = pays ? 'gain-above-cost' : gate === 'gain' ? 'cost-above-gain' : 'cost-accepted';
  return [makeReason(`rebalancing.${code}`, 'info', { gain, cost, years })];
}

/** Whether the account can trade and there is something to trade with. */
function isTraded({ account }: ReadShareAccount): boolean {
  const { status, value, holdings } = account;
  return status === 'active' && (value !== 0n || holdings.some(({ local }) => local > 0n));
}

function locationOf(
  { location }: Household,
  { cells, whole }: PosedProblem,
  { amounts }: Sharing,
): Pick<HouseholdRebalancing, 'location'> {
  if (location === undefined) return {};
  const mean = (sizes: readonly bigint[]): number =>
    whole > 0n ? neumaierSum(cells.map(({ cost }, j) => cost * ratio(sizes[j]!, whole))) + 0 : 0;
  const before = mean(cells.map(({ held }) => held));
  return { location: Object.freeze({ before, after: mean(amounts) }) };
}
