import { describe, expect, it } from 'vitest';
import { accumulateAll, serviceKpis, summarise, targetStatus } from '../../../src/kpi/index.js';
import { codes } from './support.js';

const HIGH = { green: 0.9, amber: 0.8, direction: 'higher-is-better' } as const;
const LOW = { green: 4, amber: 8, direction: 'lower-is-better' } as const;

describe('targetStatus', () => {
  it.each([
    [0.95, 'met'],
    [0.9, 'met'],
    [0.85, 'at-risk'],
    [0.8, 'at-risk'],
    [0.79, 'missed'],
  ] as const)('of a bare value of %d where more is better: %s', (value, status) => {
    const found = targetStatus({ value }, HIGH);
    expect(found).toMatchObject({ status, byValue: status });
    expect(codes(found.reasons)).toEqual([`kpi.target.${status}`, 'kpi.target.no-interval']);
  });

  it.each([
    [3, 'met'],
    [4, 'met'],
    [6, 'at-risk'],
    [8, 'at-risk'],
    [8.1, 'missed'],
  ] as const)('of a bare value of %d where less is better: %s', (value, status) => {
    expect(targetStatus({ value }, LOW).status).toBe(status);
  });

  it.each([
    [0.95, 0.92, 0.97, 'met'],
    [0.95, 0.9, 0.97, 'met'],
    [0.95, 0.89, 0.97, 'not-shown'],
    [0.85, 0.81, 0.89, 'at-risk'],
    [0.85, 0.79, 0.89, 'not-shown'],
    [0.85, 0.75, 0.95, 'not-shown'],
    [0.7, 0.6, 0.79, 'missed'],
  ] as const)('of %d between %d and %d: %s', (value, low, high, status) => {
    expect(targetStatus({ value, interval: { low, high } }, HIGH).status).toBe(status);
  });

  it.each([
    [3, 2, 4, 'met'],
    [3, 2, 4.5, 'not-shown'],
    [6, 5, 8, 'at-risk'],
    [6, 5, 9, 'not-shown'],
    [10, 9, 12, 'missed'],
  ] as const)('of %d between %d and %d where less is better: %s', (value, low, high, status) => {
    expect(targetStatus({ value, interval: { low, high } }, LOW).status).toBe(status);
  });

  it('names the line that is crossed, and what the value alone would say', () => {
    const found = targetStatus({ value: 0.83, interval: { low: 0.75, high: 0.88 } }, HIGH);
    expect(found.byValue).toBe('at-risk');
    expect(found.reasons[0]).toMatchObject({
      code: 'kpi.target.not-shown',
      parameters: { low: 0.75, high: 0.88, line: 0.8 },
    });
  });

  it('knows no risk zone without a warning line', () => {
    const target = { green: 0.9, direction: 'higher-is-better' } as const;
    expect(targetStatus({ value: 0.89 }, target).status).toBe('missed');
  });

  it("takes a KPI's result as it is, and says nothing where that is insufficient", () => {
    const { withinSla } = serviceKpis({ currency: 'CNY', slaHours: 8 });
    const resultOf = (n: number) => {
      const durations = Array.from({ length: n }, () => ({ duration: 1 }));
      return summarise(withinSla, accumulateAll(withinSla, durations).state);
    };
    expect(targetStatus(resultOf(100), HIGH).status).toBe('met');
    const none = targetStatus(resultOf(0), HIGH);
    expect(none).toMatchObject({ status: 'not-shown', byValue: null });
    expect(codes(none.reasons)).toEqual(['kpi.target.no-value']);
  });
});
