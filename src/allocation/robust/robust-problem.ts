import { AptfolioError, at, checkObject, checkOneOf, checkRange } from '../../errors/index.js';
import type { MatrixLike } from '../../market/index.js';
import type { RiskModel } from '../../numerics/index.js';
import { type AssetNames, checkAssets, checkByAsset } from '../compile/check-names.js';
import { checkRisk } from '../compile/check-risk.js';
import { type CompiledProblem, compileProblem } from '../compile/compile-problem.js';
import type { AllocationObjective, AllocationProblem, FactorCovariance } from '../problem.js';

/** Every expected return may be off by itself: |μᵢ − estimateᵢ| ≤ half width. */
export interface BoxUncertainty {
  readonly kind: 'box';
  /** At least 0, in the unit of returns: one figure, or by asset (then every asset must be named). */
  readonly halfWidth: number | Readonly<Record<string, number>>;
}

/** The expected returns may be off together: (μ − estimate)'Ω⁻¹(μ − estimate) ≤ κ². */
export interface EllipsoidUncertainty {
  readonly kind: 'ellipsoid';
  /** κ of at least 0: how many standard errors of the portfolio's return its estimate may be off. */
  readonly radius: number;
  /**
   * Ω, the covariance of the estimates' errors, positive semi-definite; Σ/T for means of T independent returns. An asset whose
   * return is known has zeros.
   */
  readonly errorCovariance: MatrixLike | FactorCovariance;
}

type Rules = Omit<AllocationProblem, 'objective' | 'benchmark' | 'maxTrackingError' | 'risk'>;

/**
 * An allocation problem whose expected returns are estimates, with how far they may be off.
 *
 * The objective is that of the worst expected returns: within a box any objective of `allocate`, within an ellipsoid utility.
 */
export type RobustProblem = Rules &
  (
    | { readonly objective: AllocationObjective; readonly uncertainty: BoxUncertainty }
    | {
        readonly objective: Extract<AllocationObjective, { readonly kind: 'utility' }>;
        readonly uncertainty: EllipsoidUncertainty;
      }
  );

/** How far the expected returns may be off, after checks. */
export type Uncertainty =
  | { readonly kind: 'box'; readonly halfWidth: Float64Array }
  | { readonly kind: 'ellipsoid'; readonly radius: number; readonly error: RiskModel };

/** A problem after its checks. Within a box its program counts the worst returns, otherwise the estimates. */
export interface CompiledRobust {
  readonly problem: CompiledProblem;
  readonly uncertainty: Uncertainty;
}

/** Checks a problem and turns it into a program. Throws with the path to the first fault. */
export function compileRobust(problem: RobustProblem): CompiledRobust {
  checkObject(problem, 'problem');
  for (const name of ['benchmark', 'maxTrackingError', 'risk'] as const) {
    const given = (problem as Partial<AllocationProblem>)[name];
    if (given === undefined) continue;
    const expected = 'nothing: risk and return are those of the portfolio itself';
    throw new AptfolioError('inconsistent', at('problem', name), expected, given);
  }
  const names = checkAssets(problem.assets, 'problem.assets');
  const uncertainty = checkUncertainty(problem, names);
  const cost = uncertainty.kind === 'box' ? uncertainty.halfWidth : undefined;
  return { problem: compileProblem(problem, cost), uncertainty };
}

function checkUncertainty(
  { uncertainty, objective }: RobustProblem,
  names: AssetNames,
): Uncertainty {
  const path = 'problem.uncertainty';
  checkObject(uncertainty, path);
  const { kind } = uncertainty;
  checkOneOf(kind, at(path, 'kind'), ['box', 'ellipsoid']);
  if (uncertainty.kind === 'box') {
    return { kind: 'box', halfWidth: checkHalfWidth(uncertainty.halfWidth, names) };
  }
  checkObject(objective, 'problem.objective');
  checkOneOf(objective.kind, 'problem.objective.kind', ['utility']);
  const radius = checkRange(uncertainty.radius, at(path, 'radius'), { min: 0 });
  const size = names.assets.length;
  const error = checkRisk(uncertainty.errorCovariance, at(path, 'errorCovariance'), size);
  return { kind: 'ellipsoid', radius, error };
}

function checkHalfWidth(value: BoxUncertainty['halfWidth'], names: AssetNames): Float64Array {
  const path = 'problem.uncertainty.halfWidth';
  if (typeof value === 'number') {
    return new Float64Array(names.assets.length).fill(checkRange(value, path, { min: 0 }));
  }
  const widths = checkByAsset(value, path, names);
  widths.forEach((width, a) => {
    checkRange(width, at(path, names.assets[a]!), { min: 0 });
  });
  return widths;
}
