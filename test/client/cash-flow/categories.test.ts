import { describe, expect, it } from 'vitest';
import {
  analyseCashFlow,
  type CategoryRule,
  clientMessages,
  ISO_20022_CATEGORIES,
  type Transaction,
} from '../../../src/client/index.js';
import { expectRefusal } from '../../refusal.js';
import { isDeeplyFrozen, wrong } from '../support.js';
import { options, row, silent } from './support.js';

const analyse = (rows: readonly Transaction[], categories: readonly CategoryRule[]) =>
  analyseCashFlow(rows, { ...options, policy: { ...silent, categories } }).categories!;
const named = (rows: readonly Transaction[], categories: readonly CategoryRule[]) => {
  const { income, spending } = analyse(rows, categories);
  return [...income, ...spending].map(({ category, net }) => [category, net.amount]);
};

describe('categories', () => {
  it('go by the first rule that fits', () => {
    const rows = [row({ text: 'Rent of a car' }), row({ text: 'RENT May' })];
    const car = { category: 'travel', match: [{ text: 'rent of a CAR' }] };
    const rent = { category: 'housing', match: [{ text: 'rent' }] };
    expect(named(rows, [car, rent])).toEqual([
      ['housing', '100.00'],
      ['travel', '100.00'],
    ]);
    expect(named(rows, [rent, car])).toEqual([['housing', '200.00']]);
  });

  it('want every field of a match to hold', () => {
    const rule = {
      category: 'c',
      match: [{ kind: 'card', counterparty: 'X', text: 'a' }],
    } as const;
    const hit = { kind: 'card', counterparty: 'X', text: 'cAt' } as const;
    const misses = [{ kind: 'payment' }, { counterparty: 'Y' }, { text: 'dog' }] as const;
    const rows = [row(hit), ...misses.map((miss) => row({ ...hit, ...miss }))];
    expect(named(rows, [rule])).toEqual([
      ['c', '100.00'],
      ['uncategorised', '300.00'],
    ]);
  });

  it('take a bank transaction code by whole levels', () => {
    const codes = ['PMNT-CCRD', 'PMNT-CCRD-POSD', 'PMNT-CCRDX', 'PMNT'];
    const rows = codes.map((bankTransactionCode) => row({ bankTransactionCode }));
    const rule = { category: 'card', match: [{ bankTransactionCode: 'PMNT-CCRD' }] };
    expect(named(rows, [rule])).toEqual([
      ['card', '200.00'],
      ['uncategorised', '200.00'],
    ]);
  });

  it('list what no rule fits as such, and never guess', () => {
    const rows = [row({ purposeCode: 'RENT' }), row({ text: 'rent, probably' })];
    expect(named(rows, ISO_20022_CATEGORIES)).toEqual([
      ['rent', '100.00'],
      ['uncategorised', '100.00'],
    ]);
  });

  it('net refunds against their own category and show them', () => {
    const rows = [
      row({ kind: 'card', text: 'shoes', amount: '-300.00' }),
      row({ kind: 'refund', text: 'shoes back', amount: '120.00' }),
      // A direct debit that was returned.
      row({ kind: 'payment', text: 'gym', amount: '-50.00' }),
      row({ kind: 'payment', text: 'gym', amount: '50.00' }),
    ];
    const rules = ['shoes', 'gym'].map((text) => ({ category: text, match: [{ text }] }));
    // Two months: 180 / 2 = 90.
    expect(analyse(rows, rules).spending).toMatchObject([
      { category: 'gym', gross: { amount: '50.00' }, refunds: { amount: '50.00' }, share: 0 },
      {
        category: 'shoes',
        bookings: 2,
        gross: { amount: '300.00' },
        refunds: { amount: '120.00' },
        net: { amount: '180.00' },
        meanMonthly: { amount: '90.00' },
        share: 1,
      },
    ]);
  });

  it('show a net below zero where more came back than was spent', () => {
    const rows = [
      row({ kind: 'card', text: 'shoes', amount: '-10.00' }),
      row({ kind: 'refund', text: 'shoes', amount: '40.00' }),
      row({ kind: 'card', text: 'food', amount: '-90.00' }),
    ];
    const rules = ['shoes', 'food'].map((text) => ({ category: text, match: [{ text }] }));
    expect(analyse(rows, rules).spending).toMatchObject([
      // 90 / 60 and −30 / 60.
      { category: 'food', net: { amount: '90.00' }, share: 1.5 },
      {
        category: 'shoes',
        net: { amount: '-30.00' },
        meanMonthly: { amount: '-15.00' },
        share: -0.5,
      },
    ]);
    const onlyBack = [row({ kind: 'refund', text: 'shoes', amount: '40.00' })];
    expect(analyse(onlyBack, rules).spending).toMatchObject([
      { category: 'shoes', net: { amount: '-40.00' }, share: null },
    ]);
  });

  it('leave out what is neither income nor spending', () => {
    const rows = [
      row({ kind: 'own-transfer' }),
      row({ kind: 'investment' }),
      row({ kind: 'loan', amount: '100.00' }),
    ];
    expect(analyse(rows, ISO_20022_CATEGORIES)).toEqual({ income: [], spending: [] });
  });

  it('are null without rules, and serve incomes and debt service too', () => {
    expect(analyseCashFlow([row({})], { ...options, policy: silent }).categories).toBe(null);
    const rows = [
      row({ kind: 'transfer-in', amount: '400.00', purposeCode: 'SALA' }),
      row({ purposeCode: 'HLRP' }),
    ];
    const policy = {
      ...silent,
      incomes: [{ id: 'salary', match: [{ purposeCode: 'SALA' }] }],
      debtService: [{ purposeCode: 'HLRP' }],
    };
    const flow = analyseCashFlow(rows, { ...options, policy });
    expect(flow.incomeStreams).toMatchObject([{ id: 'salary' }]);
    expect(flow.debtServiceRatio).toBe(0.25);
  });

  it.each([
    ['no list', {}, 'invalid-type', 'options.policy.categories'],
    ['no rule', [null], 'missing-value', 'options.policy.categories[0]'],
    ['no name', [{ match: [] }], 'missing-value', 'options.policy.categories[0].category'],
    [
      'the name for the rest',
      [{ category: 'uncategorised', match: [] }],
      'duplicate-id',
      'options.policy.categories[0].category',
    ],
    ['no matches', [{ category: 'a' }], 'missing-value', 'options.policy.categories[0].match'],
    [
      'an empty match',
      [{ category: 'a', match: [{}] }],
      'empty',
      'options.policy.categories[0].match[0]',
    ],
    [
      'an unknown kind',
      [{ category: 'a', match: [{ kind: 'gift' }] }],
      'unknown-value',
      'options.policy.categories[0].match[0].kind',
    ],
    [
      'a code that is a number',
      [{ category: 'a', match: [{ purposeCode: 4 }] }],
      'invalid-type',
      'options.policy.categories[0].match[0].purposeCode',
    ],
  ] as const)('are refused with %s', (_, categories, code, path) => {
    expectRefusal(() => analyse([row({})], wrong(categories)), code, path);
  });

  it('of ISO 20022 are frozen, and give no code to two categories', () => {
    expect(isDeeplyFrozen(ISO_20022_CATEGORIES)).toBe(true);
    const codes = ISO_20022_CATEGORIES.flatMap(({ match }) => match.map((m) => JSON.stringify(m)));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('of ISO 20022 have a name in every language', () => {
    const names = [...ISO_20022_CATEGORIES.map(({ category }) => category), 'uncategorised'];
    for (const name of names) {
      expect(Object.keys(clientMessages)).toContain(`client.category.${name}`);
    }
  });
});
