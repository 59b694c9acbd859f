import {
  AptfolioError,
  at,
  checkObject,
  checkOneOf,
  checkRange,
  checkVector,
} from '../../errors/index.js';
import type { CompiledAssumptions } from '../../market/index.js';
import { RISK_LEVELS, type RiskLevel } from '../../questionnaire/index.js';
import { type AssetNames, checkAssets, checkMembers } from '../compile/check-names.js';
import { checkRisk } from '../compile/check-risk.js';
import type { AllocationPolicy, LevelPolicy, Stance } from '../policy.js';
import type { AllocationProblem, AssetBounds, AssetGroup, LinearRule } from '../problem.js';
import { EQUITY, readGroups, readLinearRules, type TakenIds } from './read-rules.js';

/** What a policy says for one risk level, checked. */
export interface PolicyAtLevel {
  readonly assumptions: CompiledAssumptions;
  readonly level: RiskLevel;
  readonly stance: Stance;
  readonly bounds: Readonly<Record<string, AssetBounds>>;
  readonly equityClasses: readonly string[];
  /** Of everyone, then of the level. */
  readonly groups: readonly AssetGroup[];
  readonly rules: readonly LinearRule[];
}

/** Reads a policy for one risk level. Throws with the path to the first fault; other levels are not looked at. */
export function readPolicyAt(
  assumptions: CompiledAssumptions,
  policy: AllocationPolicy,
  level: RiskLevel,
  levelPath = 'level',
): PolicyAtLevel {
  checkObject(assumptions, 'assumptions');
  const names = checkAssets(assumptions.assetClasses, 'assumptions.assetClasses');
  const size = names.assets.length;
  checkVector(assumptions.expectedReturn, 'assumptions.expectedReturn', size);
  checkRisk(assumptions.covariance, 'assumptions.covariance', size);
  checkObject(policy, 'policy');
  const bounds = readBounds(policy, names);
  const members = checkMembers(policy.equityClasses, 'policy.equityClasses', names, 0);
  const path = at('policy.levels', checkOneOf(level, levelPath, RISK_LEVELS));
  const own = checkObject(checkObject(policy.levels, 'policy.levels')[level], path) as unknown;
  const { lambda, equityMax, groups, rules } = own as LevelPolicy;
  const taken: TakenIds = { groups: new Set([EQUITY]), rules: new Set() };
  return {
    assumptions,
    level,
    stance: readStance({ lambda, equityMax }, path),
    bounds,
    equityClasses: Object.freeze(members.map((index) => names.assets[index]!)),
    groups: [
      ...readGroups(policy.groups ?? [], 'policy.groups', names, taken),
      ...readGroups(groups ?? [], at(path, 'groups'), names, taken),
    ],
    rules: [
      ...readLinearRules(policy.rules ?? [], 'policy.rules', names, taken),
      ...readLinearRules(rules ?? [], at(path, 'rules'), names, taken),
    ],
  };
}

/** The problem of a stance under a policy. */
export function problemAt(read: PolicyAtLevel, { lambda, equityMax }: Stance): AllocationProblem {
  const { assumptions, bounds, equityClasses, groups, rules } = read;
  const cap = { id: EQUITY, members: equityClasses, max: equityMax };
  return Object.freeze({
    assets: assumptions.assetClasses,
    expectedReturn: assumptions.expectedReturn,
    covariance: assumptions.covariance,
    objective: Object.freeze({ kind: 'utility', riskAversion: lambda }),
    bounds,
    groups: Object.freeze([...(equityClasses.length === 0 ? [] : [Object.freeze(cap)]), ...groups]),
    ...(rules.length === 0 ? {} : { rules: Object.freeze(rules) }),
  });
}

/** Checks the two numbers of a stance. */
export function readStance(value: unknown, path: string): Stance {
  const { lambda, equityMax } = checkObject(value, path);
  return {
    lambda: checkRange(lambda, at(path, 'lambda'), { exclusiveMin: 0 }),
    equityMax: checkRange(equityMax, at(path, 'equityMax'), { min: 0, max: 1 }),
  };
}

function readBounds(
  policy: AllocationPolicy,
  names: AssetNames,
): Readonly<Record<string, AssetBounds>> {
  const lower = readSide(policy.lower, 'policy.lower', names);
  const upper = readSide(policy.upper, 'policy.upper', names);
  const bounds = names.assets.map((name): [string, AssetBounds] => {
    const min = lower.get(name);
    const max = upper.get(name);
    if (min !== undefined && max !== undefined && min > max) {
      const expected = `a floor of at most the ceiling, ${max}`;
      throw new AptfolioError('inconsistent', at('policy.lower', name), expected, min);
    }
    const stated = {
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    };
    return [name, Object.freeze(stated)];
  });
  return Object.freeze(Object.fromEntries(bounds));
}

function readSide(
  value: unknown,
  path: string,
  { indexOf }: AssetNames,
): ReadonlyMap<string, number> {
  const given = checkObject(value, path);
  const side = new Map<string, number>();
  for (const name of Object.keys(given)) {
    if (!indexOf.has(name)) {
      throw new AptfolioError('unknown-id', at(path, name), 'a class of the assumptions', name);
    }
    side.set(name, checkRange(given[name], at(path, name), { min: 0, max: 1 }));
  }
  return side;
}
