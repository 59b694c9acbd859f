import { makeReason, type Reason } from '../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits } from '../../money/index.js';
import type { PosedProblem } from './pose-problem.js';
import type { ReadShareAccount } from './read-household.js';
import type { HouseholdFlag } from './result.js';
import type { Sharing } from './share-problem.js';

/** What keeps a line from its target, account by account; empty where nothing is missing. */
export function lineReasons(
  line: number,
  missing: bigint,
  problem: PosedProblem,
  { amounts }: Sharing,
  accounts: readonly ReadShareAccount[],
): readonly Reason[] {
  const reasons: Reason[] = [];
  problem.cells.forEach((cell, j) => {
    if (!cell.exposures.some(([place]) => place === line)) return;
    const { bound } = problem.origins[j]!;
    const names = { account: accounts[cell.account]!.account.id, product: cell.product };
    // An account that is full of it lacks money, which is no hindrance of its own.
    if (missing > 0n && amounts[j]! >= cell.most && cell.most < problem.money[cell.account]!) {
      reasons.push(makeReason('rebalancing.household-cannot-add', 'warn', names));
      for (const { details = [] } of bound.buyHindrances) reasons.push(...details);
    }
    if (missing < 0n && amounts[j]! <= cell.least && amounts[j]! > 0n) {
      reasons.push(makeReason('rebalancing.household-cannot-reduce', 'warn', names));
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

/** What is special about an account and what it means. */
export function accountNotes(
  { account, money }: ReadShareAccount,
  restricted: boolean,
  left: bigint,
  currency: CurrencyCode,
): { readonly flags: readonly HouseholdFlag[]; readonly reasons: readonly Reason[] } {
  const flags: HouseholdFlag[] = [];
  if (account.status !== 'active') flags.push(account.status);
  else if (money.investable <= 0n) flags.push('nothing-to-invest');
  if (account.status === 'active' && restricted) flags.push('restricted');
  if (left > 0n) flags.push('money-left');
  if (left < 0n) flags.push('money-missing');
  const amount = fromMinorUnits(currency, left < 0n ? -left : left);
  const reasons = flags.map((flag) =>
    makeReason(`rebalancing.household-${flag}`, 'info', {
      account: account.id,
      ...(flag === 'money-left' || flag === 'money-missing' ? { amount } : {}),
    }),
  );
  return { flags, reasons };
}
