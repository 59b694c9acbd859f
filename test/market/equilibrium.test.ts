import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  capmReturns,
  covarianceFromCorrelation,
  equilibriumReturns,
  impliedBetas,
  impliedWeights,
  marketBetas,
  marketRiskAversion,
} from '../../src/market/index.js';
import paper from '../fixtures/market/he-litterman-1999.json' with { type: 'json' };
import means from '../fixtures/market/means.json' with { type: 'json' };
import {
  annualReturns,
  expectAllClose,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  wrong,
} from './support.js';

const SIGMA = [
  [0.04, 0.006],
  [0.006, 0.01],
];

describe('marketBetas', () => {
  it('agrees with least squares on 98 years, the market’s own being 1', () => {
    const { returns } = annualReturns();
    const betas = marketBetas(
      returns,
      returns.map(([first]) => first as number),
    );
    expectAllClose(betas, means.betas, 1e-12);
    expect(betas[0]).toBe(1);
    expect(isDeeplyFrozen(betas)).toBe(true);
  });

  it('names the fault', () => {
    const act = (r: unknown, m: unknown) => () => marketBetas(wrong(r), wrong(m));
    const rows = [[0.1], [0.2]];
    expectRefusal(act(rows, [0.1, 0.1]), 'out-of-range', 'market');
    expectRefusal(act(rows, [0.1]), 'length-mismatch', 'market');
    expectRefusal(act(rows, [0.1, Number.NaN]), 'not-finite', 'market[1]');
    expectRefusal(act(rows, null), 'missing-value', 'market');
    expectRefusal(act([[0.1]], [0.1]), 'length-mismatch', 'returns');
  });
});

describe('impliedBetas', () => {
  it('weigh up to 1, as the market’s own beta is', () => {
    // Σw = (0.023, 0.008), w'Σw = 0.0155.
    const betas = impliedBetas(SIGMA, [0.5, 0.5]);
    expectAllClose(betas, [0.023 / 0.0155, 0.008 / 0.0155]);
    expectAllClose((betas[0]! + betas[1]!) / 2, 1);
  });

  it('are a tenth against a market held ten times over', () => {
    // Σw = (0.23, 0.08), w'Σw = 1.55.
    expectAllClose(impliedBetas(SIGMA, [5, 5]), [0.23 / 1.55, 0.08 / 1.55]);
  });

  it('name the fault', () => {
    const act = (s: unknown, w: unknown) => () => impliedBetas(wrong(s), wrong(w));
    expectRefusal(act(SIGMA, [0, 0]), 'out-of-range', 'marketWeights');
    expectRefusal(act(SIGMA, []), 'empty', 'marketWeights');
    expectRefusal(act(SIGMA, [1]), 'length-mismatch', 'covariance');
    expectRefusal(
      act(
        [
          [1, 2],
          [2, 1],
        ],
        [1, 0],
      ),
      'not-positive-definite',
      'covariance',
    );
  });
});

describe('capmReturns', () => {
  it('give what equilibrium gives, for the premium that equilibrium implies', () => {
    // w'Σw = 0.0155; with a premium of 0.031 the risk aversion is 2.
    const riskAversion = marketRiskAversion({ premium: 0.031, variance: 0.0155 });
    expectAllClose(riskAversion, 2);
    const betas = impliedBetas(SIGMA, [0.5, 0.5]);
    const excess = equilibriumReturns(SIGMA, [0.5, 0.5], riskAversion);
    expectAllClose(excess, [0.046, 0.016]);
    expectAllClose(
      capmReturns(betas, { riskless: 0.02, premium: 0.031 }),
      excess.map((value) => value + 0.02),
    );
  });

  it('ask for both rates: neither has a default', () => {
    const act = (b: unknown, o: unknown) => () => capmReturns(wrong(b), wrong(o));
    expectRefusal(act([1], { premium: 0.04 }), 'missing-value', 'options.riskless');
    expectRefusal(act([1], { riskless: 0.02 }), 'missing-value', 'options.premium');
    expectRefusal(
      act([1], { riskless: 0.02, premium: Number.POSITIVE_INFINITY }),
      'not-finite',
      'options.premium',
    );
    expectRefusal(act([], { riskless: 0.02, premium: 0.04 }), 'empty', 'betas');
    expectRefusal(act([1], undefined), 'missing-value', 'options');
  });

  it('hold no negative zero', () => {
    expect(hasNegativeZero(capmReturns([-0], { riskless: -0, premium: 0.04 }))).toBe(false);
  });
});

describe('equilibriumReturns', () => {
  it('are those that He and Litterman print for seven markets', () => {
    const covariance = covarianceFromCorrelation(paper.volatility, paper.correlation);
    const returns = equilibriumReturns(covariance, paper.marketWeights, paper.riskAversion);
    expect(returns.map((value) => Number(value.toFixed(3)))).toEqual(paper.printed.pi);
  });

  it('go back to the weights', () => {
    const weight = fc.integer({ min: -100, max: 100 }).map((n) => n / 100);
    fc.assert(
      fc.property(weight, weight, fc.integer({ min: 1, max: 100 }), (a, b, tenths) => {
        const returns = equilibriumReturns(SIGMA, [a, b], tenths / 10);
        const back = impliedWeights(returns, SIGMA, tenths / 10);
        expectAllClose(back, [a, b], 1e-12);
        expect(hasNegativeZero([returns, back])).toBe(false);
      }),
    );
  });

  it('name the fault, as impliedWeights and marketRiskAversion do', () => {
    expectRefusal(() => equilibriumReturns(SIGMA, [1, 0], 0), 'out-of-range', 'riskAversion');
    const missing = () => equilibriumReturns(SIGMA, [1, 0], wrong(undefined));
    expectRefusal(missing, 'missing-value', 'riskAversion');
    expectRefusal(() => equilibriumReturns(SIGMA, [1], 2), 'length-mismatch', 'covariance');
    const singular = [
      [1, 1],
      [1, 1],
    ];
    const weights = () => impliedWeights([0.1, 0.1], singular, 2);
    expectRefusal(weights, 'not-positive-definite', 'covariance');
    const withCash = [
      [0, 0],
      [0, 0.04],
    ];
    const cash = () => impliedWeights([0, 0.1], withCash, 2);
    expectRefusal(cash, 'not-positive-definite', 'covariance');
    const act = (market: unknown) => () => marketRiskAversion(wrong(market));
    expectRefusal(act({ premium: 0, variance: 0.02 }), 'out-of-range', 'market.premium');
    expectRefusal(act({ premium: 0.05, variance: 0 }), 'out-of-range', 'market.variance');
    expectRefusal(act({ premium: 0.05 }), 'missing-value', 'market.variance');
    expectRefusal(act(null), 'missing-value', 'market');
  });
});
