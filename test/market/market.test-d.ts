import { describe, expectTypeOf, it } from 'vitest';
import type { PlainDate } from '../../src/dates/index.js';
import {
  type CapitalMarketAssumptions,
  type CompiledAssumptions,
  checkCovariance,
  compileAssumptions,
  estimateAssumptions,
  meanReturns,
} from '../../src/market/index.js';

const view: CapitalMarketAssumptions = {
  asOf: '2026-03-02',
  assetClasses: ['BOND'],
  expectedReturn: [0.03],
  volatility: [0.05],
  correlation: [[1]],
};

describe('market types', () => {
  it('tell checked assumptions from those that are not', () => {
    expectTypeOf(compileAssumptions(view)).toEqualTypeOf<CompiledAssumptions>();
    // @ts-expect-error not checked: there is no covariance
    const compiled: CompiledAssumptions = view;
    expectTypeOf(compiled).toExtend<CapitalMarketAssumptions>();
  });

  it('hold dates as dates and results as read-only', () => {
    expectTypeOf(view.asOf).toEqualTypeOf<PlainDate>();
    // @ts-expect-error a result is not changed
    compileAssumptions(view).covariance[0][0] = 1;
    // @ts-expect-error nor is a mean
    meanReturns([[0.1]])[0] = 1;
  });

  it('ask for a day and a source', () => {
    const history = { assets: ['A'], periods: [1, 2], returns: [[0.1], [0.2]] };
    // @ts-expect-error whose estimate is it?
    estimateAssumptions(history, { asOf: '2026-01-01' });
    // @ts-expect-error for which day?
    estimateAssumptions(history, { source: 'made up' });
  });

  it('take a matrix as rows or as one row-major array', () => {
    checkCovariance([[1]], 'S', 1);
    checkCovariance(new Float64Array(1), 'S', 1);
    // @ts-expect-error a plain list is no matrix
    checkCovariance([1], 'S', 1);
  });
});
