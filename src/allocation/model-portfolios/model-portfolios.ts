import type { CompiledAssumptions } from '../../market/index.js';
import { RISK_LEVELS, type RiskLevel } from '../../questionnaire/index.js';
import type { AllocationPolicy, Stance } from '../policy.js';
import { type LevelFinding, levelFindings, standingFindings } from './level-findings.js';
import { readPolicyAt } from './read-policy.js';
import { type StanceAllocation, sizeUp } from './size-up.js';
import {
  type AllocationStamp,
  hashProblems,
  type ModelPortfolioOptions,
  readStamp,
  statusUnder,
  withHash,
} from './stamp.js';

/** What became of one risk level: its stance, and its allocation with the proof or why there is none. */
export type ModelPortfolio = { readonly level: RiskLevel } & Stance & StanceAllocation;

/** The allocations of all risk levels, made from one policy on one day. */
export interface ModelPortfolios extends AllocationStamp {
  readonly levels: Readonly<Record<RiskLevel, ModelPortfolio>>;
  /** What a committee should look at before clients' money follows; first the assumptions' standing, then per level, then from level to level. */
  readonly findings: readonly LevelFinding[];
  /** SHA-256 of the canonical JSON of all other fields. */
  readonly hash: string;
}

/**
 * The model portfolio of every risk level under a bank's policy, each proved, and what does not fit from level to level.
 *
 * A level whose rules contradict each other keeps its place as `infeasible`, with the rules; no other level's allocation stands in for it.
 * Findings: why the assumptions are not current; levels without an allocation; a stance, an equity share, a volatility or an expected return that falls from a
 * level to the next one that has an allocation; levels that hold the same. An order of the stances does not ensure the order of volatilities: where a cap
 * holds equity at 0, a little of it may lower the risk.
 *
 * @param policy what it says is checked for all levels before any is solved.
 * @throws AptfolioError for a policy as `problemForLevel`, and for dates and risk options with paths `options.…`.
 *
 * @example
 * ```ts
 * import { modelPortfolios } from 'aptfolio/allocation';
 * import { compileAssumptions } from 'aptfolio/market';
 *
 * const assumptions = compileAssumptions({
 *   asOf: '2026-03-02', validUntil: '2027-03-01', assetClasses: ['BOND', 'EQUITY'],
 *   expectedReturn: [0.03, 0.07], volatility: [0.03, 0.2], correlation: [[1, 0], [0, 1]],
 * });
 * const policy = {
 *   lower: {}, upper: { BOND: 0.9 }, equityClasses: ['EQUITY'],
 *   levels: {
 *     C1: { lambda: 40, equityMax: 0.05 }, C2: { lambda: 16, equityMax: 0.2 }, C3: { lambda: 2, equityMax: 0.3 },
 *     C4: { lambda: 1.5, equityMax: 0.3 }, C5: { lambda: 1, equityMax: 0.9 },
 *   },
 * };
 * const { status, levels, findings } = modelPortfolios(assumptions, policy, { asOf: '2026-04-01' });
 * status; // => 'incomplete'
 * levels.C1.conflicting; // => ['max:BOND', 'group-max:equity', 'budget']
 * levels.C3.weights; // => { BOND: 0.7, EQUITY: 0.3 }
 * levels.C3.risk.valueAtRisk; // => 0.0625614704
 * findings.map(({ levels, reason }) => [levels, reason.code]);
 * // => [
 * //   [['C1'], 'allocation.level-infeasible'],
 * //   [['C3', 'C4'], 'allocation.levels-same'],
 * // ]
 * ```
 */
export function modelPortfolios(
  assumptions: CompiledAssumptions,
  policy: AllocationPolicy,
  options: ModelPortfolioOptions,
): ModelPortfolios {
  const policies = RISK_LEVELS.map((level) => readPolicyAt(assumptions, policy, level));
  const stamp = readStamp(assumptions, options);
  const solved = policies.map((read) => sizeUp(read, read.stance, options.risk));
  const portfolios = solved.map(
    ({ allocation }, k): ModelPortfolio =>
      Object.freeze({ level: RISK_LEVELS[k]!, ...policies[k]!.stance, ...allocation }),
  );
  return withHash({
    status: statusUnder(stamp.standing, portfolios),
    ...stamp,
    levels: Object.freeze(
      Object.fromEntries(portfolios.map((portfolio) => [portfolio.level, portfolio])),
    ) as ModelPortfolios['levels'],
    findings: Object.freeze([...standingFindings(stamp.standing), ...levelFindings(portfolios)]),
    inputsHash: hashProblems(solved.map(({ problem }) => problem)),
  });
}
