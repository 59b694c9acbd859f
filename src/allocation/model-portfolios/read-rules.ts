import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { type AssetNames, checkMembers } from '../compile/check-names.js';
import type { AssetGroup, LinearRule } from '../problem.js';

/** The id of the group that caps equity. */
export const EQUITY = 'equity';

/** Ids that are in use already. */
export interface TakenIds {
  readonly groups: Set<string>;
  readonly rules: Set<string>;
}

/** Checks rules on groups: members that exist, limits as decimal fractions, ids that are not taken. */
export function readGroups(
  value: readonly AssetGroup[],
  path: string,
  names: AssetNames,
  taken: TakenIds,
): readonly AssetGroup[] {
  return checkList<AssetGroup>(value, path).map((group, index) => {
    const own = at(path, index);
    checkObject(group, own);
    const id = readId(group.id, at(own, 'id'), taken.groups);
    const members = checkMembers(group.members, at(own, 'members'), names);
    const limits = readLimits(group, own, (limit, where) =>
      checkRange(limit, where, { min: 0, max: 1 }),
    );
    const named = Object.freeze(members.map((member) => names.assets[member]!));
    return Object.freeze({ id, members: named, ...limits });
  });
}

/** Checks rules on weighted sums: classes that exist, finite numbers, ids that are not taken. */
export function readLinearRules(
  value: readonly LinearRule[],
  path: string,
  { indexOf }: AssetNames,
  taken: TakenIds,
): readonly LinearRule[] {
  return checkList<LinearRule>(value, path).map((rule, index) => {
    const own = at(path, index);
    checkObject(rule, own);
    const id = readId(rule.id, at(own, 'id'), taken.rules);
    const where = at(own, 'coefficients');
    const coefficients = Object.entries(checkObject(rule.coefficients, where)).map(
      ([name, factor]): [string, number] => {
        if (indexOf.has(name)) return [name, checkNumber(factor, at(where, name))];
        throw new AptfolioError('unknown-id', at(where, name), 'a class of the assumptions', name);
      },
    );
    const limits = readLimits(rule, own, checkNumber);
    return Object.freeze({
      id,
      coefficients: Object.freeze(Object.fromEntries(coefficients)),
      ...limits,
    });
  });
}

function readId(value: unknown, path: string, taken: Set<string>): string {
  const id = checkText(value, path);
  if (taken.has(id)) throw new AptfolioError('duplicate-id', path, 'an id that is not taken', id);
  taken.add(id);
  return id;
}

function readLimits(
  { min, max }: { readonly min?: number; readonly max?: number },
  path: string,
  check: (limit: unknown, path: string) => number,
): { readonly min?: number; readonly max?: number } {
  const limits = {
    ...(min === undefined ? {} : { min: check(min, at(path, 'min')) }),
    ...(max === undefined ? {} : { max: check(max, at(path, 'max')) }),
  };
  if (limits.min !== undefined && limits.max !== undefined && limits.min > limits.max) {
    throw new AptfolioError(
      'inconsistent',
      path,
      `a min of at most the max, ${limits.max}`,
      limits.min,
    );
  }
  return limits;
}
