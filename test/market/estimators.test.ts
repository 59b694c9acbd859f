import { describe, expect, it } from 'vitest';
import {
  assumptionsFromMoments,
  compileAssumptions,
  estimateAssumptions,
  estimateMoments,
  ewmaCovariance,
  ewmaMeans,
  jamesSteinReturns,
  meanReturns,
  type ReturnPanel,
  sampleCovariance,
} from '../../src/market/index.js';
import fixture from '../fixtures/market/ewma.json' with { type: 'json' };
import { annualReturns, expectAllClose, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const OPTIONS = { asOf: '2026-01-01', source: 'history' } as const;
const history = annualReturns();
const pandas = fixture.cases[0]!;

describe('estimateAssumptions by other estimators', () => {
  it('takes exponential weights for means and covariance, as pandas has them', () => {
    const ewma = { kind: 'ewma', decay: 0.94 } as const;
    const view = estimateAssumptions(history, { ...OPTIONS, means: ewma, covariance: ewma });
    expectAllClose(view.expectedReturn, pandas.means, 1e-12);
    expectAllClose(compileAssumptions(view).covariance, pandas.corrected, 1e-12);
    const zero = { ...ewma, mean: 'zero' } as const;
    const raw = estimateAssumptions(history, { ...OPTIONS, covariance: zero });
    expectAllClose(compileAssumptions(raw).covariance, pandas.zero, 1e-12);
    expectAllClose(raw.expectedReturn, meanReturns(history.returns));
  });

  it('is the sample’s by name and by default', () => {
    const named = { ...OPTIONS, means: 'sample', covariance: 'sample' } as const;
    expect(estimateAssumptions(history, named)).toEqual(estimateAssumptions(history, OPTIONS));
  });

  it('takes a function from the panel, and annualises what it gives', () => {
    const periodsPerYear = 12;
    const seen: ReturnPanel[] = [];
    const view = estimateAssumptions(history, {
      ...OPTIONS,
      periodsPerYear,
      means: (returns) => {
        seen.push(returns);
        return meanReturns(returns);
      },
      covariance: (returns) => sampleCovariance(returns),
    });
    expect(seen).toEqual([history.returns]);
    const expected = estimateAssumptions(history, { ...OPTIONS, periodsPerYear });
    expectAllClose(view.expectedReturn, expected.expectedReturn, 1e-14);
    expectAllClose(view.volatility, expected.volatility, 1e-14);
    expectAllClose(view.correlation, expected.correlation, 1e-14);
  });

  it('takes a function whose result has the covariance beside other figures', () => {
    const covariance = (returns: ReturnPanel) => ewmaCovariance(returns, { decay: 0.94 });
    const means = (returns: ReturnPanel) => ewmaMeans(returns, { decay: 0.94 });
    const ewma = { kind: 'ewma', decay: 0.94 } as const;
    expect(estimateAssumptions(history, { ...OPTIONS, means, covariance })).toEqual(
      estimateAssumptions(history, { ...OPTIONS, means: ewma, covariance: ewma }),
    );
  });

  it('takes a function whose result has the means as its expected returns, and matrices in one array', () => {
    const shrunk = estimateAssumptions(history, {
      ...OPTIONS,
      means: (returns) => jamesSteinReturns(returns, { target: 'grand-mean' }),
      covariance: (returns) => Float64Array.from(sampleCovariance(returns).flat()),
    });
    const { expectedReturn } = jamesSteinReturns(history.returns, { target: 'grand-mean' });
    expect(shrunk.expectedReturn).toEqual(expectedReturn);
    expect(shrunk.volatility).toEqual(estimateAssumptions(history, OPTIONS).volatility);
    const bad = () =>
      estimateAssumptions(history, { ...OPTIONS, means: () => ({ expectedReturn: [0.1] }) });
    expectRefusal(bad, 'length-mismatch', 'options.means');
  });

  it('names the estimator whose options or result are at fault', () => {
    const act = (fault: object) => () =>
      estimateAssumptions(history, wrong({ ...OPTIONS, ...fault }));
    expectRefusal(act({ means: 'median' }), 'invalid-type', 'options.means');
    expectRefusal(act({ means: { kind: 'x' } }), 'unknown-value', 'options.means.kind');
    expectRefusal(act({ means: { kind: 'ewma' } }), 'missing-value', 'options.means.decay');
    const late = { kind: 'ewma', decay: 2 };
    expectRefusal(act({ covariance: late }), 'out-of-range', 'options.covariance.decay');
    expectRefusal(act({ means: () => [0.1] }), 'length-mismatch', 'options.means');
    expectRefusal(act({ means: () => null }), 'missing-value', 'options.means');
    expectRefusal(act({ covariance: () => null }), 'missing-value', 'options.covariance');
    expectRefusal(act({ covariance: () => [[1]] }), 'length-mismatch', 'options.covariance');
    const negative = history.assets.map((_, i) =>
      history.assets.map((__, j) => (i === j ? -1 : 0)),
    );
    const place = 'options.covariance[0][0]';
    expectRefusal(act({ covariance: () => negative }), 'out-of-range', place);
    expectRefusal(act({ covariance: null }), 'missing-value', 'options.covariance');
  });
});

describe('assumptionsFromMoments', () => {
  it('turns the moments of a history with gaps into assumptions', () => {
    const { assets } = history;
    const returns = history.returns.map((row, t) => [t < 30 ? null : row[0]!, ...row.slice(1)]);
    const moments = estimateMoments(returns, { missing: 'unequal-histories', periodsPerYear: 4 });
    const view = assumptionsFromMoments({ assets, ...moments }, OPTIONS);
    expect(view.expectedReturn).toEqual(moments.means);
    expectAllClose(compileAssumptions(view).covariance, moments.covariance, 1e-13);
    expect(isDeeplyFrozen(view)).toBe(true);
  });

  it('names the part that does not fit', () => {
    const good = {
      assets: ['A', 'B'],
      means: [0.1, 0.2],
      covariance: [
        [1, 0],
        [0, 1],
      ],
    };
    const act = (fault: object, options: unknown = OPTIONS) => {
      return () => assumptionsFromMoments(wrong({ ...good, ...fault }), wrong(options));
    };
    expectRefusal(act({ assets: ['A', 'A'] }), 'duplicate-id', 'moments.assets[1]');
    expectRefusal(act({ means: [0.1] }), 'length-mismatch', 'moments.means');
    expectRefusal(act({ means: [0.1, null] }), 'missing-value', 'moments.means[1]');
    expectRefusal(act({ covariance: [[1]] }), 'length-mismatch', 'moments.covariance');
    const indefinite = [
      [1, 2],
      [2, 1],
    ];
    const path = 'moments.covariance';
    expectRefusal(act({ covariance: indefinite }), 'not-positive-definite', path);
    expectRefusal(act({}, { asOf: '2026-02-30', source: 'x' }), 'invalid-date', 'options.asOf');
    expectRefusal(act({}, null), 'missing-value', 'options');
    expectRefusal(() => assumptionsFromMoments(wrong(null), OPTIONS), 'missing-value', 'moments');
  });
});
