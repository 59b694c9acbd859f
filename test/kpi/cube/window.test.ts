import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../../src/dates/index.js';
import { compileKpiCube, defineKpi, type KpiRecord } from '../../../src/kpi/index.js';
import { DESCRIPTION, expectRefusal, shuffled } from '../support.js';

const renewal = defineKpi({ ...DESCRIPTION, kind: 'proportion', id: 'renewal' });
const hours = defineKpi({
  ...DESCRIPTION,
  kind: 'durations',
  id: 'hours',
  measure: { name: 'quantile', probability: 0.5 },
});
const cube = compileKpiCube({
  kpis: [renewal, hours],
  period: 'week',
  zone: 'Asia/Shanghai',
  dimensions: ['branch'],
});
const bytes = (draft: ReturnType<typeof cube.init>) => JSON.stringify(cube.encode(draft));
const whole = (draft: ReturnType<typeof cube.init>) => {
  const row = cube.result(draft).rows.find(({ kpi, slice }) => {
    return kpi === 'renewal' && Object.keys(slice).length === 0;
  });
  const result = row?.result;
  return result?.status === 'ok' ? [result.numerator, result.denominator] : [0, 0];
};

function event(id: string, at: string, successes: number, revision = 0): KpiRecord {
  return { kpi: 'renewal', id, at, revision, event: { successes, trials: 10 } };
}

describe('events with an id', () => {
  it('count once, however often they come', () => {
    const draft = cube.init();
    for (let i = 0; i < 3; i++) cube.add(draft, event('a', '2026-03-02', 7));
    expect(whole(draft)).toEqual([7, 10]);
    expect(cube.result(draft).repeats).toBe(2);
    expect(cube.result(draft).conflicting).toEqual([]);
  });

  it('count once across shards', () => {
    const [first, second] = [cube.init(), cube.init()];
    cube.add(first, event('a', '2026-03-02', 7));
    cube.add(second, event('a', '2026-03-02', 7));
    cube.add(second, event('b', '2026-03-03', 8));
    expect(whole(cube.merge(first, second))).toEqual([15, 20]);
  });

  it('are corrected by a later revision, whichever comes first', () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const draft = cube.init();
      const versions = [event('a', '2026-03-02', 7), event('a', '2026-03-09', 4, 1)];
      for (const i of order) cube.add(draft, versions[i]!);
      expect(cube.result(draft).rows[0]!.period.id).toBe('2026-W11');
      expect(cube.result(draft).rows[0]!.result).toMatchObject({ numerator: 4, denominator: 10 });
      expect(cube.result(draft).conflicting).toEqual([]);
    }
  });

  it('are the library’s own from then on: the caller may change the object that was given', () => {
    const draft = cube.init();
    const given = { successes: 0, trials: 10 };
    for (const [i, id] of ['a', 'b', 'c'].entries()) {
      given.successes = i;
      cube.add(draft, { kpi: 'renewal', id, at: '2026-03-02', event: given });
    }
    given.successes = 99;
    expect(whole(draft)).toEqual([3, 30]);
  });

  it('that contradict each other are named', () => {
    const draft = cube.init();
    cube.add(draft, event('a', '2026-03-02', 7));
    cube.add(draft, event('a', '2026-03-02', 4));
    expect(cube.result(draft).conflicting).toEqual([{ kpi: 'renewal', id: 'a' }]);
    // The first of the two texts in order: … "successes":4 … before … "successes":7 …
    expect(whole(draft)).toEqual([4, 10]);
  });

  it('are late once their days are closed, and count nowhere', () => {
    const draft = cube.init();
    cube.add(draft, event('a', '2026-03-02', 7));
    cube.add(draft, event('b', '2026-03-12', 9));
    cube.close(draft, '2026-03-08');
    cube.add(draft, event('late', '2026-03-05', 1));
    cube.add(draft, event('a', '2026-03-02', 7));
    const { late, rows } = cube.result(draft);
    expect(late.map(({ id }) => id)).toEqual(['a', 'late']);
    expect(rows[0]!.result).toMatchObject({ numerator: 7, denominator: 10 });
    expect(cube.encode(draft).waiting.map(({ record }) => record.id)).toEqual(['b']);
    expectRefusal(() => cube.close(draft, '2026-03-07'), 'inconsistent', 'through');
  });

  it('closed on different days in different parts do not merge', () => {
    const [first, second] = [cube.init(), cube.init()];
    cube.close(first, '2026-03-08');
    cube.close(second, '2026-03-15');
    expectRefusal(() => cube.merge(first, second), 'inconsistent', 'other.closedThrough');
  });
});

interface Said {
  readonly id: string | null;
  readonly hours: number;
  readonly renewal: boolean;
  readonly takenBack: boolean;
}

function eventOf({ id, hours, renewal, takenBack }: Said): KpiRecord['event'] {
  if (takenBack && id !== null) return null;
  return renewal ? { successes: hours, trials: 9 } : { duration: hours };
}

describe('a cube of parts', () => {
  const record: fc.Arbitrary<KpiRecord> = fc
    .record({
      id: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: null }),
      revision: fc.nat(1),
      day: fc.nat(30),
      branch: fc.option(fc.constantFrom('x', 'y'), { nil: null }),
      hours: fc.nat(9),
      renewal: fc.boolean(),
      takenBack: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
    })
    .map((r) => ({
      kpi: r.renewal ? 'renewal' : 'hours',
      at: addDays('2026-03-01', r.day),
      ...(r.id === null ? {} : { id: r.id, revision: r.revision }),
      dimensions: r.branch === null ? {} : { branch: r.branch },
      event: eventOf(r),
    }));
  const records = fc.array(record, { maxLength: 25 });
  const keys = fc.array(fc.nat(), { minLength: 25, maxLength: 25 });
  const folded = (list: readonly KpiRecord[], closed: PlainDate | null) => {
    const draft = cube.init();
    if (closed !== null) cube.close(draft, closed);
    for (const one of list) cube.add(draft, one);
    return draft;
  };

  it('has the same bytes for the same records, however they were ordered, sharded and merged', () => {
    fc.assert(
      fc.property(
        records,
        keys,
        fc.nat(25),
        fc.option(fc.nat(30), { nil: null }),
        (list, order, cut, day) => {
          const closed = day === null ? null : addDays('2026-03-01', day);
          const expected = bytes(folded(list, closed));
          // Without an id what a part has counted is counted: the part is told at its beginning what is closed.
          const isWaiting = ({ id }: KpiRecord) => closed === null || id !== undefined;
          const mixed = shuffled(list, order);
          const [first, rest] = [mixed.slice(0, cut), mixed.slice(cut)];
          const [a, b, c] = [
            folded(first.filter(isWaiting), null),
            folded(
              first.filter((one) => !isWaiting(one)),
              closed,
            ),
            folded(rest, rest.every(isWaiting) ? null : closed),
          ] as const;
          const left = cube.merge(
            cube.merge(folded([], closed), cube.decode(cube.encode(a))),
            cube.merge(b, c),
          );
          expect(bytes(left)).toBe(expected);
          const again = cube.decode(cube.encode(c));
          const ofFirst = folded(first, first.every(isWaiting) ? null : closed);
          const right = cube.merge(cube.merge(again, ofFirst), folded([], closed));
          expect(bytes(right)).toBe(expected);
          expect(bytes(cube.decode(JSON.parse(bytes(left))))).toBe(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('closed or not gives the same figures', () => {
    fc.assert(
      fc.property(records, fc.nat(30), (list, day) => {
        const draft = folded(list, null);
        const before = cube.result(draft, { suppressBelow: 1 }).rows;
        cube.close(draft, addDays('2026-03-01', day));
        expect(cube.result(draft, { suppressBelow: 1 }).rows).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
