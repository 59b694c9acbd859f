import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  type ClientFirstContext,
  checkClientFirst,
  selectionMessages,
  selectProducts,
} from '../../../src/selection/index.js';
import {
  expectRefusal,
  isDeeplyFrozen,
  context as sample,
  selected,
  target,
  universe,
  wrong,
} from '../support.js';

const product = (id: string, change: Partial<Product> = {}): Product => ({
  id,
  name: `Fund ${id}`,
  lookThrough: { BOND: 1 },
  issuerRisk: 'R2',
  distributorRisk: 'R2',
  annualFee: 0.004,
  entryFee: 0,
  minimumPurchase: '10',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
  ...change,
});
const context = {
  level: 'C3',
  covariance: [
    [0.0009, 0],
    [0, 0.04],
  ],
  amount: { currency: 'CNY', amount: '100000.00' },
} as const;

const check = (
  rows: readonly Product[],
  weights: Readonly<Record<string, number>> = { A: 1 },
  extra: Partial<ClientFirstContext> = {},
) =>
  checkClientFirst({ weights }, compileProducts(rows, ['BOND', 'EQUITY']), {
    ...context,
    ...extra,
  } as ClientFirstContext);
const found = (...given: Parameters<typeof check>) =>
  check(...given).findings.map(({ kind, product: one, instead, yearlySaving }) => [
    one.id,
    kind,
    instead.id,
    yearlySaving?.amount,
  ]);

describe('a product in another currency', () => {
  const rows = (currency?: 'CNY' | 'USD') => [
    product('A', { annualFee: 0.01 }),
    product('B', { annualFee: 0.004, ...(currency === undefined ? {} : { currency }) }),
  ];
  const caveats = (currency?: 'CNY' | 'USD', extra: Partial<ClientFirstContext> = {}) =>
    check(rows(currency), { A: 1 }, extra).findings.map(({ caveat }) => caveat?.code);
  const fx = { base: 'CNY', rates: { USD: '7' } } as const;

  it('may do as well, with a word on what is not compared', () => {
    const abroad = { fx, currencies: ['USD'] } as const;
    expect(caveats('USD', abroad)).toEqual(['selection.client-first.other-currency']);
    // A product without a currency is dealt in that of the amount.
    expect(caveats('CNY')).toEqual([undefined]);
    expect(caveats()).toEqual([undefined]);
    const [finding] = check(rows('USD'), { A: 1 }, abroad).findings;
    for (const locale of LOCALES) {
      expect(formatReason(selectionMessages, finding!.caveat!, locale)).toContain('Fund B');
    }
  });
});

describe('what an order moves the price', () => {
  // Coefficient 0.1 of a daily volume of 100,000: √(1,000 / 100,000) × 0.1 = 1 % of an order of 1,000, in and out 2 %, over 5 years 0.4 % a year.
  const impact = { coefficient: 0.1, dailyVolume: '100000' };
  const thin = (annualFee: number) => product('A', { annualFee, fees: { impact } });
  const deep = (annualFee: number) => product('B', { annualFee });
  const other = product('Z', { lookThrough: { EQUITY: 1 } });

  it('goes by what is paid for the product, not by the whole amount', () => {
    // A of 1 % costs 0.5 + 0.4 = 0.9 % a year, less than 1.0 %.
    expect(found([thin(0.005), deep(0.01), other], { A: 0.01, Z: 0.99 })).toEqual([]);
    // With a charge of 1 % it costs 1.4 %: 0.4 % more than B, which is 4.00 of 1,000; B's own impact is none.
    expect(found([thin(0.01), deep(0.01), other], { A: 0.01, Z: 0.99 })).toEqual([
      ['A', 'dearer', 'B', '4.00'],
    ]);
  });

  it('is not known without an amount', () => {
    const open = check([thin(0.005), deep(0.0051)], { A: 1 }, { amount: undefined as never });
    expect(open.status).toBe('undetermined');
  });
});

describe('a dearer choice', () => {
  const dear = product('A', { annualFee: 0.009 });

  it('is flagged with the cheaper one and what it would save in a year', () => {
    // 60 % of 100,000 at 0.5 % less are 300 a year.
    expect(found([dear, product('B')], { A: 0.6, B: 0.4 })).toEqual([
      ['A', 'dearer', 'B', '300.00'],
    ]);
    const [finding] = check([dear, product('B')], { A: 0.6, B: 0.4 }).findings;
    expect(finding?.yearlySavingRate).toBeCloseTo(0.003, 15);
    expect(formatReason(selectionMessages, finding!.reason, 'en')).toBe(
      '“Fund A” costs more and is no better for you. “Fund B” would save about 300.00 CNY a year.',
    );
  });

  it('is set beside the cheapest of several', () => {
    const rows = [dear, product('B', { annualFee: 0.005 }), product('C'), product('D')];
    expect(found(rows)).toEqual([['A', 'dearer', 'C', '500.00']]);
  });

  const better: readonly (readonly [string, Partial<Product>])[] = [
    ['the other is rated higher', { distributorRisk: 'R3' }],
    ['the other locks money up', { lockUpDays: 30 }],
    ['the other holds something else', { lookThrough: { BOND: 0.9, EQUITY: 0.1 } }],
    ['the other takes an exit fee', { fees: { exit: [{ fromDays: 0, rate: 0.005 }] } }],
    // Lost twice in five years: 0.52 % a year. 0.03 / 1.03 over five years: 0.58 %. Both are more than the 0.5 % saved.
    ['the other has a spread', { fees: { halfSpread: 0.013 } }],
    ['the other costs more on entry', { entryFee: 0.03 }],
    ['the other is not open', { status: 'closed' }],
    ['the other has a larger minimum', { minimumPurchase: '200000' }],
  ];
  it.each(better)('is not flagged where %s', (_, change) => {
    expect(check([dear, product('B', change)])).toEqual({
      status: 'clear',
      findings: [],
      undetermined: [],
    });
  });

  it('is flagged for almost the same exposure where that is said to be the same', () => {
    // 10 % other: 0.1 · √(0.0009 + 0.04) = 2.02 %.
    const rows = [dear, product('B', { lookThrough: { BOND: 0.9, EQUITY: 0.1 } })];
    expect(found(rows, { A: 1 }, { sameExposure: 0.02 })).toEqual([]);
    expect(found(rows, { A: 1 }, { sameExposure: 0.0203 })).toHaveLength(1);
  });

  it('is not flagged where a limit leaves no room for the other', () => {
    const rows = [dear, product('B')];
    expect(found(rows, { A: 0.5, B: 0.5 }, { maxWeightPerProduct: 0.5 })).toEqual([]);
    const groups = [{ id: 'g', members: ['B'], max: 0.6 }];
    expect(found(rows, { A: 0.5, B: 0.5 }, { groups })).toEqual([]);
  });

  it('spreads entry fees over the years, and spares what is kept', () => {
    const rows = [product('A', { annualFee: 0.005 }), product('B', { entryFee: 0.01 })];
    // 0.01 / 1.01 over h years against 0.1 % a year: even at 9.9 years.
    expect(found(rows, { A: 1 }, { horizonYears: 9.8 })).toEqual([]);
    expect(found(rows, { A: 1 }, { horizonYears: 10 })).toHaveLength(1);
    const both = [
      product('A', { annualFee: 0.005, entryFee: 0.01 }),
      product('B', { entryFee: 0.01 }),
    ];
    expect(found(both)).toEqual([['A', 'dearer', 'B', '100.00']]);
    expect(found(both, { A: 1 }, { current: { A: 1 } })).toEqual([]);
  });

  it('counts the day on which money is back', () => {
    const slow = product('B', { dealing: { redemptionSettlement: 5 } });
    expect(found([dear, slow], { A: 1 }, { asOf: '2026-03-02' })).toEqual([]);
    const fast = product('B', { dealing: { redemptionSettlement: 1 } });
    expect(found([dear, fast], { A: 1 }, { asOf: '2026-03-02' })).toHaveLength(1);
  });
});

describe('a choice that pays the distributor', () => {
  const paying = product('A', { fees: { rebate: 0.002 } });

  it('is flagged where another does as well and pays less', () => {
    expect(found([paying, product('B')])).toEqual([['A', 'commission', 'B', '0.00']]);
    const entry = product('A', { entryFee: 0.01, fees: { entryCommission: 0.008 } });
    expect(found([entry, product('B', { entryFee: 0.01 })])).toEqual([
      ['A', 'commission', 'B', '0.00'],
    ]);
  });

  it('promises no saving where there is none', () => {
    const inWords = (rows: Parameters<typeof check>[0]) =>
      formatReason(selectionMessages, check(rows).findings[0]!.reason, 'en');
    expect(inWords([paying, product('B')])).toBe(
      '“Fund A” pays the distributor more and is no better for you. “Fund B” would do as well at the same cost.',
    );
    // 0.00002 % of 100,000 are 2 cents a year; 0.000004 % are less than half a cent, which nobody calls dearer.
    expect(found([product('A', { annualFee: 0.0040002 }), product('B')])).toEqual([
      ['A', 'dearer', 'B', '0.02'],
    ]);
    expect(found([product('A', { annualFee: 0.00400004 }), product('B')])).toEqual([]);
  });

  it('is not flagged where the other pays as much, costs more or serves worse', () => {
    expect(found([paying, product('B', { fees: { rebate: 0.002 } })])).toEqual([]);
    expect(found([paying, product('B', { annualFee: 0.005 })])).toEqual([]);
    expect(found([paying, product('B', { distributorRisk: 'R3' })])).toEqual([]);
    // Less every year, but more on entry: nobody can say that it pays less.
    const entering = product('A', { entryFee: 0.01, fees: { rebate: 0.002 } });
    const other = product('B', { entryFee: 0.01, fees: { rebate: 0.001, entryCommission: 0.001 } });
    expect(found([entering, other])).toEqual([]);
  });
});

describe('a choice of the bank’s own', () => {
  const own = product('A', { issuer: 'Bank' });
  const house = { houseIssuers: ['Bank', 'Bank Wealth'] };

  it('is flagged where another’s does as well', () => {
    const others = [own, product('B', { issuer: 'Other' })];
    expect(found(others, { A: 1 }, house)).toEqual([['A', 'own-house', 'B', '0.00']]);
    expect(found(others)).toEqual([]);
  });

  it('is not flagged beside its own, beside unknown issuers, or where it is the cheapest', () => {
    expect(found([own, product('B', { issuer: 'Bank Wealth' })], { A: 1 }, house)).toEqual([]);
    expect(found([own, product('B')], { A: 1 }, house)).toEqual([]);
    const dearer = product('B', { issuer: 'Other', annualFee: 0.005 });
    expect(found([own, dearer], { A: 1 }, house)).toEqual([]);
  });
});

describe('the check', () => {
  it('finds nothing in the sample client’s selection, which is the cheapest there is', () => {
    const result = selected(selectProducts(target, universe, sample));
    expect(checkClientFirst(result, universe, sample)).toEqual({
      status: 'clear',
      findings: [],
      undetermined: [],
    });
  });

  it('finds all kinds at once, frozen, and says them in every language', () => {
    const rows = [
      product('A', { annualFee: 0.009, issuer: 'Bank', fees: { rebate: 0.003 } }),
      product('B', { issuer: 'Other' }),
    ];
    const all = check(rows, { A: 1 }, { houseIssuers: ['Bank'] });
    expect(all.findings.map(({ kind }) => kind)).toEqual(['dearer', 'commission', 'own-house']);
    expect(isDeeplyFrozen(all)).toBe(true);
    const { amount: _, ...without } = context;
    const rates = checkClientFirst(
      { weights: { A: 1 } },
      compileProducts(rows, ['BOND', 'EQUITY']),
      {
        ...without,
        houseIssuers: ['Bank'],
      },
    );
    expect(rates.findings[0]).not.toHaveProperty('yearlySaving');
    for (const { reason } of [...all.findings, ...rates.findings]) {
      const texts = LOCALES.map((locale) => formatReason(selectionMessages, reason, locale));
      expect(new Set(texts).size).toBe(3);
    }
  });

  it.each([
    [{ houseIssuers: 'Bank' }, 'invalid-type', 'context.houseIssuers'],
    [{ houseIssuers: [''] }, 'empty', 'context.houseIssuers[0]'],
    [{ sameExposure: -1 }, 'out-of-range', 'context.sameExposure'],
    [{ covariance: [[1]] }, 'length-mismatch', 'context.covariance'],
    [{ level: 'R3' }, 'unknown-value', 'context.level'],
  ] as const)('refuses %j', (change, code, path) => {
    expectRefusal(() => check([product('A')], { A: 1 }, wrong(change)), code, path);
  });

  it('refuses weights that are none', () => {
    expectRefusal(() => check([product('A')], { A: 0.5 }), 'inconsistent', 'selection.weights');
    expectRefusal(() => check([product('A')], { Z: 1 }), 'unknown-id', 'selection.weights.Z');
    expectRefusal(() => check([product('A')], wrong(null)), 'missing-value', 'selection.weights');
  });
});
