import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReason } from '../../../src/evidence/index.js';
import {
  accumulateAll,
  emptyState,
  type Kpi,
  kpiMessages,
  nonResponse,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import oracle from '../../fixtures/kpi/service-quality.json';
import { expectClose, expectRefusal, wrong } from '../support.js';

const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1 });
const answersOf = (kpi: Kpi<'ratings'>, scores: Readonly<Record<string, number>>) =>
  accumulateAll(
    kpi,
    Object.entries(scores).map(([score, count]) => ({ score: Number(score), count })),
  ).state;

function knownOf(...args: Parameters<typeof nonResponse<'ratings'>>) {
  const result = nonResponse(...args);
  if (result.status !== 'ok') throw new Error(result.status);
  return result;
}

describe('nonResponse', () => {
  const scores = { 1: 10, 2: 10, 3: 20, 4: 60, 5: 100 };

  it('gives the response rate with its interval', () => {
    const kpi = kpis.satisfactionTopTwoBox;
    const { response, answered } = knownOf(kpi, answersOf(kpi, scores), { invited: 1000 });
    const [share, low, high] = oracle.wilson_200_of_1000 as [number, number, number];
    expect(answered).toBe(200);
    expectClose(response.value, share);
    expectClose(response.interval.low, low);
    expectClose(response.interval.high, high);
  });

  it('bounds a share of best boxes by what the silent could have said', () => {
    const kpi = kpis.satisfactionTopTwoBox;
    const { observed, bounds } = knownOf(kpi, answersOf(kpi, scores), { invited: 1000 });
    // 160 of 200; with 800 bad ones 160 / 1000, with 800 good ones 960 / 1000.
    expect(observed).toBe(0.8);
    expect(bounds).toEqual({ low: 0.16, high: 0.96 });
  });

  it('bounds a mean by the ends of its scale', () => {
    const kpi = kpis.satisfactionMean;
    const { observed, bounds } = knownOf(kpi, answersOf(kpi, scores), { invited: 1000 });
    // Sum 10 + 20 + 60 + 240 + 500 = 830; with 800 ones 1630, with 800 fives 4830.
    expect(observed).toBe(4.15);
    expect(bounds).toEqual({ low: 1.63, high: 4.83 });
  });

  it('bounds a net promoter score by all detractors and all promoters', () => {
    const kpi = kpis.netPromoterScore;
    const state = answersOf(kpi, { 10: 50, 8: 30, 3: 20 });
    const { observed, bounds } = knownOf(kpi, state, { invited: 250 });
    // 50 − 20 of 100; 30 − 150 and 30 + 150 of 250.
    expect(observed).toBe(0.3);
    expect(bounds).toEqual({ low: -0.48, high: 0.72 });
  });

  it('bounds a proportion too', () => {
    const kpi = kpis.personalisedProposals;
    const { state } = accumulateAll(kpi, [{ successes: 3, trials: 4 }]);
    expect(nonResponse(kpi, state, { invited: 8 })).toMatchObject({
      observed: 0.75,
      bounds: { low: 3 / 8, high: 7 / 8 },
    });
  });

  it('warns below the rate that the caller sets, 80 % unless said', () => {
    const kpi = kpis.satisfactionTopTwoBox;
    const state = answersOf(kpi, { 5: 80 });
    const codes = (invited: number, warnBelow?: number) =>
      knownOf(kpi, state, { invited, ...(warnBelow !== undefined && { warnBelow }) }).reasons.map(
        ({ code, severity }) => [code, severity],
      );
    const warned = [['kpi.non-response', 'warn']];
    expect(codes(100)).toEqual([]);
    expect(codes(101)).toEqual(warned);
    expect(codes(400, 0.2)).toEqual([]);
    expect(codes(401, 0.2)).toEqual(warned);
  });

  it('says it in three languages', () => {
    const kpi = kpis.satisfactionTopTwoBox;
    const [reason] = knownOf(kpi, answersOf(kpi, { 5: 80 }), { invited: 400 }).reasons;
    expect(formatReason(kpiMessages, reason!, 'zh-Hans')).toContain('仅20.0%作答，低于80.0%');
    expect(formatReason(kpiMessages, reason!, 'zh-Hant')).toContain('只有20.0%作答');
    expect(formatReason(kpiMessages, reason!, 'en')).toContain('Only 20.0% of those asked');
  });

  it('shows as many digits as tell the rate from the one that it falls short of', () => {
    const kpi = kpis.satisfactionTopTwoBox;
    const told = (answered: number, invited: number, locale: 'zh-Hans' | 'zh-Hant' | 'en') => {
      const state = answersOf(kpi, { 5: answered });
      return formatReason(kpiMessages, knownOf(kpi, state, { invited }).reasons[0]!, locale);
    };
    // 7999 / 10,000 = 79.99 % and 799,999 / 1,000,000 = 79.9999 %, against 80 %.
    expect(told(7999, 10_000, 'en')).toContain(
      'Only 79.99% of those asked have answered, fewer than 80.00%',
    );
    expect(told(7999, 10_000, 'zh-Hans')).toContain('仅79.99%作答，低于80.00%');
    expect(told(7999, 10_000, 'zh-Hant')).toContain('只有79.99%作答，低於80.00%');
    expect(told(799_999, 1_000_000, 'en')).toContain('Only 79.9999%');
    // 799 / 1000 = 79.9 %.
    expect(told(799, 1000, 'en')).toContain(
      'Only 79.9% of those asked have answered, fewer than 80.0%',
    );
  });

  it('shows nothing where nobody answered, and no rate where nobody was asked', () => {
    const kpi = kpis.satisfactionMean;
    expect(nonResponse(kpi, emptyState(kpi), { invited: 20 })).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.no-cases' },
    });
    expect(nonResponse(kpi, emptyState(kpi), { invited: 0 })).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.nobody-invited' },
    });
  });

  it('shows nothing of fewer answers than the definition asks for, as summarise does', () => {
    const { satisfactionMean: kpi } = serviceKpis({ currency: 'CNY', minimumSample: 5 });
    // Bounds of 4 fives and 6 silent, (20 + 6) / 10 and (20 + 30) / 10, would give the mean of the four away, and those of 4 of 4 are that mean.
    for (const invited of [4, 10]) {
      const few = nonResponse(kpi, answersOf(kpi, { 5: 4 }), { invited });
      expect(summarise(kpi, answersOf(kpi, { 5: 4 })).status).toBe('insufficient');
      expect(Object.keys(few)).toEqual(['status', 'reason']);
      expect(few).toMatchObject({
        status: 'insufficient',
        reason: {
          code: 'kpi.sample-too-small',
          severity: 'info',
          parameters: { n: 4, minimum: 5 },
        },
      });
    }
    const enough = knownOf(kpi, answersOf(kpi, { 5: 5 }), { invited: 10 });
    expect(enough.observed).toBe(5);
    expect(enough.reasons.map(({ code }) => code)).toEqual(['kpi.non-response']);
  });

  it('leaves no room where everybody answered', () => {
    const kpi = kpis.satisfactionMean;
    const { observed, bounds, reasons } = knownOf(kpi, answersOf(kpi, scores), { invited: 200 });
    expect(bounds).toEqual({ low: observed, high: observed });
    expect(reasons).toEqual([]);
  });

  it('contains the figure that comes out, whatever the silent say', () => {
    const counts = fc.array(fc.nat({ max: 30 }), { minLength: 11, maxLength: 11 });
    const pairs = fc.constantFrom(
      kpis.netPromoterScore,
      kpis.customerEffort,
      kpis.satisfactionMean,
    );
    fc.assert(
      fc.property(pairs, counts, counts, (kpi, known, silent) => {
        const { lowest, highest } = kpi.scale;
        const points = Array.from({ length: highest - lowest + 1 }, (_, i) => i);
        const stateOf = (of: (i: number) => number) =>
          answersOf(kpi, Object.fromEntries(points.map((i) => [lowest + i, of(i)])));
        const all = summarise(
          kpi,
          stateOf((i) => known[i]! + silent[i]!),
        );
        const invited = points.reduce((sum, i) => sum + known[i]! + silent[i]!, 0);
        const part = nonResponse(
          kpi,
          stateOf((i) => known[i]!),
          { invited },
        );
        if (part.status !== 'ok' || all.status !== 'ok') return;
        expect(all.value).toBeGreaterThanOrEqual(part.bounds.low - 1e-12);
        expect(all.value).toBeLessThanOrEqual(part.bounds.high + 1e-12);
      }),
    );
  });

  it('refuses what cannot be', () => {
    const kpi = kpis.satisfactionMean;
    const state = answersOf(kpi, scores);
    const make = (options: object) => () => nonResponse(kpi, state, wrong(options));
    expectRefusal(make({ invited: 199 }), 'inconsistent', 'options.invited');
    expectRefusal(make({ invited: -1 }), 'out-of-range', 'options.invited');
    expectRefusal(make({}), 'missing-value', 'options.invited');
    expectRefusal(make({ invited: 300, warnBelow: 80 }), 'out-of-range', 'options.warnBelow');
    expectRefusal(make({ invited: 300, confidence: 1 }), 'out-of-range', 'options.confidence');
    expectRefusal(make({ invited: 300, asked: 1 }), 'unknown-id', 'options.asked');
    const { medianHandling, annualisedClientChurn } = kpis;
    for (const other of [medianHandling, annualisedClientChurn] as readonly Kpi[]) {
      const call = () => nonResponse(wrong(other), wrong(emptyState(other)), { invited: 1 });
      expectRefusal(call, 'inconsistent', 'kpi.kind');
    }
    const strange = emptyState(kpis.netPromoterScore);
    expectRefusal(() => nonResponse(kpi, strange, { invited: 1 }), 'inconsistent', 'state.kpi');
  });
});
