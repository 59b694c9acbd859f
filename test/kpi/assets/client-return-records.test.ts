import { describe, expect, it } from 'vitest';
import {
  type ClientReturn,
  clientReturnRecords,
  compileKpiCube,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import { draftOf, eventsByKpi, expectRefusal, wrong } from '../support.js';
import { cny, options, first as unmeasured } from './support.js';

/** 5 % by either method. */
const first: ClientReturn = { ...unmeasured, benchmark: 0.03 };

/**
 * 910 paid in 60 of 91 days before the end: average capital 2,000 + 910 × 60/91 = 2,600, gain 2,949.80 − 2,910 = 39.80. Time-weighted
 * (3,010 − 910)/2,000 × 2,949.80/3,010 = 1.05 × 0.98 = 1.029.
 */
const second: ClientReturn = {
  ...first,
  id: 'c-2',
  opening: cny('2000.00'),
  closing: cny('2949.80'),
  flows: [{ date: '2026-05-01', amount: cny('910.00') }],
  valuations: [{ date: '2026-05-01', value: cny('3010.00') }],
};

/** −2 % by either method. */
const third: ClientReturn = {
  ...first,
  id: 'c-3',
  opening: cny('500.00'),
  closing: cny('490.00'),
};

const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1 });
const cube = compileKpiCube({
  kpis: [
    kpis.meanClientReturn,
    kpis.clientReturnDispersion,
    kpis.assetWeightedReturn,
    kpis.meanTimeWeightedReturn,
    kpis.timeWeightedReturnDispersion,
    kpis.assetWeightedTimeWeightedReturn,
    kpis.aheadOfBenchmark,
  ],
  period: 'quarter',
  zone: 'Asia/Shanghai',
});

function resultsOf(clients: readonly ClientReturn[], terms = options) {
  const draft = draftOf(
    cube,
    clients.flatMap((client) => clientReturnRecords(client, terms)),
  );
  const { rows } = cube.result(draft, { suppressBelow: 1 });
  return Object.fromEntries(rows.map(({ kpi, result }) => [kpi, result]));
}

/** The value, which is there. */
function shown(results: ReturnType<typeof resultsOf>, kpi: string): number {
  const result = results[kpi]!;
  if (result.status !== 'ok') throw new Error(`${kpi}: ${result.status}`);
  return result.value;
}

const events = (client: ClientReturn, terms = options) =>
  eventsByKpi(clientReturnRecords(client, terms));

describe('clientReturnRecords', () => {
  it('gives each client the same weight, or that of the assets', () => {
    const results = resultsOf([first, second, third]);
    expect(shown(results, 'mean-client-return')).toBeCloseTo((0.05 + 39.8 / 2600 - 0.02) / 3, 12);
    // (50 + 39.80 − 10) / (1,000 + 2,600 + 500)
    expect(shown(results, 'asset-weighted-return')).toBeCloseTo(79.8 / 4100, 15);
    expect(shown(results, 'mean-time-weighted-return')).toBeCloseTo((0.05 + 0.029 - 0.02) / 3, 12);
    // (50 + 58 − 10) / (1,000 + 2,000 + 500)
    expect(shown(results, 'asset-weighted-time-weighted-return')).toBeCloseTo(0.028, 12);
  });

  it('counts who is ahead of the benchmark by the time-weighted return, and who is level as not ahead', () => {
    const level = { ...first, id: 'c-4', closing: cny('1030.00') };
    const results = resultsOf([first, second, third, level]);
    expect(results['ahead-of-benchmark']).toMatchObject({
      value: 0.25,
      numerator: 1,
      denominator: 4,
    });
  });

  it('measures dispersion by the standard deviation of at least six clients', () => {
    // 2, 4, 4, 4, 5, 5, 7 and 9 %: squared distances from the mean of 5 sum to 32, over 7.
    const clients = [2, 4, 4, 4, 5, 5, 7, 9].map((percent, i) => ({
      ...first,
      id: `d-${i}`,
      closing: cny(`${1000 + 10 * percent}.00`),
    }));
    const results = resultsOf(clients);
    for (const kpi of ['client-return-dispersion', 'time-weighted-return-dispersion']) {
      expect(shown(results, kpi)).toBeCloseTo(Math.sqrt(32 / 7) / 100, 12);
    }
    expect(resultsOf(clients.slice(0, 5))['client-return-dispersion']).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.sample-too-small', parameters: { n: 5, minimum: 6 } },
    });
  });

  it('leaves out and counts who was not there for the whole period', () => {
    const joined = { ...second, id: 'c-5', from: '2026-04-01' } as const;
    const left = { ...third, id: 'c-6', to: '2026-06-29' } as const;
    const results = resultsOf([first, joined, left]);
    for (const result of Object.values(results)) {
      expect(result).toMatchObject({ excluded: [{ id: 'part-period', count: 2 }] });
    }
    expect(results['mean-client-return']).toMatchObject({ n: 1 });
  });

  it('gives no return on an average capital below zero, where the quotient would say −900 %', () => {
    // Out 1,050 at the start of the first day: capital −50, gain 400 − 1,000 + 1,050 = 450.
    const drained: ClientReturn = {
      ...first,
      closing: cny('400.00'),
      flows: [{ date: '2026-04-01', amount: cny('-1050.00') }],
    };
    const found = events(drained, { ...options, flowTiming: 'start-of-day' });
    expect(found['mean-client-return']).toEqual({ excluded: 'no-capital' });
    expect(found['asset-weighted-return']).toEqual({ excluded: 'no-capital' });
    const nothing = { ...first, opening: cny('0.00'), closing: cny('0.00') };
    for (const event of Object.values(events(nothing)))
      expect(event).toEqual({ excluded: 'no-capital' });
  });

  it('gives no time-weighted return across a flow without a valuation, but a Modified Dietz return', () => {
    const { valuations: _, ...unvalued } = second;
    const found = events(unvalued);
    for (const kpi of [
      'mean-time-weighted-return',
      'time-weighted-return-dispersion',
      'asset-weighted-time-weighted-return',
      'ahead-of-benchmark',
    ]) {
      expect(found[kpi]).toEqual({ excluded: 'no-valuation' });
    }
    expect(found['asset-weighted-return']).toEqual({
      numerator: cny('39.80'),
      denominator: cny('2600.00'),
    });
  });

  it('leaves who has no benchmark out of that figure alone', () => {
    const { benchmark: _, ...free } = first;
    expect(events(free)['ahead-of-benchmark']).toEqual({ excluded: 'no-benchmark' });
    expect(events(free)['mean-client-return']).toEqual({ value: 0.05 });
    expect(events(free)['mean-time-weighted-return']).toEqual({ value: expect.closeTo(0.05, 12) });
  });

  it('weighs by the day in billionths of a cent', () => {
    // 1,000 + 100 × 60/91 = 1,065.93 and 0.4065934066 cents; at the start of the day 100 × 61/91 = 67.032967…
    const paid: ClientReturn = {
      ...first,
      flows: [{ date: '2026-05-01', amount: cny('100.00') }],
    };
    expect(events(paid)['asset-weighted-return']).toEqual({
      numerator: cny('-50.00'),
      denominator: cny('1065.93'),
      denominatorRest: 406_593_407,
    });
    expect(
      events(paid, { ...options, flowTiming: 'start-of-day' })['asset-weighted-return'],
    ).toMatchObject({ denominator: cny('1067.03') });
  });

  it('belongs to the last day, and a later look counts', () => {
    const [record] = clientReturnRecords(first, options);
    expect(record).toMatchObject({
      at: '2026-06-30',
      id: 'mean-client-return/c-1/2026-04-01/2026-07-01',
    });
    const later = { ...options, asOf: '2026-07-02T00:00:00+08:00' };
    const corrected = clientReturnRecords({ ...first, closing: cny('1010.00') }, later);
    const draft = draftOf(cube, [...corrected, ...clientReturnRecords(first, options)]);
    const { rows } = cube.result(draft, { suppressBelow: 1 });
    expect(rows.find(({ kpi }) => kpi === 'mean-client-return')?.result).toMatchObject({
      value: 0.01,
      n: 1,
    });
  });

  it('takes back the return of who turns out not to have been there all the time', () => {
    const later = { ...options, asOf: '2026-07-02T00:00:00+08:00' };
    const left = clientReturnRecords(
      { ...first, to: '2026-05-15', flows: [], valuations: [] },
      later,
    );
    const draft = draftOf(cube, [...clientReturnRecords(first, options), ...left]);
    const { rows } = cube.result(draft, { suppressBelow: 1 });
    expect(rows.find(({ kpi }) => kpi === 'mean-client-return')?.result).toMatchObject({
      status: 'insufficient',
      n: 0,
      excluded: [{ id: 'part-period', count: 1 }],
    });
  });

  it('refuses a look before the closing value was taken', () => {
    const look = (client: ClientReturn, asOf: string) => () =>
      clientReturnRecords(client, { ...options, asOf });
    expectRefusal(look(first, '2026-05-01T00:00:00+08:00'), 'inconsistent', 'client.to');
    expectRefusal(look(first, '2026-06-30T12:00:00+08:00'), 'inconsistent', 'client.to');
    // Who left on 30 April can be told on 1 May: what came after is not the client's.
    const left = { ...first, to: '2026-04-30' } as const;
    expect(look(left, '2026-05-01T00:00:00+08:00')()[0]!.event).toEqual({
      excluded: 'part-period',
    });
  });

  it('refuses figures that cannot be, with their path', () => {
    const make =
      (change: object, terms: object = options) =>
      () =>
        clientReturnRecords(wrong({ ...second, ...change }), wrong(terms));
    expectRefusal(make({ from: '2026-03-30' }), 'out-of-range', 'client.from');
    expectRefusal(make({ to: '2026-07-01' }), 'out-of-range', 'client.to');
    expectRefusal(make({ to: '2026-03-31' }), 'inconsistent', 'client.to');
    expectRefusal(make({ benchmark: Number.NaN }), 'not-finite', 'client.benchmark');
    expectRefusal(
      make({ closing: money('USD', '1') }),
      'currency-mismatch',
      'client.closing.currency',
    );
    expectRefusal(make({ opening: 1000 }), 'invalid-type', 'client.opening');
    expectRefusal(make({ flows: undefined }), 'missing-value', 'client.flows');
    const flow = { date: '2026-07-01', amount: cny('1.00') };
    expectRefusal(make({ flows: [flow] }), 'out-of-range', 'client.flows[0].date');
    const dollars = { date: '2026-05-01', amount: money('USD', '1') };
    expectRefusal(
      make({ flows: [dollars] }),
      'currency-mismatch',
      'client.flows[0].amount.currency',
    );
    const [valuation] = second.valuations!;
    expectRefusal(
      make({ valuations: [valuation, valuation] }),
      'duplicate-id',
      'client.valuations[1].date',
    );
    expectRefusal(
      make({ valuations: [{ ...valuation, date: '2026-06-30' }] }),
      'out-of-range',
      'client.valuations[0].date',
    );
    expectRefusal(make({ valuation }), 'unknown-id', 'client.valuation');
    expectRefusal(
      make({}, { ...options, flowTiming: undefined }),
      'missing-value',
      'options.flowTiming',
    );
    expectRefusal(make({}, { ...options, period: null }), 'missing-value', 'options.period');
    expectRefusal(make({}, { ...options, asOf: undefined }), 'missing-value', 'options.asOf');
  });
});
