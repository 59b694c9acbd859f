import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CreditQualityStep,
  type CreditRiskClass,
  creditRiskMeasure,
  type MarketRiskClass,
  marketRiskMeasure,
  returnMoments,
  summaryRiskIndicator,
  valueAtRiskEquivalentVolatility,
} from '../../../../src/suitability/packs/eu/index.js';

const market = fc.integer({ min: 1, max: 7 }).map((n) => n as MarketRiskClass);
const credit = fc.integer({ min: 1, max: 6 }).map((n) => n as CreditRiskClass);
const quality = fc.integer({ min: 0, max: 6 }).map((n) => n as CreditQualityStep);
const years = fc.double({ min: 0.1, max: 40, noNaN: true });
const returns = fc.array(
  fc.integer({ min: -200_000, max: 200_000 }).map((n) => n / 1e6),
  { minLength: 3, maxLength: 60 },
);

describe('the risk classes of PRIIPs', () => {
  it('never fall when market or credit risk rises', () => {
    fc.assert(
      fc.property(market, market, credit, credit, (m1, m2, c1, c2) => {
        const low = summaryRiskIndicator(
          Math.min(m1, m2) as MarketRiskClass,
          Math.min(c1, c2) as CreditRiskClass,
        );
        const high = summaryRiskIndicator(
          Math.max(m1, m2) as MarketRiskClass,
          Math.max(c1, c2) as CreditRiskClass,
        );
        expect(high).toBeGreaterThanOrEqual(low);
        expect(low).toBeGreaterThanOrEqual(Math.min(m1, m2));
      }),
    );
  });

  it('never fall when the credit quality gets worse or the term longer', () => {
    fc.assert(
      fc.property(quality, quality, years, years, (q1, q2, y1, y2) => {
        const better = Math.min(q1, q2) as CreditQualityStep;
        const worse = Math.max(q1, q2) as CreditQualityStep;
        const least = creditRiskMeasure(better, { years: Math.min(y1, y2) });
        const most = creditRiskMeasure(worse, { years: Math.max(y1, y2) });
        expect(most).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  it('never fall when the volatility rises', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.1, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (vev, more) => {
          expect(marketRiskMeasure(vev + more)).toBeGreaterThanOrEqual(marketRiskMeasure(vev));
        },
      ),
    );
  });
});

describe('returnMoments', () => {
  it('does not depend on the order of the returns, nor beyond rounding on their level', () => {
    fc.assert(
      fc.property(returns, fc.integer({ min: -1000, max: 1000 }), (list, shift) => {
        const here = returnMoments(list);
        expect(returnMoments([...list].reverse()).volatility).toBeCloseTo(here.volatility, 12);
        const moved = returnMoments(list.map((one) => one + shift / 1000));
        expect(moved.volatility).toBeCloseTo(here.volatility, 12);
        if (here.volatility < 1e-5) return;
        expect(moved.skew).toBeCloseTo(here.skew, 6);
        expect(moved.excessKurtosis).toBeCloseTo(here.excessKurtosis, 6);
      }),
    );
  });

  it('turns the skew round with the returns and scales only the volatility', () => {
    fc.assert(
      fc.property(returns, fc.integer({ min: 1, max: 20 }), (list, factor) => {
        const here = returnMoments(list);
        const turned = returnMoments(list.map((one) => -one * factor));
        expect(turned.volatility).toBeCloseTo(here.volatility * factor, 11);
        if (here.volatility < 1e-5) return;
        expect(turned.skew).toBeCloseTo(-here.skew, 8);
        expect(turned.excessKurtosis).toBeCloseTo(here.excessKurtosis, 8);
      }),
    );
  });
});

describe('valueAtRiskEquivalentVolatility', () => {
  it('is the annual volatility itself for normal returns, to four digits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.002, max: 0.02, noNaN: true }),
        fc.integer({ min: 1, max: 10 }),
        (volatility, length) => {
          const normal = { volatility, skew: 0, excessKurtosis: 0 };
          const found = valueAtRiskEquivalentVolatility(normal, {
            years: length,
            periods: 252 * length,
          });
          // √(1.96² + 2·1.96·s + s²) − 1.96 = s, but for the 0.0004 by which 3.842 exceeds 1.96².
          const annual = volatility * Math.sqrt(252);
          expect(Math.abs(found - annual)).toBeLessThan(0.00011);
        },
      ),
    );
  });
});
