import exactFile from '../../fixtures/allocation/corners-exact.json' with { type: 'json' };
import largerFile from '../../fixtures/allocation/points-larger.json' with { type: 'json' };
import type { SimpleProblem, SimpleRow } from './simple-problem.js';

/** What is known of an efficient portfolio. */
export interface KnownPoint {
  /** Risk tolerance λ in ½w'Σw − λμ'w. */
  readonly lambda: number;
  readonly return: number;
  readonly variance: number;
  /** null where portfolios with the same return and variance differ. */
  readonly weights: readonly (number | null)[];
}

interface KnownProblem {
  readonly name: string;
  readonly features: readonly string[];
  readonly n: number;
  readonly mean: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly rows: readonly (SimpleRow & { readonly kind: string })[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
}

/** A small problem with its exact frontier: corners_exact.py. */
export interface ExactFrontier extends KnownProblem {
  readonly expected:
    | { readonly status: 'infeasible' }
    | {
        readonly status: 'optimal';
        readonly uniqueWeights: boolean;
        /** Of the covariance. */
        readonly rank: number;
        /** The slope of the return in λ above the first corner: above 0 only where weights have no bounds. */
        readonly riseAtTheTop: number;
        /** From the highest return to the least variance, which is at λ = 0. */
        readonly corners: readonly KnownPoint[];
        readonly points: readonly KnownPoint[];
      };
}

/** A larger problem with its optima at eight risk tolerances: points_larger.py. */
export interface LargerProblem extends KnownProblem {
  readonly points: readonly (Omit<KnownPoint, 'weights'> & {
    readonly weights: readonly number[];
    readonly residual: number;
    /** The least multiplier or slack; 0 where the point is degenerate. */
    readonly margin: number;
    readonly unique: boolean;
  })[];
}

export const exactFrontiers: readonly ExactFrontier[] =
  exactFile.cases as unknown as readonly ExactFrontier[];

export const largerProblems: readonly LargerProblem[] = largerFile.cases.map((one) => {
  const { loadings, specific, ...rest } = one;
  const covariance = loadings.map((a, i) =>
    loadings.map((b, j) => {
      const shared = a.reduce((sum, x, f) => sum + x * (b[f] as number), 0);
      return i === j ? shared + (specific[i] as number) ** 2 : shared;
    }),
  );
  return { ...rest, covariance } as unknown as LargerProblem;
});

/** The problem at a risk tolerance, as the simple solver takes it. */
export function atTolerance(problem: KnownProblem, lambda: number): SimpleProblem {
  const { mean, covariance, rows, lower, upper } = problem;
  // Not −0 at λ = 0.
  return { covariance, linear: mean.map((m) => 0 - lambda * m), rows, lower, upper };
}
