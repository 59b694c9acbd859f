import { describe, expectTypeOf, it } from 'vitest';
import {
  type BlackLittermanProblem,
  bayesSteinReturns,
  blackLitterman,
  capmReturns,
  jamesSteinReturns,
  type View,
} from '../../src/market/index.js';

const base = { covariance: [[0.04]], tau: 0.05, views: [] } as const;

describe('types of views and means', () => {
  it('take an equilibrium or what it is worked out from, not both and not neither', () => {
    const given: BlackLittermanProblem = { ...base, equilibrium: [0.05] };
    const implied: BlackLittermanProblem = { ...base, marketWeights: [1], riskAversion: 2.5 };
    expectTypeOf(given).toExtend<BlackLittermanProblem>();
    expectTypeOf(implied).toExtend<BlackLittermanProblem>();
    // @ts-expect-error neither
    blackLitterman(base);
    // @ts-expect-error both
    const both: BlackLittermanProblem = { ...base, equilibrium: [0.05], riskAversion: 2.5 };
    expectTypeOf(both).toExtend<object>();
  });

  it('ask how sure a view is, in one way', () => {
    const about = { pick: { EQUITY: 1 }, expected: 0.07 };
    const views: readonly View[] = [
      { ...about, confidence: 0.5 },
      { ...about, variance: 'proportional' },
    ];
    expectTypeOf(views).toExtend<readonly View[]>();
    // @ts-expect-error a view without any word on how sure it is
    const silent: View = about;
    // @ts-expect-error two words on it
    const doubled: View = { ...about, confidence: 0.5, variance: 0.01 };
    expectTypeOf([silent, doubled]).toExtend<readonly object[]>();
  });

  it('have no default target and no default rates', () => {
    // @ts-expect-error towards what?
    const untargeted = () => jamesSteinReturns([[0.1], [0.2]], {});
    // @ts-expect-error what does cash pay?
    const rateless = () => capmReturns([1], { premium: 0.04 });
    expectTypeOf(untargeted).toBeFunction();
    expectTypeOf(rateless).toBeFunction();
  });

  it('return what is read-only', () => {
    const change = () => {
      // @ts-expect-error a result is not changed
      bayesSteinReturns([[0.1], [0.2]]).expectedReturn[0] = 1;
    };
    expectTypeOf(change).toBeFunction();
  });
});
