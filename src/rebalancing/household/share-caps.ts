import { floorShareOf, most, RATE_UNITS, rateUnits } from '../account/exact.js';
import type { CompiledCap } from '../policy/read-caps.js';
import type { ReadShareAccount } from './read-household.js';
import type { Cell, SharedCap, ShareProblem } from './share-problem.js';

/** A cap of the policy in an account. */
export interface PosedCap extends SharedCap {
  readonly cap: CompiledCap;
  /** What it is a share of: what is to be invested in the account. */
  readonly whole: bigint;
}

type Cells = readonly Cell[];

/** The caps of issuers and groups that the cells of each account can meet. */
export function capsOf(
  accounts: readonly ReadShareAccount[],
  cells: Cells,
  caps: readonly CompiledCap[],
): readonly PosedCap[] {
  return accounts.flatMap(({ money, toHousehold }, account) =>
    caps.flatMap((cap): readonly PosedCap[] => {
      const parts = cells.flatMap((cell, j) => {
        const share = cap.shares.get(cell.product);
        return cell.account === account && share !== undefined ? [[j, share] as const] : [];
      });
      if (parts.length === 0) return [];
      const whole = toHousehold(most(money.investable, 0n));
      return [{ account, parts, cap, whole, most: floorShareOf(whole, cap.max) }];
    }),
  );
}

/** Caps that are shares of so much less. */
export function capsLess(
  caps: readonly PosedCap[],
  charged: readonly bigint[],
): readonly PosedCap[] {
  return caps.map((one) => {
    const whole = most(one.whole - charged[one.account]!, 0n);
    return { ...one, whole, most: floorShareOf(whole, one.cap.max) };
  });
}

/** Caps that leave everything where it is in the accounts that are named. */
export function capsWithHeld(
  caps: readonly PosedCap[],
  cells: Cells,
  keeps: (account: number) => boolean,
): readonly PosedCap[] {
  return caps.map((one) =>
    keeps(one.account)
      ? { ...one, most: most(one.most, countedIn(one, (j) => cells[j]!.held) / RATE_UNITS + 1n) }
      : one,
  );
}

/**
 * Caps that are shares of what is left once an account has paid. What cannot be sold is allowed all the same, which bends the limit upwards; a
 * straight line over that bend never keeps an account from paying. Where money is only raised, what is above a cap gives first, but no more of it is sold
 * than is paid.
 *
 * @param payers the cells that pay, which stand behind the others.
 */
export function capsWithPayers(
  caps: readonly PosedCap[],
  cells: Cells,
  payers: Cells,
  { raises = false }: Pick<ShareProblem, 'raises'>,
): readonly SharedCap[] {
  return caps.map((one) => {
    const own = payers.flatMap((payer, k) => (payer.account === one.account ? [k] : []));
    const payable = own.reduce((sum, k) => sum + payers[k]!.most, 0n);
    if (payable === 0n) return one;
    const unpaid = limitOf(one, cells);
    const whole = most(one.whole - payable, 0n);
    const paid = limitOf({ ...one, most: floorShareOf(whole, one.cap.max) }, cells);
    const given = raises
      ? Math.min(...one.parts.map(([, part]) => part)) * Number(payable)
      : unpaid;
    const share = Math.max(0, Math.min(unpaid - paid, given) / Number(payable));
    if (share === 0) return one;
    return { ...one, parts: [...one.parts, ...own.map((k) => [cells.length + k, share] as const)] };
  });
}

/** The most that a cap allows, in smallest units. */
export function limitOf(cap: SharedCap, cells: Cells): number {
  return Math.max(Number(cap.most), Number(countedIn(cap, (j) => cells[j]!.least)) / UNITS);
}

/** By how much amounts pass a cap, in smallest units × 10^12; below 0 there is room. */
export function overShared(cap: SharedCap, cells: Cells, amounts: readonly bigint[]): bigint {
  const stays = countedIn(cap, (j) => cells[j]!.least);
  return countedIn(cap, (j) => amounts[j]!) - most(cap.most * RATE_UNITS, stays);
}

const UNITS = Number(RATE_UNITS);

/** What counts of amounts, in smallest units × 10^12. */
function countedIn({ parts }: SharedCap, amountOf: (cell: number) => bigint): bigint {
  return parts.reduce((sum, [j, share]) => sum + rateUnits(share) * amountOf(j), 0n);
}
