import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RateCount, rateDifference, rateRatioTest } from '../../../src/statistics/index.js';
import comparisons from '../../fixtures/statistics/comparisons.json' with { type: 'json' };
import fixture from '../../fixtures/statistics/rates.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from '../support.js';

const rate = (events: number, exposure: number): RateCount => ({ events, exposure });

describe('the test of two rates', () => {
  it("has the p-value and interval of R's poisson.test", () => {
    for (const row of fixture.compared) {
      const test = rateRatioTest(row.first, row.second, { confidence: row.confidence });
      if (test.status !== 'tested') throw new Error('a test expected');
      expectClose(test.pValue, row.pValue, 1e-11);
      if (row.ratio === null) {
        expect(test.ratio.status).toBe('unbounded');
        if (test.ratio.status === 'unbounded') expectClose(test.ratio.low, row.low, 1e-11);
        continue;
      }
      if (test.ratio.status !== 'estimated') throw new Error('an estimate expected');
      expectClose(test.ratio.value, row.ratio, 1e-12);
      expectClose(test.ratio.interval.low, row.low, 1e-11);
      expectClose(test.ratio.interval.high, row.high!, 1e-11);
    }
    expect(fixture.compared).toHaveLength(7);
  });

  it('turns over with the groups and does not depend on the unit of time', () => {
    const count = fc.integer({ min: 0, max: 400 });
    const time = fc.double({ min: 0.1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(count, time, count, time, (x, t, y, u) => {
        fc.pre(x + y > 0);
        const test = rateRatioTest(rate(x, t), rate(y, u));
        const turned = rateRatioTest(rate(y, u), rate(x, t));
        if (test.status !== 'tested' || turned.status !== 'tested')
          throw new Error('tests expected');
        expect(turned.pValue).toBeCloseTo(test.pValue, 9);
        if (test.ratio.status === 'estimated' && turned.ratio.status === 'estimated') {
          expectClose(turned.ratio.interval.low * test.ratio.interval.high, 1, 1e-9);
        }
      }),
    );
  });

  it('says when nothing happened, and refuses what is no rate', () => {
    expect(rateRatioTest(rate(0, 2), rate(0, 3))).toStrictEqual({ status: 'no-events' });
    expectRefusal(() => rateRatioTest(rate(-1, 2), rate(0, 3)), 'out-of-range', 'first.events');
    expectRefusal(() => rateRatioTest(rate(1, 2), rate(0, 0)), 'out-of-range', 'second.exposure');
    expectRefusal(() => rateRatioTest(rate(1.5, 2), rate(0, 1)), 'invalid-type', 'first.events');
    expectRefusal(() => rateRatioTest(wrong(null), rate(0, 1)), 'missing-value', 'first');
  });
});

describe('the difference of two rates', () => {
  it('has the interval of statsmodels', () => {
    for (const row of comparisons.rateDifference) {
      const result = rateDifference(row.first, row.second, { confidence: row.confidence });
      expectClose(result.low, row.low, 1e-11);
      expectClose(result.high, row.high, 1e-11);
      expect(result.method).toBe('mover-score');
    }
    expect(comparisons.rateDifference).toHaveLength(3);
  });

  it('refuses what is no rate', () => {
    expectRefusal(
      () => rateDifference(rate(1, Number.NaN), rate(0, 3)),
      'not-finite',
      'first.exposure',
    );
    expectRefusal(
      () => rateDifference(rate(1, 2), rate(0, 3), { confidence: 1 }),
      'out-of-range',
      'options.confidence',
    );
  });
});
