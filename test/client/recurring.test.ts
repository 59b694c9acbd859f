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

const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
const monthly = (day: string, from = 0) => MONTHS.slice(from).map((month) => `${month}-${day}`);
const MONTHS = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'];

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

  it('is left out where it is long overdue and never was sure', () => {
    // Half a year after the second, 2026-09-01, and the thirty days of grace are 2026-10-01.
    const pair = rowsOn(['2025-09-01', '2026-03-01']);
    expect(find(pair, '2026-10-01')).toMatchObject([{ status: 'pending' }]);
    expect(find(pair, '2026-10-02')).toEqual([]);
  });

  it('begins anew where the payee has another name', () => {
    const text = (index: number) => (index < 3 ? 'old' : 'new');
    const rows = rowsOn(monthly('05')).map(({ counterparty: _, ...row }, index) => {
      return { ...row, text: text(index) };
    });
    expect(find(rows)).toMatchObject([
      { text: 'new', status: 'active', occurrences: 3 },
      { text: 'old', status: 'lapsed', occurrences: 3 },
    ]);
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

  it('is none where too few of the expected days have a booking', () => {
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

describe('the day of a stream', () => {
  it('may be every fourth week, or every other month', () => {
    const fourWeekly = weekly('2025-09-05', 25).filter((_, index) => index % 4 === 0);
    // 2025-09-05 was a Friday; 6 × 28 days later it is 2026-02-20.
    expect(find(rowsOn(fourWeekly))).toMatchObject([
      { cadence: 'four-weekly', day: { weekday: 5 }, occurrences: 7, next: { date: '2026-03-20' } },
    ]);
    const everyOther = ['2025-06-12', '2025-08-12', '2025-10-12', '2025-12-12', '2026-02-12'];
    expect(find(rowsOn(everyOther))).toMatchObject([
      { cadence: 'bi-monthly', day: { day: 12 }, missed: 0, next: { date: '2026-04-12' } },
    ]);
  });

  it('may be the last working day of the month', () => {
    // 30 November 2025 was a Sunday, 31 January and 28 February 2026 are Saturdays.
    const dates = [
      '2025-09-30',
      '2025-10-31',
      '2025-11-28',
      '2025-12-31',
      '2026-01-30',
      '2026-02-27',
    ];
    expect(find(rowsOn(dates))).toMatchObject([
      {
        day: { kind: 'last-business-day' },
        weekend: 'preceding',
        regularity: { dayDeviation: 0 },
        next: { date: '2026-03-31' },
      },
    ]);
  });

  it('knows the rule for weekends', () => {
    // Of these tenths, 10 August 2025 was a Sunday and 10 January 2026 a Saturday.
    const dates = [
      '2025-07-10',
      '2025-08-11',
      '2025-09-10',
      '2025-10-10',
      '2025-11-10',
      '2025-12-10',
      '2026-01-12',
    ];
    // 10 May 2026 is a Sunday.
    expect(
      find(rowsOn([...dates, '2026-02-10', '2026-03-10', '2026-04-10']), '2026-04-20'),
    ).toMatchObject([{ day: { day: 10 }, weekend: 'following', next: { date: '2026-05-11' } }]);
  });

  it('may move for good', () => {
    const dates = [...monthly('05').slice(0, 3), ...monthly('17', 3)];
    expect(find(rowsOn(dates))).toMatchObject([
      { occurrences: 6, missed: 0, day: { day: 17 }, next: { date: '2026-03-17' } },
    ]);
  });

  it('may be counted from the booking before', () => {
    // 31 and 33 days by turns: no day of the month, and no weekday.
    const dates = ['2025-07-01'];
    for (let i = 1; i < 12; i++) dates.push(addDays(dates[i - 1] as PlainDate, i % 2 ? 31 : 33));
    // From 1 July, six steps of 31 and five of 33 days are 351 days.
    expect(find(rowsOn(dates), '2026-06-20')).toMatchObject([
      { cadence: 'monthly', day: { kind: 'rolling', days: 31 }, lastDate: '2026-06-17' },
    ]);
  });
});

describe('several streams to one payee', () => {
  it('are told apart by amount on one day', () => {
    const rows = [
      ...rowsOn(monthly('05'), { amount: '-120.00', text: 'premium' }),
      ...rowsOn(monthly('05'), { amount: '-310.00', text: 'premium' }).map((row) => ({
        ...row,
        id: `b${row.id}`,
      })),
    ];
    expect(find(rows).map(({ occurrences, amount }) => [occurrences, amount.last.amount])).toEqual(
      expect.arrayContaining([
        [6, '120.00'],
        [6, '310.00'],
      ]),
    );
    expect(find(rows)).toHaveLength(2);
  });

  it('are told apart by day at one amount', () => {
    const rows = rowsOn([...monthly('03'), ...monthly('19')]);
    expect(find(rows).map(({ day, occurrences }) => [day, occurrences])).toEqual([
      [{ kind: 'day-of-month', day: 3 }, 6],
      [{ kind: 'day-of-month', day: 19 }, 6],
    ]);
  });

  it('are told apart where both are booked twice alike', () => {
    const rows = rowsOn(monthly('03').flatMap((date) => [date, date]));
    expect(find(rows)).toMatchObject([{ occurrences: 6 }, { occurrences: 6 }]);
  });

  it('do not lose a booking to a single payment between', () => {
    const rows = [
      ...rowsOn(monthly('05')),
      ...rowsOn(['2025-10-07', '2025-12-27', '2026-01-04'], { amount: '-777.00', text: 'repair' }),
    ];
    expect(find(rows)).toMatchObject([{ occurrences: 6, amount: { highest: cny('30.00') } }]);
  });

  it('are one where only the text changes', () => {
    const names = ['September', 'October', 'November', 'December', 'January', 'February'];
    const rows = rowsOn(monthly('05')).map((row, i) => ({ ...row, text: `Rent ${names[i]}` }));
    expect(find(rows)).toMatchObject([{ occurrences: 6, text: 'rent february' }]);
  });
});

describe('the amount of a stream', () => {
  const at = (...amounts: readonly string[]) =>
    rowsOn(monthly('05')).map((row, i) => ({ ...row, amount: `-${amounts[i]}` }));

  it('rises, and the step is named', () => {
    expect(find(at('50.00', '50.00', '50.00', '55.00', '55.00', '55.00'))).toMatchObject([
      {
        occurrences: 6,
        changes: [{ date: '2025-12-05', from: cny('50.00'), to: cny('55.00') }],
        next: { amount: cny('55.00') },
        nextRange: { lowest: cny('55.00'), highest: cny('55.00') },
        regularity: { amountVariation: 0 },
      },
    ]);
  });

  it('differs once, which is no step', () => {
    expect(find(at('50.00', '50.00', '80.00', '50.00', '50.00', '50.00'))).toMatchObject([
      {
        occurrences: 6,
        changes: [],
        next: { amount: cny('50.00') },
        amount: { highest: cny('80.00') },
      },
    ]);
  });

  it('varies, and the next one has a range', () => {
    expect(find(at('80.00', '95.00', '110.00', '90.00', '120.00', '100.00'))).toMatchObject([
      {
        changes: [],
        // Of the last three, 90, 120 and 100.
        next: { amount: cny('100.00') },
        nextRange: { lowest: cny('80.00'), highest: cny('120.00') },
      },
    ]);
  });
});

describe('what comes next', () => {
  it('never lies before the day from which it is judged', () => {
    const rows = rowsOn(monthly('05'));
    expect(find(rows, '2026-03-05')).toMatchObject([
      { overdueSince: null, next: { date: '2026-03-05' } },
    ]);
    expect(find(rows, '2026-03-09')).toMatchObject([
      { status: 'active', overdueSince: '2026-03-05', next: { date: '2026-04-05' } },
    ]);
    expect(find(rows, '2026-03-16')).toMatchObject([
      { status: 'lapsed', overdueSince: '2026-03-05', next: null, nextRange: null },
    ]);
  });

  it('may still be on its way within the days that it was late before', () => {
    const rows = rowsOn(
      ['2025-09-05', '2025-10-05', '2025-11-07', '2025-12-05', '2026-01-04', '2026-02-05'],
      {
        counterparty: 'Y',
      },
    );
    // Two days late in November and one early in January; 7 November 2025 was a Friday, 4 January 2026 a Sunday.
    expect(find(rows, '2026-03-06')).toMatchObject([
      {
        overdueSince: null,
        next: { date: '2026-03-06' },
        nextRange: { earliest: '2026-03-06', latest: '2026-03-07' },
        // 2 and 1 of 6.
        regularity: { dayDeviation: 0.5, share: 1 },
      },
    ]);
    expect(find(rows, '2026-03-02')).toMatchObject([
      { next: { date: '2026-03-05' }, nextRange: { earliest: '2026-03-04', latest: '2026-03-07' } },
    ]);
  });

  it('is waited for longer where a month was skipped before', () => {
    const rows = rowsOn(monthly('05').filter((date) => !date.startsWith('2025-11')));
    expect(find(rows, '2026-04-15')).toMatchObject([
      { status: 'active', missed: 1, overdueSince: '2026-03-05', next: { date: '2026-05-05' } },
    ]);
    expect(find(rows, '2026-04-16')).toMatchObject([{ status: 'lapsed' }]);
  });

  it('is looked for up to the last civil date', () => {
    const rows = rowsOn(['9999-10-31', '9999-11-30', '9999-12-31']);
    expect(find(rows, '9999-12-31')).toMatchObject([{ next: { date: '9999-12-31' } }]);
    const early = rowsOn(['0001-01-31', '0001-02-28', '0001-03-31']);
    expect(find(early, '0001-04-01')).toMatchObject([{ next: { date: '0001-04-30' } }]);
  });
});

describe('a stream without a counterparty', () => {
  it('is known by its text, references aside', () => {
    const rows = rowsOn(monthly('05')).map(({ counterparty: _, ...row }, i) => ({
      ...row,
      text: `Rent ref A${i}X9`,
      amount: `-${100 + 7 * i}.00`,
    }));
    expect(find(rows)).toMatchObject([{ counterparty: null, text: 'rent ref #', occurrences: 6 }]);
  });

  it('is known by its amount where every text is another', () => {
    const words = ['one', 'two', 'three', 'four', 'five', 'six'];
    const rows = rowsOn(monthly('05')).map(({ counterparty: _, ...row }, i) => ({
      ...row,
      text: words[i]!,
    }));
    expect(find(rows)).toMatchObject([{ counterparty: null, occurrences: 6 }]);
  });
});
