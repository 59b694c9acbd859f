import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BalanceSheetOptions,
  balanceSheet,
  type CompleteBalanceSheet,
  type Holding,
  LIQUIDITY_STEPS,
  type Liability,
  profileClient,
} from '../../../src/client/index.js';
import { fromMinorUnits, toMinorUnits } from '../../../src/money/index.js';
import published from '../../fixtures/client/balance-sheet.json' with { type: 'json' };
import {
  AS_OF,
  expectRefusal,
  frozenCopy,
  isDeeplyFrozen,
  policy,
  view,
  wrong,
} from '../support.js';

const FX = { base: 'CNY', rates: { USD: '7.1000', HKD: '0.9080' } } as const;
const cny = (amount: string) => ({ currency: 'CNY', amount });

function complete(
  holdings: readonly Partial<Holding>[],
  liabilities: readonly Partial<Liability>[] = [],
  options: BalanceSheetOptions<'CNY'> = {},
): CompleteBalanceSheet<'CNY'> {
  const own = { currency: 'CNY', amount: '100.00' };
  const sheet = balanceSheet(
    holdings.map((row, index) => ({ id: `h${index}`, kind: 'deposit', ...own, ...row }) as Holding),
    liabilities.map(
      (row, index) => ({ id: `d${index}`, kind: 'other', ...own, ...row }) as Liability,
    ),
    FX,
    options,
  );
  if (sheet.status !== 'complete') throw new Error(sheet.status);
  return sheet;
}

describe('measures of made-up clients, against exact fractions', () => {
  it.each(published.cases.map((one, index) => [index, one] as const))('case %i', (_, one) => {
    const { expected } = one;
    const sheet = complete(
      one.holdings as readonly Partial<Holding>[],
      one.liabilities as readonly Partial<Liability>[],
      { asOf: AS_OF },
    );
    const { rungs, unknown } = sheet.liquidity;
    const near = (value: number | null, exact: unknown): void => {
      if (exact === null) expect(value).toBe(null);
      else expect(value).toBeCloseTo(exact as number, 13);
    };

    expect(
      rungs.map(({ id, value, cumulative, breakable }) => [
        id,
        value.amount,
        cumulative.amount,
        breakable.amount,
      ]),
    ).toEqual(expected.rungs.map((row) => row.slice(0, 4)));
    expected.rungs.forEach((row, index) => {
      near(rungs[index]!.cumulativeShare, row[4]);
    });
    expect(unknown.value.amount).toBe(expected.unknown);

    expect(
      sheet.currencies.map((one) => [
        one.currency,
        one.financialAssets.amount,
        one.property.amount,
        one.liabilities.amount,
        one.net.amount,
      ]),
    ).toEqual(expected.currencies.map((row) => row.slice(0, 5)));
    expected.currencies.forEach((row, index) => {
      near(sheet.currencies[index]!.share, row[5]);
      near(sheet.currencies[index]!.netShare, row[6]);
    });

    for (const key of ['issuer', 'currency', 'bank', 'assetClass'] as const) {
      const found = sheet.concentration.by[key];
      const exact = expected.by[key];
      near(found.largest?.share ?? null, exact?.largest ?? null);
      near(found.herfindahl, exact?.herfindahl ?? null);
      near(found.effectiveNumber, exact?.effectiveNumber ?? null);
    }

    const { annualInterest, debtToTotalAssets, debtToNetWorth, meanRate } = sheet.leverage;
    near(debtToTotalAssets, expected.leverage.debtToTotalAssets);
    near(debtToNetWorth, expected.leverage.debtToNetWorth);
    near(meanRate, expected.leverage.meanRate);
    expect(annualInterest?.amount ?? null).toBe(expected.leverage.annualInterest);
    for (const part of ['secured', 'unsecured', 'unknownSecurity'] as const) {
      expect(sheet.leverage[part].amount).toBe(expected.leverage[part]);
    }
  });
});

describe('the liquidity ladder', () => {
  it('of the sample client has all that is sold in a day, a term deposit of 79 and a product of 120 days', () => {
    const { balanceSheet: sheet } = profileClient(view, policy, { asOf: AS_OF });
    if (sheet.status !== 'complete') throw new Error(sheet.status);
    // 362,000 + 20,000 × 7.1 + 118,000 + 260,000 = 882,000.
    expect(
      sheet.liquidity.rungs.map(({ id, value, cumulative, breakable }) => [
        id,
        value.amount,
        cumulative.amount,
        breakable.amount,
      ]),
    ).toEqual([
      ['day', '882000.00', '882000.00', '0.00'],
      ['week', '0.00', '882000.00', '0.00'],
      ['month', '0.00', '882000.00', '0.00'],
      ['quarter', '300000.00', '1182000.00', '300000.00'],
      ['year', '100000.00', '1282000.00', '0.00'],
      ['longer', '0.00', '1282000.00', '0.00'],
    ]);
    expect(sheet.liquidity.unknown).toMatchObject({ holdings: [], value: cny('0.00'), share: 0 });
  });

  it('does not know of a maturity how far away it is without a day of reference', () => {
    const { liquidity } = complete([
      { kind: 'term-deposit', maturity: '2026-03-03', breakable: true },
    ]);
    expect(liquidity.unknown).toEqual({
      holdings: ['h0'],
      value: cny('100.00'),
      share: 1,
      breakable: cny('100.00'),
    });
    expect(liquidity.rungs.map(({ cumulative }) => cumulative.amount)).toEqual(
      Array(6).fill('0.00'),
    );
  });

  it('lets a term bind a deposit, and a sale beat the maturity of a bond', () => {
    const both = { maturity: '2036-03-02', availableInDays: 1 } as const;
    const { liquidity } = complete(
      [
        { kind: 'term-deposit', ...both },
        { kind: 'bond', ...both },
      ],
      [],
      { asOf: AS_OF },
    );
    const where = liquidity.rungs.filter(({ holdings }) => holdings.length > 0);
    expect(where.map(({ id, holdings }) => [id, holdings])).toEqual([
      ['day', ['h1']],
      ['longer', ['h0']],
    ]);
  });

  it('counts what has matured as at hand, and marks nothing there as to be had earlier', () => {
    const matured = { kind: 'term-deposit', maturity: '2026-03-02', breakable: true } as const;
    const { liquidity } = complete([matured], [], { asOf: AS_OF });
    expect(liquidity.rungs[0]).toMatchObject({ holdings: ['h0'], breakable: cny('0.00') });
  });

  it('has the steps that the bank names, and leaves property out', () => {
    const liquiditySteps = [
      { id: 'at-once', withinDays: 0 },
      { id: 'settled', withinDays: 3 },
    ];
    const { liquidity } = complete(
      [0, 3, 4].map((availableInDays) => ({ availableInDays })).concat([{ availableInDays: 0 }]),
      [],
      { liquiditySteps },
    );
    expect(liquidity.rungs.map(({ id, withinDays, share }) => [id, withinDays, share])).toEqual([
      ['at-once', 0, 0.5],
      ['settled', 3, 0.25],
      ['longer', null, 0.25],
    ]);
    const home = complete([{ kind: 'property', availableInDays: 0 }]);
    expect(home.liquidity.rungs[0]).toMatchObject({ holdings: [], share: null });
  });

  it('offers its usual steps as data', () => {
    expect(LIQUIDITY_STEPS.map(({ withinDays }) => withinDays)).toEqual([1, 7, 30, 90, 365]);
    expect(isDeeplyFrozen(LIQUIDITY_STEPS)).toBe(true);
  });
});

describe('leverage', () => {
  it('adds interest up exactly and rounds it once', () => {
    // 0.10·0.05 + 0.10·0.05 = 0.01; rounded debt by debt it would be 0.00.
    const { leverage } = complete(
      [{}],
      [
        { amount: '0.10', annualRate: '0.05' },
        { amount: '0.10', annualRate: 0.05 },
      ],
    );
    expect(leverage.annualInterest).toEqual(cny('0.01'));
    expect(leverage.meanRate).toBe(0.05);
  });

  it('names the debts whose rate is not known and gives no interest, an overdraft among them', () => {
    const { leverage } = complete(
      [{ id: 'ACCOUNT', amount: '-50.00' }],
      [{ annualRate: '0.04' }, { amount: '0.00' }],
    );
    expect(leverage).toMatchObject({
      annualInterest: null,
      meanRate: null,
      withoutRate: ['ACCOUNT'],
      unsecured: cny('50.00'),
      unknownSecurity: cny('100.00'),
    });
  });

  it('takes the rate of an account below zero for that of the overdraft', () => {
    // 50.00 · 0.18 + 100.00 · 0.04 = 13.00, of 150.00.
    const { leverage } = complete(
      [{ id: 'ACCOUNT', amount: '-50.00', annualRate: '0.18' }],
      [{ annualRate: '0.04' }],
    );
    expect(leverage).toMatchObject({ annualInterest: cny('13.00'), withoutRate: [] });
    expect(leverage.meanRate).toBeCloseTo(13 / 150, 15);
  });

  it('has no ratio to a net worth that is not above 0, and none of it where nothing is owed', () => {
    expect(complete([{}], [{ amount: '100.00' }]).leverage).toMatchObject({
      debtToTotalAssets: 1,
      debtToNetWorth: null,
      debtServiceRatio: null,
    });
    expect(complete([{}]).leverage).toMatchObject({
      debtToNetWorth: 0,
      annualInterest: cny('0.00'),
      meanRate: null,
    });
    expect(complete([]).leverage.debtToTotalAssets).toBe(null);
  });

  it('goes by what is said about a pledge before the kind', () => {
    const { leverage } = complete(
      [{}],
      [
        { kind: 'consumer-loan', secured: true, amount: '1.00' },
        { kind: 'mortgage', secured: false, amount: '2.00' },
        { kind: 'margin-loan', amount: '4.00' },
      ],
    );
    expect(leverage).toMatchObject({ secured: cny('5.00'), unsecured: cny('2.00') });
  });

  it('of the sample client takes debt service from the bookings', () => {
    const { balanceSheet: sheet } = profileClient(view, policy, { asOf: AS_OF });
    if (sheet.status !== 'complete') throw new Error(sheet.status);
    // 98,400 of 576,000; see test/fixtures/scenario/expected.json.
    expect(sheet.leverage.debtServiceRatio).toBeCloseTo(98_400 / 576_000, 12);
    expect(sheet.leverage.secured).toEqual(cny('1150000.00'));
  });
});

describe('the employer', () => {
  const named = { kind: 'stock', employer: true, issuer: 'EMP AG' } as const;

  it('is one issuer with all shares and bonds of the issuer that one of its securities names', () => {
    const { concentration } = complete([
      named,
      { kind: 'bond', issuer: 'EMP AG' },
      { kind: 'equity-fund', issuer: 'EMP AG' },
      { kind: 'bond', issuer: 'EMP AG', employer: false },
      { kind: 'stock', issuer: 'Other', amount: '600.00' },
    ]);
    expect(concentration.employerShare).toBe(0.3);
    expect(concentration.issuers).toMatchObject([
      { issuer: 'Other', share: 0.6 },
      { issuer: 'employer', employer: true, holdings: ['h0', 'h1', 'h3'], share: 0.3 },
    ]);
    expect(concentration.by.issuer.groups).toMatchObject([
      { group: 'Other' },
      { group: 'employer' },
    ]);
  });

  it('is nobody but what is said to be, where no issuer is named', () => {
    const { concentration } = complete([
      { kind: 'stock', employer: true },
      { kind: 'bond', issuer: 'EMP AG', amount: '300.00' },
    ]);
    expect(concentration.employerShare).toBe(0.25);
  });
});

describe('options', () => {
  it('come back as amounts and numbers of one form', () => {
    const limit = { currency: 'CNY', amount: '50', note: 'x' } as const;
    const { depositInsurance, reasons, leverage } = complete([{}], [], {
      depositInsurance: { limit },
      debtServiceRatio: -0,
    });
    expect(depositInsurance).toMatchObject({ limit: cny('50.00'), excess: cny('50.00') });
    expect(depositInsurance?.limit).not.toHaveProperty('note');
    expect(reasons[0]?.parameters).toMatchObject({ limit: cny('50.00') });
    expect(leverage.debtServiceRatio).toBe(0);
    const liquiditySteps = [{ id: 'now', withinDays: -0 }];
    expect(complete([{}], [], { liquiditySteps }).liquidity.rungs[0]?.withinDays).toBe(0);
  });
});

describe('concentration by key', () => {
  it('tells the employer from an issuer of that name, and counts only what has one issuer', () => {
    const { issuer } = complete([
      { kind: 'stock', employer: true },
      { kind: 'stock', issuer: 'employer', amount: '200.00' },
      { kind: 'equity-fund', amount: '700.00' },
    ]).concentration.by;
    expect(issuer).toMatchObject({
      covered: 0.3,
      largest: { group: 'employer' },
      groups: [{ value: cny('200.00') }, { value: cny('100.00') }],
    });
    // (2/3)² + (1/3)² = 5/9.
    expect(issuer.effectiveNumber).toBeCloseTo(1.8, 14);
  });

  it('has no figure without a group, and names the advising bank by null', () => {
    const { by } = complete([{ kind: 'gold' }]).concentration;
    const none = { largest: null, herfindahl: null, effectiveNumber: null, groups: [] };
    expect(by.bank).toEqual({ covered: 0, ...none });
    expect(complete([]).concentration.by.currency).toEqual({ covered: null, ...none });
    expect(complete([{}]).concentration.by.bank.largest).toEqual({ group: null, share: 1 });
  });
});

const rows = fc.array(
  fc.record({
    kind: fc.constantFrom<Holding['kind']>('deposit', 'term-deposit', 'stock', 'bond', 'property'),
    currency: fc.constantFrom<Holding['currency']>('CNY', 'USD', 'HKD'),
    cents: fc.integer({ min: 0, max: 100_000_000 }),
    days: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
    breakable: fc.boolean(),
  }),
  { maxLength: 8 },
);

describe('any balance sheet', () => {
  const holdingsOf = (list: readonly { cents: number; days: number | undefined }[]) =>
    list.map(({ cents, days, ...row }, index) => ({
      id: `h${index}`,
      ...row,
      ...fromMinorUnits((row as { currency: 'CNY' }).currency, BigInt(cents)),
      ...(days === undefined ? {} : { availableInDays: days }),
    })) as unknown as readonly Holding[];

  it('splits the financial assets over rungs and currencies to the cent, in any order of rows', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const holdings = frozenCopy(holdingsOf(list));
        const sheet = balanceSheet(holdings, [], FX, { asOf: AS_OF });
        if (sheet.status !== 'complete') throw new Error(sheet.status);
        const { rungs, unknown } = sheet.liquidity;
        const total = toMinorUnits(sheet.financialAssets);
        let sum = 0n;
        for (const { value, cumulative, breakable } of rungs) {
          sum += toMinorUnits(value);
          expect(toMinorUnits(cumulative)).toBe(sum);
          expect(toMinorUnits(breakable)).toBeLessThanOrEqual(toMinorUnits(value));
        }
        expect(sum + toMinorUnits(unknown.value)).toBe(total);
        const column = (name: 'financialAssets' | 'net') =>
          sheet.currencies.reduce((all, one) => all + toMinorUnits(one[name]), 0n);
        expect(column('financialAssets')).toBe(total);
        expect(column('net')).toBe(toMinorUnits(sheet.netWorth));
        expect(balanceSheet([...holdings].reverse(), [], FX, { asOf: AS_OF })).toEqual(sheet);
        expect(isDeeplyFrozen(sheet)).toBe(true);
        expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet);
      }),
    );
  });
});

describe('broken input of the measures', () => {
  const act =
    (options: unknown, liabilities: unknown = []) =>
    () =>
      balanceSheet([], wrong(liabilities), FX, wrong(options));
  const steps = (...liquiditySteps: unknown[]) => ({ liquiditySteps });
  const debt = { id: 'd', kind: 'other', currency: 'CNY', amount: '1.00' };

  it.each([
    ['no such day', { asOf: '2026-02-30' }, 'invalid-date', 'options.asOf'],
    ['no steps', steps(), 'empty', 'options.liquiditySteps'],
    ['steps that are none', { liquiditySteps: {} }, 'invalid-type', 'options.liquiditySteps'],
    [
      'a step twice',
      steps({ id: 'a', withinDays: 1 }, { id: 'a', withinDays: 2 }),
      'duplicate-id',
      'options.liquiditySteps[1].id',
    ],
    [
      'a step no later',
      steps({ id: 'a', withinDays: 1 }, { id: 'b', withinDays: 1 }),
      'inconsistent',
      'options.liquiditySteps[1].withinDays',
    ],
    [
      'a step of NaN days',
      steps({ id: 'a', withinDays: Number.NaN }),
      'not-finite',
      'options.liquiditySteps[0].withinDays',
    ],
    [
      'the name of the last',
      steps({ id: 'longer', withinDays: 1 }),
      'duplicate-id',
      'options.liquiditySteps[0].id',
    ],
    ['a negative ratio', { debtServiceRatio: -0.1 }, 'out-of-range', 'options.debtServiceRatio'],
    [
      'an infinite ratio',
      { debtServiceRatio: Number.POSITIVE_INFINITY },
      'not-finite',
      'options.debtServiceRatio',
    ],
  ] as const)('is refused: %s', (_, options, code, path) => {
    expectRefusal(act(options), code, path);
  });

  it.each([
    ['a rate below 0', { annualRate: -0.01 }, 'out-of-range', 'liabilities[0].annualRate'],
    ['a rate in words', { annualRate: '4%' }, 'invalid-format', 'liabilities[0].annualRate'],
    ['a pledge in words', { secured: 'yes' }, 'invalid-type', 'liabilities[0].secured'],
  ] as const)('is refused: %s', (_, change, code, path) => {
    expectRefusal(act({}, [{ ...debt, ...change }]), code, path);
  });
});
