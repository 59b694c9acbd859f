import { describe, expect, it } from 'vitest';
import { DAY_COUNTS, dayCountFraction } from '../../src/dates/index.js';
import published from '../fixtures/dates/day-counts.json' with { type: 'json' };
import { expectDateArgument, expectRefusal, wrong } from './support.js';

type Row = readonly [never, never, number];
const rows = (list: readonly (string | number)[][]) => list as unknown as readonly Row[];

describe('dayCountFraction', () => {
  it.each(['30/360', '30e/360'] as const)("%s reproduces ISDA's examples", (convention) => {
    for (const [start, end, days] of rows(published[convention])) {
      expect(dayCountFraction(start, end, convention), `${start} ${end}`).toBe(days / 360);
    }
  });

  it("act/act reproduces ISDA's examples", () => {
    for (const [start, end, fraction] of rows(published['act/act'])) {
      expect(dayCountFraction(start, end, 'act/act')).toBeCloseTo(fraction, 11);
    }
  });

  it('act/act counts whole years as one each', () => {
    // 184 days of 2003, a leap year and a common one, 181 days of 2006: 1 July has 181 days before it.
    expect(dayCountFraction('2003-07-01', '2006-07-01', 'act/act')).toBeCloseTo(
      184 / 365 + 2 + 181 / 365,
      15,
    );
    expect(dayCountFraction('2024-01-01', '2025-01-01', 'act/act')).toBe(1);
    expect(dayCountFraction('2024-01-01', '2024-12-31', 'act/act')).toBe(365 / 366);
    expect(dayCountFraction('0001-01-01', '9999-12-31', 'act/act')).toBeCloseTo(
      9998 + 364 / 365,
      10,
    );
  });

  it('act/365 and act/360 divide the days, leap years or not', () => {
    // 31 + 29 + 31 + 30 + 31 + 30 = 182 days from 1 January to 1 July 2024.
    expect(dayCountFraction('2024-01-01', '2024-07-01', 'act/365')).toBe(182 / 365);
    expect(dayCountFraction('2024-01-01', '2024-07-01', 'act/360')).toBe(182 / 360);
    expect(dayCountFraction('2024-01-01', '2025-01-01', 'act/365')).toBe(366 / 365);
  });

  it.each(DAY_COUNTS)('%s is zero from a day to itself, also on a 31st', (convention) => {
    for (const day of ['2026-03-02', '2024-02-29', '2026-01-31'] as const) {
      expect(Object.is(dayCountFraction(day, day, convention), 0)).toBe(true);
    }
  });

  it('refuses what is no span or no convention', () => {
    const count = (convention: unknown) => () =>
      dayCountFraction('2026-01-01', '2026-07-01', wrong(convention));
    expectRefusal(
      () => dayCountFraction('2026-07-01', '2026-01-01', 'act/365'),
      'inconsistent',
      'end',
    );
    expectRefusal(count('act/366'), 'unknown-value', 'convention');
    expectRefusal(count('ACT/365'), 'unknown-value', 'convention');
    expectRefusal(count(365), 'invalid-type', 'convention');
    expectRefusal(count(undefined), 'missing-value', 'convention');
    expectDateArgument((date) => dayCountFraction(date, '2026-07-01', 'act/365'), 'start');
    expectDateArgument((date) => dayCountFraction('2026-07-01', date, 'act/365'), 'end');
  });
});
