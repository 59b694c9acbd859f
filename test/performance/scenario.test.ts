import { describe, expect, it } from 'vitest';
import {
  annualiseReturn,
  modifiedDietz,
  periodReturn,
  valueBridge,
  xirr,
} from '../../src/performance/index.js';
import figures from '../fixtures/performance/scenario.json' with { type: 'json' };
import { cny, day, expectClose } from './support.js';

const flows = figures.flows.map(([date, amount]) => ({ date: day(date), amount: cny(amount!) }));

describe('the sample client’s half-year (step 14)', () => {
  it('returned 0.71 % before and 0.62 % after entry fees', () => {
    const atEnd = cny(figures.openingHoldingsAtEnd);
    const before = periodReturn(cny(figures.opened), atEnd);
    const after = periodReturn(cny(figures.invested), atEnd);
    expect([before.status, after.status]).toEqual(['return', 'return']);
    if (before.status === 'return') expectClose(before.rate, figures.beforeEntryFees);
    if (after.status === 'return') expectClose(after.rate, figures.afterEntryFees);
  });

  it('is not annualised', () => {
    const period = { from: day(figures.from), to: day(figures.to) };
    expect(annualiseReturn(figures.beforeEntryFees, period)).toEqual({
      status: 'too-short',
      days: 183,
    });
  });

  it('brought the client 1.26 % a year on the money paid in, entry fees included', () => {
    const result = xirr(flows);
    expect(result.status).toBe('rate');
    if (result.status === 'rate') expectClose(result.rate, figures.xirr);
  });

  it('has the Modified Dietz return of its gain over the average capital', () => {
    const result = modifiedDietz(
      {
        from: day(figures.from),
        to: day(figures.to),
        opening: cny(figures.invested),
        closing: cny(figures.closing),
        flows: flows.slice(1, -1).map(({ date }) => ({ date, amount: cny('5500') })),
      },
      { flowTiming: 'end-of-day' },
    );
    expectClose(result.gain, figures.modifiedDietz.gain, 1e-10);
    expectClose(result.averageCapital, figures.modifiedDietz.averageCapital);
    if (result.status === 'return') expectClose(result.rate, figures.modifiedDietz.rate, 1e-10);
    expect(result.status).toBe('return');
  });

  it('has a value bridge that adds up to the cent', () => {
    const lines = Object.entries(figures.bridge).map(([id, amount]) => ({
      id,
      amount: cny(amount),
    }));
    const bridge = valueBridge(cny(figures.invested), lines, cny(figures.closing));
    // 341,262.00 + 33,000.00 = 374,262.00; − 315.95 = 373,946.05; + 2,550.90 = 376,496.95.
    expect(bridge.steps.map(({ id, value }) => [id, value.amount])).toEqual([
      ['contributions', '374262.00'],
      ['entry-fees', '373946.05'],
      ['markets-and-annual-fees', '376496.95'],
    ]);
    expect(bridge.status).toBe('explained');
    expect(bridge.unexplained).toEqual(cny('0'));
  });
});
