import { describe, expect, it } from 'vitest';
import {
  accumulate,
  accumulateAll,
  accumulatorOf,
  defineKpi,
  emptyState,
  type KpiResult,
  serviceKpis,
  summarise,
} from '../../src/kpi/index.js';
import { money } from '../../src/money/index.js';
import published from '../fixtures/kpi/published.json' with { type: 'json' };
import { DESCRIPTION, expectClose, expectRefusal, wrong } from './support.js';

const kpis = serviceKpis({ currency: 'CNY' });

function okOf<R extends KpiResult>(result: R): Extract<R, { status: 'ok' }> {
  expect(result.status).toBe('ok');
  return result as Extract<R, { status: 'ok' }>;
}

describe('summarise', () => {
  it('withholds the value of a sample below the minimum and says why', () => {
    const hours = [2, 3, 4, 5].map((duration) => ({ duration }));
    const { state } = accumulateAll(kpis.medianHandling, hours);
    expect(summarise(kpis.medianHandling, state)).toEqual({
      status: 'insufficient',
      kpi: 'median-handling-time',
      version: '1',
      unit: 'hours',
      n: 4,
      excluded: [],
      minimumSample: 5,
      reason: expect.objectContaining({
        code: 'kpi.sample-too-small',
        parameters: { n: 4, minimum: 5 },
      }),
    });
    const enough = accumulate(kpis.medianHandling, state, { duration: 6 });
    expect(okOf(summarise(kpis.medianHandling, enough)).value).toBe(4);
  });

  it('says that a figure of a sample has no interval, which is not to be sure of it', () => {
    const stay = defineKpi({
      ...DESCRIPTION,
      kind: 'survival',
      timeUnit: 'year',
      longest: 10,
      causes: ['left'],
      measure: { name: 'survival', time: 1 },
    });
    // Six of six stayed: Greenwood's variance is 0.
    const { state } = accumulateAll(stay, [{ time: 2, count: 6 }]);
    const all = okOf(summarise(stay, state));
    expect(all).toMatchObject({ value: 1, reasons: [{ code: 'kpi.interval-unknown' }] });
    expect(all).not.toHaveProperty('interval');
    // Smallest and largest of five enclose the median in 1 − 2/2⁵ = 93.75 % of samples, short of 95 %.
    const five = [2, 3, 4, 5, 6].map((duration) => ({ duration }));
    const median = okOf(
      summarise(kpis.medianHandling, accumulateAll(kpis.medianHandling, five).state),
    );
    expect(median.reasons.map(({ code }) => code)).toEqual(['kpi.interval-unknown']);
    // Every client is counted: there is nothing to be unsure of.
    const counted = accumulate(kpis.organicGrowth, emptyState(kpis.organicGrowth), {
      numerator: money('CNY', '1.00'),
      denominator: money('CNY', '8.00'),
    });
    expect(okOf(summarise(kpis.organicGrowth, counted)).reasons).toEqual([]);
  });

  it('has no value for any KPI without cases', () => {
    for (const kpi of Object.values(kpis)) {
      const result = summarise(wrong(kpi), wrong(emptyState(wrong(kpi)))) as KpiResult;
      expect(result).toMatchObject({ status: 'insufficient', n: 0 });
      if (result.status === 'insufficient') expect(result.reason.code).toBe('kpi.no-cases');
    }
  });

  it('states a ratio of amounts exactly and refuses to divide by nothing', () => {
    const event = { numerator: money('CNY', '-5'), denominator: money('CNY', '200') };
    const state = accumulate(kpis.organicGrowth, emptyState(kpis.organicGrowth), event);
    expect(okOf(summarise(kpis.organicGrowth, state))).toMatchObject({
      value: -0.025,
      numerator: money('CNY', '-5'),
      denominator: money('CNY', '200'),
      n: 1,
      reasons: [],
    });
    const none = accumulate(kpis.organicGrowth, emptyState(kpis.organicGrowth), {
      numerator: money('CNY', '5'),
    });
    expect(summarise(kpis.organicGrowth, none)).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.denominator-not-positive' },
    });
  });

  it('names the rest that a bridge leaves unexplained', () => {
    const event = {
      opening: money('CNY', '1000'),
      lines: { 'net-flow': money('CNY', '100'), 'market-effect': money('CNY', '-20.50') },
      closing: money('CNY', '1080'),
    };
    const state = accumulate(kpis.assetGrowth, emptyState(kpis.assetGrowth), event);
    const result = okOf(summarise(kpis.assetGrowth, state));
    // 1000 + 100 − 20.50 = 1079.50; growth (1080 − 1000) / 1000.
    expect(result.value).toBe(0.08);
    expect(result.bridge).toMatchObject({
      status: 'unexplained',
      unexplained: money('CNY', '0.50'),
    });
    expect(result.reasons[0]).toMatchObject({
      code: 'kpi.bridge-unexplained',
      severity: 'warn',
      parameters: { currency: 'CNY', amount: '0.50' },
    });
  });

  it('has no growth from an opening of nothing', () => {
    const event = { closing: money('CNY', '10') };
    const state = accumulate(kpis.assetGrowth, emptyState(kpis.assetGrowth), event);
    expect(summarise(kpis.assetGrowth, state)).toMatchObject({
      reason: { code: 'kpi.denominator-not-positive' },
    });
  });

  it('annualises a complete loss as 1 and none as 0', () => {
    const kpi = kpis.annualisedClientChurn;
    const of = (successes: number) =>
      okOf(summarise(kpi, accumulate(kpi, emptyState(kpi), { successes, trials: 10 })));
    expect(of(10)).toMatchObject({ value: 1, interval: { high: 1 } });
    expect(of(0)).toMatchObject({ value: 0, interval: { low: 0 } });
    // 1 − 0.9⁴
    expectClose(of(1).value, 0.3439, 1e-14);
  });

  it('reads precision, recall and F1 as scikit-learn does', () => {
    const { y_true: truth, y_pred: predicted, R: expected } = published.detection;
    [0, 1, 2].forEach((label) => {
      const count = (test: (t: boolean, p: boolean) => boolean): number =>
        truth.filter((t, i) => test(t === label, predicted[i] === label)).length;
      const event = {
        truePositives: count((t, p) => t && p),
        falsePositives: count((t, p) => !t && p),
        falseNegatives: count((t, p) => t && !p),
      };
      const value = (measure: 'precision' | 'recall' | 'f1'): number => {
        const kpi = defineKpi({ ...DESCRIPTION, kind: 'detection', measure });
        return okOf(summarise(kpi, accumulate(kpi, emptyState(kpi), event))).value;
      };
      expectClose(value('precision'), expected.precision[label]!);
      expectClose(value('recall'), expected.recall[label]!);
      expectClose(value('f1'), expected.f1[label]!);
    });
  });

  it('gives F1 the interval of the share it rises with', () => {
    const kpi = defineKpi({ ...DESCRIPTION, kind: 'detection', measure: 'f1' });
    const event = { truePositives: 30, falsePositives: 10, falseNegatives: 10 };
    const { interval } = okOf(summarise(kpi, accumulate(kpi, emptyState(kpi), event)));
    // Wilson of 30 in 50: 0.46181 to 0.72392, and 2J/(1 + J) of both.
    expect(interval!.low).toBeCloseTo((2 * 0.46181) / 1.46181, 5);
    expect(interval!.high).toBeCloseTo((2 * 0.72392) / 1.72392, 5);
  });

  it('gives a net promoter score with the adjusted Wald interval', () => {
    const kpi = defineKpi({
      ...DESCRIPTION,
      kind: 'ratings',
      scale: { lowest: 0, highest: 10 },
      measure: { name: 'net-promoter' },
    });
    for (const row of published.nps) {
      const { state } = accumulateAll(kpi, [
        { score: 10, count: row.promoters },
        { score: 8, count: row.passives },
        { score: 6, count: row.detractors },
      ]);
      const result = okOf(summarise(kpi, state));
      expectClose(result.value * 100, row.nps, 1e-12);
      // The published bounds may leave the scale, or the score outside of them; ours stop at its ends and reach the score.
      const [low, high] = row.adjusted_wald95;
      expectClose(result.interval!.low * 100, Math.max(-100, Math.min(low!, row.nps)));
      expectClose(result.interval!.high * 100, Math.min(100, Math.max(high!, row.nps)));
    }
  });

  it('gives a net promoter score an interval that it lies within, however little confidence is asked for', () => {
    const kpi = defineKpi({
      ...DESCRIPTION,
      kind: 'ratings',
      scale: { lowest: 0, highest: 10 },
      measure: { name: 'net-promoter' },
    });
    for (const [score, value] of [
      [10, 1],
      [0, -1],
    ] as const) {
      const { state } = accumulateAll(kpi, [{ score, count: 50 }]);
      const { interval } = okOf(summarise(kpi, state, { confidence: 0.5 }));
      // 50/53 = 0.94340 and √((51.5/53 − (50/53)²)/53)·0.67449 = 0.02648 to its sides: from 0.91691 to 0.96988, without the score.
      const inner = 0.9169140976;
      expect(value === 1 ? interval!.high : interval!.low).toBe(value);
      expect(value === 1 ? interval!.low : -interval!.high).toBeCloseTo(inner, 9);
    }
  });

  it('gives a mean no interval that would claim certainty', () => {
    const { state } = accumulateAll(kpis.satisfactionMean, [{ score: 5, count: 9 }]);
    const result = okOf(summarise(kpis.satisfactionMean, state));
    expect(result.value).toBe(5);
    expect('interval' in result).toBe(false);
  });

  it('counts a duration at the limit as within it', () => {
    const hours = [8, 8.0001, 8, 9, 7].map((duration) => ({ duration }));
    const result = okOf(summarise(kpis.withinSla, accumulateAll(kpis.withinSla, hours).state));
    expect(result).toMatchObject({ value: 0.6, numerator: 3, denominator: 5, unit: 'fraction' });
  });

  it('gives any quantile of durations', () => {
    const kpi = defineKpi({
      ...DESCRIPTION,
      kind: 'durations',
      measure: { name: 'quantile', probability: 0.9 },
    });
    const hours = [15, 20, 35, 40, 50].map((duration) => ({ duration }));
    // Within 40 hours four of five are done, 80 %: nine in ten only within 50.
    const result = okOf(summarise(kpi, accumulateAll(kpi, hours).state));
    expect(result).toMatchObject({ value: 50, numerator: null, method: 'durations-quantile' });
  });

  it('lets a ratio of counts exceed 1', () => {
    const kpi = kpis.newClientGrowth;
    const state = accumulate(kpi, emptyState(kpi), { numerator: 30, denominator: 20 });
    expect(okOf(summarise(kpi, state)).value).toBe(1.5);
  });

  it('takes another confidence, and refuses one that is none', () => {
    const event = { successes: 81, trials: 263 };
    const state = accumulate(kpis.renewalRate, emptyState(kpis.renewalRate), event);
    const result = okOf(summarise(kpis.renewalRate, state, { confidence: 0.95 }));
    // Newcombe (1998), table I.
    expect(result.interval!.low).toBeCloseTo(0.2553, 4);
    expect(result.interval!.high).toBeCloseTo(0.3662, 4);
    expectRefusal(
      () => summarise(kpis.renewalRate, state, { confidence: 1 }),
      'out-of-range',
      'options.confidence',
    );
    expectRefusal(
      () => summarise(kpis.renewalRate, state, wrong(null)),
      'missing-value',
      'options',
    );
    expectRefusal(() => summarise(kpis.renewalRate, wrong(null)), 'missing-value', 'state');
    const { init, add, result: resultOf } = accumulatorOf(kpis.renewalRate);
    const misspelt = wrong({ confidance: 0.9 });
    for (const call of [
      () => summarise(kpis.renewalRate, state, misspelt),
      () => resultOf(add(init(), event), misspelt),
    ]) {
      expectRefusal(call, 'unknown-id', 'options.confidance');
    }
  });

  it('returns a frozen result that survives JSON', () => {
    const { state } = accumulateAll(kpis.satisfactionMean, [{ score: 5, count: 9 }, { score: 2 }]);
    const result = okOf(summarise(kpis.satisfactionMean, state));
    expect(Object.isFrozen(result)).toBe(true);
    expect(Object.isFrozen(result.interval)).toBe(true);
    expect(Object.isFrozen(result.reasons)).toBe(true);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
