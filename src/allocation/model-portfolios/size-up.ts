import { checkObject, renamePaths } from '../../errors/index.js';
import { neumaierSum } from '../../numerics/index.js';
import { allocate, type InfeasibleAllocation, type UncertifiedAllocation } from '../allocate.js';
import type { Stance } from '../policy.js';
import type { AllocationProblem } from '../problem.js';
import { type RiskFigureOptions, type RiskFigures, riskFigures } from '../risk-figures.js';
import type { OptimalAllocation } from '../solve/portfolio.js';
import { type PolicyAtLevel, problemAt } from './read-policy.js';

/** An optimal allocation with what a committee looks at first. */
export interface SizedAllocation extends OptimalAllocation {
  /** What all equity classes together hold. */
  readonly equityShare: number;
  readonly risk: RiskFigures;
}

/** What became of one stance: an allocation with its proof, or why there is none. */
export type StanceAllocation = SizedAllocation | InfeasibleAllocation | UncertifiedAllocation;

/** Two shares, returns or volatilities that differ by no more than this count as equal: what is proved is proved to this. */
export const EQUAL_WITHIN = 1e-9;

/** Solves a stance and works out its figures. */
export function sizeUp(
  read: PolicyAtLevel,
  stance: Stance,
  risk: RiskFigureOptions = {},
): { readonly problem: AllocationProblem; readonly allocation: StanceAllocation } {
  const problem = problemAt(read, stance);
  const allocation = renamePaths(NAMES, () => allocate(problem));
  if (allocation.status !== 'optimal') return { problem, allocation };
  const equity = read.equityClasses.map((name) => allocation.weights[name]!);
  return {
    problem,
    allocation: Object.freeze({
      ...allocation,
      equityShare: neumaierSum(equity) + 0,
      risk: riskFigures(allocation, risk),
    }),
  };
}

/** What the parts of a problem are called where the caller wrote them. */
const NAMES = {
  'problem.expectedReturn': 'assumptions.expectedReturn',
  'problem.covariance': 'assumptions.covariance',
};

/** Checks options of risk figures, whether or not there will be a portfolio to use them on. */
export function checkRiskOptions(risk: RiskFigureOptions, path: string): void {
  checkObject(risk, path);
  renamePaths({ options: path }, () => riskFigures({ expectedReturn: 0, volatility: 0 }, risk));
}
