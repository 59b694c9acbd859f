import { describe, expect, it } from 'vitest';
import { compileKpiCube, defineKpi, type KpiRecord } from '../../../src/kpi/index.js';
import { DESCRIPTION, draftOf, expectRefusal } from '../support.js';

const renewal = defineKpi({ ...DESCRIPTION, kind: 'proportion', id: 'renewal' });
const hours = defineKpi({
  ...DESCRIPTION,
  kind: 'durations',
  id: 'hours',
  measure: { name: 'mean' },
});
const terms = { period: 'month', zone: 'UTC' } as const;
const cube = compileKpiCube({ ...terms, kpis: [renewal, hours] });
const turned = compileKpiCube({ ...terms, kpis: [hours, renewal] });

const share: KpiRecord = {
  kpi: 'renewal',
  at: '2026-03-02',
  event: { successes: 7, trials: 10 },
};
const wait: KpiRecord = { kpi: 'hours', id: 'a', at: '2026-03-02', event: { duration: 4 } };

describe('cubes that name the same KPIs in another order', () => {
  it('are one definition: their drafts merge to the byte', () => {
    const merged = cube.merge(draftOf(cube, [share]), draftOf(turned, [wait]));
    const ofBoth = draftOf(cube, [share, wait]);
    expect(turned.version).toBe(cube.version);
    expect(JSON.stringify(cube.encode(merged))).toBe(JSON.stringify(cube.encode(ofBoth)));
    expect(JSON.stringify(turned.encode(merged))).toBe(JSON.stringify(cube.encode(ofBoth)));
  });

  it('say of a wrong one where the caller wrote it', () => {
    const twice = () => compileKpiCube({ ...terms, kpis: [renewal, hours, renewal] });
    expectRefusal(twice, 'duplicate-id', 'definition.kpis[2].id');
  });
});

describe('a state', () => {
  it('is frozen to its records, and their events are the cube’s own', () => {
    const event = { duration: 4 };
    const { record } = cube.encode(draftOf(cube, [{ ...wait, event }])).waiting[0]!;
    event.duration = 9;
    expect(record.event).toEqual({ duration: 4 });
    expect([record, record.event, record.dimensions].every(Object.isFrozen)).toBe(true);
  });
});
