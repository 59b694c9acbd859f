import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  type ClientTenure,
  compileKpiCube,
  type KpiEvent,
  serviceKpis,
  summarise,
  tenureRecords,
} from '../../../src/kpi/index.js';
import { expectClose, expectRefusal, wrong } from '../support.js';

const causes = ['service', 'cost', 'moved'];
const options = { asOf: '2026-06-30', unit: 'month', causes } as const;
const first = (client: object, changed: object = {}) =>
  tenureRecords(wrong({ id: 'c', from: '2025-01-15', ...client }), { ...options, ...changed })[0]!
    .event;
const { tenureOneYear, tenureMedian, leavingForMainCause, leavingReasons } = serviceKpis({
  currency: 'CNY',
  leavingCauses: causes,
});

describe('tenureRecords', () => {
  it('counts the month of tenure in which a client left, from 1', () => {
    // The 12th month runs from 2025-12-15 to 2026-01-14; who is gone on the anniversary stayed for it.
    expect(first({ to: '2025-12-15' })).toEqual({ time: 11, cause: 'not-recorded' });
    expect(first({ to: '2025-12-16' })).toEqual({ time: 12, cause: 'not-recorded' });
    expect(first({ to: '2026-01-15', cause: 'cost' })).toEqual({ time: 12, cause: 'cost' });
    expect(first({ to: '2026-01-16', cause: 'cost' })).toEqual({ time: 13, cause: 'cost' });
    expect(first({ to: '2025-01-15', cause: 'cost' })).toEqual({ time: 0, cause: 'cost' });
  });

  it('ends a month on the last day where it has no such day', () => {
    const client = { from: '2024-01-31', cause: 'cost' };
    expect(first({ ...client, to: '2024-02-29' })).toEqual({ time: 1, cause: 'cost' });
    expect(first({ ...client, to: '2024-03-01' })).toEqual({ time: 2, cause: 'cost' });
  });

  it('counts days if asked to', () => {
    // 2025-01-15 to 2026-01-15 are 365 days, to 2026-06-30 another 166.
    expect(first({ to: '2026-01-15', cause: 'cost' }, { unit: 'day' })).toEqual({
      time: 365,
      cause: 'cost',
    });
    expect(first({}, { unit: 'day' })).toEqual({ time: 531 });
  });

  it('counts who is still there as watched so far', () => {
    expect(first({})).toEqual({ time: 17 });
    expect(first({ from: '2026-06-30' })).toEqual({ time: 0 });
  });

  it('counts a month of leaving once it is over', () => {
    const client = { to: '2026-06-20', cause: 'cost' };
    expect(first(client)).toEqual({ time: 17 });
    expect(first(client, { asOf: '2026-07-14' })).toEqual({ time: 17 });
    expect(first(client, { asOf: '2026-07-15' })).toEqual({ time: 18, cause: 'cost' });
  });

  it('does not take a dormant client for lost, unless the bank does', () => {
    const client = { lastActiveOn: '2025-06-01' };
    const dormancy = { days: 365, cause: 'service' };
    expect(first(client)).toEqual({ time: 17 });
    // A year without a sign of life ends on 2026-06-01, in the 17th month of tenure.
    expect(first(client, { dormancy })).toEqual({ time: 17, cause: 'service' });
    expect(first({ lastActiveOn: '2025-07-01' }, { dormancy })).toEqual({ time: 17 });
  });

  it('leaves out of whom no activity is on record where dormant clients count as left', () => {
    const dormancy = { days: 180, cause: 'service' };
    const unknown = { excluded: 'activity-unknown' };
    expect(first({}, { dormancy })).toEqual(unknown);
    // Nor is a leaving told alone: of whom nobody records the activity only leavers would count.
    expect(first({ to: '2025-11-02' }, { dormancy })).toEqual(unknown);
    const left = { to: '2025-11-02', lastActiveOn: '2025-10-20', cause: 'cost' };
    expect(first(left, { dormancy })).toEqual({ time: 10, cause: 'cost' });
    expect(first({}, { dormancy, recordedSince: '2025-01-16' })).toEqual({
      excluded: 'delayed-entry',
    });
    // 20 clients since 2024-01-01, of whom 5 were last seen on 1 March 2024: all known have left within the year.
    const events = Array.from({ length: 20 }, (_, i) =>
      first({ from: '2024-01-01', ...(i < 5 && { lastActiveOn: '2024-03-01' }) }, { dormancy }),
    );
    const result = summarise(tenureOneYear, accumulateAll(tenureOneYear, wrong(events)).state);
    expect(result).toMatchObject({
      value: 0,
      n: 5,
      excluded: [{ id: 'activity-unknown', count: 15 }],
    });
  });

  it('leaves out who joined before those who left were on record, and says so', () => {
    const recordedSince = '2025-01-16';
    expect(first({}, { recordedSince })).toEqual({ excluded: 'delayed-entry' });
    expect(first({ from: recordedSince }, { recordedSince })).toEqual({ time: 17 });
  });

  it('puts times on the day of joining and the reason on that of leaving', () => {
    const client = { id: 'c', from: '2025-01-15', to: '2025-11-02', cause: 'cost' } as const;
    const records = tenureRecords({ ...client, dimensions: { branch: 'Pudong' } }, options);
    expect(records.map(({ kpi, at }) => [kpi, at])).toEqual([
      ['tenure-one-year', '2025-01-15'],
      ['tenure-median', '2025-01-15'],
      ['leaving-for-main-cause', '2025-01-15'],
      ['leaving-reasons', '2025-11-02'],
    ]);
    expect(records[3]).toMatchObject({
      event: { category: 'cost' },
      dimensions: { branch: 'Pudong' },
    });
    const { cause: _, ...silent } = client;
    expect(tenureRecords(silent, options)[3]!.event).toEqual({ excluded: 'not-recorded' });
  });

  it('lets the latest look count in a cube', () => {
    const cube = compileKpiCube({
      kpis: [tenureOneYear, tenureMedian, leavingForMainCause, leavingReasons],
      period: 'year',
      zone: 'Asia/Shanghai',
      dimensions: [],
    });
    const draft = cube.init();
    const client = { id: 'c', from: '2024-01-15' } as const;
    const later = { ...client, to: '2025-03-01', cause: 'moved' } as const;
    for (const record of tenureRecords(later, options)) cube.add(draft, record);
    const before = { ...options, asOf: '2025-01-31' } as const;
    for (const record of tenureRecords(client, before)) cube.add(draft, record);
    const { cells } = cube.encode(cube.close(draft, '2026-12-31'));
    // Gone in the 14th month, once, for the third cause; the earlier look is replaced.
    const gone = { rows: [{ time: 14, left: [0, 0, 1, 0], stayed: 0 }] };
    expect(cells.map(({ from, state }) => [from, state.kpi, state.data])).toEqual([
      ['2024-01-01', 'leaving-for-main-cause', gone],
      ['2025-01-01', 'leaving-reasons', { counts: [0, 0, 1] }],
      ['2024-01-01', 'tenure-median', gone],
      ['2024-01-01', 'tenure-one-year', gone],
    ]);
  });

  it('takes back a leaving that an earlier look told', () => {
    const cube = compileKpiCube({
      kpis: [leavingReasons],
      period: 'year',
      zone: 'Asia/Shanghai',
    });
    const dormancy = { days: 180, cause: 'service' };
    const client = { id: 'c', from: '2024-01-15' } as const;
    const look = (asOf: '2025-12-31' | '2026-06-30', known: object) =>
      tenureRecords({ ...client, ...known }, { ...options, asOf, dormancy }).slice(3);
    // Asleep since 1 March 2025, and awake again in May 2026; or a date of leaving that was wrong.
    const asleep = look('2025-12-31', { lastActiveOn: '2025-03-01' });
    const gone = look('2025-12-31', { to: '2025-06-01', cause: 'cost' });
    expect(asleep.map(({ event }) => event)).toEqual([{ category: 'service' }]);
    const awake = look('2026-06-30', { lastActiveOn: '2026-05-01' });
    for (const looks of [
      [...asleep, ...awake],
      [...awake, ...asleep],
      [...gone, ...awake],
    ]) {
      const draft = cube.init();
      for (const record of looks) cube.add(draft, record);
      expect(cube.result(draft, { suppressBelow: 1 }).rows).toEqual([]);
    }
  });

  it('counts the reason of every leaving, whenever the client joined', () => {
    const client = { id: 'c', from: '2025-01-15', to: '2026-02-01', cause: 'cost' } as const;
    const records = tenureRecords(client, { ...options, recordedSince: '2025-06-01' });
    expect(records.map(({ event }) => event)).toEqual([
      ...Array.from({ length: 3 }, () => ({ excluded: 'delayed-entry' })),
      { category: 'cost' },
    ]);
  });

  it('gives the survival, the median and the shares by cause that R gives', () => {
    const { clients, oneYear, median, serviceWithinYear, reasons } = JSON.parse(
      readFileSync('test/fixtures/kpi/retention/tenure.json', 'utf8'),
    );
    const records = (clients as ClientTenure[]).flatMap((client) => tenureRecords(client, options));
    const of = <K extends 'survival' | 'tally'>(kpi: ReturnType<typeof pick<K>>) =>
      summarise(
        kpi,
        accumulateAll(
          kpi,
          records
            .filter((record) => record.kpi === kpi.id)
            .flatMap(({ event }) => (event === null ? [] : [event as KpiEvent<K>])),
        ).state,
      );
    const year = of(pick<'survival'>(tenureOneYear));
    if (year.status !== 'ok') throw new Error(year.status);
    expectClose(year.value, oneYear.survival);
    expectClose(year.interval!.low, oneYear.low);
    expectClose(year.interval!.high, oneYear.high);
    expect(of(pick<'survival'>(tenureMedian))).toMatchObject({
      value: median.time,
      interval: { low: median.low, high: median.high },
    });
    const service = of(pick<'survival'>(leavingForMainCause));
    if (service.status !== 'ok') throw new Error(service.status);
    expectClose(service.value, serviceWithinYear);
    const spread = of(pick<'tally'>(leavingReasons));
    if (spread.status !== 'ok') throw new Error(spread.status);
    const counts = Object.fromEntries(spread.shares!.map(({ id, count }) => [id, count]));
    expect(counts).toEqual(reasons);
    expect(spread.shares![0]!.id).toBe('moved');
    const silent = clients.filter(({ to, cause }: ClientTenure) => to && !cause).length;
    expect(spread.excluded).toMatchObject([{ id: 'not-recorded', count: silent }]);
  });

  it('refuses what cannot be', () => {
    const make =
      (client: object, changed: object = {}) =>
      () =>
        first(client, changed);
    expectRefusal(make({ to: '2025-01-14' }), 'inconsistent', 'client.to');
    expectRefusal(make({ to: '2026-07-01' }), 'inconsistent', 'client.to');
    expectRefusal(make({ from: '2026-07-01' }), 'inconsistent', 'client.from');
    expectRefusal(make({ from: undefined }), 'missing-value', 'client.from');
    expectRefusal(make({ from: '2025-02-29' }), 'invalid-date', 'client.from');
    expectRefusal(make({ cause: 'cost' }), 'inconsistent', 'client.cause');
    expectRefusal(make({ to: '2025-02-01', cause: 'rain' }), 'unknown-id', 'client.cause');
    expectRefusal(make({ to: '2025-02-01', cause: '' }), 'empty', 'client.cause');
    expectRefusal(make({ lastActiveOn: '2025-01-01' }), 'inconsistent', 'client.lastActiveOn');
    const left = { to: '2025-06-01', cause: 'cost' };
    expectRefusal(
      make({ ...left, lastActiveOn: wrong(true) }),
      'invalid-type',
      'client.lastActiveOn',
    );
    const after = { ...left, lastActiveOn: '2025-06-02' };
    expectRefusal(make(after), 'inconsistent', 'client.lastActiveOn');
    expectRefusal(make({ left: true }), 'unknown-id', 'client.left');
    expectRefusal(make({ id: '' }), 'empty', 'client.id');
    expectRefusal(make({}, { asOf: undefined }), 'missing-value', 'options.asOf');
    expectRefusal(make({}, { asOf: '1969-12-31' }), 'out-of-range', 'options.asOf');
    expectRefusal(make({}, { unit: 'year' }), 'unknown-value', 'options.unit');
    expectRefusal(make({}, { causes: [] }), 'empty', 'options.causes');
    expectRefusal(make({}, { causes: ['a', 'a'] }), 'duplicate-id', 'options.causes[1]');
    const dormancy = { days: 0, cause: 'cost' };
    expectRefusal(make({}, { dormancy }), 'out-of-range', 'options.dormancy.days');
    const other = { days: 9, cause: 'sleep' };
    expectRefusal(make({}, { dormancy: other }), 'unknown-id', 'options.dormancy.cause');
    expectRefusal(() => tenureRecords(wrong(null), options), 'missing-value', 'client');
  });
});

function pick<K extends 'survival' | 'tally'>(kpi: unknown) {
  return kpi as import('../../../src/kpi/index.js').Kpi<K>;
}
