import { makeReason, type Reason } from '../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits } from '../../money/index.js';
import { floorShareOf, least, most, RATE_UNITS } from '../account/exact.js';
import type { Bound } from '../reach/bounds.js';
import { hindranceOf } from '../reach/caps.js';
import { reasonsFrom } from '../result/hindrance-reasons.js';
import type { PosedProblem } from './pose-problem.js';
import { type ReadShareAccount, requiredIn } from './read-household.js';
import type { HouseholdFlag } from './result.js';
import { overShared, type PosedCap } from './share-caps.js';
import type { Cell, Sharing } from './share-problem.js';
import type { ShareAmount } from './share-target.js';

/**
 * What keeps a line from its target, account by account; empty where nothing is missing.
 *
 * @param missing in smallest units of the currency.
 */
export function lineReasons(
  line: number,
  missing: bigint,
  problem: PosedProblem,
  { amounts }: Sharing,
  accounts: readonly ReadShareAccount[],
  currency: CurrencyCode,
): readonly Reason[] {
  const reasons: Reason[] = [];
  const full = problem.caps.filter((cap) => isFull(cap, problem, amounts));
  problem.cells.forEach((cell, j) => {
    if (!cell.exposures.some(([place]) => place === line)) return;
    const { bound } = problem.origins[j]!;
    const names = { account: accounts[cell.account]!.account.id, product: cell.product };
    if (cell.isSettled === true && missing !== 0n) {
      reasons.push(makeReason('rebalancing.household-minimum', 'info', names));
      return;
    }
    // An account that is full of it lacks money, which is no hindrance of its own.
    const isMost = amounts[j]! >= cell.most && cell.most < problem.money[cell.account]!;
    const caps = full.filter(({ parts }) => parts.some(([place]) => place === j));
    const own = limitReason(missing, cell, bound, accounts[cell.account]!);
    if (missing > 0n && (isMost || caps.length > 0)) {
      const isOwn = isMost && own !== undefined;
      reasons.push(isOwn ? own : makeReason('rebalancing.household-cannot-add', 'warn', names));
      if (isMost) for (const { details = [] } of bound.buyHindrances) reasons.push(...details);
      const hindrances = caps.map(({ cap }) => hindranceOf(cap));
      reasons.push(...reasonsFrom(hindrances, cell.product, fromMinorUnits(currency, missing)));
    }
    if (missing < 0n && amounts[j]! <= cell.least && amounts[j]! > 0n) {
      reasons.push(own ?? makeReason('rebalancing.household-cannot-reduce', 'warn', names));
      for (const { details = [] } of bound.sellHindrances) reasons.push(...details);
    }
  });
  if (missing !== 0n && reasons.length === 0) {
    reasons.push(
      makeReason('rebalancing.household-other-account', 'warn', { id: problem.lines[line]! }),
    );
  }
  return reasons;
}

/** The account's own limit of a product, where it is what keeps it at its most or its least: nothing else is as tight. */
function limitReason(
  missing: bigint,
  cell: Cell,
  { low, high }: Bound,
  { given, account, money, toHousehold }: ReadShareAccount,
): Reason | undefined {
  const names = { account: account.id, product: cell.product };
  const limit = given.limits?.[cell.product] ?? {};
  const whole = toHousehold(most(money.investable, 0n));
  if (missing > 0n) {
    const allowed = floorShareOf(whole, limit.most ?? 1);
    const isTight = limit.most !== undefined && allowed < toHousehold(high);
    if (!isTight || cell.most < allowed) return undefined;
    return makeReason('rebalancing.household-own-most', 'warn', { ...names, most: limit.most });
  }
  const required = floorShareOf(whole, limit.least ?? 0);
  const isTight = limit.least !== undefined && required > toHousehold(low);
  if (!isTight || cell.least > required) return undefined;
  return makeReason('rebalancing.household-own-least', 'warn', { ...names, least: limit.least });
}

/** Whether no more than rounding leaves fits under a cap. */
function isFull(cap: PosedCap, { cells }: PosedProblem, amounts: readonly bigint[]): boolean {
  return overShared(cap, cells, amounts) > -RATE_UNITS * BigInt(cap.parts.length);
}

/** Money of an account that is not invested, and what of it stays money on purpose; below 0 what is held beyond what may stay invested. */
interface Uninvested {
  readonly left: bigint;
  readonly kept: bigint;
}

/** What is special about an account and what it means. */
export function accountNotes(
  { account, money }: ReadShareAccount,
  restricted: boolean,
  { left, kept }: Uninvested,
  currency: CurrencyCode,
): { readonly flags: readonly HouseholdFlag[]; readonly reasons: readonly Reason[] } {
  const onPurpose = least(most(kept, 0n), most(left, 0n));
  const amounts: readonly (readonly [HouseholdFlag, bigint])[] = [
    ['money-kept', onPurpose],
    ['money-left', left - onPurpose],
    ['money-missing', -left],
  ];
  const flags: HouseholdFlag[] = [];
  if (account.status !== 'active') flags.push(account.status);
  else if (money.investable <= 0n) flags.push('nothing-to-invest');
  if (account.status === 'active' && restricted) flags.push('restricted');
  const noted = amounts.filter(([, amount]) => amount > 0n);
  const parameters = { account: account.id };
  const reasons = [
    ...flags.map((flag) => makeReason(`rebalancing.household-${flag}`, 'info', parameters)),
    ...noted.map(([flag, units]) => {
      const amount = fromMinorUnits(currency, units);
      return makeReason(`rebalancing.household-${flag}`, 'info', { ...parameters, amount });
    }),
  ];
  return { flags: [...flags, ...noted.map(([flag]) => flag)], reasons };
}

/** What an account is to hold at least by its own limits and cannot come to. */
export function belowLeast(
  { given, account, money, toHousehold }: ReadShareAccount,
  shares: readonly ShareAmount[],
): readonly Reason[] {
  const planned = new Map(shares.map(({ product, amount }) => [product, amount]));
  const whole = toHousehold(most(money.investable, 0n));
  return requiredIn(given).flatMap((product) => {
    const least = given.limits![product]!.least!;
    if ((planned.get(product) ?? 0n) >= floorShareOf(whole, least)) return [];
    const parameters = { account: account.id, product, least };
    return [makeReason('rebalancing.household-below-least', 'warn', parameters)];
  });
}
