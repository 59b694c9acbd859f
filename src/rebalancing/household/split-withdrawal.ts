import type { PlainDate } from '../../dates/index.js';
import type { DealingDesk } from '../../products/index.js';
import { least, most } from '../account/exact.js';
import { sumOf } from '../lots/take-lots.js';
import type { Inside } from '../policy/compiled-policy.js';
import { capacityOf, freeOf } from './capacity.js';
import { keptTogether, type Raise } from './kept-together.js';
import type { Pool } from './pool.js';
import type { PosedProblem } from './pose-problem.js';
import { mayTrade, onlyOneOf, type ReadShareAccount } from './read-household.js';
import { saleCostOf } from './sale-cost.js';
import { capsLess, capsWithHeld, capsWithPayers } from './share-caps.js';
import { shareOut } from './share-out.js';
import type { Cell } from './share-problem.js';
import { splitTarget } from './split-target.js';

/** What each account pays of a household's withdrawal, in smallest units of the household's currency. */
export interface SplitWithdrawal {
  readonly amount: bigint;
  /** By account; all 0 where it cannot be paid in full and the policy pays nothing in part. */
  readonly parts: readonly bigint[];
  /** The most that could be paid. */
  readonly most: bigint;
}

/** How a withdrawal is split. */
export interface SplitRule {
  readonly inside: Inside;
  readonly asOf: PlainDate;
  readonly pool: Pool;
  readonly desk: DealingDesk;
  /** Whether the household is brought to its target besides, so that its accounts may buy. */
  readonly isDue: boolean;
  /** Whether costs of places are costs a year, which add up with those of sales; else they are ranks, which come first. */
  readonly costsAdd: boolean;
  /** The most that accounts have turned out to be able to pay, by id, in smallest units of the household's currency. */
  readonly caps: ReadonlyMap<string, bigint>;
}

/** The problem with what the sale of each product costs in each account. */
export function withSaleCosts(
  problem: PosedProblem,
  accounts: readonly ReadShareAccount[],
  { inside: { policy }, asOf, costsAdd }: Pick<SplitRule, 'inside' | 'asOf' | 'costsAdd'>,
): PosedProblem {
  // Places cost by the year, a sale costs once.
  const perYear = costsAdd ? policy.weighing.years : 1;
  const cells = problem.cells.map((cell, j): Cell => {
    const { holding, bound } = problem.origins[j]!;
    const { account } = accounts[cell.account]!;
    const cost = saleCostOf(account, holding, bound, policy.lots.method, asOf);
    return { ...cell, saleCost: cost / perYear };
  });
  return { ...problem, cells, costsAdd };
}

/**
 * What is sold to raise the accounts' withdrawals alone.
 *
 * @param problem with all that each account pays.
 */
export function raiseInAll(
  problem: PosedProblem,
  accounts: readonly ReadShareAccount[],
  by: Pick<SplitRule, 'inside' | 'pool' | 'desk'>,
): PosedProblem {
  const open = raiseOnly(problem, accounts, by.inside);
  return keptTogether({ problem: open, invested: keptAtMost(open) }, accounts, by, (kept) => kept);
}

/** A payment that is to be raised beside what the accounts pay themselves, with the caps of what is left then. */
function raiseOf(
  open: PosedProblem,
  { caps }: PosedProblem,
  payable: bigint,
  payers: readonly Cell[],
): Raise {
  const free = sumOf(payers.map(({ most: part, isLast = false }) => (isLast ? 0n : part)));
  const invested = keptAtMost(open) - most(payable - free, 0n);
  const whole = open.whole - payable;
  const paid = open.whole > 0n ? splitTarget(payable, open.money.map(Number)) : open.money;
  return { problem: { ...open, whole, caps: capsLess(caps, paid) }, invested };
}

/** What can stay invested: what is held in each account, less what it must raise for itself. */
function keptAtMost({ cells, money }: PosedProblem): bigint {
  const held = money.map(() => 0n);
  for (const cell of cells) held[cell.account]! += cell.held;
  return sumOf(held.map((value, i) => least(value, money[i]!)));
}

/** Nothing is bought, and free money above the floor goes first. */
function raiseOnly(
  problem: PosedProblem,
  accounts: readonly ReadShareAccount[],
  inside: Inside,
): PosedProblem {
  const cells = problem.cells.map((cell) => ({
    ...cell,
    most: most(cell.least, least(cell.most, cell.held)),
  }));
  const money = accounts.map((one, i) => {
    const { account, toHousehold } = one;
    const held = cells.reduce((sum, cell) => (cell.account === i ? sum + cell.held : sum), 0n);
    if (!mayTrade(account)) return held;
    return most(held + toHousehold(freeOf(one, inside)), 0n);
  });
  const whole = money.reduce((sum, amount) => sum + amount, 0n);
  const targets = splitTarget(whole, problem.weights);
  // Nothing is sold for a cap alone where nothing is paid.
  const caps = capsWithHeld(problem.caps, cells, (i) => accounts[i]!.account.withdrawal === 0n);
  return { ...problem, cells, money, whole, targets, caps, raises: true };
}

/** Splits an amount over the accounts: it is paid before all else, and what stays is shared out as ever. */
export function splitWithdrawal(
  amount: bigint,
  problem: PosedProblem,
  accounts: readonly ReadShareAccount[],
  rule: SplitRule,
): SplitWithdrawal {
  const only = onlyOneOf(accounts);
  if (only !== undefined) {
    const payable = payableAlone(amount, only, rule);
    return inFull(
      amount,
      accounts.map((each) => (each === only ? payable : 0n)),
      rule,
    );
  }
  const open = rule.isDue ? problem : raiseOnly(problem, accounts, rule.inside);
  const payment = open.targets.length;
  const freeMoney = freeMoneyFor(amount, accounts, rule);
  const payers = accounts.flatMap((one, i): Cell[] => {
    const { account } = one;
    if (!mayTrade(account)) return [];
    const exposures = [[payment, 1]] as const;
    const capacity = rule.caps.get(account.id) ?? capacityOf(i, problem, one, rule);
    const payable = least(amount, capacity);
    const free = least(payable, freeMoney[i]!);
    const payer = { account: i, product: '', held: 0n, least: 0n, cost: 0, exposures };
    return [
      { ...payer, most: free },
      { ...payer, most: payable - free, isLast: true },
    ];
  });
  const payable = least(amount, sumOf(payers.map((payer) => payer.most)));
  const cells = [...open.cells, ...payers];
  const caps = capsWithPayers(open.caps, open.cells, payers, open);
  const paying = <T extends Pick<PosedProblem, 'targets'>>(kept: T) => ({
    ...kept,
    ...{ cells, caps, payment, targets: [...kept.targets, payable] },
  });
  const kept = rule.isDue
    ? paying({ ...open, targets: splitTarget(open.whole - payable, open.weights) })
    : keptTogether(raiseOf(open, problem, payable, payers), accounts, rule, paying);
  const { amounts } = shareOut(kept);
  const paid = payers.map((_, k) => amounts[open.cells.length + k]!);
  const settled = settle(payable, paid, payers);
  const parts = accounts.map(() => 0n);
  payers.forEach(({ account }, k) => {
    parts[account]! += settled[k]!;
  });
  return inFull(amount, parts, rule);
}

/**
 * What accounts pay without a sale: where nothing else is due and that is enough, what they have beyond what the policy keeps as money; else all above
 * its floor.
 */
function freeMoneyFor(
  amount: bigint,
  accounts: readonly ReadShareAccount[],
  { inside, isDue }: SplitRule,
): readonly bigint[] {
  const inHousehold = (free: (one: ReadShareAccount) => bigint): readonly bigint[] =>
    accounts.map((one) => (mayTrade(one.account) ? most(one.toHousehold(free(one)), 0n) : 0n));
  const beyond = isDue ? [] : inHousehold(({ money }) => money.free);
  return !isDue && sumOf(beyond) >= amount ? beyond : inHousehold((one) => freeOf(one, inside));
}

/** An account beside which there is nothing pays all, or what it has turned out to be able to pay. */
function payableAlone(amount: bigint, { account }: ReadShareAccount, { caps }: SplitRule): bigint {
  return mayTrade(account) ? least(amount, caps.get(account.id) ?? amount) : 0n;
}

/** Parts that come to the amount; else nothing is paid, unless the policy pays in part. */
function inFull(amount: bigint, parts: readonly bigint[], { inside }: SplitRule): SplitWithdrawal {
  const sum = sumOf(parts);
  const isPaid = sum === amount || inside.policy.cash.paysInPart;
  return { amount, parts: isPaid ? parts : parts.map(() => 0n), most: sum };
}

/** Units that rounding has moved go to accounts that pay and can pay more. */
function settle(
  amount: bigint,
  paid: readonly bigint[],
  payers: readonly Cell[],
): readonly bigint[] {
  let missing = amount - paid.reduce((sum, part) => sum + part, 0n);
  // More than a unit each is no rounding.
  if (missing > BigInt(paid.length)) return paid;
  return paid.map((part, k) => {
    if (part === 0n || missing === 0n) return part;
    const next = least(payers[k]!.most, most(part + missing, 0n));
    missing -= next - part;
    return next;
  });
}
