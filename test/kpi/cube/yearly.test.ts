import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../src/dates/index.js';
import {
  accountRecords,
  compileKpiCube,
  defineKpi,
  type KpiRecord,
  type PeriodLength,
  retentionRecords,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, draftOf, expectClose, expectRefusal, wrong } from '../support.js';

const yearly = (periodsPerYear: number) =>
  defineKpi({ ...DESCRIPTION, kind: 'proportion', periodsPerYear });
const compile = (periodsPerYear: number, period: PeriodLength) => () =>
  compileKpiCube({ kpis: [yearly(periodsPerYear)], period, zone: 'Asia/Shanghai' });
const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
const asOf = '2027-07-01T00:00:00+08:00';

describe('a KPI stated for a year', () => {
  it.each([
    ['day', [365, 365.25, 366], [252, 364, 52]],
    ['week', [52, 53], [51, 54, 12]],
    ['month', [12], [4, 11, 13]],
    ['quarter', [4], [12, 1]],
    ['half-year', [2], [4, 1]],
    ['year', [1], [4, 12]],
  ] as const)('takes a cube of as many periods as a year has: %s', (period, right, wrongOnes) => {
    for (const periods of right) expect(compile(periods, period)).not.toThrow();
    for (const periods of wrongOnes) {
      const path = 'definition.kpis[0].periodsPerYear';
      expectRefusal(compile(periods, period), 'inconsistent', path);
    }
  });

  it('is named by its place in the list that was given', () => {
    const { clientChurn, annualisedClientChurn } = serviceKpis({ currency: 'CNY' });
    const kpis = [clientChurn, annualisedClientChurn];
    const path = 'definition.kpis[1].periodsPerYear';
    const months = () => compileKpiCube({ kpis, period: 'month', zone: 'Asia/Shanghai' });
    expectRefusal(months, 'inconsistent', path);
    expect(months).toThrow('12, since the cube keeps each month apart: a year has so many');
  });

  it('is 2 per cent of a month, and 21.5 of a year, whichever way it is read off', () => {
    const { annualisedClientChurn } = serviceKpis({
      ...{ currency: 'CNY', periodsPerYear: 12, minimumSample: 1 },
    });
    const cube = compileKpiCube({
      ...{ kpis: [annualisedClientChurn], period: 'month', zone: 'Asia/Shanghai' },
    });
    const records = ['04', '05', '06'].map((month) => ({
      ...{ kpi: 'annualised-client-churn', at: `2026-${month}-30` },
      event: { successes: 2, trials: 100 },
    }));
    const draft = draftOf(cube, records);
    for (const period of ['month', 'quarter', 'year'] as const) {
      const { result } = cube.result(draft, { period }).rows[0]!;
      // 1 − 0.98^12
      expectClose('value' in result ? result.value : 0, 0.215283276265);
    }
  });
});

/** What becomes of a client and an account from one day's end to another's. */
const told = (from: PlainDate, to: PlainDate): readonly KpiRecord[] => [
  ...retentionRecords(
    {
      id: 'c-1',
      from,
      to,
      opening: cny('100.00'),
      netNewMoney: cny('1.00'),
      left: true,
    },
    { asOf },
  ).filter(({ kpi }) => kpi === 'annualised-client-churn'),
  ...accountRecords(
    {
      id: 'a-1',
      from,
      to,
      opening: cny('100.00'),
      closing: cny('100.00'),
      movements: [],
    },
    { asOf },
  ).filter(({ kpi }) => kpi === 'net-new-money-rate'),
];

describe('events of a span', () => {
  const { annualisedClientChurn, netNewMoneyRate } = serviceKpis({ currency: 'CNY' });
  const kpis = [annualisedClientChurn, netNewMoneyRate];
  const cube = compileKpiCube({ kpis, period: 'quarter', zone: 'Asia/Shanghai' });
  const add = (record: KpiRecord) => () => cube.add(cube.init(), record);

  it('are of a period of which a year has as many as the definition says', () => {
    const fit = [
      ['2026-03-31', '2026-06-30'],
      ['2025-12-31', '2026-03-31'],
      // From the last working day to the last working day.
      ['2026-01-30', '2026-04-30'],
    ] as const;
    for (const [from, to] of fit) {
      for (const record of told(from, to)) expect(add(record)).not.toThrow();
    }
    const others = [
      ['2026-03-31', '2026-04-30'],
      ['2025-12-31', '2026-06-30'],
      ['2025-12-31', '2026-12-31'],
      ['2026-05-15', '2026-06-30'],
    ] as const;
    for (const [from, to] of others) {
      const records = told(from, to);
      expect(records.length).toBe(2);
      for (const record of records) {
        expectRefusal(add(record), 'inconsistent', 'record.days');
      }
    }
    const [month] = told('2026-03-31', '2026-04-30');
    expect(month!.days).toBe(30);
    expect(add(month!)).toThrow(
      'about 91 days, of which a year has 4, as the definition of annualised-client-churn says',
    );
  });

  it('are taken as they are where nobody says how many days, or nothing is stated for a year', () => {
    const [churn] = told('2026-03-31', '2026-04-30');
    const { days: _, ...without } = churn!;
    expect(add(without)).not.toThrow();
    const plain = defineKpi({ ...DESCRIPTION, kind: 'proportion' });
    const other = compileKpiCube({ kpis: [plain], period: 'quarter', zone: 'UTC' });
    const record = { kpi: plain.id, at: '2026-06-30', event: { successes: 0, trials: 1 } };
    expect(() => other.add(other.init(), { ...record, days: 3 })).not.toThrow();
    for (const days of [0, -1, Number.NaN]) {
      expectRefusal(
        add({ ...churn!, days }),
        Number.isNaN(days) ? 'not-finite' : 'out-of-range',
        'record.days',
      );
    }
    expectRefusal(add({ ...churn!, days: wrong('91') }), 'invalid-type', 'record.days');
  });
});
