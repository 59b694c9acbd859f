import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../../src/dates/index.js';
import { type ClientTenure, cohorts } from '../../../src/kpi/index.js';
import { wilsonInterval } from '../../../src/statistics/index.js';
import { expectRefusal, shuffled, wrong } from '../support.js';

const clients: readonly ClientTenure[] = [
  { id: 'a', from: '2025-01-05' },
  { id: 'b', from: '2025-01-20', to: '2025-02-20' },
  { id: 'c', from: '2025-01-31', to: '2025-03-01' },
  { id: 'd', from: '2025-03-10', to: '2025-03-10' },
  { id: 'e', from: '2025-03-31' },
];
const options = { by: 'month', asOf: '2025-04-30' } as const;
const shown = (table: ReturnType<typeof cohorts>) =>
  table.cohorts.map(({ period, size, cells }) => [
    period.id,
    size,
    ...cells.map((cell) => (cell.status === 'observed' ? cell.stayed : cell.status)),
  ]);

describe('cohorts', () => {
  it('count who stayed longer than each age, and mark what cannot be seen yet', () => {
    // b left on the very day of one month; c on the day after it, in the second month.
    expect(shown(cohorts(clients, options))).toEqual([
      ['2025-01', 3, 3, 2, 1, 1],
      ['2025-02', 0, 'no-clients', 'no-clients', 'no-clients', 'no-clients'],
      ['2025-03', 2, 1, 1, 'not-yet', 'not-yet'],
    ]);
  });

  it('give each share the interval of Wilson, and the day on which a cell can be seen', () => {
    const [january, , march] = cohorts(clients, { ...options, confidence: 0.9 }).cohorts;
    expect(january!.cells[1]).toEqual({
      age: 1,
      status: 'observed',
      stayed: 2,
      share: 2 / 3,
      interval: wilsonInterval(2, 3, { confidence: 0.9 }),
    });
    // Who joined on 31 March has been a client for two months on 31 May.
    expect(march!.cells[2]).toEqual({ age: 2, status: 'not-yet', observableOn: '2025-05-31' });
  });

  it('do not show a cohort that may still grow', () => {
    const look = { ...options, asOf: '2025-03-31' } as const;
    const young = clients.slice(0, 3).concat({ id: 'f', from: '2025-03-31' });
    expect(shown(cohorts(young, look))[2]).toEqual(['2025-03', 1, 1, 'not-yet', 'not-yet']);
    const before = { ...look, asOf: '2025-03-30' } as const;
    expect(shown(cohorts([{ id: 'g', from: '2025-03-02' }], before))).toEqual([
      ['2025-03', 1, 'not-yet'],
    ]);
  });

  it('age by quarters and years', () => {
    const members: readonly ClientTenure[] = [
      { id: 'a', from: '2024-02-01', to: '2024-05-01' },
      { id: 'b', from: '2024-02-01', to: '2024-05-02' },
      { id: 'c', from: '2024-03-31', to: '2025-03-31' },
    ];
    const quarters = cohorts(members, { by: 'quarter', asOf: '2025-03-31' });
    expect(shown(quarters)).toEqual([['2024-Q1', 3, 3, 2, 1, 1, 0]]);
    expect(shown(cohorts(members, { by: 'year', asOf: '2025-12-31' }))).toEqual([
      ['2024', 3, 3, 0],
    ]);
    const short = cohorts(members, { by: 'quarter', asOf: '2025-03-31', oldest: 1 });
    expect(shown(short)).toEqual([['2024-Q1', 3, 3, 2]]);
  });

  it('leave out who joined before those who left were on record, and count dormant ones as told', () => {
    const table = cohorts(clients, { ...options, recordedSince: '2025-01-20' });
    expect(table.delayedEntry).toBe(1);
    expect(shown(table)[0]).toEqual(['2025-01', 2, 2, 1, 0, 0]);
    const sleeper: readonly ClientTenure[] = [
      { id: 's', from: '2025-01-05', lastActiveOn: '2025-01-06' },
    ];
    const dormancy = { days: 40, cause: 'sleep' };
    const unseen = cohorts([...sleeper, { id: 'u', from: '2025-01-07' }], { ...options, dormancy });
    expect([unseen.activityUnknown, unseen.cohorts[0]!.size]).toEqual([1, 1]);
    expect(shown(cohorts(sleeper, options))[0]).toEqual(['2025-01', 1, 1, 1, 1, 1]);
    // Left on 15 February, in the second month.
    expect(shown(cohorts(sleeper, { ...options, dormancy }))[0]).toEqual([
      '2025-01',
      1,
      1,
      1,
      0,
      0,
    ]);
  });

  it('are empty without clients', () => {
    expect(cohorts([], options)).toEqual({ cohorts: [], delayedEntry: 0, activityUnknown: 0 });
  });

  it('count each cell as one would by hand, in any order of the clients', () => {
    const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2023-01-01', n));
    const stay = fc.option(fc.integer({ min: 0, max: 700 }), { nil: null });
    const rows = fc.array(fc.tuple(day, stay), { maxLength: 40 });
    const keys = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(rows, keys, fc.constantFrom('month', 'quarter', 'year'), (list, order, by) => {
        const asOf = '2025-12-31';
        const members = list.map(([from, days], i): ClientTenure => {
          const to = days === null ? null : addDays(from, days);
          return { id: `${i}`, from, ...(to !== null && to <= asOf && { to }) };
        });
        const table = cohorts(shuffled(members, order), { by, asOf });
        expect(table).toEqual(cohorts(members, { by, asOf }));
        const months = { month: 1, quarter: 3, year: 12 }[by];
        for (const { period, size, cells } of table.cohorts) {
          const own = members.filter(({ from }) => from >= period.from && from < period.to);
          expect(size).toBe(own.length);
          for (const cell of cells) {
            if (cell.status !== 'observed') continue;
            const stayed = own.filter(
              ({ from, to }) => to === undefined || to > addMonths(from, cell.age * months),
            );
            expect(cell.stayed).toBe(stayed.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('refuse what cannot be', () => {
    const make =
      (list: unknown, changed: object = {}) =>
      () =>
        cohorts(wrong(list), wrong({ ...options, ...changed }));
    expectRefusal(make(null), 'missing-value', 'clients');
    expectRefusal(make([{ id: 'a' }]), 'missing-value', 'clients[0].from');
    expectRefusal(make([clients[0], clients[0]]), 'duplicate-id', 'clients[1].id');
    const early = { id: 'a', from: '2025-02-01', to: '2025-01-31' };
    expectRefusal(make([early]), 'inconsistent', 'clients[0].to');
    // The year 26 for 2026: of 2,000 years of months 24,000 would be shown.
    const typo = [...clients, { id: 'z', from: '0026-01-05' }];
    expectRefusal(make(typo), 'out-of-range', 'clients[5].from');
    const years = { by: 'year', asOf: '2025-04-30' };
    expectRefusal(make(typo, years), 'out-of-range', 'clients[5].from');
    // 1,200 months end in March 2025 where they begin in April 1925.
    const old = (from: string) => make([{ id: 'z', from }, ...clients], { oldest: 1 });
    expect(old('1925-04-01')().cohorts).toHaveLength(1200);
    expectRefusal(old('1925-03-31'), 'out-of-range', 'clients[0].from');
    const alone = make([{ id: 'z', from: '0026-01-05' }], { by: 'year', oldest: 0 });
    expect(alone().cohorts).toHaveLength(1);
    expectRefusal(make([], { by: 'week' }), 'unknown-value', 'options.by');
    expectRefusal(make([], { oldest: -1 }), 'out-of-range', 'options.oldest');
    expectRefusal(make([], { confidence: 1 }), 'out-of-range', 'options.confidence');
    expectRefusal(make([], { asof: '2025-01-01' }), 'unknown-id', 'options.asof');
  });
});
