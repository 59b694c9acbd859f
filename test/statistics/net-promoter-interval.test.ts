import { describe, expect, it } from 'vitest';
import { netPromoterInterval } from '../../src/statistics/index.js';
import published from '../fixtures/kpi/published.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from './support.js';

const counts = (promoters: number, passives: number, detractors: number) => ({
  promoters,
  passives,
  detractors,
});

describe('the interval of a net promoter score', () => {
  it('is that of Rocks, cut off at −1 and 1', () => {
    for (const { promoters, passives, detractors, adjusted_wald95 } of published.nps) {
      const { low, high } = netPromoterInterval(counts(promoters, passives, detractors));
      expectClose(low, Math.max(-1, adjusted_wald95[0]! / 100));
      expectClose(high, Math.min(1, adjusted_wald95[1]! / 100));
    }
    expect(published.nps.length).toBeGreaterThan(3);
  });

  it('is wider for more confidence, and says how it was made', () => {
    // Of 19, 12 and 5: (19.75 − 5.75)/39, with the variance (25.5/39 − (14/39)²)/39; the 0.995 quantile is 2.5758.
    const reach = 2.5758293035489004 * Math.sqrt((25.5 / 39 - (14 / 39) * (14 / 39)) / 39);
    const interval = netPromoterInterval(counts(19, 12, 5), { confidence: 0.99 });
    expectClose(interval.low, 14 / 39 - reach, 1e-12);
    expectClose(interval.high, 14 / 39 + reach, 1e-12);
    expect(interval).toMatchObject({ confidence: 0.99, method: 'adjusted-wald' });
    expect(Object.isFrozen(interval)).toBe(true);
  });

  it('refuses what are no answers', () => {
    expectRefusal(() => netPromoterInterval(counts(0, 0, 0)), 'empty', 'counts');
    expectRefusal(() => netPromoterInterval(counts(1, -1, 0)), 'out-of-range', 'counts.passives');
    expectRefusal(
      () => netPromoterInterval(counts(1, 0, 0.5)),
      'invalid-type',
      'counts.detractors',
    );
    expectRefusal(() => netPromoterInterval(wrong(null)), 'missing-value', 'counts');
    const sure = () => netPromoterInterval(counts(1, 0, 0), { confidence: 1 });
    expectRefusal(sure, 'out-of-range', 'options.confidence');
  });
});
