import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../../src/dates/index.js';
import { PERIOD_LENGTHS, periodOf, periodsIn } from '../../../src/kpi/index.js';
import { expectRefusal } from '../support.js';

describe('periodOf', () => {
  it('names days, months, quarters, halves and years', () => {
    const day = '2026-08-31';
    expect(periodOf(day, 'day')).toEqual({ id: day, from: day, to: '2026-09-01' });
    expect(periodOf(day, 'month')).toEqual({ id: '2026-08', from: '2026-08-01', to: '2026-09-01' });
    expect(periodOf(day, 'quarter')).toEqual({
      id: '2026-Q3',
      from: '2026-07-01',
      to: '2026-10-01',
    });
    expect(periodOf(day, 'half-year')).toEqual({
      id: '2026-H2',
      from: '2026-07-01',
      to: '2027-01-01',
    });
    expect(periodOf(day, 'year')).toEqual({ id: '2026', from: '2026-01-01', to: '2027-01-01' });
    expect(periodOf('2026-12-31', 'quarter').id).toBe('2026-Q4');
  });

  // The table of examples in the Wikipedia article on ISO week dates.
  it.each([
    ['1977-01-01', '1976-W53'],
    ['1977-01-02', '1976-W53'],
    ['1977-12-31', '1977-W52'],
    ['1978-01-01', '1977-W52'],
    ['1978-01-02', '1978-W01'],
    ['1979-12-31', '1980-W01'],
    ['1980-12-29', '1981-W01'],
    ['1981-12-31', '1981-W53'],
    ['1982-01-03', '1981-W53'],
  ] as const)('puts %s into the ISO week %s', (day, week) => {
    expect(periodOf(day, 'week').id).toBe(week);
  });

  it('refuses a day that does not exist and a length it does not know', () => {
    expectRefusal(() => periodOf('2026-02-30' as PlainDate, 'month'), 'invalid-date', 'date');
    expectRefusal(() => periodOf('2026-02-03', 'decade' as never), 'unknown-value', 'length');
  });
});

describe('periodsIn', () => {
  it('covers a span without gap or overlap, and each of its days once', () => {
    fc.assert(
      fc.property(
        fc.nat(20_000),
        fc.nat(900),
        fc.constantFrom(...PERIOD_LENGTHS),
        (start, days, length) => {
          const from = addDays('1980-01-01', start);
          const to = addDays(from, days);
          const periods = periodsIn({ from, to }, length);
          if (days === 0) {
            expect(periods).toEqual([]);
            return;
          }
          expect(periods[0]!.from <= from && periods.at(-1)!.to >= to).toBe(true);
          expect(periods.slice(1).map((p) => p.from)).toEqual(
            periods.slice(0, -1).map((p) => p.to),
          );
          const day = addDays(from, days - 1);
          expect(periods.at(-1)).toEqual(periodOf(day, length));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses a span that runs backwards', () => {
    const span = { from: '2026-03-01', to: '2026-02-01' } as const;
    expectRefusal(() => periodsIn(span, 'month'), 'inconsistent', 'span.to');
  });
});
