import { describe, expect, it } from 'vitest';
import { analyseCashFlow, type Transaction } from '../../../src/client/index.js';
import { expectRefusal } from '../../refusal.js';
import { wrong } from '../support.js';
import { options, row } from './support.js';

const balance = (amount: string, date = '2026-02-28', fields: object = {}) => ({
  account: 'A',
  date,
  currency: 'CNY',
  amount,
  ...fields,
});
const book = (bookingDate: string, amount: string, fields: Partial<Transaction> = {}) =>
  row({ bookingDate: bookingDate as '2026-01-15', amount, account: 'A', ...fields });
const follow = (rows: readonly Transaction[], ...balances: readonly object[]) =>
  analyseCashFlow(rows, { ...options, balances: wrong(balances) }).accounts!;
const cny = (amount: string) => ({ currency: 'CNY', amount });

const rows = [
  book('2026-01-10', '-80.00'),
  book('2026-01-20', '500.00', { kind: 'own-transfer' }),
  book('2026-02-15', '-450.00', { kind: 'investment' }),
];

describe('the course of an account', () => {
  // 50 on 9 January, −30 from the 10th to the 19th, 470 from the 20th, 20 from 15 February.
  const course = {
    status: 'measured',
    account: 'A',
    lowest: cny('-30.00'),
    lowestDate: '2026-01-10',
    overdrawnDays: 10,
    days: 59,
    last: cny('20.00'),
  };

  it.each([
    ['before', balance('50.00', '2026-01-05')],
    ['within', balance('470.00', '2026-01-20')],
    ['after', balance('20.00', '2026-03-02')],
  ])('is found from a balance %s the bookings', (_, known) => {
    expect(follow(rows, known)).toEqual([course]);
  });

  it('goes by the ends of days, not by the order within one', () => {
    const sameDay = [book('2026-01-10', '-80.00'), book('2026-01-10', '100.00')];
    for (const given of [sameDay, [...sameDay].reverse()]) {
      expect(follow(given, balance('70.00'))).toMatchObject([
        { overdrawnDays: 0, lowest: cny('50.00'), lowestDate: '2026-01-01' },
      ]);
    }
  });

  it('counts an overdraft up to the end of the last month', () => {
    // −1 from 27 February on: two days of the window.
    expect(
      follow([book('2026-01-01', '9.00'), book('2026-02-27', '-10.00')], balance('-1.00')),
    ).toMatchObject([{ overdrawnDays: 2, last: cny('-1.00'), lowestDate: '2026-02-27' }]);
  });

  it('keeps accounts and currencies apart, in an order of their own', () => {
    const known = [balance('5.00', '2026-02-28', { account: 'B' }), balance('20.00')];
    const foreign = balance('1.00', '2026-02-28', { currency: 'USD' });
    const found = follow(rows, ...known, foreign);
    expect(found).toMatchObject([
      { account: 'A', last: cny('20.00') },
      { account: 'B', last: cny('5.00'), overdrawnDays: 0 },
      { account: 'A', last: { currency: 'USD', amount: '1.00' } },
    ]);
    expect(follow([...rows].reverse(), foreign, ...[...known].reverse())).toEqual(found);
  });

  it('says where two balances contradict the bookings between them', () => {
    expect(follow(rows, balance('50.00', '2026-01-05'), balance('21.00'))).toEqual([
      {
        status: 'contradicted',
        account: 'A',
        date: '2026-02-28',
        given: cny('21.00'),
        expected: cny('20.00'),
      },
    ]);
  });

  it('is undetermined where a row could not be used, or the history does not reach to the balance', () => {
    const broken = book('2026-02-30', '-1.00');
    expect(follow([...rows, broken], balance('20.00'))).toEqual([
      { status: 'undetermined', account: 'A', currency: 'CNY', missing: 'rows' },
    ]);
    expect(follow(rows, balance('20.00', '2025-11-30'))).toMatchObject([{ missing: 'history' }]);
    expect(follow([], balance('20.00'))).toMatchObject([{ missing: 'history' }]);
  });

  it('is undetermined where a booking does not say its account, and there are several', () => {
    const nowhere = { account: '' } as const;
    const stray = book('2026-01-15', '-900.00', nowhere);
    const other = book('2026-01-15', '-1.00', { account: 'B' });
    expect(follow([...rows, stray, other], balance('20.00'))).toEqual([
      { status: 'undetermined', account: 'A', currency: 'CNY', missing: 'rows' },
    ]);
    // One account alone is the one: 50 − 980 = −930 from 15 January on, before −30.
    expect(follow([...rows, stray], balance('-880.00'))).toMatchObject([
      { status: 'measured', last: cny('-880.00'), lowest: cny('-930.00') },
    ]);
    // In another currency it is another account's; after all that is looked at it changes nothing.
    const elsewhere = [
      book('2026-01-15', '-9.00', { ...nowhere, currency: 'USD' }),
      book('2026-03-02', '-900.00', nowhere),
    ];
    expect(follow([...rows, other, ...elsewhere], balance('20.00'))).toMatchObject([
      { status: 'measured', last: cny('20.00') },
    ]);
    expect(follow([...rows, other, ...elsewhere], balance('20.00', '2026-03-02'))).toMatchObject([
      { missing: 'rows' },
    ]);
  });

  it('is undetermined only where the broken row may belong to it', () => {
    const known = [balance('20.00'), balance('5.00', '2026-02-28', { account: 'B' })];
    const statuses = (broken: object) =>
      follow([...rows, wrong(broken)], ...known).map(({ status }) => status);
    const atB = book('2026-02-30', '-1.00', { account: 'B' });
    expect(statuses(atB)).toEqual(['measured', 'undetermined']);
    expect(statuses({ ...atB, currency: 'USD' })).toEqual(['measured', 'measured']);
    expect(statuses({ ...atB, account: 7 })).toEqual(['undetermined', 'undetermined']);
    expect(statuses({ ...atB, account: undefined })).toEqual(['undetermined', 'undetermined']);
    // Dated before both balances, or after the last day: what was booked then changes neither course.
    expect(statuses({ ...atB, bookingDate: '2026-03-02', amount: 'x' })).toEqual([
      'measured',
      'measured',
    ]);
  });

  it('needs no rate', () => {
    const usd = { currency: 'USD' } as const;
    const abroad = book('2026-02-01', '-7.00', usd);
    expect(follow([...rows, abroad], balance('3.00', '2026-02-28', usd))).toMatchObject([
      { status: 'measured', last: { currency: 'USD', amount: '3.00' }, overdrawnDays: 0 },
    ]);
  });

  it('beyond what an amount holds is refused at the balances', () => {
    const act = () =>
      follow([book('2026-02-01', '100.00')], balance(`${'9'.repeat(30)}.00`, '2026-01-31'));
    expectRefusal(act, 'out-of-range', 'options.balances');
  });

  it('is null where no balance was given', () => {
    expect(analyseCashFlow(rows, options).accounts).toBe(null);
    expect(follow(rows)).toEqual([]);
  });

  it.each([
    ['no list', null, 'missing-value', 'options.balances'],
    ['no balance', [null], 'missing-value', 'options.balances[0]'],
    [
      'no account',
      [balance('1.00', '2026-01-01', { account: '' })],
      'empty',
      'options.balances[0].account',
    ],
    ['no such day', [balance('1.00', '2026-02-30')], 'invalid-date', 'options.balances[0].date'],
    ['a day to come', [balance('1.00', '2026-03-03')], 'out-of-range', 'options.balances[0].date'],
    ['half a cent', [balance('1.005')], 'out-of-range', 'options.balances[0].amount'],
  ] as const)('is refused for %s', (_, balances, code, path) => {
    const act = () => analyseCashFlow(rows, { ...options, balances: wrong(balances) });
    expectRefusal(act, code, path);
  });
});
