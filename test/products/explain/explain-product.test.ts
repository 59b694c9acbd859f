import { describe, expect, it } from 'vitest';
import { canonicalJson, LOCALES } from '../../../src/evidence/index.js';
import {
  CONCENTRATION_SHARE,
  compileProducts,
  exAnteCosts,
  explainProduct,
  formatExplanation,
  MAIN_RISK_SHARE,
  PRODUCT_TYPES,
  type Product,
} from '../../../src/products/index.js';
import { bondFund, expectRefusal, isDeeplyFrozen, universe, wrong } from '../support.js';
import { CLASSES, codesOf, explain, sentencesOf } from './support.js';

const amount = { currency: 'CNY', amount: '100000.00' } as const;
const asOf = '2026-03-02';

describe('an explanation', () => {
  it('has its sections in the order in which they are read', () => {
    const full = explain(
      { documents: ['prospectus'] },
      {
        assumptions: {
          asOf,
          assetClasses: ['BOND'],
          expectedReturn: [0.03],
          covariance: [[0.0025]],
        },
      },
    );
    expect(full.sections.map(({ section }) => section)).toEqual([
      'what',
      'risks',
      'returns',
      'costs',
      'liquidity',
      'for-whom',
      'documents',
    ]);
  });

  it('leaves out what there is nothing to say about', () => {
    expect(explain().sections.map(({ section }) => section)).toEqual([
      'what',
      'risks',
      'costs',
      'liquidity',
      'for-whom',
    ]);
  });

  it('is that of the day asked for', () => {
    const changes = [{ from: '2026-06-01', distributorRisk: 'R4', status: 'closed' }] as const;
    const before = explain({ changes }, { asOf: '2026-05-31' });
    const after = explain({ changes }, { asOf: '2026-06-01' });
    expect([before.rating, after.rating]).toEqual(['R2', 'R4']);
    expect(codesOf(before, 'liquidity')[0]).toBe('liquidity-status.open');
    expect(codesOf(after, 'liquidity')[0]).toBe('liquidity-status.closed');
  });

  it('is plain, frozen data that reads the same after a round trip through JSON', () => {
    const explanation = explain({ dealing: { cutOff: '15:00' } }, { amount });
    expect(isDeeplyFrozen(explanation)).toBe(true);
    const stored = JSON.parse(JSON.stringify(explanation));
    expect(canonicalJson(stored)).toBe(canonicalJson(explanation));
    for (const locale of LOCALES) {
      expect(formatExplanation(stored, locale)).toEqual(formatExplanation(explanation, locale));
    }
  });

  it('explains every product of the sample', () => {
    for (const { id } of universe.products) {
      const explanation = explainProduct({ id }, universe, { asOf, amount });
      expect(explanation.name).toBe(universe.byId[id]?.name);
      const figures = exAnteCosts({ [id]: 1 }, universe, { amount, expectedReturn: 0 });
      expect(explanation.costs?.firstYear).toEqual(figures.firstYear);
    }
  });

  it.each([
    ['no product', null, { asOf }, 'missing-value', 'product'],
    ['an id that nobody offers', { id: 'X' }, { asOf }, 'unknown-id', 'product.id'],
    ['no options', { id: 'P01' }, undefined, 'missing-value', 'options'],
    ['no day', { id: 'P01' }, {}, 'missing-value', 'options.asOf'],
    [
      'no amount above 0',
      { id: 'P01' },
      { asOf, amount: { ...amount, amount: '0' } },
      'out-of-range',
      'options.amount.amount',
    ],
    ['no years', { id: 'P01' }, { asOf, years: 0 }, 'out-of-range', 'options.years'],
    [
      'another kind of class',
      { id: 'P01' },
      { asOf, classKinds: { CASH: 'money' } },
      'unknown-value',
      'options.classKinds.CASH',
    ],
    [
      'a name in two languages',
      { id: 'P01' },
      { asOf, names: { CASH: { en: 'cash', 'zh-Hans': '现金' } } },
      'missing-value',
      'options.names.CASH["zh-Hant"]',
    ],
    [
      'assumptions that are none',
      { id: 'P01' },
      { asOf, assumptions: [] },
      'invalid-type',
      'options.assumptions',
    ],
    [
      'a mean too few',
      { id: 'P01' },
      {
        asOf,
        assumptions: { asOf, assetClasses: ['CASH'], expectedReturn: [], covariance: [[0]] },
      },
      'length-mismatch',
      'options.assumptions.expectedReturn',
    ],
    [
      'a mean that loses all',
      { id: 'P01' },
      {
        asOf,
        assumptions: { asOf, assetClasses: ['CASH'], expectedReturn: [-1], covariance: [[0]] },
      },
      'out-of-range',
      'options.assumptions.expectedReturn[0]',
    ],
    [
      'a covariance that is not square',
      { id: 'P01' },
      {
        asOf,
        assumptions: { asOf, assetClasses: ['CASH'], expectedReturn: [0], covariance: [[0, 0]] },
      },
      'length-mismatch',
      'options.assumptions.covariance[0]',
    ],
    [
      'a variance that nothing has',
      { id: 'P01' },
      {
        asOf,
        assumptions: { asOf, assetClasses: ['CASH'], expectedReturn: [0], covariance: [[-1]] },
      },
      'not-positive-definite',
      'options.assumptions.covariance',
    ],
  ] as const)('is refused for %s', (_, product, options, code, path) => {
    expectRefusal(() => explainProduct(wrong(product), universe, wrong(options)), code, path);
  });
});

describe('a universe at fault', () => {
  it('is refused', () => {
    const product = { id: 'P01' };
    expectRefusal(
      () => explainProduct(product, wrong(null), { asOf }),
      'missing-value',
      'universe',
    );
    expectRefusal(() => explainProduct(product, wrong([]), { asOf }), 'invalid-type', 'universe');
  });
});

describe('what a product is', () => {
  it.each(PRODUCT_TYPES)('is told of a %s in each language, and so is its main risk', (type) => {
    const typed = explain({ type });
    const other = explain({ type: 'of-the-banks-own' });
    for (const locale of LOCALES) {
      const [own, neutral] = [typed, other].map((one) => formatExplanation(one, locale).sections);
      expect(own![0]?.sentences[0]).not.toBe(neutral![0]?.sentences[0]);
      const risk = type === 'loan' ? 0 : 1;
      expect(own![1]?.sentences[risk]).not.toBe(neutral![1]?.sentences[1]);
    }
  });

  it('is told neutrally of a type of the bank’s own, and of none', () => {
    expect(codesOf(explain({ type: 'constructor' }), 'what')[0]).toBe('type.other');
    expect(codesOf(explain(), 'what')[0]).toBe('type.other');
  });

  it('includes what is inside, the largest part first', () => {
    const rows = [
      bondFund({ id: 'B', name: 'Shares', lookThrough: { EQUITY: 1 } }),
      bondFund({ lookThrough: { CASH: 0.1, BOND: 0.3 }, contains: { B: 0.6 } }),
    ];
    const explanation = explainProduct({ id: 'A' }, compileProducts(rows, CLASSES), { asOf });
    expect(sentencesOf(explanation, 'what').slice(1, 5)).toEqual([
      'It holds 60.0% in EQUITY.',
      'It holds 30.0% in BOND.',
      'It holds 10.0% in CASH.',
      '60.0% is held through “Shares”.',
    ]);
  });

  it('gives amounts in the product’s currency, else in that of the amount, else bare', () => {
    const last = (change: Partial<Product>, options = {}): string | undefined =>
      sentencesOf(explain(change, options), 'what').at(-1);
    expect(last({ currency: 'USD' }, { amount })).toBe('The smallest purchase is 10.00 USD.');
    expect(last({}, { amount })).toBe('The smallest purchase is 10.00 CNY.');
    expect(last({})).toBe('The smallest purchase is 10.');
    expect(last({ minimumAddition: '1', maximumHolding: '5000' }, { amount })).toBe(
      'One client may hold 5,000.00 CNY at most.',
    );
  });
});

describe('the main risks', () => {
  const risks = (change: Partial<Product>, options = {}): readonly string[] =>
    codesOf(explain(change, options), 'risks').slice(2);

  it('begin with the rating that counts, and cite the law', () => {
    const { sections } = explain({ distributorRisk: 'R4' });
    expect(sections[1]?.reasons[0]).toMatchObject({
      code: 'products.rating-differs',
      parameters: { rating: 'R4', issuerRisk: 'R2', distributorRisk: 'R4', asOf },
      citations: [{ article: '22' }],
    });
    expect(codesOf(explain(), 'risks')).toEqual(['rating-agreed', 'type-risk.other']);
  });

  it('come from the kinds of asset, from a share on', () => {
    const classKinds = { CASH: 'cash', BOND: 'bond', EQUITY: 'equity' } as const;
    const lookThrough = { CASH: 0.04, BOND: 0.91, EQUITY: MAIN_RISK_SHARE };
    expect(risks({ lookThrough }, { classKinds })).toEqual(['kind-risk.bond', 'kind-risk.equity']);
  });

  it('come from foreign currencies, and from those that nobody states', () => {
    const currencies = { CNY: 0.6, USD: 0.3, EUR: 0.04, unknown: 0.06 };
    expect(risks({ currencies }, { amount })).toEqual(['currency-risk', 'currency-not-known']);
    expect(risks({ currency: 'USD' }, { amount })).toEqual(['currency-risk']);
    // A product in its own currency is not foreign to itself, nor one that names no currency.
    expect(risks({ currency: 'USD' })).toEqual([]);
    expect(risks({}, { amount })).toEqual([]);
  });

  it('come from a debtor, and from issuers that are large', () => {
    expect(risks({ type: 'bond', issuer: 'ACME' })).toEqual(['single-debtor']);
    expect(risks({ type: 'bond-fund', issuer: 'Manager' })).toEqual([]);
    const issuers = { X: CONCENTRATION_SHARE, Y: 0.2, Z: 0.09 };
    const found = explain({ issuers }).sections[1]?.reasons.slice(2);
    expect(found?.map(({ parameters }) => parameters.issuer)).toEqual(['Y', 'X']);
  });

  it('come from leverage and from money that is tied up', () => {
    expect(risks({ leverage: 1 })).toEqual([]);
    expect(risks({ leverage: 2, lockUpDays: 30 })).toEqual(['leverage-risk', 'tied-up-risk']);
    expect(risks({ dealing: { redemption: 'never' } })).toEqual(['tied-up-risk']);
    expect(risks({ dealing: { rollingTerm: { days: 30 } } })).toEqual(['tied-up-risk']);
  });
});

describe('what a product costs', () => {
  const costs = (change: Partial<Product>, options = {}): readonly string[] =>
    sentencesOf(explain(change, options), 'costs');

  it('is told as rates, and is free only where nothing is charged', () => {
    expect(costs({})).toEqual([
      'The annual charges come to 0.40% of what you hold; they are taken from the product’s assets and not billed to you.',
      'Buying costs 0.10% of the amount invested.',
      'Getting out is free of charge.',
    ]);
    expect(costs({ annualFee: 0, entryFee: 0 })).toEqual([
      'There are no annual charges.',
      'Buying is free of charge.',
      'Getting out is free of charge.',
    ]);
  });

  it('is told tier by tier', () => {
    const fees = {
      entry: [
        { from: '0', rate: 0.01 },
        { from: '500000', rate: 0.008 },
        { from: '1000000', flat: '1000' },
      ],
      exit: [
        { fromDays: 0, rate: 0.015 },
        { fromDays: 7, rate: 0.005 },
        { fromDays: 365, rate: 0 },
      ],
    };
    expect(costs({ currency: 'CNY', fees }).slice(1)).toEqual([
      'Below 500,000.00 CNY, buying costs 1.00% of the amount invested.',
      'From 500,000.00 CNY on, buying costs 0.80% of the amount invested.',
      'From 1,000,000.00 CNY on, each purchase costs 1,000.00 CNY.',
      'Getting out before the 7-day mark costs 1.50% of what is taken out.',
      'Getting out from the 7-day mark on, but before the 365-day mark, costs 0.50% of what is taken out.',
      'Getting out from the 365-day mark on is free of charge.',
    ]);
  });

  it('is told of flat fees and of one exit fee', () => {
    const one = { entry: [{ from: '0', flat: '5' }], exit: [{ fromDays: 0, rate: 0.01 }] };
    expect(costs({ currency: 'CNY', fees: one }).slice(1)).toEqual([
      'Each purchase costs 5.00 CNY.',
      'Getting out costs 1.00% of what is taken out.',
    ]);
    const entry = [
      { from: '0', flat: '5' },
      { from: '1000', rate: 0.001 },
    ];
    const exit = [
      { fromDays: 0, rate: 0.01 },
      { fromDays: 30, rate: 0.002 },
    ];
    expect(costs({ currency: 'CNY', fees: { entry, exit } }).slice(1)).toEqual([
      'Below 1,000.00 CNY, each purchase costs 5.00 CNY.',
      'From 1,000.00 CNY on, buying costs 0.10% of the amount invested.',
      'Getting out before the 30-day mark costs 1.00% of what is taken out.',
      'Getting out from the 30-day mark on costs 0.20% of what is taken out.',
    ]);
  });

  it('is told with its parts, and with what the distributor is paid', () => {
    const fees = {
      annualParts: { custody: 0.001, management: 0.003 },
      performance: { rate: 0.2, hurdle: 0.04 },
      rebate: 0.002,
      entryCommission: 0.001,
      halfSpread: 0.0015,
    };
    expect(codesOf(explain({ fees }), 'costs')).toEqual([
      'cost-annual',
      'cost-annual-part',
      'cost-annual-part',
      'cost-entry',
      'cost-exit-none',
      'cost-performance',
      'cost-spread',
      'cost-rebate',
      'cost-commission',
    ]);
    expect(costs({ fees })[1]).toBe('Of these, management takes 0.30% a year.');
  });

  it('is told in money for an amount, and as a loss of return only where one is expected', () => {
    // Entry 100,000 · 0.001 / 1.001 = 99.90; a year's charges 400.00.
    expect(costs({}, { amount }).at(-1)).toBe(
      'For your amount the costs come to about 499.90 CNY in the first year and 400.00 CNY in every year after.',
    );
    const assumptions = {
      asOf,
      assetClasses: ['BOND'],
      expectedReturn: [0.03],
      covariance: [[0.0025]],
    } as const;
    expect(codesOf(explain({}, { amount, assumptions }), 'costs').at(-1)).toBe('cost-reduction');
  });

  it('takes rates for a product in another currency whose fee goes by amount', () => {
    const fees = { entry: [{ from: '0', flat: '10' }] };
    const fx = { base: 'CNY', rates: { USD: '7' } } as const;
    // 10 USD is 70 CNY of the 100,000.
    const explanation = explain({ currency: 'USD', fees }, { amount, fx });
    expect(explanation.costs?.entryFees.amount).toBe('70.00');
    expect(() => explain({ currency: 'USD', fees }, { amount })).toThrow('rate');
  });
});

describe('when money can be had back', () => {
  const liquidity = (change: Partial<Product>, day = asOf): readonly string[] =>
    sentencesOf(explain(change, { asOf: wrong(day) }), 'liquidity').slice(1);

  it.each([
    ['at any time', {}, ['It can be redeemed on every business day.']],
    [
      'after a lock-up',
      { lockUpDays: 90 },
      [
        'Each purchase is locked up for 90 days, during which it cannot be redeemed.',
        'After that it can be redeemed on every business day.',
      ],
    ],
    [
      'at maturity alone',
      { dealing: { redemption: 'never', maturity: '2027-03-01' } },
      [
        'It cannot be redeemed before maturity.',
        'It matures on 2027-03-01; everything is paid out after that.',
      ],
    ],
    [
      'at the end of a term',
      { dealing: { rollingTerm: { days: 30, windowDays: 3 } } },
      [
        'Each purchase runs in 30-day terms and can be redeemed only in the last 3 days of a term; otherwise the next term begins.',
      ],
    ],
    [
      'on the last day of a term',
      { dealing: { rollingTerm: { days: 7 } } },
      [
        'Each purchase runs in 7-day terms and can be redeemed only on the last day of a term; otherwise the next term begins.',
      ],
    ],
    [
      'in windows',
      { dealing: { redemption: { from: '2026-01-05', everyMonths: 3, days: 5 } } },
      [
        'It can be redeemed only on business days of its 5-day windows, the first from 2026-01-05, then one every 3 months.',
      ],
    ],
    [
      'on one day a week, bought on another',
      {
        dealing: {
          redemption: { from: '2026-01-07', everyDays: 7, days: 1 },
          subscription: { from: '2026-01-05', everyDays: 14, days: 2 },
        },
      },
      [
        'It can be redeemed only on business days of its 1-day windows, the first from 2026-01-07, then one every 7 days.',
        'It can be bought only on business days of its 2-day windows, the first from 2026-01-05, then one every 14 days.',
      ],
    ],
    [
      'in monthly windows, bought in others',
      {
        dealing: {
          redemption: { from: '2026-01-05', everyMonths: 1, days: 5 },
          subscription: { from: '2026-01-12', everyMonths: 1, days: 3 },
        },
      },
      [
        'It can be redeemed only on business days of its monthly 5-day windows, the first from 2026-01-05.',
        'It can be bought only on business days of its monthly 3-day windows, the first from 2026-01-12.',
      ],
    ],
    [
      'after notice and days of settlement',
      { dealing: { redemptionNotice: 3, redemptionSettlement: 4, cutOff: '15:00' } },
      [
        'It can be redeemed on every business day.',
        'A redemption has to be asked for 3 business days ahead.',
        'What is ordered after 15:00 counts for the next business day.',
        'The money arrives 4 business days after the dealing day.',
      ],
    ],
    [
      'a day later',
      { dealing: { redemptionNotice: 1, redemptionSettlement: 1, subscription: 'never' } },
      [
        'It can be redeemed on every business day.',
        'A redemption has to be asked for one business day ahead.',
        'The money arrives one business day after the dealing day.',
        'It cannot be bought.',
      ],
    ],
    [
      'within limits',
      {
        currency: 'CNY',
        minimumHolding: '100',
        dealing: {
          redemptionSettlement: 0,
          dailyRedemption: '10000',
          gates: [
            { on: '2026-02-02', perClient: '1' },
            { on: '2026-03-03', perClient: '500' },
          ],
        },
      },
      [
        'It can be redeemed on every business day.',
        'The money arrives on the dealing day itself.',
        'One client can redeem 10,000.00 CNY a day at most.',
        'On 2026-03-03 one client can redeem 500.00 CNY at most.',
        'After a partial redemption at least 100.00 CNY has to stay; otherwise all of it is redeemed.',
      ],
    ],
  ] as const)('is told in plain words: %s', (_, change, sentences) => {
    expect(liquidity(change as Partial<Product>)).toEqual(sentences);
  });

  const spans = {
    periods: [
      { from: '2026-02-02', to: '2026-02-07' },
      { from: '2026-03-01', to: '2026-03-03' },
      { from: '2026-06-01', to: '2026-06-06' },
      { from: '2026-09-01', to: '2026-09-06' },
      { from: '2026-12-01', to: '2026-12-06' },
    ],
  } as const;

  it('names the next windows with their last day, one that is open now among them', () => {
    expect(liquidity({ dealing: { redemption: spans } })).toEqual([
      'It can be redeemed on business days from 2026-03-01 to 2026-03-02.',
      'It can be redeemed on business days from 2026-06-01 to 2026-06-05.',
      'It can be redeemed on business days from 2026-09-01 to 2026-09-05.',
    ]);
    expect(liquidity({ dealing: { subscription: spans } }, '2026-12-05').slice(1)).toEqual([
      'It can be bought on business days from 2026-12-01 to 2026-12-05.',
    ]);
  });

  it('says so when no window is left', () => {
    const dealing = { redemption: spans, subscription: spans };
    expect(liquidity({ dealing }, '2026-12-06')).toEqual([
      'As of 2026-12-06 no further days are known on which it can be redeemed.',
      'As of 2026-12-06 no further days are known on which it can be bought.',
    ]);
  });

  it('begins with what the product’s status means', () => {
    const first = (status: Product['status']): string | undefined =>
      sentencesOf(explain({ status }), 'liquidity')[0];
    expect(first('redemption-suspended')).toContain('cannot be redeemed');
    expect(first('subscription-suspended')).toContain('cannot be bought');
    expect(first('closed')).toContain('no longer offered');
  });
});

describe('for whom a product is', () => {
  it('is told by its target market, in words', () => {
    const targetMarket = {
      clientKinds: ['retail', 'staff'],
      minimumKnowledge: 60,
      objectives: ['growth'],
      minimumHorizonYears: 1,
      minimumLossCapacity: 0.2,
      not: ['over-65', 'lowest-category'],
    };
    expect(sentencesOf(explain({ targetMarket }), 'for-whom')).toEqual([
      'It is made for retail clients, staff.',
      'It asks for a knowledge and experience score of at least 60 out of 100.',
      'It serves these objectives: growth.',
      'It should be held for at least a year.',
      'You have to be able to bear the loss of 20.0% of the money put in.',
      'It is not for clients over 65, clients in the lowest category of risk tolerance.',
    ]);
    expect(
      sentencesOf(explain({ targetMarket: { minimumHorizonYears: 2.5 } }), 'for-whom'),
    ).toEqual(['It should be held for at least 2.5 years.']);
  });

  it('is not made up', () => {
    expect(codesOf(explain(), 'for-whom')).toEqual(['no-target-market']);
    expect(codesOf(explain({ targetMarket: { not: [] } }), 'for-whom')).toEqual([]);
  });
});

describe('what a client would else find out too late', () => {
  it('is told: lots of units, and how much can be bought on a day', () => {
    const lots = explain({ unitStep: '100', dealing: { dailyPurchase: '1000' }, currency: 'USD' });
    expect(sentencesOf(lots, 'what')).toContain('Units are bought and sold in multiples of 100.');
    expect(sentencesOf(lots, 'liquidity')).toContain(
      'One client can buy 1,000.00 USD a day at most.',
    );
    const closed = explain({ dealing: { dailyPurchase: '1000', subscription: 'never' } });
    expect(codesOf(closed, 'liquidity')).not.toContain('buy-limit');
  });

  it('is in which currency amounts without one are', () => {
    expect(sentencesOf(explain(), 'what').slice(-2)).toEqual([
      'Amounts below are in the currency of the investment.',
      'The smallest purchase is 10.',
    ]);
    for (const told of [explain({}, { amount }), explain({ currency: 'CNY' })]) {
      expect(codesOf(told, 'what')).not.toContain('amounts-currency');
      expect(sentencesOf(told, 'what').at(-1)).toBe('The smallest purchase is 10.00 CNY.');
    }
  });

  it('is the least redemption, a day on which nothing is redeemed, and one of which a part is', () => {
    const gates = [
      { on: '2026-03-01', acceptedShare: 0.5 },
      { on: '2026-03-03', acceptedShare: 0.5 },
      { on: '2026-03-04', perClient: '0' },
      { on: '2026-03-05', perClient: '500' },
    ] as const;
    const told = explain({ currency: 'CNY', minimumRedemption: '100', dealing: { gates } });
    expect(sentencesOf(told, 'liquidity').slice(2)).toEqual([
      'On 2026-03-03 only 50.0% of each redemption is carried out.',
      'On 2026-03-04 nothing can be redeemed.',
      'On 2026-03-05 one client can redeem 500.00 CNY at most.',
      'The smallest redemption is 100.00 CNY, unless everything is redeemed.',
    ]);
  });

  it('is when the product begins, and on which days its own market is closed', () => {
    const dealing = { startsOn: '2026-03-16', closedOn: ['2026-02-17', '2026-04-03'] } as const;
    const told = explain({ dealing });
    expect(codesOf(told, 'liquidity')).toEqual([
      'liquidity-status.open',
      'begins',
      'redeem-daily',
      'closed-days',
    ]);
    expect(sentencesOf(told, 'liquidity')[3]).toBe(
      'It does not deal on these days, on which its own market is closed: 2026-04-03.',
    );
    expect(codesOf(told, 'risks')).toContain('tied-up-risk');
    const begun = explain({ dealing }, { asOf: '2026-04-04' });
    expect(codesOf(begun, 'risks')).not.toContain('tied-up-risk');
    expect(codesOf(begun, 'liquidity')).toEqual(['liquidity-status.open', 'redeem-daily']);
  });
});

describe('assumptions of a later day', () => {
  it('are refused: an explanation of a day knows nothing of what comes', () => {
    const assumptions = {
      ...{ assetClasses: ['BOND'], expectedReturn: [0.03], covariance: [[0.0025]] },
      asOf: '2026-03-03',
    } as const;
    const path = 'options.assumptions.asOf';
    expectRefusal(() => explain({}, { assumptions }), 'inconsistent', path);
    const told = explain({}, { asOf: '2026-03-03', assumptions }).scenarios;
    expect(told?.expectedReturn).toBeCloseTo(0.03, 12);
  });

  it('are refused of returns that nobody can expect, at the place where they stand', () => {
    const of = (mean: number, years: number) => () =>
      explain(
        {},
        {
          ...{ amount, years },
          assumptions: { asOf, assetClasses: ['BOND'], expectedReturn: [mean], covariance: [[0]] },
        },
      );
    const path = 'options.assumptions.expectedReturn';
    expectRefusal(of(1e10, 5), 'out-of-range', `${path}[0]`);
    expectRefusal(of(10, 100), 'out-of-range', path);
    expect(of(10, 5)().scenarios?.expectedReturn).toBe(10);
  });
});

describe('money that is owed', () => {
  it('is explained as a liability, not as an investment', () => {
    const loan = explain({ type: 'loan' }, { amount });
    expect(loan.sections.map(({ section }) => section)).toEqual(['what', 'risks', 'costs']);
    expect(codesOf(loan, 'what')).toEqual(['type.loan']);
    expect(loan).not.toHaveProperty('costs');
  });
});
