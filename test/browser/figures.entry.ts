// Bundled by the browser gate: what each report returns in Node and in Chromium must be the same text.
import { allocate, problemForLevel, riskFigures } from 'aptfolio/allocation';
import { canonicalJson } from 'aptfolio/evidence';
import { compileAssumptions } from 'aptfolio/market';
import { xirr } from 'aptfolio/performance';
import { projectGoal, simulate } from 'aptfolio/projection';
import { RISK_LEVELS } from 'aptfolio/questionnaire';
import file from '../../examples/data/scenario/capital-market-assumptions.json';

/** Weights, shadow prices and risk figures of the sample client at every level. */
export function allocationReport(): string {
  const assumptions = compileAssumptions({ ...file, asOf: '2026-03-02' });
  return RISK_LEVELS.map((level) => {
    const result = allocate(problemForLevel(assumptions, file.policy, level));
    const risk = result.status === 'optimal' ? riskFigures(result) : null;
    return canonicalJson({ level, result, risk });
  }).join('\n');
}

const plan = {
  initial: 1_200_000,
  monthlyContribution: 8000,
  months: 100,
  expectedReturn: 0.0412,
  volatility: 0.0717,
  target: 2_500_000,
};

/** A goal by closed form and by seeded simulation. */
export function projectionReport(): string {
  const simulated = simulate(plan, { paths: 500, seed: 20260302 });
  return [projectGoal(plan), simulated].map((value) => canonicalJson(value)).join('\n');
}

/** Rates found by iteration. */
export function performanceReport(): string {
  const flows = [
    { date: '2024-01-15', amount: -100_000 },
    { date: '2024-07-01', amount: -25_000.5 },
    { date: '2025-02-28', amount: 4321.09 },
    { date: '2026-03-02', amount: 138_000 },
  ] as const;
  return canonicalJson(xirr(flows));
}
