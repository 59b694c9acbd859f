import { makeReason, type Parameters, type Reason, type Severity } from '../../evidence/index.js';
import type { AssumptionsStanding } from '../../market/index.js';
import { RISK_LEVELS, type RiskLevel } from '../../questionnaire/index.js';
import type { ModelPortfolio } from './model-portfolios.js';
import { EQUAL_WITHIN, type SizedAllocation } from './size-up.js';

/** Something about one risk level or several that a committee should look at. */
export interface LevelFinding {
  /** The levels that are meant, the lowest first. */
  readonly levels: readonly RiskLevel[];
  /**
   * `block` where a level cannot be used, else `warn`; its code begins with `allocation.level`. Of the assumptions' standing it
   * is the reason given there, with its severity, and its text is in `marketMessages`.
   */
  readonly reason: Reason;
}

/** Two portfolios none of whose weights differ by more than this are the same to a client: a ten-thousandth of a percentage point. */
const SAME_WITHIN = 1e-6;

/** A level that has an allocation. */
type Solved = ModelPortfolio & SizedAllocation;

/** Why the assumptions of all levels are not current. */
export function standingFindings({ reasons }: AssumptionsStanding): readonly LevelFinding[] {
  const levels = Object.freeze([...RISK_LEVELS]);
  return Object.freeze(reasons.map((reason) => Object.freeze({ levels, reason })));
}

/** What does not fit, of model portfolios from the lowest level to the highest. */
export function levelFindings(portfolios: readonly ModelPortfolio[]): readonly LevelFinding[] {
  const solved = portfolios.filter((one): one is Solved => one.status === 'optimal');
  return Object.freeze([
    ...portfolios.flatMap(unusable),
    ...pairs(portfolios).flatMap(([lower, higher]) => stanceFalls(lower, higher)),
    ...pairs(solved).flatMap(([lower, higher]) => figuresFall(lower, higher)),
    ...sameLevels(solved),
  ]);
}

function unusable(portfolio: ModelPortfolio): readonly LevelFinding[] {
  const { level, status, equityMax } = portfolio;
  if (status === 'infeasible') {
    const parameters = { level, rules: portfolio.conflicting };
    return [finding([level], 'allocation.level-infeasible', parameters, 'block')];
  }
  if (status === 'no-convergence') {
    return [finding([level], 'allocation.level-not-certified', { level }, 'block')];
  }
  if (portfolio.equityShare <= equityMax + EQUAL_WITHIN) return [];
  const parameters = { level, share: portfolio.equityShare, bound: equityMax };
  return [finding([level], 'allocation.level-equity-above-max', parameters, 'block')];
}

/** What the policy itself says the wrong way round. */
function stanceFalls(lower: ModelPortfolio, higher: ModelPortfolio): readonly LevelFinding[] {
  const found: LevelFinding[] = [];
  if (higher.lambda > lower.lambda) {
    found.push(fall('allocation.level-lambda-rises', lower, higher, 'lambda'));
  }
  if (higher.equityMax < lower.equityMax) {
    found.push(fall('allocation.level-equity-max-falls', lower, higher, 'equityMax'));
  }
  return found;
}

const FIGURES = [
  ['allocation.level-equity-falls', 'equityShare'],
  ['allocation.level-volatility-falls', 'volatility'],
  ['allocation.level-return-falls', 'expectedReturn'],
] as const;

function figuresFall(lower: Solved, higher: Solved): readonly LevelFinding[] {
  return FIGURES.filter(([, figure]) => higher[figure] < lower[figure] - EQUAL_WITHIN).map(
    ([code, figure]) => fall(code, lower, higher, figure),
  );
}

/** Each set of levels that hold the same, named once. */
function sameLevels(solved: readonly Solved[]): readonly LevelFinding[] {
  const named = new Set<RiskLevel>();
  return solved.flatMap((first, k) => {
    if (named.has(first.level)) return [];
    const same = solved.slice(k).filter((other) => isSame(first, other));
    if (same.length === 1) return [];
    const levels = same.map(({ level }) => level);
    for (const level of levels) named.add(level);
    return [finding(levels, 'allocation.levels-same', { levels })];
  });
}

function isSame(one: Solved, other: Solved): boolean {
  return Object.entries(one.weights).every(
    ([asset, weight]) => Math.abs(weight - other.weights[asset]!) <= SAME_WITHIN,
  );
}

function pairs<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.slice(1).map((higher, k) => [list[k]!, higher] as const);
}

function fall<K extends string>(
  code: string,
  lower: { readonly level: RiskLevel } & Readonly<Record<K, number>>,
  higher: { readonly level: RiskLevel } & Readonly<Record<K, number>>,
  figure: K,
): LevelFinding {
  return finding([lower.level, higher.level], code, {
    lower: lower.level,
    higher: higher.level,
    from: lower[figure],
    to: higher[figure],
  });
}

function finding(
  levels: readonly RiskLevel[],
  code: string,
  parameters: Parameters,
  severity: Severity = 'warn',
): LevelFinding {
  return Object.freeze({
    levels: Object.freeze([...levels]),
    reason: makeReason(code, severity, parameters),
  });
}
