import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkUniqueIds,
  checkVector,
} from '../errors/index.js';
import { checkCovariance } from '../market/index.js';
import type { AllocationObjective, AllocationProblem, AssetBounds, AssetGroup } from './problem.js';
import { budgetRule, ceilingRule, floorRule, type Rule, targetReturnRule } from './rules.js';

/** A problem after its checks: vectors and rules that the solver's side can trust. */
export interface CompiledProblem {
  readonly assets: readonly string[];
  readonly expectedReturn: Float64Array;
  /** Row-major. */
  readonly covariance: Float64Array;
  readonly objective: AllocationObjective;
  /** Inequalities: per-asset floors and ceilings in the order of the assets, then groups, then the target. */
  readonly rules: readonly Rule[];
  readonly budget: Rule;
}

/** Checks a problem and turns it into vectors and rules. Throws with the path to the first fault. */
export function compileProblem(problem: AllocationProblem): CompiledProblem {
  checkObject(problem, 'problem');
  const { indexOf, assets } = checkAssets(problem.assets);
  const size = assets.length;
  const expectedReturn = checkVector(problem.expectedReturn, 'problem.expectedReturn', size);
  const covariance = checkCovariance(problem.covariance, 'problem.covariance', size);
  const objective = checkObjective(problem.objective);
  const budget = checkRange(problem.budget ?? 1, 'problem.budget', { exclusiveMin: 0 });
  const rules = [
    ...boundRules(problem.bounds ?? {}, assets, indexOf, budget),
    ...groupRules(problem.groups ?? [], indexOf),
  ];
  if (objective.kind === 'target-return') {
    rules.push(targetReturnRule(expectedReturn, objective.expectedReturn));
  }
  const compiled = { assets, expectedReturn, covariance, objective, rules };
  return { ...compiled, budget: budgetRule(size, budget) };
}

function checkAssets(value: unknown): {
  readonly assets: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
} {
  const path = 'problem.assets';
  const names = checkList<unknown>(value, path, { minLength: 1 });
  const indexOf = new Map<string, number>();
  for (let i = 0; i < names.length; i++) {
    const name = checkText(names[i], at(path, i));
    if (indexOf.has(name)) {
      throw new AptfolioError('duplicate-id', at(path, i), 'an asset not named before', name);
    }
    indexOf.set(name, i);
  }
  return { assets: [...indexOf.keys()], indexOf };
}

const OBJECTIVES = ['utility', 'minimum-variance', 'target-return'] as const;

function checkObjective(value: AllocationObjective): AllocationObjective {
  const path = 'problem.objective';
  checkObject(value, path);
  checkOneOf(value.kind, at(path, 'kind'), OBJECTIVES);
  if (value.kind === 'utility') {
    checkRange(value.riskAversion, at(path, 'riskAversion'), { exclusiveMin: 0 });
  }
  if (value.kind === 'target-return') {
    checkNumber(value.expectedReturn, at(path, 'expectedReturn'));
  }
  return value;
}

function boundRules(
  bounds: Readonly<Record<string, AssetBounds>>,
  assets: readonly string[],
  indexOf: ReadonlyMap<string, number>,
  budget: number,
): Rule[] {
  const path = 'problem.bounds';
  checkObject(bounds, path);
  for (const name of Object.keys(bounds)) {
    if (!indexOf.has(name)) {
      throw new AptfolioError('unknown-id', at(path, name), 'an asset of the problem', name);
    }
  }
  return assets.flatMap((asset, index) => {
    const own = Object.hasOwn(bounds, asset) ? bounds[asset] : {};
    const { min, max } = checkObject(own, at(path, asset));
    const least = min === undefined ? 0 : checkNumber(min, at(at(path, asset), 'min'));
    // A floor above the budget is a contradiction between two rules, which the result will name.
    const most =
      max === undefined ? Math.max(budget, least) : checkNumber(max, at(at(path, asset), 'max'));
    checkOrder(least, most, at(path, asset));
    return [
      floorRule('min', asset, [index], least, min !== undefined),
      ceilingRule('max', asset, [index], most, max !== undefined),
    ];
  });
}

function groupRules(groups: readonly AssetGroup[], indexOf: ReadonlyMap<string, number>): Rule[] {
  const path = 'problem.groups';
  // Array.from turns the holes of a sparse list into undefined, which the check then refuses.
  const list = Array.from(checkList<AssetGroup>(groups, path));
  checkUniqueIds(list, path);
  return list.flatMap((group, index) => {
    const own = at(path, index);
    const members = checkMembers(group.members, at(own, 'members'), indexOf);
    const rules: Rule[] = [];
    if (group.min !== undefined) {
      const min = checkNumber(group.min, at(own, 'min'));
      rules.push(floorRule('group-min', group.id, members, min, true));
    }
    if (group.max !== undefined) {
      const max = checkNumber(group.max, at(own, 'max'));
      rules.push(ceilingRule('group-max', group.id, members, max, true));
    }
    if (group.min !== undefined && group.max !== undefined) checkOrder(group.min, group.max, own);
    return rules;
  });
}

function checkMembers(
  value: unknown,
  path: string,
  indexOf: ReadonlyMap<string, number>,
): readonly number[] {
  const names = checkList<unknown>(value, path, { minLength: 1 });
  const members = new Set<number>();
  for (let i = 0; i < names.length; i++) {
    const name = checkText(names[i], at(path, i));
    const index = indexOf.get(name);
    if (index === undefined) {
      throw new AptfolioError('unknown-id', at(path, i), 'an asset of the problem', name);
    }
    if (members.has(index)) {
      throw new AptfolioError('duplicate-id', at(path, i), 'a member not named before', name);
    }
    members.add(index);
  }
  return [...members];
}

function checkOrder(min: number, max: number, path: string): void {
  if (min > max) {
    throw new AptfolioError('inconsistent', path, `a min of at most the max, ${max}`, min);
  }
}
