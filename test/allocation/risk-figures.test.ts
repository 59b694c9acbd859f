import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskFigures } from '../../src/allocation/index.js';
import { expectNear, expectRefusal, hasNegativeZero, wrong } from './support.js';

const NORMAL = { expectedReturn: 0, volatility: 1 };

describe('riskFigures', () => {
  it.each([
    // Quantile z and tail mean φ(z)/(1 − c), by mpmath to 15 digits.
    [0.9, 1.2815515655446, 1.75498331932486],
    [0.95, 1.64485362695147, 2.06271280750743],
    [0.975, 1.95996398454005, 2.33780279220141],
    [0.99, 2.32634787404084, 2.6652142203458],
    [0.999, 3.09023230616781, 3.36709007706399],
  ])(
    'has at a confidence of %f the quantile and tail mean of the normal',
    (confidence, z, tail) => {
      const { valueAtRisk, expectedShortfall } = riskFigures(NORMAL, { confidence });
      expectNear([valueAtRisk, expectedShortfall], [z, tail], 1e-13);
    },
  );

  it('lets the mean grow with time and the deviation with its root', () => {
    const portfolio = { expectedReturn: 0.08, volatility: 0.2 };
    const quarter = riskFigures(portfolio, { years: 0.25 });
    // 1.644853626951473 · 0.2 · 0.5 − 0.08 · 0.25.
    expectNear([quarter.valueAtRisk], [0.1444853626951473], 1e-15);
  });

  it('says what it was asked for, and takes 95 % over a year by default', () => {
    expect(riskFigures(NORMAL)).toMatchObject({ confidence: 0.95, years: 1, method: 'normal' });
    expect(Object.isFrozen(riskFigures(NORMAL))).toBe(true);
  });

  it('is a gain, below 0, where there is no risk, and never −0', () => {
    const safe = riskFigures({ expectedReturn: 0.02, volatility: 0 });
    expect([safe.valueAtRisk, safe.expectedShortfall]).toEqual([-0.02, -0.02]);
    expect(hasNegativeZero(riskFigures({ expectedReturn: 0, volatility: 0 }))).toBe(false);
  });

  it('has a shortfall beyond the value at risk, both rising with confidence', () => {
    const share = fc.double({ min: 0.001, max: 0.9999, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (a, b, volatility) => {
          fc.pre(a !== b);
          const portfolio = { expectedReturn: 0.05, volatility };
          const [low, high] = [Math.min(a, b), Math.max(a, b)].map((confidence) =>
            riskFigures(portfolio, { confidence }),
          );
          expect(low?.expectedShortfall).toBeGreaterThan(low?.valueAtRisk as number);
          expect(high?.valueAtRisk).toBeGreaterThanOrEqual(low?.valueAtRisk as number);
          expect(high?.expectedShortfall).toBeGreaterThanOrEqual(
            (low?.expectedShortfall as number) - 1e-12,
          );
        },
      ),
    );
  });

  it('names the fault', () => {
    const act = (portfolio: unknown, options?: unknown) => () =>
      riskFigures(wrong(portfolio), wrong(options));
    expectRefusal(act(undefined), 'missing-value', 'portfolio');
    expectRefusal(act({ volatility: 1 }), 'missing-value', 'portfolio.expectedReturn');
    expectRefusal(
      act({ expectedReturn: 0.1, volatility: -1 }),
      'out-of-range',
      'portfolio.volatility',
    );
    expectRefusal(
      act({ expectedReturn: Number.NaN, volatility: 1 }),
      'not-finite',
      'portfolio.expectedReturn',
    );
    expectRefusal(act(NORMAL, { confidence: 1 }), 'out-of-range', 'options.confidence');
    expectRefusal(act(NORMAL, { confidence: 0 }), 'out-of-range', 'options.confidence');
    expectRefusal(act(NORMAL, { confidence: '0.95' }), 'invalid-type', 'options.confidence');
    expectRefusal(act(NORMAL, { years: 0 }), 'out-of-range', 'options.years');
    expectRefusal(act(NORMAL, { years: Number.POSITIVE_INFINITY }), 'not-finite', 'options.years');
    expectRefusal(act(NORMAL, null), 'missing-value', 'options');
  });
});

describe('risk figures that a double cannot hold', () => {
  it.each([
    [{ ...NORMAL, volatility: 1e308 }, {}, 'portfolio.volatility'],
    [{ ...NORMAL, expectedReturn: -1e308 }, {}, 'portfolio.expectedReturn'],
    [NORMAL, { years: 1e308 }, 'options.years'],
  ])('are refused: %j, %j', (portfolio, options, path) => {
    expectRefusal(() => riskFigures(portfolio, options), 'out-of-range', path);
  });
});
