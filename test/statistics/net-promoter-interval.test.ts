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

  it('is that of the published table to its last digit where it is not cut off, and the plain one too', () => {
    for (const { promoters, passives, detractors, adjusted_wald95, wald95 } of published.nps) {
      const answers = counts(promoters, passives, detractors);
      const adjusted = netPromoterInterval(answers, { truncate: false });
      expectClose(adjusted.low, adjusted_wald95[0]! / 100, 1e-13);
      expectClose(adjusted.high, adjusted_wald95[1]! / 100, 1e-13);
      const plain = netPromoterInterval(answers, { method: 'wald', truncate: false });
      expectClose(plain.low, wald95[0]! / 100, 1e-13);
      expectClose(plain.high, wald95[1]! / 100, 1e-13);
      expect(plain.method).toBe('wald');
    }
  });

  it('is Student’s of the published table, of two answers and more', () => {
    const told = published.nps.filter(({ n }) => n > 1);
    for (const { promoters, passives, detractors, trinomial_t95 } of told) {
      const answers = counts(promoters, passives, detractors);
      const { low, high, method } = netPromoterInterval(answers, { method: 't', truncate: false });
      expectClose(low, (trinomial_t95[0] as number) / 100, 1e-12);
      expectClose(high, (trinomial_t95[1] as number) / 100, 1e-12);
      expect(method).toBe('t');
    }
    expect(told.length).toBe(published.nps.length - 1);
    const one = () => netPromoterInterval(counts(1, 0, 0), { method: 't' });
    expectRefusal(one, 'length-mismatch', 'counts');
    // Of two answers 0 ± 12.7 · 1, cut off.
    expect(netPromoterInterval(counts(1, 0, 1), { method: 't' })).toMatchObject({
      low: -1,
      high: 1,
    });
  });

  it('is cut off whatever the method', () => {
    // Of 19 promoters and one detractor: 0.9 ± 1.96·√((1 − 0.81)/20), which is 0.9 ± 0.191.
    const { low, high } = netPromoterInterval(counts(19, 0, 1), { method: 'wald' });
    expectClose(low, 0.9 - 1.959963984540054 * Math.sqrt(0.19 / 20), 1e-12);
    expect(high).toBe(1);
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
    const other = (options: object) => () => netPromoterInterval(counts(1, 0, 0), options);
    expectRefusal(other({ method: 'wilson' }), 'unknown-value', 'options.method');
    expectRefusal(other({ truncate: 'no' }), 'invalid-type', 'options.truncate');
    expectRefusal(other({ truncated: false }), 'unknown-id', 'options.truncated');
  });
});
