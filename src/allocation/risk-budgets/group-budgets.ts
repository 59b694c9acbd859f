import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkRange,
  checkText,
  checkUniqueIds,
} from '../../errors/index.js';
import { neumaierSum } from '../../numerics/index.js';

/** A share of the risk for several assets together, such as an asset class. */
export interface RiskBudgetGroup {
  /** Unique among the groups. */
  readonly id: string;
  /** The group's share of the whole risk, at least 0. */
  readonly budget: number;
  /** Its assets, each in one group only. */
  readonly members: readonly string[];
  /** Each member's share of the group's budget, summing to 1. Default: equal shares. */
  readonly shares?: Readonly<Record<string, number>>;
}

/** Shares may miss a sum of 1 by this much, through rounding. */
const SUM_TOLERANCE = 1e-9;

/**
 * The risk budgets of assets from those of groups, for `riskParity`.
 *
 * Contributions to risk add up, so that a group brings its budget exactly if its members bring theirs.
 *
 * Throws for budgets or shares that do not sum to 1, for an asset in two groups and for shares of other assets.
 *
 * @example
 * ```ts
 * import { groupRiskBudgets } from 'aptfolio/allocation';
 *
 * groupRiskBudgets([
 *   { id: 'bonds', budget: 0.5, members: ['GOVERNMENT', 'CREDIT'] },
 *   { id: 'equity', budget: 0.5, members: ['CHINA', 'WORLD'], shares: { CHINA: 0.75, WORLD: 0.25 } },
 * ]);
 * // => { GOVERNMENT: 0.25, CREDIT: 0.25, CHINA: 0.375, WORLD: 0.125 }
 * ```
 */
export function groupRiskBudgets(
  groups: readonly RiskBudgetGroup[],
): Readonly<Record<string, number>> {
  const path = 'groups';
  const list = Array.from(checkList<RiskBudgetGroup>(groups, path, { minLength: 1 }));
  checkUniqueIds(list, path);
  const budgets = list.map((group, g) =>
    checkRange(group.budget, at(at(path, g), 'budget'), { min: 0 }),
  );
  checkSum(budgets, path);
  const byMember = new Map<string, number>();
  list.forEach((group, g) => {
    const own = at(path, g);
    const members = readMembers(group.members, at(own, 'members'), byMember);
    const shares = readShares(group.shares, at(own, 'shares'), members);
    for (const [m, member] of members.entries()) byMember.set(member, budgets[g]! * shares[m]!);
  });
  return Object.freeze(Object.fromEntries(byMember));
}

function readMembers(
  value: unknown,
  path: string,
  taken: ReadonlyMap<string, number>,
): readonly string[] {
  const members = new Set<string>();
  checkList<unknown>(value, path, { minLength: 1 }).forEach((entry, i) => {
    const member = checkText(entry, at(path, i));
    if (members.has(member) || taken.has(member)) {
      throw new AptfolioError('duplicate-id', at(path, i), 'an asset not named before', member);
    }
    members.add(member);
  });
  return [...members];
}

function readShares(value: unknown, path: string, members: readonly string[]): readonly number[] {
  if (value === undefined) return members.map(() => 1 / members.length);
  const record = checkObject(value, path);
  for (const name of Object.keys(record)) {
    if (!members.includes(name)) {
      throw new AptfolioError('unknown-id', at(path, name), 'a member of the group', name);
    }
  }
  const shares = members.map((member) => {
    const share = Object.hasOwn(record, member) ? record[member] : undefined;
    return checkRange(share, at(path, member), { min: 0 });
  });
  checkSum(shares, path);
  return shares;
}

function checkSum(shares: readonly number[], path: string): void {
  const sum = neumaierSum(shares);
  if (Math.abs(sum - 1) > SUM_TOLERANCE) {
    throw new AptfolioError('inconsistent', path, 'shares that sum to 1', sum);
  }
}
