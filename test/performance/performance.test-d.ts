import { describe, expectTypeOf, it } from 'vitest';
import {
  annualiseReturn,
  type Flow,
  modifiedDietz,
  periodReturn,
  timeWeightedReturn,
  xirr,
} from '../../src/performance/index.js';

describe('performance types', () => {
  it('make the reader look at the status before the rate', () => {
    // @ts-expect-error there may be no rate
    xirr([{ date: '2024-01-01', amount: -1 }]).rate;
    // @ts-expect-error there may be no rate
    periodReturn(1, 2).rate;
    // @ts-expect-error there may be no rate
    annualiseReturn(0.1, { from: '2024-01-01', to: '2026-01-01' }).rate;
    const result = xirr([]);
    if (result.status === 'rate') expectTypeOf(result.rate).toEqualTypeOf<number>();
    if (result.status === 'ambiguous')
      expectTypeOf(result.rates).toEqualTypeOf<readonly number[]>();
  });

  it('know gain and average capital whether there is a return or not', () => {
    const period = {
      from: '2024-01-01',
      to: '2024-01-02',
      opening: 1,
      closing: 1,
      flows: [],
    } as const;
    const result = modifiedDietz(period, { flowTiming: 'end-of-day' });
    expectTypeOf(result.gain).toEqualTypeOf<number>();
    // @ts-expect-error Modified Dietz gives all flows of a day the same weight
    modifiedDietz(period, { flowTiming: 'inflow-start-outflow-end' });
  });

  it('have no default for when money moves', () => {
    // @ts-expect-error the timing must be named
    timeWeightedReturn([], [], {});
  });

  it('take dates and amounts, no instants and no texts', () => {
    // @ts-expect-error a date is text
    const instant: Flow = { date: new Date(0), amount: 1 };
    // @ts-expect-error an amount is a number or money
    const text: Flow = { date: '2024-01-01', amount: '1' };
    expectTypeOf([instant, text]).toEqualTypeOf<Flow[]>();
  });
});
