import type { CompiledRiskBudget } from './risk-budget-problem.js';

/** A sum of bounds may miss the budget by this part of it, through rounding. */
const ROUNDING = 1e-12;

/**
 * The names of bounds that leave no room for the budget, none of them superfluous; empty where there is room.
 *
 * Only sums can conflict: floors above the budget, or ceilings below it. An asset with a risk budget of 0 has its
 * floor for a ceiling, and is then named as `risk-budget:…`.
 */
export function conflictingBounds(problem: CompiledRiskBudget): readonly string[] {
  const { assets, budgets, lower, upper, total } = problem;
  const slack = ROUNDING * total;
  const floors = neededFloors(lower, total + slack).map((i) => `min:${assets[i]!}`);
  if (floors.length > 0) return Object.freeze([...floors, 'budget']);
  let most = 0;
  for (const value of upper) most += value;
  if (most >= total - slack) return Object.freeze([]);
  const ceilings = assets.map((asset, i) => `${budgets[i] === 0 ? 'risk-budget' : 'max'}:${asset}`);
  return Object.freeze([...ceilings, 'budget']);
}

/** The largest floors that together exceed a limit, as few as it takes; none where all together do not. */
function neededFloors(lower: Float64Array, limit: number): readonly number[] {
  const falling = [...lower.keys()].sort((i, j) => lower[j]! - lower[i]! || i - j);
  let sum = 0;
  for (const [count, i] of falling.entries()) {
    sum += lower[i]!;
    if (sum > limit) return falling.slice(0, count + 1).sort((i, j) => i - j);
  }
  return [];
}
