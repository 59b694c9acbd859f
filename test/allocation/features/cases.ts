import type { AllocationProblem } from '../../../src/allocation/index.js';
import file from '../../fixtures/allocation/features.json' with { type: 'json' };

/** What cvxpy and the polishing of features_oracle.py come to. */
export interface KnownOptimum {
  readonly status: 'optimal';
  readonly weights: readonly number[];
  readonly expectedReturn: number;
  readonly volatility: number;
  readonly objectiveValue: number;
  readonly trackingError?: number;
  readonly turnover?: number;
  readonly cost?: number;
  /** Of every rule that is met exactly, defaults too. */
  readonly prices: Readonly<Record<string, { readonly price: number; readonly unique: boolean }>>;
}

export interface FeatureCase {
  readonly name: string;
  readonly problem: AllocationProblem;
  readonly expected: KnownOptimum | { readonly status: 'infeasible' };
}

export const featureCases = [...file.named, ...file.mixed] as unknown as readonly FeatureCase[];

export const optimalCases = featureCases.filter(
  (one): one is FeatureCase & { readonly expected: KnownOptimum } =>
    one.expected.status === 'optimal',
);
