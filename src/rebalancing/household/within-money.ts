import { least, most } from '../account/exact.js';
import { sumOf } from '../lots/take-lots.js';
import type { PosedProblem } from './pose-problem.js';
import type { ReadShareAccount } from './read-household.js';
import type { Cell } from './share-problem.js';
import { splitTarget } from './split-target.js';

/**
 * Cells whose least amounts each account has the money for. What cannot be sold stays; then what is held and required by the account's limits stays; what
 * is left buys what they require further, in proportion where it is too little.
 */
export function withinMoney(
  { cells, money, origins }: Pick<PosedProblem, 'cells' | 'money' | 'origins'>,
  accounts: readonly ReadShareAccount[],
): readonly Cell[] {
  const payable = cells.map((cell) => cell.least);
  accounts.forEach(({ toHousehold }, account) => {
    const own = [...cells.keys()].filter((j) => cells[j]!.account === account);
    const required = own.map((j) => cells[j]!.least);
    if (sumOf(required) <= money[account]!) return;
    const fast = own.map((j) => toHousehold(origins[j]!.bound.low));
    const kept = own.map((j, i) => most(fast[i]!, least(required[i]!, cells[j]!.held)));
    const isKept = sumOf(kept) <= money[account]!;
    const [from, to] = isKept ? ([kept, required] as const) : ([fast, kept] as const);
    const rooms = to.map((amount, i) => amount - from[i]!);
    const given = most(money[account]! - sumOf(from), 0n);
    const parts = given === 0n ? rooms.map(() => 0n) : splitTarget(given, rooms.map(Number));
    own.forEach((j, i) => {
      payable[j] = from[i]! + parts[i]!;
    });
  });
  return cells.map((cell, j) =>
    payable[j] === cell.least ? cell : { ...cell, least: payable[j]! },
  );
}
