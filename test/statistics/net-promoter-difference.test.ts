import { describe, expect, it } from 'vitest';
import { netPromoterDifference } from '../../src/statistics/index.js';
import { expectClose, expectRefusal, wrong } from './support.js';

const counts = (promoters: number, passives: number, detractors: number) => ({
  promoters,
  passives,
  detractors,
});

describe('the difference of two net promoter scores', () => {
  it('has the variances of both adjusted scores', () => {
    // Of 19, 12 and 5: (19.75 − 5.75)/39; of 50, 30 and 20: (50.75 − 20.75)/103. Variances (25.5/39 − (14/39)²)/39 and
    // (71.5/103 − (30/103)²)/103.
    const adjusted = 14 / 39 - 30 / 103;
    const variance =
      (25.5 / 39 - (14 / 39) * (14 / 39)) / 39 + (71.5 / 103 - (30 / 103) * (30 / 103)) / 103;
    const result = netPromoterDifference(counts(19, 12, 5), counts(50, 30, 20));
    expectClose(result.difference, 14 / 36 - 0.3, 1e-12);
    expectClose(result.low, adjusted - 1.959963984540054 * Math.sqrt(variance), 1e-12);
    expectClose(result.high, adjusted + 1.959963984540054 * Math.sqrt(variance), 1e-12);
    expect(result).toMatchObject({ method: 'adjusted-wald', confidence: 0.95 });
  });

  it('has a bound at 0 where the error is the p-value, and mirrors', () => {
    const [first, second] = [counts(40, 20, 10), counts(30, 25, 20)];
    const { pValue } = netPromoterDifference(first, second);
    const edge = netPromoterDifference(first, second, { confidence: 1 - pValue });
    expect(edge.low).toBeCloseTo(0, 10);
    const turned = netPromoterDifference(second, first);
    expect(turned.pValue).toBe(pValue);
  });

  it('never leaves −2 to 2, even for single answers', () => {
    const result = netPromoterDifference(counts(1, 0, 0), counts(0, 0, 1), {
      confidence: 0.999999,
    });
    expect(result.difference).toBe(2);
    expect(result.high).toBe(2);
    expect(result.low).toBeGreaterThanOrEqual(-2);
  });

  it('refuses what are no answers', () => {
    expectRefusal(() => netPromoterDifference(counts(0, 0, 0), counts(1, 0, 0)), 'empty', 'first');
    expectRefusal(
      () => netPromoterDifference(counts(1, 0, 0), counts(1, -1, 0)),
      'out-of-range',
      'second.passives',
    );
    expectRefusal(
      () => netPromoterDifference(wrong({ promoters: 1 }), counts(1, 0, 0)),
      'missing-value',
      'first.passives',
    );
  });
});
