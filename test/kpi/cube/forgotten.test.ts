import { describe, expect, it } from 'vitest';
import { compileKpiCube, defineKpi, type KpiRecord } from '../../../src/kpi/index.js';
import { DESCRIPTION, draftOf, expectRefusal, wrong } from '../support.js';

const renewal = defineKpi({ ...DESCRIPTION, kind: 'proportion', id: 'renewal' });
const hours = defineKpi({
  ...DESCRIPTION,
  kind: 'durations',
  id: 'hours',
  measure: { name: 'mean' },
});
const cube = compileKpiCube({ kpis: [renewal, hours], period: 'month', zone: 'UTC' });

const renewed = (id: string, at: string, successes = 1): KpiRecord => {
  return { kpi: 'renewal', id, at, event: { successes, trials: 1 } };
};
const waited = (id: string, at: string, duration = 1): KpiRecord => {
  return { kpi: 'hours', id, at, event: { duration } };
};
const key = (kpi: string, id: string) => ({ kpi, id });

describe('what a cube lists by its id', () => {
  it('is a number by KPI once the day is closed: contradictions', () => {
    const draft = draftOf(cube, [
      renewed('x', '2026-01-10', 1),
      renewed('x', '2026-01-10', 0),
      renewed('y', '2026-01-10'),
      waited('x', '2026-02-10', 3),
      waited('x', '2026-02-10', 4),
    ]);
    const listed = [key('hours', 'x'), key('renewal', 'x')];
    expect(cube.result(draft)).toMatchObject({ conflicting: listed, forgotten: [] });
    cube.close(draft, '2026-01-31');
    const ofRenewal = { kpi: 'renewal', late: 0, conflicting: 1 };
    expect(cube.result(draft)).toMatchObject({
      conflicting: [key('hours', 'x')],
      forgotten: [ofRenewal],
    });
    cube.close(draft, '2026-02-28');
    expect(cube.result(draft)).toMatchObject({
      conflicting: [],
      forgotten: [{ kpi: 'hours', late: 0, conflicting: 1 }, ofRenewal],
    });
  });

  it('is a number by KPI once it is closed again: what came late', () => {
    const draft = cube.close(draftOf(cube, [renewed('a', '2026-01-10')]), '2026-01-31');
    // Told again, twice; then one that is new, in two ways.
    const again = [renewed('a', '2026-01-10'), renewed('a', '2026-01-10')];
    for (const record of [...again, renewed('b', '2026-01-11', 1), renewed('b', '2026-01-11', 0)]) {
      cube.add(draft, record);
    }
    const both = [key('renewal', 'a'), key('renewal', 'b')];
    expect(cube.result(draft)).toMatchObject({ late: both, conflicting: [key('renewal', 'b')] });
    cube.close(draft, '2026-01-31');
    const forgotten = [{ kpi: 'renewal', late: 2, conflicting: 1 }];
    expect(cube.result(draft)).toMatchObject({ late: [], conflicting: [], forgotten });
    // Closing once more finds nothing to forget.
    const bytes = JSON.stringify(cube.encode(draft));
    expect(JSON.stringify(cube.encode(cube.close(draft, '2026-01-31')))).toBe(bytes);
    expect(JSON.stringify(cube.encode(cube.decode(JSON.parse(bytes))))).toBe(bytes);
    // The figure stays that of the one record in time.
    expect(cube.result(draft, { suppressBelow: 1 }).rows[0]!.result).toMatchObject({ n: 1 });
  });

  it('leaves a state that does not grow with what is told again', () => {
    const told = (count: number) =>
      Array.from({ length: count }, (_, i) => renewed(`c-${i}`, '2026-01-10'));
    const sizes = [100, 1000].map((count) => {
      const draft = cube.close(draftOf(cube, told(count)), '2026-01-31');
      for (const record of told(count)) cube.add(draft, record);
      cube.close(draft, '2026-02-28');
      return JSON.stringify(cube.encode(draft)).length;
    });
    // Four numbers with one digit more: repeats are none, cases twice, of the whole, and those forgotten.
    expect(sizes[1]! - sizes[0]!).toBeLessThan(10);
  });

  it('adds up over parts', () => {
    const part = (id: string) => {
      const draft = cube.close(cube.init(), '2026-01-31');
      for (const record of [renewed(id, '2026-01-10'), waited(id, '2026-01-10')]) {
        cube.add(draft, record);
      }
      return cube.close(draft, '2026-01-31');
    };
    const merged = cube.merge(part('a'), cube.merge(part('b'), part('c')));
    expect(cube.result(merged).forgotten).toEqual([
      { kpi: 'hours', late: 3, conflicting: 0 },
      { kpi: 'renewal', late: 3, conflicting: 0 },
    ]);
  });

  it('is checked as a state is read', () => {
    const state = cube.encode(cube.close(cube.init(), '2026-01-31'));
    const reading =
      (forgotten: unknown, closedThrough: string | null = '2026-01-31') =>
      () =>
        cube.decode(wrong({ ...state, closedThrough, forgotten }));
    const one = { kpi: 'renewal', late: 0, conflicting: 1 };
    const path = 'state.forgotten';
    expectRefusal(reading(undefined), 'missing-value', path);
    expectRefusal(reading([one], null), 'inconsistent', path);
    expectRefusal(reading([{ ...one, kpi: 'x' }]), 'unknown-id', `${path}[0].kpi`);
    expectRefusal(reading([one, one]), 'duplicate-id', `${path}[1].kpi`);
    expectRefusal(reading([{ ...one, late: -1 }]), 'out-of-range', `${path}[0].late`);
    const none = { ...one, conflicting: 0 };
    expectRefusal(reading([none]), 'out-of-range', `${path}[0].conflicting`);
    expect(reading([one])).not.toThrow();
  });
});
