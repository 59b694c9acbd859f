import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { checkObject, checkText, renamePaths } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits, type Money } from '../../money/index.js';
import { neumaierSum } from '../../numerics/index.js';
import { openDealingDesk } from '../../products/index.js';
import { ratio } from '../account/exact.js';
import { INSIDE, type Rebalancer } from '../compile-rebalancing.js';
import { rebalance } from '../rebalance.js';
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

/** When a household is brought back. */
export interface HouseholdOptions {
  /** The day of the decision. */
  readonly asOf: PlainDate;
}

/**
 * Brings several accounts to one target of all of them, each with its own money.
 *
 * The target is shared out over the accounts: first as near to it as what can be traded today allows, the products or classes that
 * fall short in proportion; of all such shares one at the least cost of location; of those one with the fewest changes, and with
 * these changes the least is traded. Where the target is by products, shares are exact to the smallest unit. Each account is then brought to
 * its share by `rebalance`, with its own triggers, minimums and costs.
 *
 * A frozen account keeps what it has, which counts in the household. Fewest changes are proved by branch and bound, or marked as not
 * proved where that takes too long.
 *
 * @param rebalancer one policy for all accounts.
 * @throws AptfolioError with the path to the fault: `household.target.weights` for weights that do not sum to 1,
 * `household.accounts[1].positions[0].price`, `missing-rate` at `household.fx.rates.USD`.
 *
 * Source: least cost of shares with fixed sums on both sides is the transport problem (F. L. Hitchcock, Journal of Mathematics and
 * Physics 20, 1941), whose corners are whole numbers.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts } from 'aptfolio/products';
 * import { compileRebalancing, rebalanceHousehold } from 'aptfolio/rebalancing';
 *
 * const terms = {
 *   issuerRisk: 'R3', distributorRisk: 'R3', annualFee: 0, entryFee: 0,
 *   minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Bonds', lookThrough: { BOND: 1 } },
 *     { ...terms, id: 'B', name: 'Shares', lookThrough: { EQUITY: 1 } },
 *   ],
 *   ['BOND', 'EQUITY'],
 * );
 * const rebalancer = compileRebalancing({ id: 'standard', bands: { default: { absolute: 0.05 } } }, { universe });
 * const account = (id: string, product: string, value: string) => ({
 *   id, currency: 'CNY' as const, lastTradeOn: null,
 *   positions: [{ product, value: money('CNY', value) }],
 * });
 * const result = rebalanceHousehold(
 *   {
 *     id: 'Li', currency: 'CNY',
 *     accounts: [account('own', 'B', '80000'), account('pension', 'B', '20000')],
 *     target: { kind: 'products', weights: { A: 0.4, B: 0.6 } },
 *     location: { kind: 'ranked', order: { BOND: ['pension', 'own'] } },
 *   },
 *   rebalancer,
 *   { asOf: '2026-03-02' },
 * );
 * result.status; // => 'met'
 * result.shares.map(({ account, amounts }) => `${account} ${amounts.A.amount} ${amounts.B.amount}`);
 * // => ['own 20000.00 60000.00', 'pension 20000.00 0.00']
 * result.changes; // => { count: 4, fewest: true }
 * ```
 */
export function rebalanceHousehold<C extends CurrencyCode = CurrencyCode>(
  household: Household<C>,
  rebalancer: Rebalancer,
  options: HouseholdOptions,
): HouseholdRebalancing<C> {
  checkObject(household, 'household');
  const asOf = parsePlainDate(checkObject(options, 'options').asOf, 'options.asOf');
  const { [INSIDE]: inside, universe, calendar } = rebalancer;
  const id = checkText(household.id, 'household.id');
  const target = readTarget(household.target, universe);
  const costOf = readLocation(household.location, universe, 'household.location');
  const desk = openDealingDesk({ asOf, calendar });
  const accounts = readAccounts(household, target, inside, desk, asOf);
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
        makeShare(account, place, problem, sharing, { currency, rebalancer, asOf }),
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
  { currency, rebalancer, asOf }: { currency: C; rebalancer: Rebalancer; asOf: PlainDate },
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
  const decide = (): Rebalancing =>
    renamePaths({ account: one.path }, () =>
      rebalance(withTarget(one, shares, left), rebalancer, { asOf }),
    );
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
    ...(isTraded(one) ? { result: decide() } : {}),
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
