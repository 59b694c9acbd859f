import { describe, expectTypeOf, it } from 'vitest';
import {
  allocateRobustly,
  type DiversificationProblem,
  type EllipsoidUncertainty,
  type FrontierProblem,
  maximumDiversification,
  type ResampleOptions,
  resampledFrontier,
} from '../../../src/allocation/index.js';

declare const inputs: Omit<FrontierProblem, 'benchmark' | 'maxTrackingError' | 'risk'>;
declare const ellipsoid: EllipsoidUncertainty;
const utility = { kind: 'utility', riskAversion: 3 } as const;
const safest = { kind: 'minimum-variance' } as const;

describe('types of problems under uncertainty', () => {
  it('allow any objective within a box, and utility within an ellipsoid', () => {
    const uncertainty = { kind: 'box', halfWidth: 0.01 } as const;
    allocateRobustly({ ...inputs, objective: safest, uncertainty });
    allocateRobustly({ ...inputs, objective: utility, uncertainty: ellipsoid });
    // @ts-expect-error within an ellipsoid only utility
    allocateRobustly({ ...inputs, objective: safest, uncertainty: ellipsoid });
    // @ts-expect-error how far returns may be off is never taken for granted
    allocateRobustly({ ...inputs, objective: utility });
  });

  it('take a seed or a source of chance, not both', () => {
    const options = { observations: 60, draws: 100, count: 10 };
    const random = { name: 'own', uniform: () => 0.5, normal: () => 0 };
    expectTypeOf({ ...options, seed: 1 }).toExtend<ResampleOptions>();
    expectTypeOf({ ...options, random }).toExtend<ResampleOptions>();
    expectTypeOf({ ...options, seed: 1, random }).not.toExtend<ResampleOptions>();
    expectTypeOf(options).not.toExtend<ResampleOptions>();
    // @ts-expect-error there may be no points
    resampledFrontier(inputs, { ...options, seed: 1 }).points;
  });

  it('know no returns where only risk counts', () => {
    expectTypeOf<DiversificationProblem>().not.toHaveProperty('expectedReturn');
    // @ts-expect-error nothing to choose
    maximumDiversification({ assets: ['A'], covariance: [[1]], objective: safest });
  });
});
