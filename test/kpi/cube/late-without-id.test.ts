import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../../src/dates/index.js';
import {
  compileKpiCube,
  defineKpi,
  type KpiCubeDraft,
  type KpiRecord,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, expectRefusal, shuffled, wrong } from '../support.js';

const renewal = defineKpi({ ...DESCRIPTION, kind: 'proportion', id: 'renewal' });
const hours = defineKpi({
  ...DESCRIPTION,
  kind: 'durations',
  id: 'hours',
  measure: { name: 'mean' },
});
const cube = compileKpiCube({
  kpis: [renewal, hours],
  period: 'month',
  zone: 'Asia/Shanghai',
  dimensions: ['branch'],
});
const MAY = '2026-05-31';

const renewed = (at: string, successes: number): KpiRecord => {
  return { kpi: 'renewal', at, event: { successes, trials: 10 } };
};

function folded(records: readonly KpiRecord[], closed: PlainDate | null = null): KpiCubeDraft {
  const draft = cube.init();
  if (closed !== null) cube.close(draft, closed);
  for (const record of records) cube.add(draft, record);
  return draft;
}

const bytes = (draft: KpiCubeDraft) => JSON.stringify(cube.encode(draft));

/** Numerators and denominators of the whole, by month. */
const wholeOf = (draft: KpiCubeDraft) =>
  cube
    .result(draft)
    .rows.filter(({ kpi, slice }) => kpi === 'renewal' && Object.keys(slice).length === 0)
    .map(({ period, result }) =>
      result.status === 'ok' ? [period.id, result.numerator, result.denominator] : [period.id],
    );

describe('a record without an id for a day that is closed', () => {
  const draft = folded([renewed('2026-05-02', 7), renewed('2026-06-02', 9)]);
  cube.close(draft, MAY);
  const before = wholeOf(draft);
  cube.add(draft, renewed('2026-05-31', 1));
  cube.add(draft, renewed('2026-05-31', 1));
  cube.add(draft, { kpi: 'hours', at: '2026-01-02', event: { duration: 3 } });
  // 16:00 in UTC is midnight in Shanghai: 1 June.
  cube.add(draft, renewed('2026-05-31T16:00:00Z', 5));

  it('counts nowhere, and is counted as late', () => {
    expect(before).toEqual([
      ['2026-05', 7, 10],
      ['2026-06', 9, 10],
    ]);
    expect(wholeOf(draft)).toEqual([
      ['2026-05', 7, 10],
      ['2026-06', 14, 20],
    ]);
    const { late, lateWithoutId, repeats } = cube.result(draft);
    expect({ late, lateWithoutId, repeats }).toEqual({
      late: [],
      lateWithoutId: [
        { kpi: 'hours', count: 1 },
        { kpi: 'renewal', count: 2 },
      ],
      repeats: 0,
    });
  });

  it('stays so in the state', () => {
    const state = cube.encode(draft);
    expect(state.lateWithoutId).toEqual(cube.result(draft).lateWithoutId);
    expect(bytes(cube.decode(JSON.parse(bytes(draft))))).toBe(bytes(draft));
    expect(Object.isFrozen(state.lateWithoutId) && Object.isFrozen(state.lateWithoutId[0])).toBe(
      true,
    );
  });

  it('makes neither row nor cell', () => {
    const small = compileKpiCube({ kpis: [renewal], period: 'month', zone: 'UTC', maxCells: 1 });
    const one = small.init();
    small.add(one, renewed('2026-06-02', 7));
    small.close(one, MAY);
    small.add(one, renewed('2020-01-02', 7));
    expect(small.result(one).rows).toHaveLength(1);
    expect(small.result(one).lateWithoutId).toEqual([{ kpi: 'renewal', count: 1 }]);
  });

  it('is refused as any other if its event is wrong', () => {
    const untouched = bytes(draft);
    const adding = () => cube.add(draft, renewed('2026-05-02', 11));
    expectRefusal(adding, 'out-of-range', 'record.event.successes');
    expectRefusal(
      () => cube.add(draft, wrong({ kpi: 'renewal', at: '2026-05-02' })),
      'missing-value',
      'record.event',
    );
    expect(bytes(draft)).toBe(untouched);
  });

  it('is refused in a state that cannot be', () => {
    const state = cube.encode(draft);
    const reading = (lateWithoutId: unknown, closedThrough: string | null = MAY) => {
      return () => cube.decode({ ...state, closedThrough, lateWithoutId });
    };
    const one = { kpi: 'renewal', count: 1 };
    const path = 'state.lateWithoutId';
    expectRefusal(reading(undefined), 'missing-value', path);
    expectRefusal(reading([{ ...one, kpi: 'x' }]), 'unknown-id', `${path}[0].kpi`);
    expectRefusal(reading([{ ...one, count: 0 }]), 'out-of-range', `${path}[0].count`);
    expectRefusal(reading([one, one]), 'duplicate-id', `${path}[1].kpi`);
    expectRefusal(reading([one], null), 'inconsistent', path);
    expect(reading([one])).not.toThrow();
  });
});

describe('a part that was never closed', () => {
  const closed = () => folded([], MAY);

  it('is refused beside a closed one if it has counted for closed days, and both stay as they were', () => {
    const [part, whole] = [folded([renewed('2026-05-02', 7)]), closed()];
    const untouched = [bytes(part), bytes(whole)];
    const refused = () => cube.merge(whole, part);
    expectRefusal(refused, 'inconsistent', 'other.closedThrough');
    expect(refused).toThrow(/2026-05-31.*2026-05.*close it first/);
    expectRefusal(() => cube.merge(part, whole), 'inconsistent', 'draft.closedThrough');
    expect([bytes(part), bytes(whole)]).toEqual(untouched);
    cube.merge(whole, cube.close(part, MAY));
    expect(wholeOf(whole)).toEqual([['2026-05', 7, 10]]);
  });

  it('merges if all it counted is of later periods, or waits', () => {
    const part = folded([renewed('2026-06-01', 7), { ...renewed('2026-05-02', 7), id: 'a' }]);
    const whole = cube.merge(closed(), part);
    expect(wholeOf(whole)).toEqual([['2026-06', 7, 10]]);
    expect(cube.result(whole).late).toEqual([{ kpi: 'renewal', id: 'a' }]);
  });
});

describe('parts that were closed on one day before they were added to', () => {
  const record: fc.Arbitrary<KpiRecord> = fc
    .record({
      id: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null }),
      day: fc.nat(60),
      hours: fc.nat(9),
      isRenewal: fc.boolean(),
      branch: fc.option(fc.constantFrom('x', 'y'), { nil: null }),
    })
    .map(({ id, day, hours, isRenewal, branch }) => ({
      kpi: isRenewal ? 'renewal' : 'hours',
      at: addDays('2026-05-01', day),
      ...(id !== null && { id }),
      ...(branch !== null && { dimensions: { branch } }),
      event: isRenewal ? { successes: hours, trials: 9 } : { duration: hours },
    }));

  it('have the same bytes, however their records were ordered, sharded and merged', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 25 }),
        fc.array(fc.nat(), { minLength: 25, maxLength: 25 }),
        fc.nat(25),
        fc.nat(60),
        (records, order, cut, day) => {
          const through = addDays('2026-05-01', day);
          const expected = folded(records, through);
          const late = records.filter(({ id, at }) => id === undefined && at <= through).length;
          const counts = cube.result(expected).lateWithoutId.map(({ count }) => count);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(late);
          const mixed = shuffled(records, order);
          const [a, b] = [mixed.slice(0, cut), mixed.slice(cut)];
          const left = cube.merge(folded(a, through), cube.decode(cube.encode(folded(b, through))));
          const right = cube.merge(cube.merge(folded(b, through), folded([])), folded(a, through));
          expect([bytes(left), bytes(right)]).toEqual([bytes(expected), bytes(expected)]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
