import type { PlainDate } from '../../dates/index.js';
import { checkObject, checkText, renamePaths } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits, type Money } from '../../money/index.js';
import { neumaierSum } from '../../numerics/index.js';
import type { RebalancingAccount } from '../account/account.js';
import { ratio } from '../account/exact.js';
import { INSIDE, type Rebalancer } from '../compile-rebalancing.js';
import type { Rebalancing } from '../result/result.js';
import { accountNotes, lineReasons } from './explain-share.js';
import type { Household } from './household.js';
import { readLocation } from './location-cost.js';
import { type PosedProblem, poseProblem } from './pose-problem.js';
import { type ReadShareAccount, readAccounts, readTarget } from './read-household.js';
import type { HouseholdLine, HouseholdRebalancing, HouseholdShare } from './result.js';
import { shareOut } from './share-out.js';
import type { Sharing } from './share-problem.js';
import { withTarget } from './share-target.js';

/** Brings one account to its share; its errors' paths begin with `account`. */
export type DecideShare = (account: RebalancingAccount) => Rebalancing;

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
    investable: fromMinorUnits(currency, problem.whole),
    lines: Object.freeze(lines),
    shares: Object.freeze(
      accounts.map((account, place) =>
        makeShare(account, place, problem, sharing, currency, decide),
      ),
    ),
    ...locationOf(household, problem, sharing),
    changes: Object.freeze({ count: sharing.changes, fewest: sharing.fewest }),
    reasons: Object.freeze([
      makeReason(`rebalancing.household-${status}`, isMet ? 'info' : 'warn'),
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
  decide: DecideShare,
): HouseholdShare<C> {
  const places = problem.cells.flatMap(({ account }, j) => (account === place ? [j] : []));
  const shares = places.map((j) => {
    const { product, held } = problem.cells[j]!;
    return { product, held, amount: sharing.amounts[j]! };
  });
  const left = sharing.left[place]!;
  const restricted = places.some((j) => {
    const { bound } = problem.origins[j]!;
    return bound.buyHindrances.length + bound.sellHindrances.length > 0;
  });
  const notes = accountNotes(one, restricted, left, currency);
  const decided = (): Rebalancing =>
    renamePaths({ account: one.path }, () => decide(withTarget(one, shares, left)));
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
    ...(isTraded(one) ? { result: decided() } : {}),
  });
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
