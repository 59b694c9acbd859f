import {
  type BudgetedRisk,
  type RiskBudgetProblem,
  type RiskBudgetResult,
  riskParity,
} from '../../../src/allocation/index.js';

export const nameOf = (i: number): string => `a${String(i).padStart(2, '0')}`;

/** A problem of assets a00, a01, … from vectors. */
export function problemOf(parts: {
  readonly covariance: readonly (readonly number[])[];
  readonly budgets?: readonly number[];
  readonly bounds?: readonly (readonly number[])[];
}): RiskBudgetProblem {
  const byName = <T>(values: readonly T[]) =>
    Object.fromEntries(values.map((value, i) => [nameOf(i), value]));
  const bounds = parts.bounds?.map(([min, max]) => ({ min, max }) as { min: number; max: number });
  return {
    assets: parts.covariance.map((_, i) => nameOf(i)),
    covariance: parts.covariance,
    ...(parts.budgets === undefined ? {} : { budgets: byName(parts.budgets) }),
    ...(bounds === undefined ? {} : { bounds: byName(bounds) }),
  };
}

export function optimal(result: RiskBudgetResult): BudgetedRisk {
  if (result.status !== 'optimal') throw new Error(`not optimal: ${JSON.stringify(result)}`);
  return result;
}

export const solved = (problem: RiskBudgetProblem): BudgetedRisk => optimal(riskParity(problem));
