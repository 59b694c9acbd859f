import { describe, expect, it } from 'vitest';
import { compileBusinessHours, compileCalendar, parsePlainDate } from '../../../src/dates/index.js';
import {
  type AccountPeriod,
  accountRecords,
  caseRecords,
  compileKpiCube,
  type KpiRecord,
  recordsOfAll,
  type ServiceCase,
  serviceKpis,
  translateAccount,
} from '../../../src/kpi/index.js';
import { draftOf, expectRefusal, wrong } from '../support.js';

const measures = [
  { kpi: 'first-response-median', until: 'first-response' },
  { kpi: 'first-response-within', until: 'first-response' },
];
const options = { measures, asOf: '2026-05-07T12:00:00+08:00' };
const told = (id: string, more: object = {}): ServiceCase => ({
  id,
  openedAt: '2026-05-06T09:00:00+08:00',
  steps: {},
  ...more,
});
const good = [told('a'), told('b')];
const mixed = [
  good[0],
  told('', { openedAt: 'yesterday' }),
  told('late', { openedAt: '2026-05-08T09:00:00+08:00' }),
  wrong(null),
  good[1],
] as readonly ServiceCase[];
const recordsOf = (one: ServiceCase): readonly KpiRecord[] => caseRecords(one, options);

describe('recordsOfAll', () => {
  it('makes the records of the good rows and names the bad ones', () => {
    const { values, rows, failures } = recordsOfAll(mixed, recordsOf);
    expect(values).toEqual(good.flatMap(recordsOf));
    expect(rows).toEqual([0, 0, 4, 4]);
    expect(
      failures.map(({ row, issues }) => [row, issues[0]!.code, issues[0]!.path] as const),
    ).toEqual([
      [1, 'empty', 'rows[1].id'],
      [2, 'inconsistent', 'rows[2].openedAt'],
      [3, 'missing-value', 'rows[3]'],
    ]);
  });

  it('takes a maker of one record as well as of many', () => {
    const [first] = recordsOf(good[0]!);
    expect(recordsOfAll(['a'], () => first!).values).toEqual([first]);
    expect(recordsOfAll([], recordsOf)).toEqual({ values: [], rows: [], failures: [] });
  });

  it('throws what is wrong with the options, of which no row is guilty', () => {
    expectRefusal(
      () => recordsOfAll(mixed, (one) => caseRecords(one, { measures, asOf: 'now' })),
      'invalid-format',
      'options.asOf',
    );
    // Else the closed cases, which need no look, would be all that counts.
    const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
    const calendar = compileCalendar({ id: 'x', covers, holidays: [] });
    const spans = [['09:00', '17:00']] as const;
    const hours = compileBusinessHours({ zone: 'Asia/Shanghai', calendar, spans });
    const look = { ...options, asOf: '2027-03-01T00:00:00+08:00', hours };
    expectRefusal(
      () => recordsOfAll(good, (one) => caseRecords(one, look)),
      'out-of-range',
      'options.asOf',
    );
    expectRefusal(() => recordsOfAll(wrong('rows'), recordsOf), 'invalid-type', 'rows');
    expectRefusal(() => recordsOfAll(good, wrong(undefined)), 'invalid-type', 'make');
    expect(() =>
      recordsOfAll(good, () => {
        throw new RangeError('a fault of the program');
      }),
    ).toThrow(RangeError);
  });

  it('lets a rate that one row needs fail that row alone', () => {
    const ten = { currency: 'USD', amount: '10.00' } as const;
    const account = (id: string, from: string): AccountPeriod => ({
      ...{ id, from: parsePlainDate(from), to: parsePlainDate('2026-06-30') },
      ...{ opening: ten, movements: [], closing: ten },
    });
    const accounts = [account('a', '2026-03-31'), account('b', '2026-04-15')];
    const fx = { currency: 'CNY', rates: { '2026-03-31': '7.00', '2026-06-30': '7.20' } } as const;
    const { rows, failures } = recordsOfAll(accounts, (one) =>
      accountRecords(translateAccount(one, fx), { asOf: '2026-07-01T00:00:00+08:00' }),
    );
    expect(new Set(rows)).toEqual(new Set([0]));
    expect(
      failures.map(({ row, issues }) => [row, issues[0]!.code, issues[0]!.path] as const),
    ).toEqual([[1, 'missing-rate', 'options.rates["2026-04-15"]']]);
  });
});

describe('addAll', () => {
  const { firstResponseMedian, firstResponseWithin } = serviceKpis({ currency: 'CNY' });
  const cube = compileKpiCube({
    kpis: [firstResponseMedian, firstResponseWithin],
    period: 'month',
    zone: 'Asia/Shanghai',
    dimensions: ['branch'],
  });
  const records = good.flatMap(recordsOf);
  const bad: readonly KpiRecord[] = [
    { ...records[0]!, kpi: 'response' },
    { ...records[1]!, event: { duration: -1 } },
    { ...records[1]!, dimensions: { brunch: 'Pudong' } },
    wrong(undefined),
  ];

  it('adds the good records as one by one, and names the bad ones', () => {
    const draft = cube.init();
    const { failures } = cube.addAll(draft, [...bad, ...records]);
    expect(
      failures.map(({ row, issues }) => [row, issues[0]!.code, issues[0]!.path] as const),
    ).toEqual([
      [0, 'unknown-id', 'records[0].kpi'],
      [1, 'out-of-range', 'records[1].event.duration'],
      [2, 'unknown-id', 'records[2].dimensions.brunch'],
      [3, 'missing-value', 'records[3]'],
    ]);
    expect(cube.encode(draft)).toEqual(cube.encode(draftOf(cube, records)));
  });

  it('leaves nothing of a record that is refused, with an id or without', () => {
    const known = bad.slice(0, 3);
    const nameless = known.map(({ id: _, revision: __, ...plain }) => plain);
    for (const refused of [known, nameless]) {
      const draft = cube.init();
      expect(cube.addAll(draft, refused).failures).toHaveLength(3);
      expect(cube.encode(draft)).toEqual(cube.encode(cube.init()));
    }
  });

  it('throws for what is no list and no draft', () => {
    expectRefusal(() => cube.addAll(cube.init(), wrong(null)), 'missing-value', 'records');
    expectRefusal(() => cube.addAll(wrong({}), []), 'inconsistent', 'draft');
  });
});
