import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { checkObject, renamePaths } from '../../errors/index.js';
import type { CompiledAssumptions } from '../../market/index.js';
import { RISK_LEVELS, type RiskLevel } from '../../questionnaire/index.js';
import type { AllocationPolicy } from '../policy.js';
import { type ComparedLevel, compareLevel, type UncomparedLevel } from './compare-level.js';
import { mixedVintages } from './mixed-vintages.js';
import { type PolicyAtLevel, readPolicyAt } from './read-policy.js';
import { type StanceAllocation, sizeUp } from './size-up.js';

/** What a set of model portfolios is made from. */
export interface ModelVintage {
  readonly assumptions: CompiledAssumptions;
  readonly policy: AllocationPolicy;
}

/** How the model portfolios of a later vintage differ from those of an earlier one. */
export interface ModelPortfolioComparison {
  /** `incomplete`: at least one level cannot be compared. */
  readonly status: 'unchanged' | 'changed' | 'incomplete';
  /** The dates of the two vintages' assumptions. */
  readonly before: PlainDate;
  readonly after: PlainDate;
  /** Classes that only the later one has. */
  readonly added: readonly string[];
  /** Classes that only the earlier one has. */
  readonly removed: readonly string[];
  readonly levels: Readonly<Record<RiskLevel, ComparedLevel | UncomparedLevel>>;
}

/**
 * What a new vintage of assumptions and policy does to the model portfolios, and which part of it.
 *
 * Each level is solved anew while one block after the other takes its later value: first expected returns, then volatilities, then correlations,
 * last the policy. What a block does is the change from the solution before it. Changes of weight add up exactly; another order
 * would divide them differently. Turnover is between targets, and that of the blocks may add up to more than that in all, as
 * blocks undo each other.
 *
 * @throws AptfolioError as `problemForLevel`, with paths `before.…` and `after.…`.
 *
 * @example
 * ```ts
 * import { compareModelPortfolios } from 'aptfolio/allocation';
 * import { compileAssumptions } from 'aptfolio/market';
 *
 * const view = {
 *   asOf: '2026-03-02', assetClasses: ['CASH', 'EQUITY'],
 *   expectedReturn: [0.01, 0.05], volatility: [0, 0.2], correlation: [[1, 0], [0, 1]],
 * } as const;
 * const stance = { lambda: 2, equityMax: 0.6 };
 * const policy = {
 *   lower: {}, upper: {}, equityClasses: ['EQUITY'],
 *   levels: { C1: stance, C2: stance, C3: stance, C4: stance, C5: stance },
 * };
 * const before = { assumptions: compileAssumptions(view), policy };
 * const later = { ...view, asOf: '2026-09-01', expectedReturn: [0.01, 0.042], volatility: [0, 0.25] } as const;
 * const { levels } = compareModelPortfolios(before, { assumptions: compileAssumptions(later), policy });
 * levels.C3.changes; // => { CASH: 0.244, EQUITY: -0.244 }
 * levels.C3.steps.map(({ block, turnover }) => [block, turnover]);
 * // => [['returns', 0.1], ['volatilities', 0.144], ['correlations', 0], ['policy', 0]]
 * levels.C3.reasons[0].code; // => 'allocation.moved-most-by-volatilities'
 * ```
 */
export function compareModelPortfolios(
  before: ModelVintage,
  after: ModelVintage,
): ModelPortfolioComparison {
  const old = readVintage(before, 'before');
  const fresh = readVintage(after, 'after');
  const added = fresh.classes.filter((name) => !old.classes.includes(name));
  const removed = old.classes.filter((name) => !fresh.classes.includes(name));
  const haveSameClasses = added.length + removed.length === 0;
  const mixed = haveSameClasses ? mixedVintages(before.assumptions, after.assumptions) : [];
  const levels = RISK_LEVELS.map((level, k) => {
    const between = mixed.map((assumptions) => solve({ ...old.policies[k]!, assumptions }));
    const [earlier, later] = [old.portfolios[k]!, fresh.portfolios[k]!];
    return compareLevel(level, earlier, later, haveSameClasses ? between : null);
  });
  return Object.freeze({
    status: statusOf(levels),
    before: old.asOf,
    after: fresh.asOf,
    added: Object.freeze(added),
    removed: Object.freeze(removed),
    levels: Object.freeze(
      Object.fromEntries(levels.map((one) => [one.level, one])),
    ) as ModelPortfolioComparison['levels'],
  });
}

interface ReadVintage {
  readonly asOf: PlainDate;
  readonly classes: readonly string[];
  readonly policies: readonly PolicyAtLevel[];
  readonly portfolios: readonly StanceAllocation[];
}

function readVintage(vintage: ModelVintage, path: string): ReadVintage {
  checkObject(vintage, path);
  const { assumptions, policy } = vintage;
  const names = { assumptions: `${path}.assumptions`, policy: `${path}.policy` };
  return renamePaths(names, () => {
    const policies = RISK_LEVELS.map((level) => readPolicyAt(assumptions, policy, level));
    return {
      asOf: parsePlainDate(assumptions.asOf, 'assumptions.asOf'),
      classes: assumptions.assetClasses,
      policies,
      portfolios: policies.map(solve),
    };
  });
}

function solve(read: PolicyAtLevel): StanceAllocation {
  return sizeUp(read, read.stance).allocation;
}

function statusOf(
  levels: readonly (ComparedLevel | UncomparedLevel)[],
): ModelPortfolioComparison['status'] {
  if (levels.some(({ status }) => status === 'unavailable')) return 'incomplete';
  return levels.some(({ status }) => status === 'changed') ? 'changed' : 'unchanged';
}
