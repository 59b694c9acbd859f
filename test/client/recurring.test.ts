import { describe, expect, it } from 'vitest';
import { findRecurring, type Transaction } from '../../src/client/index.js';
import { addDays, type PlainDate } from '../../src/dates/index.js';
import { expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const rowsOn = (
  dates: readonly string[],
  fields: Partial<Transaction> = {},
): readonly Transaction[] =>
  dates.map((date, index) => ({
    id: `${fields.text ?? 'r'}-${date}-${index}`,
    bookingDate: date as PlainDate,
    kind: 'payment',
    currency: 'CNY',
    amount: '-30.00',
    counterparty: 'X',
    ...fields,
  }));
const find = (rows: readonly Transaction[], asOf: PlainDate = '2026-03-02') =>
  findRecurring(rows, { asOf }).streams;
const weekly = (from: PlainDate, n: number): readonly PlainDate[] =>
  Array.from({ length: n }, (_, i) => addDays(from, 7 * i));

describe('a recurring stream', () => {
  it('is weekly, and knows its weekday', () => {
    // 2026-01-02 was a Friday.
    const [stream] = find(rowsOn(weekly('2026-01-02', 9)));
    expect(stream).toMatchObject({
      cadence: 'weekly',
      day: { kind: 'weekday', weekday: 5 },
      status: 'active',
      occurrences: 9,
      next: { date: '2026-03-06' },
    });
  });

  it('is fortnightly', () => {
    const dates = weekly('2026-01-02', 9).filter((_, index) => index % 2 === 0);
    expect(find(rowsOn(dates))).toMatchObject([
      { cadence: 'fortnightly', occurrences: 5, next: { date: '2026-03-13' } },
    ]);
  });

  it('falls on the last day of the month, however long the month is', () => {
    const dates = ['2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31', '2026-02-28'];
    expect(find(rowsOn(dates))).toMatchObject([
      { cadence: 'monthly', day: { kind: 'last-day-of-month' }, next: { date: '2026-03-31' } },
    ]);
  });

  it('falls on the thirtieth, and in February on its last day', () => {
    const dates = ['2025-12-30', '2026-01-30', '2026-02-28'];
    expect(find(rowsOn(dates))).toMatchObject([
      { day: { kind: 'day-of-month', day: 30 }, next: { date: '2026-03-30' } },
    ]);
  });

  it('may be moved by a weekend', () => {
    // The tenth, moved to the Monday after: 10 January 2026 was a Saturday.
    const dates = ['2025-11-10', '2025-12-10', '2026-01-12', '2026-02-10'];
    expect(find(rowsOn(dates))).toMatchObject([
      { day: { kind: 'day-of-month', day: 10 }, occurrences: 4, next: { date: '2026-03-10' } },
    ]);
  });

  it('is quarterly, semi-annual or annual', () => {
    const quarterly = ['2025-06-15', '2025-09-15', '2025-12-15'];
    expect(find(rowsOn(quarterly))).toMatchObject([
      { cadence: 'quarterly', status: 'active', next: { date: '2026-03-15' } },
    ]);
    const annual = ['2023-02-28', '2024-02-29', '2025-02-28'];
    expect(find(rowsOn(annual), '2025-06-01')).toMatchObject([
      { cadence: 'annual', day: { kind: 'last-day-of-month' }, next: { date: '2026-02-28' } },
    ]);
  });

  it('is pending after two alike occurrences, and none if they differ', () => {
    const dates = ['2025-09-01', '2026-03-01'];
    expect(find(rowsOn(dates))).toMatchObject([{ cadence: 'semi-annual', status: 'pending' }]);
    const [first, second] = rowsOn(dates);
    // 33 is more than a tenth above 29; 32 is not more than a tenth of 32 above 29.
    const pair = (amount: string) =>
      find([
        { ...first!, amount: '-29.00' },
        { ...second!, amount },
      ]);
    expect(pair('-33.00')).toEqual([]);
    expect(pair('-32.00')).toMatchObject([{ status: 'pending' }]);
  });

  it('lapses ten days after a monthly booking was due', () => {
    const rows = rowsOn(['2025-11-05', '2025-12-05', '2026-01-05']);
    expect(find(rows, '2026-02-15')).toMatchObject([{ status: 'active' }]);
    expect(find(rows, '2026-02-16')).toMatchObject([{ status: 'lapsed', next: null }]);
  });

  it('shows the range of its amounts and expects the middle one of the last three', () => {
    const amounts = ['-10.00', '-90.00', '-40.00', '-20.00'];
    const dates = ['2025-11-05', '2025-12-05', '2026-01-05', '2026-02-05'];
    const rows = rowsOn(dates).map((row, index) => ({ ...row, amount: amounts[index]! }));
    expect(find(rows)).toMatchObject([
      {
        direction: 'out',
        amount: {
          lowest: { amount: '10.00' },
          // Of 10, 20, 40, 90 the smaller of the two middle ones.
          typical: { amount: '20.00' },
          highest: { amount: '90.00' },
          last: { amount: '20.00' },
        },
        next: { date: '2026-03-05', amount: { amount: '40.00' } },
      },
    ]);
  });

  it('survives a booking in between and a month without one', () => {
    const dates = [
      '2025-09-05',
      '2025-10-05',
      '2025-11-05',
      '2025-11-19',
      '2026-01-05',
      '2026-02-05',
    ];
    expect(find(rowsOn(dates))).toMatchObject([
      { cadence: 'monthly', occurrences: 5, missed: 1, lastDate: '2026-02-05' },
    ]);
  });

  it('is one occurrence where two bookings fall on one day', () => {
    const dates = ['2025-12-05', '2026-01-05', '2026-01-05', '2026-02-05'];
    expect(find(rowsOn(dates))).toMatchObject([
      { occurrences: 3, amount: { highest: { amount: '60.00' } }, transactions: { length: 4 } },
    ]);
  });

  it('is told from others by counterparty, text, direction, kind and currency, digits aside', () => {
    const dates = ['2025-12-05', '2026-01-05', '2026-02-05'];
    const rent = rowsOn(dates).map((row, index) => ({ ...row, text: `Rent ${index} / 2026` }));
    expect(find(rent)).toMatchObject([{ text: 'rent # / #', occurrences: 3 }]);
    const others = [
      rowsOn(dates, { text: 'a' }),
      rowsOn(dates, { text: 'b' }),
      rowsOn(dates, { text: 'c', amount: '30.00', kind: 'transfer-in' }),
      rowsOn(dates, { text: 'd', currency: 'USD' }),
    ];
    expect(find(others.flat())).toHaveLength(4);
  });

  it('is none where the days follow no rule, or for own transfers and refunds', () => {
    expect(find(rowsOn(['2026-01-02', '2026-01-05', '2026-01-16', '2026-02-20']))).toEqual([]);
    expect(find(rowsOn(['2026-01-02', '2026-01-05', '2026-01-08']))).toEqual([]);
    expect(find(rowsOn(['2026-01-02']))).toEqual([]);
    const dates = weekly('2026-01-02', 6);
    expect(find(rowsOn(dates, { kind: 'own-transfer' }))).toEqual([]);
    expect(find(rowsOn(dates, { kind: 'refund', amount: '5.00' }))).toEqual([]);
  });

  it('is none where a schedule explains too few of the bookings, or too few of its days have one', () => {
    // Three on the fifth and two elsewhere: 3 of 5.
    const stray = ['2025-12-05', '2025-12-24', '2026-01-05', '2026-01-24', '2026-02-05'];
    expect(find(rowsOn(stray))).toEqual([]);
    // Weekly, but with 5 of 8 weeks: the gaps are 7, 7, 28 and 7 days.
    const gappy = ['2026-01-01', '2026-01-08', '2026-01-15', '2026-02-12', '2026-02-19'];
    expect(find(rowsOn(gappy))).toEqual([]);
  });

  it('loses nothing to a broken row, which is named', () => {
    const rows = rowsOn(['2025-12-05', '2026-01-05', '2026-02-05', '2026-02-30', '2026-03-05']);
    const result = findRecurring(rows, { asOf: '2026-03-02' });
    expect(result.streams).toMatchObject([{ occurrences: 3 }]);
    expect(result.failures).toMatchObject([
      { row: 3, issues: [{ code: 'invalid-date', path: 'transactions[3].bookingDate' }] },
      { row: 4, issues: [{ code: 'out-of-range', path: 'transactions[4].bookingDate' }] },
    ]);
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('is not looked for without a list or a day', () => {
    expectRefusal(
      () => findRecurring(wrong({}), { asOf: '2026-03-02' }),
      'invalid-type',
      'transactions',
    );
    expectRefusal(() => findRecurring([], wrong(undefined)), 'missing-value', 'options');
    expectRefusal(() => findRecurring([], wrong({ asOf: 5 })), 'invalid-type', 'options.asOf');
  });
});
