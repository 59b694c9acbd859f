import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import {
  accumulateAll,
  type Kpi,
  type KpiResult,
  kpiMessages,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import { wrong } from '../support.js';

/** More than any ready definition asks for of its own. */
const MINIMUM = 40;
const kpis: readonly Kpi[] = Object.values(
  serviceKpis({ currency: 'CNY', minimumSample: MINIMUM }),
);

/** Money summed over a whole book is a total and no sample: one event may tell it. */
const isTotal = ({ kind }: Kpi): boolean => kind === 'amount-ratio' || kind === 'amount-bridge';

/** Events of so many cases. */
function eventsOf(kpi: Kpi, n: number): readonly object[] {
  const each = (event: object) => Array.from({ length: n }, () => event);
  const cny = (amount: string) => ({ currency: 'CNY', amount });
  switch (kpi.kind) {
    case 'proportion':
      return [{ successes: 1, trials: n }];
    case 'count-ratio':
      return [{ numerator: 1, denominator: n }];
    case 'rate':
      return [{ count: 1, exposure: n }];
    case 'ratings':
      return [{ score: kpi.scale.highest, count: n }];
    case 'detection':
      return [{ truePositives: n }];
    case 'amount-ratio':
      return [{ numerator: cny('1.00'), denominator: cny('2.00'), cases: n }];
    case 'amount-per-count':
      return [{ amount: cny('1.00'), count: n }];
    case 'amount-bridge':
      return [{ opening: cny('1.00'), lines: {}, closing: cny('1.00'), cases: n }];
    case 'within-limit':
    case 'durations':
      return each({ duration: 1 });
    case 'survival':
      return each({ time: 1, cause: kpi.causes[0] });
    case 'measurements':
      return each({ value: 0.5 });
    case 'tally':
      return [{ category: kpi.categories[0], count: n }];
    case 'funnel':
      return [{ reached: kpi.steps[0], count: n }];
  }
}

const resultOf = (kpi: Kpi, events: readonly object[]): KpiResult => {
  const { state, failures } = accumulateAll(kpi, wrong(events));
  expect(failures).toEqual([]);
  return summarise(kpi, state);
};

describe('the smallest sample that a bank sets', () => {
  it.each(kpis.filter((kpi) => !isTotal(kpi)).map((kpi) => [kpi.id, kpi] as const))(
    'is heeded by %s',
    (_, kpi) => {
      expect(resultOf(kpi, eventsOf(kpi, MINIMUM - 1))).toMatchObject({
        status: 'insufficient',
        n: MINIMUM - 1,
        minimumSample: MINIMUM,
        reason: { code: 'kpi.sample-too-small' },
      });
      const enough = resultOf(kpi, eventsOf(kpi, MINIMUM));
      expect(enough.status === 'ok' || enough.reason.code !== 'kpi.sample-too-small').toBe(true);
    },
  );

  it.each(kpis.filter(isTotal).map((kpi) => [kpi.id, kpi] as const))(
    'is not asked of %s, a total of the books',
    (_, kpi) => {
      expect(resultOf(kpi, eventsOf(kpi, 1)).status).toBe('ok');
    },
  );
});

describe('a share whose two sides are told apart', () => {
  const { availabilityByTime, grossAssetRetention, netAssetRetention, newClientGrowth } =
    serviceKpis({ currency: 'CNY', minimumSample: 1 });
  const cny = (amount: string) => ({ currency: 'CNY', amount });

  it('has no value outside 0 to 1, which no true data give', () => {
    for (const result of [
      // 1,390 minutes of 1,000; twice what there was; less than nothing.
      resultOf(availabilityByTime, [{ numerator: 1390 }, { denominator: 1000 }]),
      resultOf(grossAssetRetention, [{ numerator: cny('200.00'), denominator: cny('100.00') }]),
      resultOf(grossAssetRetention, [{ numerator: cny('-1.00'), denominator: cny('100.00') }]),
    ]) {
      expect(result).toMatchObject({
        status: 'insufficient',
        reason: { code: 'kpi.not-a-share', severity: 'warn' },
      });
      if (result.status !== 'insufficient') throw new Error('expected no value');
      for (const locale of LOCALES) {
        expect(formatReason(kpiMessages, result.reason, locale)).not.toContain('kpi.');
      }
    }
  });

  it('may be all or nothing, and is judged by the sums, whatever single events say', () => {
    const all = [{ numerator: 1390, denominator: 1000 }, { denominator: 390 }];
    expect(resultOf(availabilityByTime, all)).toMatchObject({ status: 'ok', value: 1 });
    expect(resultOf(availabilityByTime, [{ denominator: 60 }])).toMatchObject({ value: 0 });
  });

  it('is not asked of ratios that may exceed 1', () => {
    const twice = [{ numerator: cny('200.00'), denominator: cny('100.00') }];
    expect(resultOf(netAssetRetention, twice)).toMatchObject({ status: 'ok', value: 2 });
    expect(resultOf(newClientGrowth, [{ numerator: 3, denominator: 2 }])).toMatchObject({
      status: 'ok',
      value: 1.5,
    });
  });
});
