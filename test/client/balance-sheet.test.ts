import { describe, expect, it } from 'vitest';
import {
  type BalanceSheetOptions,
  balanceSheet,
  type CompleteBalanceSheet,
  type Holding,
  type Liability,
} from '../../src/client/index.js';
import { expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const FX = { base: 'CNY', rates: { USD: '7.1000', HKD: '0.9080' } } as const;
const held = (id: string, fields: Partial<Holding> = {}): Holding => ({
  id,
  kind: 'deposit',
  currency: 'CNY',
  amount: '100.00',
  ...fields,
});
const complete = (
  holdings: readonly Holding[],
  liabilities: readonly Liability[] = [],
  options: BalanceSheetOptions<'CNY'> = {},
): CompleteBalanceSheet<'CNY'> => {
  const sheet = balanceSheet(holdings, liabilities, FX, options);
  if (sheet.status !== 'complete') throw new Error(sheet.status);
  return sheet;
};

describe('a missing rate (A7)', () => {
  const holdings = [
    held('CNY'),
    held('USD', { currency: 'USD', amount: '10.00' }),
    held('HKD', { currency: 'HKD', amount: '10.00' }),
    held('JPY', { currency: 'JPY', amount: '500' }),
  ];

  it('withholds every total and names the missing pair; what can be valued is', () => {
    const sheet = balanceSheet(holdings, [], FX);
    expect(sheet).toEqual({
      status: 'missing-rate',
      currency: 'CNY',
      missing: [{ from: 'JPY', to: 'CNY' }],
      positions: [
        ['CNY', '100.00'],
        ['HKD', '9.08'],
        ['JPY', null],
        ['USD', '71.00'],
      ].map(([id, amount]) => ({
        id,
        kind: 'deposit',
        assetClass: 'cash',
        value: amount === null ? null : { currency: 'CNY', amount },
      })),
      debts: [],
      reasons: [
        {
          code: 'client.missing-rate',
          severity: 'require',
          parameters: { from: 'JPY', to: 'CNY' },
          citations: [],
        },
      ],
    });
    expect(isDeeplyFrozen(sheet)).toBe(true);
  });

  it('of a debt withholds the totals as well, and so does one of an amount of 0', () => {
    const debt = { id: 'D', kind: 'other', currency: 'GBP', amount: '1.00' } as const;
    expect(balanceSheet([held('A')], [debt], FX)).toMatchObject({
      missing: [{ from: 'GBP', to: 'CNY' }],
    });
    const nothing = held('Z', { currency: 'JPY', amount: '0' });
    expect(balanceSheet([nothing], [], FX).status).toBe('missing-rate');
  });
});

describe('an overdraft (A15)', () => {
  it('is a liability and no asset', () => {
    const sheet = complete([held('A', { amount: '-80.00' }), held('B')]);
    expect(sheet.financialAssets.amount).toBe('100.00');
    expect(sheet.liabilities.amount).toBe('80.00');
    expect(sheet.netFinancial.amount).toBe('20.00');
    expect(sheet.debts).toEqual([
      { id: 'A', kind: 'overdraft', value: { currency: 'CNY', amount: '80.00' } },
    ]);
    expect(sheet.positions.map(({ id }) => id)).toEqual(['B']);
  });
});

describe('a balance sheet', () => {
  it('lists debts by id, an overdraft beside a loan of the same id, in any order of rows', () => {
    const loans = ['B', 'A', 'C'].map(
      (id) => ({ id, kind: 'consumer-loan', currency: 'CNY', amount: '1.00' }) as const,
    );
    const overdrawn = [held('B', { amount: '-2.00' })];
    const listed = complete(overdrawn, loans).debts.map(({ id, kind }) => [id, kind]);
    expect(listed).toEqual([
      ['A', 'consumer-loan'],
      ['B', 'consumer-loan'],
      ['B', 'overdraft'],
      ['C', 'consumer-loan'],
    ]);
    expect(complete(overdrawn, [...loans].reverse())).toEqual(complete(overdrawn, loans));
  });

  it('takes a rate that is null or undefined for one that is missing', () => {
    const usd = [held('A', { currency: 'USD' })];
    for (const rate of [null, undefined]) {
      const fx = { base: 'CNY', rates: { USD: wrong(rate) } } as const;
      expect(balanceSheet(usd, [], fx)).toMatchObject({ missing: [{ from: 'USD', to: 'CNY' }] });
    }
  });

  it('keeps property out of the financial assets and in the net worth', () => {
    const sheet = complete(
      [held('HOME', { kind: 'property', amount: '900.00' }), held('CASH')],
      [{ id: 'M', kind: 'mortgage', currency: 'CNY', amount: '400.00' }],
    );
    expect(sheet.financialAssets.amount).toBe('100.00');
    expect(sheet.netFinancial.amount).toBe('-300.00');
    expect(sheet.netWorth.amount).toBe('600.00');
    expect(sheet.debtToAssets).toBe(4);
    expect(sheet.positions.map(({ id, share }) => [id, share])).toEqual([
      ['CASH', 1],
      ['HOME', null],
    ]);
  });

  it('of somebody who has nothing has no shares, and divides by nothing', () => {
    expect(complete([])).toMatchObject({
      financialAssets: { amount: '0.00' },
      liquidShare: null,
      foreignCurrencyShare: null,
      equity: { known: null, unknown: null },
      concentration: { largest: null, herfindahl: null, effectiveNumber: null, issuers: [] },
      debtToAssets: null,
      emergencyMonths: null,
    });
  });

  it('has one whole where there is a single holding', () => {
    const { concentration } = complete([held('A')]);
    expect(concentration).toMatchObject({
      largest: { id: 'A', share: 1 },
      herfindahl: 1,
      effectiveNumber: 1,
    });
  });

  it('counts as liquid only what is said to be available in time', () => {
    const holdings = [
      held('NOW', { availableInDays: 0 }),
      held('SOON', { kind: 'money-fund', availableInDays: 1 }),
      held('LATER', { kind: 'money-fund', availableInDays: 2 }),
      held('UNKNOWN'),
      held('STOCK', { kind: 'stock', availableInDays: 1 }),
    ];
    const essentialMonthly = { currency: 'CNY', amount: '50.00' } as const;
    expect(complete(holdings, [], { essentialMonthly })).toMatchObject({
      liquid: { amount: '200.00' },
      emergencyMonths: 4,
    });
    expect(complete(holdings, [], { liquidWithinDays: 2 }).liquid.amount).toBe('300.00');
    const none = { currency: 'CNY', amount: '0.00' } as const;
    expect(complete(holdings, [], { essentialMonthly: none }).emergencyMonths).toBe(null);
  });

  it('tells what surely is in shares from what may be', () => {
    const sheet = complete([
      held('A', { kind: 'stock' }),
      held('B', { kind: 'mixed-fund', equityShare: 0.5 }),
      held('C', { kind: 'mixed-fund' }),
      held('D'),
    ]);
    // (1 + 0.5) / 4, and a quarter of which nobody knows.
    expect(sheet.equity).toEqual({ known: 0.375, unknown: 0.25 });
  });

  it('sees one risk in the holdings of one issuer, and in all of the employer’s', () => {
    const { concentration } = complete([
      held('A', { kind: 'stock', issuer: 'X' }),
      held('B', { kind: 'bond', issuer: 'X' }),
      held('C', { kind: 'stock', employer: true, issuer: 'Y' }),
      held('D', { kind: 'bond', employer: true }),
      held('E', { kind: 'stock', amount: '100.01' }),
      held('F', { kind: 'equity-fund' }),
    ]);
    expect(
      concentration.issuers.map(({ issuer, employer, holdings }) => [issuer, employer, holdings]),
    ).toEqual([
      ['X', false, ['A', 'B']],
      ['employer', true, ['C', 'D']],
      ['E', false, ['E']],
    ]);
  });

  it('adds rounded parts up to the total exactly', () => {
    const cent = { currency: 'USD', amount: '0.01' } as const;
    // 0.071 each, rounded to 0.07 and added up: 0.21, where 0.213 rounds to the same.
    const sheet = complete(['A', 'B', 'C'].map((id) => held(id, cent)));
    expect(sheet.financialAssets.amount).toBe('0.21');
  });
});

describe('deposit insurance (A9)', () => {
  const depositInsurance = { limit: { currency: 'CNY', amount: '500000.00' } } as const;

  it('names what lies above the guarantee, bank by bank, in all currencies together', () => {
    const holdings = [
      held('A', { amount: '50000000.00' }),
      held('B', { kind: 'term-deposit', currency: 'USD', amount: '100000.00' }),
      held('C', { amount: '500000.00', bank: 'Other' }),
      held('D', { amount: '500000.01', bank: 'Third' }),
      held('E', { kind: 'money-fund', amount: '900000.00' }),
      held('F', { amount: '-5.00' }),
    ];
    const { depositInsurance: report, reasons } = complete(holdings, [], { depositInsurance });
    const cny = (amount: string) => ({ currency: 'CNY', amount });
    expect(report).toEqual({
      limit: cny('500000.00'),
      // 50,210,000.01 − 500,000 + 0.01, of which 0.01 is at the third bank.
      excess: cny('50210000.01'),
      banks: [
        // 50,000,000 + 710,000
        { bank: null, deposits: cny('50710000.00'), excess: cny('50210000.00') },
        { bank: 'Other', deposits: cny('500000.00'), excess: cny('0.00') },
        { bank: 'Third', deposits: cny('500000.01'), excess: cny('0.01') },
      ],
    });
    expect(reasons).toMatchObject([
      { code: 'client.deposit-insurance-excess', parameters: { excess: cny('50210000.01') } },
    ]);
  });

  it('is not reported where no guarantee was given', () => {
    expect(complete([held('A')]).depositInsurance).toBe(null);
  });
});

describe('broken holdings', () => {
  it.each([
    ['no id', { id: undefined }, 'missing-value', 'holdings[1].id'],
    ['an unknown kind', { kind: 'boat' }, 'unknown-value', 'holdings[1].kind'],
    ['an amount as a number', { amount: 5 }, 'invalid-type', 'holdings[1].amount'],
    ['a NaN', { amount: Number.NaN }, 'invalid-type', 'holdings[1].amount'],
    ['a negative stock', { kind: 'stock', amount: '-1.00' }, 'out-of-range', 'holdings[1].amount'],
    ['half a day', { availableInDays: 0.5 }, 'invalid-type', 'holdings[1].availableInDays'],
    ['no such maturity', { maturity: '2026-02-30' }, 'invalid-date', 'holdings[1].maturity'],
    [
      'an end before the start',
      { start: '2026-02-01', maturity: '2026-02-01' },
      'inconsistent',
      'holdings[1].maturity',
    ],
    ['a negative rate', { annualRate: '-0.01' }, 'invalid-format', 'holdings[1].annualRate'],
    ['too much in shares', { equityShare: 1.2 }, 'out-of-range', 'holdings[1].equityShare'],
    ['one id for two holdings', { id: 'OK', amount: '7.00' }, 'duplicate-id', 'holdings[0].id'],
  ] as const)('are refused: %s', (_, fields, code, path) => {
    const act = () => balanceSheet([held('OK'), wrong({ ...held('X'), ...fields })], [], FX);
    expectRefusal(act, code, path);
  });

  it('count once where they come twice', () => {
    const debt = { id: 'D', kind: 'mortgage', currency: 'CNY', amount: '1.00' } as const;
    const once = balanceSheet([held('A'), held('B')], [debt], FX);
    expect(balanceSheet([held('B'), held('A'), held('B')], [debt, debt], FX)).toEqual(once);
  });

  it('are all named at once', () => {
    const bad = [wrong(null), held('A'), held('B', { amount: 'x' })] as readonly Holding[];
    try {
      balanceSheet(bad, [], FX);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        issues: [{ path: 'holdings[0]' }, { path: 'holdings[2].amount' }],
      });
    }
  });
});

describe('further broken input', () => {
  const sheet = (liabilities: unknown, fx: unknown, options: unknown) => () =>
    balanceSheet([], wrong(liabilities), wrong(fx), wrong(options));
  const insurance = (limit: unknown) => ({ depositInsurance: { limit } });
  const debt = { id: 'D', kind: 'mortgage', currency: 'CNY', amount: '1.00' };

  it.each([
    ['no debts', undefined, FX, {}, 'missing-value', 'liabilities'],
    [
      'a debt below zero',
      [{ ...debt, amount: '-1.00' }],
      FX,
      {},
      'out-of-range',
      'liabilities[0].amount',
    ],
    [
      'one id for two debts',
      [debt, { ...debt, amount: '2.00' }],
      FX,
      {},
      'duplicate-id',
      'liabilities[0].id',
    ],
    ['no rates', [], { base: 'CNY' }, {}, 'missing-value', 'fx.rates'],
    ['no base', [], { rates: {} }, {}, 'missing-value', 'fx.base'],
    [
      'a rate that nothing needs, but is 0',
      [],
      { base: 'CNY', rates: { EUR: '0' } },
      {},
      'out-of-range',
      'fx.rates.EUR',
    ],
    [
      'a rate in words',
      [],
      { base: 'CNY', rates: { EUR: 'eight' } },
      {},
      'invalid-format',
      'fx.rates.EUR',
    ],
    [
      'a rate of no currency',
      [],
      { base: 'CNY', rates: { EURO: '8' } },
      {},
      'unknown-currency',
      'fx.rates.EURO',
    ],
    ['options that are none', [], FX, null, 'missing-value', 'options'],
    [
      'spending in dollars',
      [],
      FX,
      { essentialMonthly: { currency: 'USD', amount: '1.00' } },
      'currency-mismatch',
      'options.essentialMonthly.currency',
    ],
    [
      'negative spending',
      [],
      FX,
      { essentialMonthly: { currency: 'CNY', amount: '-1.00' } },
      'out-of-range',
      'options.essentialMonthly.amount',
    ],
    ['negative days', [], FX, { liquidWithinDays: -1 }, 'out-of-range', 'options.liquidWithinDays'],
    [
      'a guarantee in dollars',
      [],
      FX,
      insurance({ currency: 'USD', amount: '1.00' }),
      'currency-mismatch',
      'options.depositInsurance.limit.currency',
    ],
    [
      'a guarantee of nothing',
      [],
      FX,
      insurance({ currency: 'CNY', amount: '0.00' }),
      'out-of-range',
      'options.depositInsurance.limit.amount',
    ],
  ] as const)('is refused: %s', (_, liabilities, fx, options, code, path) => {
    expectRefusal(sheet(liabilities, fx, options), code, path);
  });
});
