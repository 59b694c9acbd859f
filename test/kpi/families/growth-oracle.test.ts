import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../../src/dates/index.js';
import {
  campaignRecords,
  clientReturnRecords,
  compileKpiCube,
  type KpiRecord,
  periodOf,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { fromMinorUnits, type Money } from '../../../src/money/index.js';
import fixture from '../../fixtures/kpi/growth.json' with { type: 'json' };
import { expectClose } from '../support.js';

function resultsOf(records: readonly KpiRecord[], touch: 'first' | 'last' = 'last') {
  const kpis = serviceKpis({
    currency: 'CNY',
    attributionDays: fixture.window,
    minimumSample: 1,
    periodsPerYear: 1,
    touch,
  });
  const cube = compileKpiCube({ kpis: Object.values(kpis), period: 'year', zone: 'UTC' });
  const draft = cube.init();
  for (const record of records) cube.add(draft, record);
  const { rows } = cube.result(draft, { suppressBelow: 1 });
  return Object.fromEntries(rows.map(({ kpi, result }) => [kpi, result]));
}

function shown(results: ReturnType<typeof resultsOf>, kpi: string): number {
  const result = results[kpi];
  if (result?.status !== 'ok') throw new Error(`${kpi}: ${result?.status}`);
  return result.value;
}

const START = Date.parse('2026-01-01T00:00:00Z');
const onDay = (day: number) => START + day * 86_400_000;

describe.each(['first', 'last'] as const)('campaigns by the %s touch', (touch) => {
  const people = fixture.people.map(({ contacts, bought }, i) => ({
    id: `p-${i}`,
    contacts: contacts.map(([campaign, day]) => ({
      campaign: campaign as string,
      at: onDay(day as number),
    })),
    purchases: bought.map(onDay),
  }));
  const options = {
    campaigns: ['autumn', 'spring', 'summer'],
    windowDays: fixture.window,
    touch,
    asOf: onDay(fixture.asOf),
  };
  const records = people.flatMap((person) => campaignRecords(person, options));
  const results = resultsOf(records, touch);
  const expected = fixture.touch[touch];

  it('convert as R counts', () => {
    expect(results['campaign-conversion']).toMatchObject({
      numerator: expected.converted,
      denominator: expected.decided,
      excluded: [{ id: 'window-open', count: expected.pairs - expected.decided }],
    });
    expectClose(shown(results, 'converters-median-time'), expected.convertersMedian, 1e-12);
  });

  it('convert within the window as survfit has it with two causes', () => {
    expect(results['conversion-within-window']).toMatchObject({ n: expected.pairs });
    expectClose(shown(results, 'conversion-within-window'), expected.incidence, 1e-12);
  });
});

describe('returns of clients', () => {
  const cny = (cents: number): Money => fromMinorUnits('CNY', BigInt(cents));
  const from: PlainDate = '2026-03-31';
  const records = fixture.clients.flatMap(({ opening, days, flows, values, closing }, i) =>
    clientReturnRecords(
      {
        id: `c-${i}`,
        from,
        to: '2026-06-30',
        opening: cny(opening),
        closing: cny(closing),
        flows: flows.map((amount, j) => ({ date: addDays(from, days[j]!), amount: cny(amount) })),
        valuations: values.map((value, j) => ({
          date: addDays(from, days[j]!),
          value: cny(value),
        })),
      },
      { period: periodOf('2026-06-30', 'quarter'), flowTiming: 'end-of-day', asOf: onDay(200) },
    ),
  );

  it.each(Object.entries(fixture.returns))('make %s as in R', (kpi, value) => {
    expectClose(shown(resultsOf(records), kpi), value, 1e-12);
  });
});
