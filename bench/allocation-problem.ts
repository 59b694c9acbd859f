import type { AllocationProblem } from 'aptfolio/allocation';
import type { QuadraticProgram } from '../src/numerics/index.js';
import { createRandom } from '../src/numerics/index.js';

/** One allocation problem, in the forms that the sides ask for. */
export interface Prepared {
  readonly problem: AllocationProblem;
  readonly program: QuadraticProgram;
}

const RISK_AVERSION = 4;
const FACTORS = 4;

/** A made-up problem of n assets: four common factors, a ceiling on every asset, caps on two groups. */
export function allocationProblem(n: number): Prepared {
  const assets = Array.from({ length: n }, (_, i) => `asset-${i}`);
  const { expectedReturn, covariance } = market(n);
  const max = Math.min(1, 1.5 / Math.sqrt(n));
  const groups = [
    { id: 'even', members: assets.filter((_, i) => i % 2 === 0), max: 0.45 },
    { id: 'first-third', members: assets.slice(0, Math.ceil(n / 3)), max: 0.4 },
  ];
  const objective = { kind: 'utility', riskAversion: RISK_AVERSION } as const;
  const bounds = Object.fromEntries(assets.map((asset) => [asset, { min: 0, max }]));
  const rows = groups.flatMap(({ members }) =>
    assets.map((asset) => (members.includes(asset) ? 1 : 0)),
  );
  return {
    problem: { assets, expectedReturn, covariance, objective, bounds, groups },
    program: {
      hessian: Float64Array.from(covariance.flat(), (value) => RISK_AVERSION * value),
      linear: Float64Array.from(expectedReturn, (value) => -value),
      equalities: { matrix: new Float64Array(n).fill(1), rhs: Float64Array.of(1) },
      inequalities: {
        matrix: Float64Array.from(rows),
        rhs: Float64Array.from(groups, (group) => group.max),
      },
      lower: new Float64Array(n),
      upper: new Float64Array(n).fill(max),
    },
  };
}

function market(n: number): {
  readonly expectedReturn: readonly number[];
  readonly covariance: readonly (readonly number[])[];
} {
  const random = createRandom(n);
  const expectedReturn = Array.from({ length: n }, () => 0.05 + 0.03 * random.normal());
  const specific = Array.from({ length: n }, () => 0.02 + 0.08 * random.uniform());
  const loadings = Array.from({ length: n }, () => {
    return Array.from({ length: FACTORS }, () => 0.1 * random.normal());
  });
  const covariance = loadings.map((own, i) =>
    loadings.map((other, j) => {
      const common = own.reduce((sum, loading, f) => sum + loading * other[f]!, 0);
      return i === j ? common + specific[i]! * specific[i]! : common;
    }),
  );
  return { expectedReturn, covariance };
}
