import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRecurring, type Transaction } from '../../src/client/index.js';
import { addDays, addMonths, type PlainDate } from '../../src/dates/index.js';
import { createRandom } from '../../src/numerics/index.js';
import { CASES } from './recurring-cases.js';
import { AS_OF, nthWeekday } from './recurring-generator.js';

const find = (
  dates: readonly string[],
  asOf: PlainDate,
  fields: (index: number) => Partial<Transaction> = () => ({}),
) => {
  const rows = dates.map(
    (date, index): Transaction => ({
      id: `${index}`,
      bookingDate: date as PlainDate,
      kind: 'payment',
      currency: 'CNY',
      amount: '-30.00',
      counterparty: 'X',
      ...fields(index),
    }),
  );
  return findRecurring(rows, { asOf }).streams;
};
const every = (days: number, from: PlainDate, n: number): readonly PlainDate[] =>
  Array.from({ length: n }, (_, i) => addDays(from, days * i));
const monthsOf = (n: number, step = 1): readonly PlainDate[] =>
  Array.from({ length: n }, (_, i) => addMonths('2024-03-01', step * i));

describe('a stream that counts days', () => {
  it('of thirty, is neither cut short nor called lapsed', () => {
    // 23 × 30 = 690 days after 2024-03-11 it is 2026-01-30; thirty more make 2026-03-01.
    expect(find(every(30, '2024-03-11', 24), '2026-02-28')).toMatchObject([
      {
        cadence: 'monthly',
        day: { kind: 'rolling', days: 30 },
        status: 'active',
        occurrences: 24,
        missed: 0,
        lastDate: '2026-01-30',
        overdueSince: null,
        next: { date: '2026-03-01' },
        regularity: { dayDeviation: 0 },
      },
    ]);
  });

  it.each([
    [1, 'daily', '2025-06-30'],
    [2, 'every-n-days', '2025-07-30'],
    [10, 'every-n-days', '2026-03-27'],
    [21, 'every-n-days', '2027-02-20'],
    [31, 'monthly', '2027-12-17'],
    [42, 'every-n-days', '2028-11-11'],
    [60, 'bi-monthly', '2030-05-05'],
    [90, 'quarterly', '2032-10-21'],
    [120, 'four-monthly', '2035-04-09'],
  ])('of %d, is %s', (days, cadence, next) => {
    // 30 of them from 2025-05-31 on; in Python, date(2025, 5, 31) + timedelta(30 * days).
    const dates = every(days, '2025-05-31', 30);
    expect(find(dates, dates[29]!)).toMatchObject([
      { cadence, day: { kind: 'rolling', days }, occurrences: 30, missed: 0, next: { date: next } },
    ]);
  });

  it('of any number, is found to the day', () => {
    const starts = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2015-01-01', days));
    // Up to 28 a whole number of weeks is a weekday's.
    const numbers = fc.integer({ min: 2, max: 400 }).filter((n) => ![7, 14, 28].includes(n));
    fc.assert(
      fc.property(numbers, starts, (days, start) => {
        const dates = every(days, start, 30);
        expect(find(dates, dates[29]!)).toMatchObject([
          {
            day: { kind: 'rolling', days },
            occurrences: 30,
            missed: 0,
            next: { date: addDays(dates[29]!, days) },
          },
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('may move off weekends', () => {
    // Every 45 days from 2025-01-06, by Python; 2025-04-06 is a Sunday and 2025-07-05 a Saturday.
    const dates = [
      '2025-01-06',
      '2025-02-20',
      '2025-04-07',
      '2025-05-21',
      '2025-07-07',
      '2025-08-19',
      '2025-10-03',
      '2025-11-17',
    ];
    expect(find(dates, '2025-12-01')).toMatchObject([
      {
        cadence: 'every-n-days',
        day: { kind: 'rolling', days: 45 },
        weekend: 'following',
        occurrences: 8,
        regularity: { dayDeviation: 0 },
        next: { date: '2026-01-01' },
      },
    ]);
  });

  it('needs more than two equal gaps', () => {
    expect(find(every(70, '2025-05-31', 3), '2025-11-20')).toEqual([]);
    expect(find(every(70, '2025-05-31', 4), '2026-01-20')).toMatchObject([{ occurrences: 4 }]);
  });

  it('is none where a fourth of the second days is missing at random', () => {
    const random = createRandom(1);
    const gappy = every(2, '2025-05-31', 100).filter(() => random.uniform() < 0.75);
    expect(find(gappy, '2025-12-20').filter(({ day }) => day.kind === 'rolling')).toEqual([]);
  });

  it('goes on at a new price', () => {
    const rise = (index: number) => ({ amount: index < 6 ? '-30.00' : '-45.00' });
    expect(find(every(21, '2025-05-31', 14), '2026-03-02', rise)).toMatchObject([
      { occurrences: 14, changes: [{ from: { amount: '30.00' }, to: { amount: '45.00' } }] },
    ]);
  });
});

describe('a stream on a weekday by its place in the month', () => {
  it('may be on the last Friday', () => {
    // Calendars of 2024 to 2026: among them 2024-05-31 and 2025-02-28.
    const dates = monthsOf(24).map((first) => nthWeekday(first, 0, 5));
    expect(dates).toEqual(expect.arrayContaining(['2024-05-31', '2025-02-28', '2026-02-27']));
    expect(find(dates, '2026-02-28')).toMatchObject([
      {
        cadence: 'monthly',
        day: { kind: 'nth-weekday', nth: 'last', weekday: 5 },
        weekend: 'none',
        occurrences: 24,
        regularity: { dayDeviation: 0 },
        next: { date: '2026-03-27' },
      },
    ]);
  });

  it('may be on the third Wednesday, or the first Monday', () => {
    const third = monthsOf(24).map((first) => nthWeekday(first, 3, 3));
    expect(find(third, '2026-02-28')).toMatchObject([
      { day: { kind: 'nth-weekday', nth: 3, weekday: 3 }, next: { date: '2026-03-18' } },
    ]);
    const first = monthsOf(24).map((month) => nthWeekday(month, 1, 1));
    expect(find(first, '2026-02-28')).toMatchObject([
      { day: { kind: 'nth-weekday', nth: 1, weekday: 1 }, next: { date: '2026-03-02' } },
    ]);
  });

  it('may be every third month', () => {
    // Third Fridays of March, June, September and December.
    const dates = ['2024-12-20', '2025-03-21', '2025-06-20', '2025-09-19', '2025-12-19'];
    expect(find(dates, '2026-03-02')).toMatchObject([
      {
        cadence: 'quarterly',
        day: { kind: 'nth-weekday', nth: 3, weekday: 5 },
        next: { date: '2026-03-20' },
      },
    ]);
  });

  it('is told from a day of the month in every made-up case', () => {
    for (let seed = 5000; seed < 5040; seed++) {
      const { rows } = CASES['weekdays of the month']!(seed);
      for (const { day } of findRecurring(rows, { asOf: AS_OF }).streams) {
        expect(day.kind).toBe('nth-weekday');
      }
    }
  });
});

describe('a stream every fourth month', () => {
  it('is one', () => {
    const dates = monthsOf(7, 4).map((first) => addDays(first, 9));
    expect(find(dates, '2026-03-12')).toMatchObject([
      {
        cadence: 'four-monthly',
        day: { kind: 'day-of-month', day: 10 },
        occurrences: 7,
        next: { date: '2026-07-10' },
      },
    ]);
  });
});
