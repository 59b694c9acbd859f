import { describe, expect, it } from 'vitest';
import { formatReason } from '../../../src/evidence/index.js';
import {
  accumulateAll,
  kpiMessages,
  serviceKpis,
  summarise,
  type TargetStatus,
  targetStatus,
} from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import { codes } from './support.js';

const HIGH = { green: 0.9, amber: 0.8, direction: 'higher-is-better' } as const;
const LOW = { green: 4, amber: 8, direction: 'lower-is-better' } as const;

const inEnglish = ({ reasons }: TargetStatus) => formatReason(kpiMessages, reasons[0]!, 'en');

describe('targetStatus', () => {
  it.each([
    [0.95, 'met'],
    [0.9, 'met'],
    [0.85, 'at-risk'],
    [0.8, 'at-risk'],
    [0.79, 'missed'],
  ] as const)(
    'of a bare value of %d, which shows nothing, where more is better: %s',
    (value, status) => {
      const found = targetStatus({ value }, HIGH);
      expect(found).toMatchObject({ status: 'not-shown', byValue: status });
      expect(codes(found.reasons)).toEqual(['kpi.interval-unknown']);
      const sure = targetStatus({ value, interval: { low: value, high: value } }, HIGH);
      expect(sure).toMatchObject({ status, byValue: status });
    },
  );

  it.each([
    [3, 'met'],
    [4, 'met'],
    [6, 'at-risk'],
    [8, 'at-risk'],
    [8.1, 'missed'],
  ] as const)('of a bare value of %d where less is better: %s', (value, status) => {
    const found = targetStatus({ value }, LOW);
    expect(found).toMatchObject({ status: 'not-shown', byValue: status });
  });

  it('is not surer of a sample that is too small for an interval than of a larger one', () => {
    const { resolutionMedian, resolutionP90 } = serviceKpis({ currency: 'CNY' });
    const target = { green: 8, direction: 'lower-is-better' } as const;
    const found = (kpi: typeof resolutionMedian, hours: readonly number[]) => {
      const { state } = accumulateAll(
        kpi,
        hours.map((duration) => ({ duration })),
      );
      return targetStatus(summarise(kpi, state), target);
    };
    const five = found(resolutionMedian, [6, 7, 5, 7.5, 7]);
    expect(five).toMatchObject({ status: 'not-shown', byValue: 'met' });
    expect(codes(five.reasons)).toEqual(['kpi.interval-unknown']);
    expect(found(resolutionMedian, [6, 7, 5, 7.5, 7, 9]).status).toBe('not-shown');
    const slowest = [1, 2, 3, 4, 5, 6, 7, 7, 7, 7.5, 7.5, 7.9, 20];
    expect(found(resolutionP90, slowest).status).toBe('not-shown');
  });

  it('takes a result that counts every case by its value, and says that chance is left out', () => {
    const { organicGrowth } = serviceKpis({ currency: 'CNY' });
    const flow = { numerator: money('CNY', '3'), denominator: money('CNY', '4') };
    const growth = summarise(organicGrowth, accumulateAll(organicGrowth, [flow]).state);
    const found = targetStatus(growth, { green: 0.7, direction: 'higher-is-better' });
    expect(found).toMatchObject({ status: 'met', byValue: 'met' });
    expect(codes(found.reasons)).toEqual(['kpi.target.met', 'kpi.target.no-interval']);
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
    const found = targetStatus({ value: 0.89, interval: { low: 0.88, high: 0.895 } }, target);
    expect(found.status).toBe('missed');
    expect(inEnglish(found)).toBe('The figure of 0.89 misses the target of 0.9.');
  });

  it('never writes a value as the line that it does not reach', () => {
    const within = { value: 0.7999999, interval: { low: 0.79, high: 0.79999999 } };
    const sure = (value: number) => ({ value, interval: { low: value, high: value } });
    for (const figure of [sure(0.7999999), within]) {
      expect(inEnglish(targetStatus(figure, HIGH))).toBe(
        'The figure of 0.7999999 misses the target of 0.9 and the warning line of 0.8 as well.',
      );
    }
    const risky = inEnglish(targetStatus(sure(0.8999999), HIGH));
    expect(risky).toContain('The figure of 0.8999999 falls short of the target of 0.9 ');
    const many = inEnglish(targetStatus(sure(8.0000001), LOW));
    expect(many).toContain('The figure of 8.0000001 misses');
  });

  it('takes a value whose interval ends at it but for noise', () => {
    const figure = { value: 0.1 + 0.2, interval: { low: 0.1, high: 0.3 } };
    expect(targetStatus(figure, HIGH).status).toBe('missed');
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
