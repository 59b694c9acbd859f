import { describe, expect, it } from 'vitest';
import {
  type ClientReturn,
  clientReturnRecords,
  compileKpiCube,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import { draftOf, eventsByKpi, wrong } from '../support.js';
import { cny, first, options } from './support.js';

const events = (client: ClientReturn, terms = options) =>
  eventsByKpi(clientReturnRecords(client, terms));

describe('clientReturnRecords', () => {
  it('counts no flow at the start of a day without the value of the evening before', () => {
    // 1,000, then 1,100 on the evening of 14 May, 100 paid in and 1,200 at the end: 10 % before the flow, nothing after it. From the
    // closing value of the 15th alone the flow would stand as if there since March: 1,200 / 1,100 − 1 = 9.09 %.
    const paid: ClientReturn = {
      ...first,
      closing: cny('1200.00'),
      flows: [{ date: '2026-05-15', amount: cny('100.00') }],
    };
    const early = { ...options, flowTiming: 'start-of-day' } as const;
    const rate = (valuations: readonly (readonly [string, string])[]) =>
      events(
        wrong({
          ...paid,
          valuations: valuations.map(([date, value]) => ({ date, value: cny(value) })),
        }),
        early,
      )['mean-time-weighted-return'];
    expect(rate([['2026-05-15', '1200.00']])).toEqual({ excluded: 'no-valuation' });
    const tenth = { value: expect.closeTo(0.1, 12) };
    expect(rate([['2026-05-14', '1100.00']])).toEqual(tenth);
    const both = [
      ['2026-05-14', '1100.00'],
      ['2026-05-15', '1200.00'],
    ] as const;
    expect(rate(both)).toEqual(tenth);
    // 1,300 on the 15th: 1.1 · 1,300/1,200 · 1,200/1,300.
    expect(rate([both[0], ['2026-05-15', '1300.00']])).toEqual(tenth);
    // Money of the first day meets the opening value: 1,200 / (1,000 + 100).
    const onFirst = { ...paid, flows: [{ date: '2026-04-01', amount: cny('100.00') }] } as const;
    expect(events(onFirst, early)['mean-time-weighted-return']).toEqual({
      value: expect.closeTo(1200 / 1100 - 1, 12),
    });
    // Two flows with two evenings: 1,100/1,000 · 1,260/1,200 · 1,200/1,200 with 60 taken out on 1 June.
    const twice = {
      ...paid,
      flows: [...paid.flows, { date: '2026-06-01', amount: cny('-60.00') }],
      valuations: [
        { date: '2026-05-14', value: cny('1100.00') },
        { date: '2026-05-31', value: cny('1260.00') },
      ],
    } as const;
    expect(events(twice, early)['mean-time-weighted-return']).toEqual({
      value: expect.closeTo(1.1 * 1.05 - 1, 12),
    });
  });

  it('rounds nothing of a single client', () => {
    const yen = (amount: string) => money('JPY', amount);
    const kpi = serviceKpis({ currency: 'JPY', minimumSample: 1 });
    const small = compileKpiCube({
      kpis: [kpi.assetWeightedReturn, kpi.assetWeightedTimeWeightedReturn],
      ...{ period: 'quarter', zone: 'Asia/Tokyo' },
    });
    // 40 yen, 4 paid in on 1 May and valued 44, 45 at the end: time-weighted 45/44 − 1 = 1/44; Modified Dietz 1 / (40 + 4 · 60/91).
    const tiny = (id: string): ClientReturn => ({
      ...{ id, from: '2026-03-31', to: '2026-06-30', opening: yen('40'), closing: yen('45') },
      flows: [{ date: '2026-05-01', amount: yen('4') }],
      valuations: [{ date: '2026-05-01', value: yen('44') }],
    });
    const records = Array.from({ length: 20 }, (_, i) =>
      clientReturnRecords(tiny(`t-${i}`), options),
    ).flat();
    const wanted = records.filter(({ kpi: id }) => id.startsWith('asset-weighted'));
    const { rows } = small.result(draftOf(small, wanted), { suppressBelow: 1 });
    const value = (id: string) => {
      const result = rows.find((row) => row.kpi === id)!.result;
      if (result.status !== 'ok') throw new Error(result.status);
      return result;
    };
    expect(value('asset-weighted-time-weighted-return').value).toBeCloseTo(1 / 44, 10);
    expect(value('asset-weighted-return').value).toBeCloseTo(1 / (40 + 240 / 91), 10);
    // What is shown is money: 20 · 40/44 = 18.18… yen over 800.
    expect(value('asset-weighted-time-weighted-return')).toMatchObject({
      numerator: yen('18'),
      denominator: yen('800'),
    });
    const parts = [wanted.slice(0, 13), wanted.slice(13)].map((part) =>
      small.close(draftOf(small, part), '2026-06-30'),
    );
    const whole = small.encode(small.close(draftOf(small, wanted), '2026-06-30'));
    expect(JSON.stringify(small.encode(small.merge(parts[1]!, parts[0]!)).cells)).toBe(
      JSON.stringify(whole.cells),
    );
  });
});
