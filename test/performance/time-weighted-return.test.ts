import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/dates/index.js';
import { timeWeightedReturn } from '../../src/performance/index.js';
import bacon from '../fixtures/performance/bacon-series.json' with { type: 'json' };
import daily from '../fixtures/performance/twr-daily.json' with { type: 'json' };
import exact from '../fixtures/performance/twr-daily-exact.json' with { type: 'json' };
import { cny, day, expectClose, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const BOTH = { flowTiming: 'inflow-start-outflow-end' } as const;
const SIGN: Readonly<Record<string, number>> = { deposit: 1, interest: 1, withdraw: -1, fees: -1 };

/** The values and flows of the published account. */
function publishedAccount() {
  const dates = daily.delta.map((_, i) => addDays('2011-12-31', i));
  const signed = daily.transactions.map(([date, kind, amount]) => ({
    date: day(date),
    kind: kind as string,
    amount: SIGN[kind as string]! * Number(amount),
  }));
  const valuations = dates.map((date) => ({
    date,
    value: signed.filter((one) => one.date <= date).reduce((sum, { amount }) => sum + amount, 0),
  }));
  const flows = signed.filter(
    ({ date, kind }) => date > '2011-12-31' && (kind === 'deposit' || kind === 'withdraw'),
  );
  return { valuations, flows };
}

describe('timeWeightedReturn', () => {
  it('gives the published daily returns and their accumulation', () => {
    const { valuations, flows } = publishedAccount();
    const result = timeWeightedReturn(valuations, flows, BOTH);
    expect(result.status).toBe('return');
    if (result.status !== 'return') return;
    expect(result.periods).toHaveLength(8);
    result.periods.forEach((period, i) => {
      // The source prints amounts rounded to the cent and returns from the unrounded ones: half a
      // cent on 10,000 is 5e-7.
      expect(Math.abs(period.rate - daily.delta[i + 1]!)).toBeLessThan(5e-7);
      expect(Math.abs(period.accumulated - daily.accumulated[i + 1]!)).toBeLessThan(5e-7);
      expect(period.rate).toBeCloseTo(exact.delta[i + 1]!, 13);
      expectClose(period.accumulated, exact.accumulated[i + 1]!, 1e-11);
    });
    expect(result.rate).toBe(result.periods.at(-1)?.accumulated);
  });

  it('links the months of a published series as exact arithmetic does', () => {
    const valuations = bacon.dates.map((date, i) => ({
      date: day(date),
      value: 1000 * (1 + bacon.accumulated[i]!),
    }));
    const result = timeWeightedReturn(valuations, [], BOTH);
    expect(result.status).toBe('return');
    if (result.status !== 'return') return;
    result.periods.forEach((period, i) => {
      expect(period.rate).toBeCloseTo(Number(bacon.returns[i]), 13);
      expectClose(period.accumulated, bacon.accumulated[i + 1]!, 1e-10);
    });
  });

  const valuations = [
    { date: '2024-01-01', value: 100 },
    { date: '2024-01-02', value: 180 },
  ] as const;
  const flows = [
    { date: '2024-01-02', amount: 60 },
    { date: '2024-01-02', amount: -10 },
  ] as const;

  it.each([
    // 180 / (100 + 60 − 10) − 1
    ['start-of-day', 0.2],
    // (180 − 60 + 10) / 100 − 1
    ['end-of-day', 0.3],
    // (180 + 10) / (100 + 60) − 1
    ['inflow-start-outflow-end', 0.1875],
  ] as const)('treats the day’s money as %s says', (flowTiming, rate) => {
    expect(timeWeightedReturn(valuations, flows, { flowTiming })).toMatchObject({
      rate: expect.closeTo(rate, 14),
      flowTiming,
    });
  });

  const moved = [
    { date: '2024-01-04', amount: 5 },
    { date: '2024-01-02', amount: 5 },
    { date: '2024-01-04', amount: 5 },
  ] as const;

  it.each([
    ['end-of-day', ['2024-01-02', '2024-01-04']],
    // What came on the second morning met the first valuation.
    ['start-of-day', ['2024-01-03']],
    ['inflow-start-outflow-end', ['2024-01-03']],
  ] as const)('needs the value that money met at %s, and names the days', (flowTiming, dates) => {
    const points = [valuations[0], { date: '2024-01-05', value: 200 }] as const;
    expect(timeWeightedReturn(points, moved, { flowTiming })).toEqual({
      status: 'missing-valuation',
      dates,
    });
  });

  it('takes the value of the evening before for money at the start of a day, not that of weeks ago', () => {
    // 1,000 grew to 1,100; then 100 came in the morning, and 1,200 were there at night: 1.1 × 1 − 1.
    const ends = [
      { date: '2026-03-31', value: 1000 },
      { date: '2026-05-15', value: 1200 },
    ] as const;
    const paid = [{ date: '2026-05-15', amount: 100 }] as const;
    const options = { flowTiming: 'start-of-day' } as const;
    expect(timeWeightedReturn(ends, paid, options)).toEqual({
      status: 'missing-valuation',
      dates: ['2026-05-14'],
    });
    const evening = { date: '2026-05-14', value: 1100 } as const;
    expect(timeWeightedReturn([...ends, evening], paid, options)).toMatchObject({
      rate: expect.closeTo(0.1, 14),
    });
    // The day's own value is not needed: a later one ends the stretch.
    const later = [ends[0], evening, { date: '2026-06-30', value: 1320 }] as const;
    expect(timeWeightedReturn(later, paid, options)).toMatchObject({
      rate: expect.closeTo(0.21, 14),
    });
  });

  it('cannot be linked across a day on which nothing was invested', () => {
    const emptied = [
      { date: '2024-01-01', value: 100 },
      { date: '2024-01-02', value: 0 },
      { date: '2024-01-03', value: 50 },
    ] as const;
    expect(timeWeightedReturn(emptied, [], BOTH)).toEqual({
      status: 'undefined',
      from: '2024-01-02',
      to: '2024-01-03',
      reason: 'non-positive-base',
    });
  });

  it('is not hurt by money that comes and goes, nor by an account that joins at its value', () => {
    const still = [
      { date: '2024-01-01', value: cny('100') },
      { date: '2024-01-02', value: cny('5100') },
      { date: '2024-01-03', value: cny('100') },
    ] as const;
    const moved = [
      { date: '2024-01-02', amount: cny('5000') },
      { date: '2024-01-03', amount: cny('-5000') },
    ] as const;
    expect(timeWeightedReturn(still, moved, BOTH)).toMatchObject({ status: 'return', rate: 0 });
  });

  it('freezes its result', () => {
    expect(isDeeplyFrozen(timeWeightedReturn(valuations, flows, BOTH))).toBe(true);
  });

  it.each([
    ['no valuations', null, flows, BOTH, 'missing-value', 'valuations'],
    ['an empty list', [], [], BOTH, 'empty', 'valuations'],
    ['one valuation', [valuations[0]], [], BOTH, 'length-mismatch', 'valuations'],
    [
      'a day valued twice',
      [...valuations, valuations[0]],
      [],
      BOTH,
      'duplicate-id',
      'valuations[2].date',
    ],
    ['a valuation that is none', [valuations[0], null], [], BOTH, 'missing-value', 'valuations[1]'],
    [
      'a value of NaN',
      [valuations[0], { date: '2024-01-02', value: Number.NaN }],
      [],
      BOTH,
      'not-finite',
      'valuations[1].value',
    ],
    [
      'money among numbers',
      [valuations[0], { date: '2024-01-02', value: cny('1') }],
      [],
      BOTH,
      'currency-mismatch',
      'valuations[1].value',
    ],
    ['no flows', valuations, undefined, BOTH, 'missing-value', 'flows'],
    ['a flow that is none', valuations, [5], BOTH, 'invalid-type', 'flows[0]'],
    [
      'a flow before the second day',
      valuations,
      [{ date: '2024-01-01', amount: 1 }],
      BOTH,
      'out-of-range',
      'flows[0].date',
    ],
    [
      'a flow on a day that does not exist',
      valuations,
      [{ date: '2024-02-30', amount: 1 }],
      BOTH,
      'invalid-date',
      'flows[0].date',
    ],
    ['no options', valuations, flows, null, 'missing-value', 'options'],
    ['no timing', valuations, flows, {}, 'missing-value', 'options.flowTiming'],
  ] as const)('refuses %s', (_, points, moved, options, code, path) => {
    expectRefusal(
      () => timeWeightedReturn(wrong(points), wrong(moved), wrong(options)),
      code,
      path,
    );
  });
});

describe('timeWeightedReturn of what a double cannot hold', () => {
  const on = (date: string, value: number) => ({ date: day(date), value });

  it('refuses a value next to nothing at its place in the list, whatever the order', () => {
    const points = [on('2024-01-02', 110), on('2024-01-01', 1e-320)];
    expectRefusal(
      () => timeWeightedReturn(points, [], BOTH),
      'out-of-range',
      'valuations[1].value',
    );
  });

  it('refuses stretches that overflow only when they are linked', () => {
    // Twice from 1e-100 to 1e100, with what is there taken out in between: growth of 1e200 squared.
    const points = [on('2024-01-01', 1e-100), on('2024-01-02', 1e-100), on('2024-01-03', 1e100)];
    const flows = [{ date: day('2024-01-02'), amount: -1e100 }];
    const call = () => timeWeightedReturn(points, flows, { flowTiming: 'end-of-day' });
    expectRefusal(call, 'out-of-range', 'valuations[1].value');
  });

  it('refuses lists with holes', () => {
    const points = [on('2024-01-01', 100), on('2024-01-02', 110)];
    const holed = [...points];
    delete holed[0];
    expectRefusal(() => timeWeightedReturn(holed, [], BOTH), 'missing-value', 'valuations[0]');
    const flows = wrong(new Array(1));
    expectRefusal(() => timeWeightedReturn(points, flows, BOTH), 'missing-value', 'flows[0]');
  });
});
