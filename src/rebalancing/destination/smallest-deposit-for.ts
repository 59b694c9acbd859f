import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { RebalancingAccount } from '../account/account.js';
import { most, powerOfTen, shareOf } from '../account/exact.js';
import { type ReadAccount, readAccount } from '../account/read-account.js';
import { checkRebalancer } from '../check-rebalancer.js';
import type { Rebalancer } from '../compile-rebalancing.js';
import { atTime, MOMENT_FIELDS, type RebalanceOptions, readDay } from '../moment.js';
import type { Inside } from '../policy/compiled-policy.js';
import { type Bound, findBounds } from '../reach/bounds.js';
import { type Measured, measure, weigh } from '../reach/measure.js';
import type { Situation } from '../reach/situation.js';
import { lookAt } from '../rebalance-account.js';
import { writeState } from '../result/account-state.js';
import { costsOf } from '../result/costs.js';
import { describeTrades } from '../result/describe-trades.js';
import type { AccountState } from '../result/result.js';
import type { Trade } from '../result/trade.js';
import { makeWriter } from '../result/writer.js';
import { NO_HARVEST } from '../rounding/harvest-plan.js';
import { makePlan } from '../rounding/make-plan.js';
import type { Plan } from '../rounding/plan.js';
import { buyingOnly } from './buying-only.js';
import { leastDeposit } from './deposit-program.js';
import { drawIn, lesserOf, searchInSteps } from './draw-in.js';
import {
  type Beyond,
  type DepositPurchases,
  inWholeUnits,
  poseDeposit,
  targetsFor,
  tradesInSteps,
} from './pose-deposit.js';
import { whyNoDeposit } from './why-no-deposit.js';

/** The least deposit that brings an account inside its bands by purchases alone, or why there is none. */
export type AccountDeposit<C extends CurrencyCode = CurrencyCode> =
  | {
      readonly status: 'possible';
      /** At least 0; 0 where money that is there is enough, or nothing is out of its band. */
      readonly amount: Money<C>;
      /** The purchases, by ascending product, entry fees in their amounts. */
      readonly trades: readonly Trade<C>[];
      /** The account with them, before costs of a later day. */
      readonly after: AccountState<C>;
    }
  | {
      readonly status: 'impossible';
      /** The lines that stay out, with why what they are made of cannot be bought. */
      readonly reasons: readonly Reason[];
    };

/**
 * The least deposit that, spent on purchases of what the target names, brings an account inside its bands: with entry fees, spread and
 * exchange, minimums, steps and whole units, what account, product and calendar do not permit, most weights, and what is inside the products.
 *
 * Money to invest that is there is spent with it, and what the policy keeps as money is filled up first; a ceiling of money and stages do not hold
 * it back. Products are bought from their minimum on or not at all, in steps and whole units, so that the least is found by a linear program with branch and bound. What
 * charges and tiers of fees add to it is found by planning the purchases as `rebalance` does, a little further inside the bands each time until
 * they hold: there the amount is the least to within a step, or some cents where there is none.
 *
 * The amount goes with its own `trades`. `rebalance` spends a deposit to come as near to the target as a whole as it can, which may leave a line
 * outside that these purchases just bring inside.
 *
 * @param rebalancer made by `compileRebalancing`; its triggers, destination and gate do not count here.
 * @throws AptfolioError as `rebalance`.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts } from 'aptfolio/products';
 * import { compileRebalancing, smallestDepositFor } from 'aptfolio/rebalancing';
 *
 * const terms = {
 *   issuerRisk: 'R3', distributorRisk: 'R3', annualFee: 0, entryFee: 0.01,
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
 * const positions = [
 *   { product: 'A', value: money('CNY', '50000') },
 *   { product: 'B', value: money('CNY', '50000') },
 * ];
 * const account = { id: '1', currency: 'CNY', target: { A: 0.6, B: 0.4 }, positions };
 * // N = 5,000 / 0.45 of bonds are missing, and 1.01 × N is paid for them.
 * const least = smallestDepositFor(account, rebalancer, { asOf: '2026-03-02' });
 * Math.round(least.amount.amount); // => 11222
 * least.trades.map(({ product, costs }) => [product, costs.entry.amount]); // => [['A', '111.11']]
 * ```
 */
export function smallestDepositFor<C extends CurrencyCode = CurrencyCode>(
  account: RebalancingAccount<C>,
  rebalancer: Rebalancer<C>,
  options: RebalanceOptions,
): AccountDeposit<C> {
  const asOf = readDay(options, MOMENT_FIELDS);
  const inside = buyingOnly(checkRebalancer(atTime(rebalancer, options), asOf));
  const situation = lookAt(readAccount(account, inside, asOf), inside, asOf);
  const write = makeWriter(account.currency) as (units: bigint) => Money<C>;
  const found = isInOrder(situation)
    ? nothingBought(situation)
    : search(situation, { inside, asOf });
  if (found === undefined) {
    return Object.freeze({
      status: 'impossible',
      reasons: whyNoDeposit(situation, boundsOf(situation)),
    });
  }
  const { deposit, plan, measured } = found;
  const { holdings, cashTotal } = situation.account;
  const values = plan?.valuesAfter ?? holdings.map(({ value }) => value);
  const cash = plan?.cashAfter ?? cashTotal;
  return Object.freeze({
    status: 'possible',
    amount: write(deposit),
    trades: plan === undefined ? Object.freeze([]) : tradesOf(plan, situation, measured, write),
    after: writeState(holdings, values, cash, measured, write) as AccountState<C>,
  });
}

/** The policy, whose shares of money are still to be settled, and the day. */
interface Asked {
  readonly inside: Inside;
  readonly asOf: PlainDate;
}

/** A deposit with the purchases that it pays for and the account after them, measured against its own target. */
interface Found {
  readonly deposit: bigint;
  /** Absent where nothing is bought. */
  readonly plan: Plan | undefined;
  readonly measured: Measured;
}

function isInOrder({ now, money }: Situation): boolean {
  return now.drift.triggered.length === 0 && !money.mustRaise;
}

function nothingBought({ now }: Situation): Found {
  return { deposit: 0n, plan: undefined, measured: now };
}

/**
 * The least deposit for which the purchases, as they are rounded and paid, bring everything inside: that of the linear program, or that of
 * one whose lines lie as little further in as does; where nothing is there yet, of one that pays in as little more as does.
 */
function search(situation: Situation, asked: Asked): Found | undefined {
  const bounds = boundsOf(situation);
  const keptShare = keptShareOf(situation, asked);
  const { investable, free } = situation.money;
  const isEmpty = investable <= 0n && situation.account.holdings.every(({ value }) => value === 0n);
  const attempt = (by: number, inSteps = false): Found | undefined => {
    const beyond = isEmpty
      ? { inset: 0, atLeast: by - Number(free), inSteps }
      : { inset: by, atLeast: 0, inSteps };
    const sought = seek(situation, bounds, keptShare, beyond);
    return sought === undefined ? undefined : spend(situation, sought, asked);
  };
  const unit = 1 / Math.max(1, Number(investable));
  const edge = isEmpty ? undefined : attempt(0);
  const stepped = tradesInSteps(situation) ? searchInSteps(attempt, unit) : undefined;
  if (edge !== undefined) return lesserOf(stepped, edge);
  return lesserOf(stepped, drawIn(attempt, unit, isEmpty));
}

/** What of a deposit stays money because the policy keeps a share. */
function keptShareOf({ account, inside }: Situation, asked: Asked): number {
  const { open } = asked.inside.policy.cash;
  const share = open?.target ?? open?.floor ?? 0;
  const whole = most(account.value - account.withdrawal, 0n);
  return inside.policy.cash.target === shareOf(whole, share) ? share : 0;
}

/** How often fees that depend on the amount are worked out anew. */
const ROUNDS = 8;

function seek(
  situation: Situation,
  bounds: readonly Bound[],
  keptShare: number,
  beyond: Beyond,
): DepositPurchases | undefined {
  const { holdings } = situation.account;
  const tenth = most(situation.money.investable, 0n) / 10n;
  let sought: DepositPurchases = { deposit: -1n, purchases: holdings.map(() => tenth) };
  let likely = sought.purchases;
  for (let round = 0; round < ROUNDS; round++) {
    const { problem, unit } = poseDeposit(situation, bounds, likely, keptShare, beyond);
    const found = leastDeposit(problem);
    if (found === undefined) return undefined;
    const before = sought;
    sought = inWholeUnits(found, unit);
    if (sought.deposit === before.deposit) break;
    // The fee on nothing is none; what is not bought keeps the fee that spoke against it.
    likely = sought.purchases.map((purchase, i) => (purchase > 0n ? purchase : likely[i]!));
  }
  return sought;
}

/** Plans the purchases towards the account's own target, or else those that were sought; nothing where something stays out of its band. */
function spend(
  situation: Situation,
  { deposit, purchases }: DepositPurchases,
  { inside, asOf }: Asked,
): Found | undefined {
  const { account } = situation;
  const { cash, currency, holdings } = account;
  const paidIn: ReadAccount = {
    ...account,
    cash: new Map(cash).set(currency, (cash.get(currency) ?? 0n) + deposit),
    cashTotal: account.cashTotal + deposit,
    value: account.value + deposit,
  };
  const own = lookAt(paidIn, inside, asOf);
  const weights = targetsFor(holdings, purchases, own.money.investable);
  const targets = holdings.map((holding, i) => ({ ...holding, target: weights[i]! }));
  const { wantedClasses: _, ...plain } = paidIn;
  for (const tried of [own, lookAt({ ...plain, holdings: targets }, inside, asOf)]) {
    const plan = makePlan(
      { ...tried, bounds: boundsFor(tried, situation), task: 'rebalance' },
      NO_HARVEST,
    );
    const measured = measureAgainst(situation, plan);
    const isWanted = plan.trades.fits.every(({ place }) => holdings[place]!.target > 0);
    if (isWanted && measured.drift.triggered.length === 0) return { deposit, plan, measured };
  }
  return undefined;
}

/** The account after a plan, against the account's own target. */
function measureAgainst(
  { account, aim, inside, now }: Situation,
  { valuesAfter, cashAfter, occasion }: Plan,
): Measured {
  const { holdings } = account;
  const free = cashAfter - occasion.money.kept;
  const investable = valuesAfter.reduce((sum, value) => sum + value, free);
  const weights = weigh(holdings, valuesAfter, free, investable, inside);
  return measure(weights, aim, holdings, inside, new Set(now.drift.triggered));
}

/** What can be bought whatever there is to invest. */
function boundsOf({ account, inside, desk, money }: Situation): readonly Bound[] {
  const investable = (most(money.investable, 0n) + powerOfTen(6)) * powerOfTen(12);
  return findBounds(account, { investable, lost: 0n }, inside, desk);
}

/** What can be bought of what the target names; nothing of what it does not. */
function boundsFor(tried: Situation, { account }: Situation): readonly Bound[] {
  const { investable, mustRaise } = tried.money;
  const money = { investable, lost: 0n, mustRaise };
  const bounds = findBounds(tried.account, money, tried.inside, tried.desk);
  return bounds.map((bound, i) => {
    const { target, value } = account.holdings[i]!;
    return target > 0 ? bound : { ...bound, high: value, buyable: 0n, buyDates: undefined };
  });
}

/** The trades as those of the account's own target, whichever they were planned towards. */
function tradesOf<C extends CurrencyCode>(
  plan: Plan,
  { account, now }: Situation,
  measured: Measured,
  write: (units: bigint) => Money<C>,
): readonly Trade<C>[] {
  const weights = { before: now.products, after: measured.products };
  const { occasion } = plan;
  const own = { ...occasion.account, holdings: account.holdings };
  const shown = { ...plan, occasion: { ...occasion, account: own, now } };
  const trades = describeTrades(shown, costsOf(plan), NO_HARVEST, weights, write);
  return Object.freeze(trades as readonly Trade<C>[]);
}
