import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainUnits } from '../../../src/client/cash-flow/plain-amount.js';
import { addUnits, emptySum, totalOf, unitsOf } from '../../../src/client/cash-flow/unit-sum.js';
import { roundedQuotient } from '../../../src/client/exact.js';
import { analyseCashFlow, type Transaction } from '../../../src/client/index.js';
import { readTransactions } from '../../../src/client/read-transactions.js';
import { canonicalJson } from '../../../src/evidence/index.js';
import { convertMoney, fromMinorUnits, toMinorUnits } from '../../../src/money/index.js';
import { frozenCopy, isDeeplyFrozen, wrong } from '../support.js';
import { AS_OF, options, row, silent } from './support.js';

describe('amounts', () => {
  it('are read as the money room reads them, or left to it', () => {
    const texts = fc.oneof(
      fc
        .bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
        .map((u) => fromMinorUnits('CNY', u).amount),
      fc.stringMatching(/^-?\d{0,4}\.?\d{0,3}$/),
    );
    fc.assert(
      fc.property(texts, (amount) => {
        const units = plainUnits(amount, 2);
        if (units === undefined) return;
        expect(Object.is(units, -0)).toBe(false);
        expect(BigInt(units)).toBe(toMinorUnits({ currency: 'CNY', amount }));
        // Only what is already in the form that the library writes.
        expect(fromMinorUnits('CNY', BigInt(units)).amount).toBe(amount);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['1234.50', '-0.05', '0.00', '9999999999999.99'.slice(1)])(
    'such as %s take the quick way',
    (amount) => {
      expect(plainUnits(amount, 2)).toBe(Number(amount.replace('.', '')));
    },
  );

  it.each([
    '1.5',
    '01.50',
    '-0.00',
    '.50',
    '1.2.',
    '1e3.00',
    '+1.00',
    '',
    '1,50',
    '99999999999999.00',
    5,
    null,
  ])('such as %s do not', (amount) => {
    expect(plainUnits(amount, 2)).toBe(undefined);
  });

  it('add up exactly beyond what a double holds', () => {
    const units = fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }));
    fc.assert(
      fc.property(units, fc.array(fc.maxSafeInteger()), (large, small) => {
        const sum = emptySum();
        for (const value of [...large.map(unitsOf), ...small]) addUnits(sum, value);
        const exact = [...large, ...small.map(BigInt)].reduce((a, b) => a + b, 0n);
        expect(totalOf(sum)).toBe(exact);
      }),
    );
  });

  it('of twenty-four digits count to the cent', () => {
    const large = `${'9'.repeat(24)}.99`;
    const rows = [
      row({ kind: 'transfer-in', amount: large }),
      row({ kind: 'transfer-in', amount: `-${'9'.repeat(24)}.98` }),
    ];
    expect(analyseCashFlow(rows, options).incomeTotal?.amount).toBe('0.01');
  });

  it.each([
    ['of thirty digits', { amount: `${'9'.repeat(30)}.00` }, {}],
    ['with a rate of forty', { currency: 'USD', amount: '1.00' }, { USD: '9'.repeat(40) }],
  ])('%s are a failure of the row', (_, huge, rates) => {
    const fx = { base: 'CNY', rates } as const;
    const rows = [
      row(wrong({ id: 'a', ...huge })),
      row(wrong({ id: 'b', ...huge, text: 'x' })),
      row({}),
    ];
    const flow = analyseCashFlow(rows, { ...options, fx });
    expect(flow.observed.expense.amount).toBe('100.00');
    expect(flow.failures).toMatchObject([
      { row: 0, issues: [{ code: 'out-of-range', path: 'transactions[0].amount' }] },
      { row: 1, issues: [{ code: 'out-of-range', path: 'transactions[1].amount' }] },
    ]);
    expect(flow.expenseTotal).toBe(null);
  });

  it('convert as the money room converts them', () => {
    const fx = { base: 'USD', rates: { CNY: '0.140351', JPY: '0.006621', KWD: '3.2561' } } as const;
    const codes = fc.constantFrom('USD', 'JPY', 'KWD');
    fc.assert(
      fc.property(codes, fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (currency, units) => {
        const amount = fromMinorUnits(currency, units);
        const given = row({ kind: 'transfer-in', ...amount });
        const flow = analyseCashFlow([given], { ...options, fx });
        expect(flow.incomeTotal).toEqual(convertMoney(amount, 'CNY', fx));
      }),
    );
  });

  it('divide to the nearest, a tie to the even', () => {
    const cases = [-7n, -5n, -3n, -1n, 0n, 1n, 3n, 5n, 7n].map((value) => [
      roundedQuotient(value, 2n),
      roundedQuotient(value, 2n, 'floor'),
    ]);
    // −3.5 → −4, −2.5 → −2, −1.5 → −2, −0.5 → 0 and so on.
    expect(cases.map(([even]) => even)).toEqual([-4n, -2n, -2n, 0n, 0n, 0n, 2n, 2n, 4n]);
    expect(cases.map(([, floor]) => floor)).toEqual([-4n, -3n, -2n, -1n, 0n, 0n, 1n, 2n, 3n]);
  });
});

describe('rows', () => {
  it('written in another form are the same bookings', () => {
    const plain = row({ id: 'a', amount: '-12.50', text: 'x' });
    const other = { ...plain, amount: '-12.5', counterparty: '', account: null, extra: 1 };
    const flow = analyseCashFlow([plain, wrong(other)], options);
    expect(flow.rows).toMatchObject({ unique: 1, duplicates: 1 });
    expect(flow.expenseTotal?.amount).toBe('12.50');
  });

  it.each(['account', 'purposeCode', 'bankTransactionCode'] as const)(
    'that differ only in their %s are a conflict, and a malformed one is a failure with its path',
    (field) => {
      const rows = [row({ id: 'a' }), row({ id: 'a', [field]: 'X' }), row({ id: 'b', [field]: 7 })];
      const flow = analyseCashFlow(rows, options);
      expect(flow.failures).toMatchObject([
        { row: 0, issues: [{ code: 'duplicate-id' }] },
        { row: 1, issues: [{ code: 'duplicate-id' }] },
        { row: 2, issues: [{ code: 'invalid-type', path: `transactions[2].${field}` }] },
      ]);
    },
  );

  it.each(['id', 'text', 'counterparty', 'account', 'purposeCode', 'bankTransactionCode'] as const)(
    'with half a character in their %s are failures, because nothing could put them on record',
    (field) => {
      const half = row({ id: 'a', [field]: 'cafe \ud83d' });
      const whole = row({ id: 'b', [field]: 'cafe \u{1f600}' });
      const flow = analyseCashFlow([half, whole, { ...half, amount: '1' }], options);
      const path = (index: number) => `transactions[${index}].${field}`;
      expect(flow.failures).toMatchObject([
        { row: 0, issues: [{ code: 'invalid-format', path: path(0) }] },
        { row: 2, issues: [{ code: 'invalid-format', path: path(2) }] },
      ]);
      expect(() => canonicalJson(flow)).not.toThrow();
    },
  );

  it('in another currency are not taken for the same booking because a rate makes them equal', () => {
    const fx = { base: 'CNY', rates: { USD: '7' } } as const;
    const rows = [
      row({ id: 'a', currency: 'USD', amount: '-1.00' }),
      row({ id: 'a', amount: '-7.00' }),
    ];
    expect(analyseCashFlow(rows, { ...options, fx }).failures).toHaveLength(2);
  });

  it('come sorted by date and id, converted if a currency is asked for', () => {
    const given = [
      row({ id: 'b', bookingDate: '2026-01-02' }),
      row({ id: 'a', bookingDate: '2026-01-02', currency: 'USD', amount: '-1.00' }),
      row({ id: 'c', bookingDate: '2026-01-01' }),
    ];
    const fx = { base: 'CNY', rates: { USD: '7' } } as const;
    const read = readTransactions(given, 'rows', { asOf: AS_OF, currency: 'CNY', fx });
    expect(read.rows.map(({ id, amount }) => [id, amount])).toEqual([
      ['c', '-100.00'],
      ['a', '-7.00'],
      ['b', '-100.00'],
    ]);
    expect(readTransactions(given, 'rows', { asOf: AS_OF }).rows[1]).toMatchObject({
      currency: 'USD',
      amount: '-1.00',
    });
  });

  it('by the hundred thousand lose only the one that is broken', () => {
    const rows: Transaction[] = Array.from({ length: 100_000 }, (_, index) =>
      row({ id: `r${index}`, amount: '-0.01' }),
    );
    rows[77_777] = row({ id: 'broken', bookingDate: '2026-02-30' });
    const flow = analyseCashFlow(rows, options);
    // 99,999 cents.
    expect(flow.observed.expense.amount).toBe('999.99');
    expect(flow.failures).toMatchObject([
      { row: 77_777, issues: [{ code: 'invalid-date', path: 'transactions[77777].bookingDate' }] },
    ]);
  });

  it('by the hundred thousand, all broken or all in conflict, are all named', () => {
    const rows = Array.from({ length: 150_000 }, (_, index) =>
      index % 2 === 0 ? row({ id: 'x', text: `${index}` }) : row({ id: `r${index}`, amount: 'x' }),
    );
    expect(analyseCashFlow(rows, options).failures).toHaveLength(150_000);
  });
});

describe('the whole analysis', () => {
  // Every third payment from A goes to B.
  const rows = ['A', 'B'].flatMap((account) =>
    Array.from({ length: 12 }, (_, index) => {
      const arrives = account === 'B' && index % 3 === 0;
      return row({
        id: `${account}${index}`,
        account,
        kind: arrives ? 'transfer-in' : 'payment',
        amount: `${arrives ? '' : '-'}${index + 1}00.00`,
        bookingDate: `2026-0${1 + (index % 2)}-${10 + index}` as '2026-01-15',
        purposeCode: index % 4 === 0 ? 'RENT' : 'OTHR',
      });
    }),
  );
  const whole = {
    ...options,
    balances: ['A', 'B'].map((account) => ({
      account,
      date: '2026-02-28' as const,
      currency: 'CNY' as const,
      amount: '10.00',
    })),
    policy: {
      ...silent,
      categories: [{ category: 'rent', match: [{ purposeCode: 'RENT' }] }],
      ownTransfers: {},
    },
  };

  it('gives the same bytes for the same rows in any order', () => {
    const flow = analyseCashFlow(rows, whole);
    // Of four pairs one is rent.
    expect(flow.ownTransfers?.matched).toHaveLength(3);
    const bytes = JSON.stringify(flow);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(JSON.stringify(analyseCashFlow(shuffled, whole))).toBe(bytes);
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same figures for rows that come twice', () => {
    const { rows: _, ...figures } = analyseCashFlow(rows, whole);
    fc.assert(
      fc.property(fc.subarray(rows), (again) => {
        const { rows: account, ...found } = analyseCashFlow([...again, ...rows], whole);
        expect(JSON.stringify(found)).toBe(JSON.stringify(figures));
        expect(account.duplicates).toBe(again.length);
      }),
      { numRuns: 50 },
    );
  });

  it('is frozen, survives JSON and leaves its arguments alone', () => {
    const flow = analyseCashFlow(frozenCopy(rows), frozenCopy(whole));
    expect(isDeeplyFrozen(flow)).toBe(true);
    expect(JSON.parse(JSON.stringify(flow))).toEqual(flow);
  });
});
