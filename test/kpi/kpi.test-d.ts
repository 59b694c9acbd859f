import { describe, expectTypeOf, it } from 'vitest';
import {
  accumulate,
  defineKpi,
  emptyState,
  type KpiResult,
  serviceKpis,
  summarise,
} from '../../src/kpi/index.js';
import type { Money } from '../../src/money/index.js';
import { DESCRIPTION } from './support.js';

const kpis = serviceKpis({ currency: 'CNY' });

describe('KPI types', () => {
  it('know which events a KPI takes in', () => {
    accumulate(kpis.renewalRate, emptyState(kpis.renewalRate), { successes: 1, trials: 1 });
    // @ts-expect-error a rating is no event of a proportion
    accumulate(kpis.renewalRate, emptyState(kpis.renewalRate), { score: 5 });
    // @ts-expect-error a state of another kind
    accumulate(kpis.renewalRate, emptyState(kpis.medianHandling), { successes: 1, trials: 1 });
  });

  it('know what stands above and below the line', () => {
    const flow = summarise(kpis.organicGrowth, emptyState(kpis.organicGrowth));
    if (flow.status === 'ok') expectTypeOf(flow.numerator).toEqualTypeOf<Money>();
    const renewal = summarise(kpis.renewalRate, emptyState(kpis.renewalRate));
    if (renewal.status === 'ok') expectTypeOf(renewal.numerator).toEqualTypeOf<number>();
  });

  it('make the reader look at the status before the value', () => {
    const result: KpiResult = summarise(kpis.renewalRate, emptyState(kpis.renewalRate));
    // @ts-expect-error there may be no value
    result.value;
  });

  it('ask each kind for its own fields', () => {
    // @ts-expect-error a rating needs a scale
    defineKpi({ ...DESCRIPTION, kind: 'ratings', measure: { name: 'mean' } });
    const definition = { ...DESCRIPTION, kind: 'proportion' } as const;
    // @ts-expect-error a definition that was not checked
    emptyState(definition);
  });
});
