import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import { compilePack, decide, type RuleFacts } from '../../../src/rules/index.js';
import {
  type PortfolioFacts,
  type PortfolioInput,
  portfolioFacts,
  suitabilityMessages,
} from '../../../src/suitability/index.js';
import { makePolicyPack, policyFacts } from '../../../src/suitability/packs/policy/index.js';
import { BUY, cny, HOLDINGS, PRODUCTS, withProduct, withValue } from './support.js';

/** What is left out, with the codes of the reasons. */
function gaps({ missing }: PortfolioFacts): Record<string, string[]> {
  return Object.fromEntries(
    missing.map(({ fact, reasons }) => [
      fact,
      reasons.map(({ code }) => code.slice('suitability.portfolio-'.length)),
    ]),
  );
}

describe('a purchase', () => {
  it('tells what is held once it is paid for, to the cent', () => {
    // In yuan all but the shares: 858,000, less the 100,000 that leave the account in yuan. Rating before:
    // (500 × 1 + 300 × 3 + 58 × 2 + 142 × 5) / 1000 = 2.226; after: (400 × 1 + 400 × 3 + 58 × 2 + 142 × 5) / 1000.
    const result = portfolioFacts(BUY);
    expect(result.facts).toEqual({
      'household.financialAssets': cny('1000000.00'),
      'household.liquidAssets': cny('558000.00'),
      'order.amount': cny('100000.00'),
      'portfolio.issuerValue': cny('300000.00'),
      'portfolio.productValue': cny('300000.00'),
      'portfolio.employerValue': cny('142000.00'),
      'portfolio.currencyValue': cny('758000.00'),
      'portfolio.illiquidValue': cny('442000.00'),
      'portfolio.riskBefore': 2.226,
      'portfolio.riskAfter': 2.426,
    });
    expect(result.missing).toEqual([]);
  });

  it('tells the same before and after for people', () => {
    expect(portfolioFacts(BUY).changes).toEqual({
      issuerShare: { before: 0.3, after: 0.4 },
      productShare: { before: 0.3, after: 0.4 },
      employerShare: { before: 0.142, after: 0.142 },
      currencyShare: { before: 0.858, after: 0.858 },
      illiquidShare: { before: 0.442, after: 0.542 },
      liquidAssets: { before: cny('558000.00'), after: cny('458000.00') },
      rating: { before: { mean: 2.226, level: 3 }, after: { mean: 2.426, level: 3 } },
    });
  });

  it('of the issuer that keeps the account leaves as much with the issuer as before', () => {
    // 500,000 in the account and 300,000 in the product, both of one issuer: 0.8 of everything, before and after.
    const result = portfolioFacts(withProduct('WMP', { issuer: 'Lake Bank' }));
    expect(result.facts['portfolio.issuerValue']).toEqual(cny('700000.00'));
    expect(result.changes.issuerShare).toEqual({ before: 0.8, after: 0.8 });
  });

  it('of something spread over many issuers has no single one', () => {
    const order = { ...BUY.order, product: 'BF' } as const;
    const { facts, changes } = portfolioFacts({ ...BUY, order });
    expect(facts['portfolio.issuerValue']).toBeNull();
    expect(changes).not.toHaveProperty('issuerShare');
    expect(facts['portfolio.productValue']).toEqual(cny('58000.00'));
  });

  it('in another currency is converted once', () => {
    // 10,000 × 7.1 = 71,000; shares: (142,000 + 71,000) / 1,000,000.
    const order = {
      side: 'buy',
      product: 'EQ',
      from: 'account',
      amount: { currency: 'USD', amount: '10000' },
    } as const;
    const { facts, changes } = portfolioFacts({ ...BUY, order });
    expect(facts['order.amount']).toEqual(cny('71000.00'));
    expect(facts['portfolio.currencyValue']).toEqual(cny('142000.00'));
    expect(changes.currencyShare).toEqual({ before: 0.142, after: 0.213 });
    expect(changes.employerShare).toEqual({ before: 0.142, after: 0.213 });
  });
});

describe('a switch', () => {
  const SWITCH: PortfolioInput<'CNY'> = {
    ...BUY,
    order: { side: 'switch', product: 'EQ', from: 'wmp', amount: cny('100000') },
  };

  it('ties up no more than was tied up before, and takes nothing from what is at hand', () => {
    const { facts, changes } = portfolioFacts(SWITCH);
    expect(changes.illiquidShare).toEqual({ before: 0.442, after: 0.442 });
    expect(changes.liquidAssets).toEqual({ before: cny('558000.00'), after: cny('558000.00') });
    // A policy takes the order off the money at hand: 658,000 − 100,000 is what stays.
    expect(facts['household.liquidAssets']).toEqual(cny('658000.00'));
    expect(facts['portfolio.illiquidValue']).toEqual(cny('342000.00'));
    // (500 × 1 + 200 × 3 + 58 × 2 + 242 × 5) / 1000.
    expect(facts['portfolio.riskAfter']).toBe(2.426);
  });
});

describe('a sale', () => {
  const SELL: PortfolioInput<'CNY'> = {
    ...BUY,
    order: { side: 'sell', product: 'EQ', to: 'account', amount: cny('71000') },
  };

  it('reduces what is sold and the risk, and adds to what is at hand', () => {
    const { facts, changes } = portfolioFacts(SELL);
    expect(changes.employerShare).toEqual({ before: 0.142, after: 0.071 });
    expect(changes.issuerShare).toEqual({ before: 0.142, after: 0.071 });
    expect(changes.liquidAssets).toEqual({ before: cny('558000.00'), after: cny('629000.00') });
    // (571 × 1 + 300 × 3 + 58 × 2 + 71 × 5) / 1000.
    expect(changes.rating?.after).toEqual({ mean: 1.942, level: 2 });
    expect(facts['portfolio.employerValue']).toEqual(cny('142000.00'));
    expect(facts['household.liquidAssets']).toEqual(cny('558000.00'));
  });

  it('of everything needs no rating of what is gone', () => {
    const all = { ...withProduct('EQ', { issuerRisk: undefined, sellerRisk: undefined }) };
    const order = { side: 'sell', product: 'EQ', to: 'account', amount: cny('142000') } as const;
    const { facts } = portfolioFacts({ ...all, order });
    expect(facts).not.toHaveProperty(['portfolio.riskBefore']);
    // (642 × 1 + 300 × 3 + 58 × 2) / 1000.
    expect(facts['portfolio.riskAfter']).toBe(1.658);
  });

  it('of more than is held leaves what comes after unknown', () => {
    const order = { side: 'sell', product: 'EQ', to: 'account', amount: cny('142000.01') } as const;
    const result = portfolioFacts({ ...BUY, order });
    expect(gaps(result)).toEqual({ 'portfolio.riskAfter': ['not-covered'] });
    expect(result.changes).toEqual({});
  });
});

describe('what is missing', () => {
  it('leaves out what a price is needed for, and nothing else', () => {
    const result = portfolioFacts(withValue('shares', null));
    expect(gaps(result)).toEqual({
      'household.financialAssets': ['no-value'],
      'portfolio.employerValue': ['no-value'],
      'portfolio.illiquidValue': ['no-value'],
      'portfolio.riskBefore': ['no-value'],
      'portfolio.riskAfter': ['no-value'],
    });
    expect(result.facts['portfolio.issuerValue']).toEqual(cny('300000.00'));
    expect(result.facts['household.liquidAssets']).toEqual(cny('558000.00'));
  });

  it('leaves out what a rate is needed for, and names it', () => {
    const { fx: _, ...without } = BUY;
    const result = portfolioFacts(without);
    expect(gaps(result)).toMatchObject({ 'portfolio.employerValue': ['no-rate'] });
    const [reason] = result.missing[0]?.reasons ?? [];
    expect(reason?.parameters).toEqual({ rate: 'USD', base: 'CNY', from: 'USD' });
  });

  it('leaves out the rating of the whole where one product is unrated, or has one of two ratings', () => {
    const wanted = { 'portfolio.riskBefore': ['no-rating'], 'portfolio.riskAfter': ['no-rating'] };
    expect(gaps(portfolioFacts(withProduct('WMP', { sellerRisk: undefined })))).toEqual(wanted);
    // Nothing can be higher than 5.
    expect(gaps(portfolioFacts(withProduct('EQ', { sellerRisk: undefined })))).toEqual({});
  });

  it('leaves out the issuer where anything held may be of the same', () => {
    const result = portfolioFacts(withProduct('EQ', { issuer: undefined }));
    expect(gaps(result)).toEqual({ 'portfolio.issuerValue': ['no-issuer'] });
    expect(gaps(portfolioFacts(withProduct('WMP', { issuer: undefined })))).toEqual({
      'portfolio.issuerValue': ['no-issuer'],
    });
  });

  it('leaves out what is at hand, or the employer’s, where nobody said whether it is', () => {
    expect(gaps(portfolioFacts(withProduct('BF', { liquid: undefined })))).toEqual({
      'household.liquidAssets': ['no-liquidity'],
      'portfolio.illiquidValue': ['no-liquidity'],
    });
    expect(gaps(portfolioFacts(withProduct('BF', { ofEmployer: undefined })))).toEqual({
      'portfolio.employerValue': ['no-employer'],
    });
  });

  it('needs no answer for what is worth nothing', () => {
    const nothing = withProduct('BF', {
      liquid: undefined,
      ofEmployer: undefined,
      issuer: undefined,
      issuerRisk: undefined,
    });
    const holdings = HOLDINGS.map((one) => (one.id === 'fund' ? { ...one, value: cny('0') } : one));
    expect(portfolioFacts({ ...nothing, holdings }).missing).toEqual([]);
  });

  it('is what an order leaves that its account does not cover, but not what stays certain', () => {
    const order = { ...BUY.order, amount: cny('500000.01') } as const;
    const result = portfolioFacts({ ...BUY, order });
    expect(gaps(result)).toEqual({
      'portfolio.currencyValue': ['not-covered'],
      'portfolio.riskAfter': ['not-covered'],
    });
    expect(result.facts['household.liquidAssets']).toEqual(cny('558000.00'));
    expect(result.facts['portfolio.issuerValue']).toEqual(cny('300000.00'));
    const exact = { ...BUY.order, amount: cny('500000.00') } as const;
    expect(portfolioFacts({ ...BUY, order: exact }).missing).toEqual([]);
  });

  it('is told in three languages', () => {
    const strange = {
      ...withProduct('BF', {
        liquid: undefined,
        ofEmployer: undefined,
        issuer: undefined,
        issuerRisk: undefined,
      }),
      covariance: { ids: ['CASH'], matrix: [[0]] },
    };
    const results = [
      portfolioFacts(strange),
      portfolioFacts(withValue('shares', null)),
      portfolioFacts({ ...BUY, fx: { base: 'CNY', rates: {} } }),
      portfolioFacts({ ...BUY, order: { ...BUY.order, amount: cny('600000') } as never }),
    ];
    const reasons = results.flatMap(({ missing }) => missing.flatMap((one) => one.reasons));
    expect(new Set(reasons.map(({ code }) => code)).size).toBe(8);
    const texts = reasons.map((reason) =>
      LOCALES.map((locale) => formatReason(suitabilityMessages, reason, locale)),
    );
    expect(texts.flat().filter((text) => /[{}]/.test(text))).toEqual([]);
  });
});

describe('a policy', () => {
  it('knows every fact, in its own currency', () => {
    const covariance = {
      ids: ['CASH', 'WMP', 'BF', 'EQ'],
      matrix: diagonal([0, 0.0016, 0.0009, 0.04]),
    };
    const names = Object.keys(portfolioFacts({ ...BUY, covariance }).facts);
    const declared = policyFacts('CNY');
    expect(names).toHaveLength(12);
    expect(names.filter((name) => declared[name] === undefined)).toEqual([]);
  });

  const judge = (
    rule: Parameters<typeof makePolicyPack>[0]['rules'],
    thresholds: object,
    facts: RuleFacts,
  ): string => {
    const pack = makePolicyPack({
      id: 'bank',
      version: '1',
      from: '2026-01-01',
      prefix: 'BANK',
      document: { instrument: 'Policy' },
      rules: rule as never,
      thresholds,
    });
    return decide([compilePack(pack)], facts, { asOf: '2026-03-02' }).status;
  };

  it('judges the share of an issuer by them', () => {
    const { facts } = portfolioFacts(BUY);
    // After the order 0.4 hangs on the issuer.
    expect(
      judge(['issuer-share-block'], { issuerShareBlock: 0.4, issuerShareWarn: 0.1 }, facts),
    ).toBe('allow');
    expect(
      judge(['issuer-share-block'], { issuerShareBlock: 0.39, issuerShareWarn: 0.1 }, facts),
    ).toBe('block');
  });

  it('judges the reserve and the risk of the whole by them', () => {
    const { facts } = portfolioFacts(BUY);
    // 458,000 stay at hand: 5 months of 91,600.
    const known = { ...facts, 'product.liquid': false, 'household.essentialMonthly': 91600 };
    expect(judge(['reserve-gone'], { reserveMonthsLeast: 5 }, known)).toBe('allow');
    expect(judge(['reserve-gone'], { reserveMonthsLeast: 6, reserveMonthsRegular: 6 }, known)).toBe(
      'block',
    );
    // 2.426 against levels 2 and 3.
    expect(judge(['portfolio-rating'], {}, { ...facts, 'client.riskLevel': 3 })).toBe('allow');
    expect(judge(['portfolio-rating'], {}, { ...facts, 'client.riskLevel': 2 })).toBe('block');
  });

  it('cannot say where something is missing', () => {
    const { facts } = portfolioFacts(withProduct('WMP', { sellerRisk: undefined }));
    expect(judge(['portfolio-rating'], {}, { ...facts, 'client.riskLevel': 3 })).toBe(
      'undetermined',
    );
  });
});

function diagonal(variances: readonly number[]): number[][] {
  return variances.map((variance, i) => variances.map((_, j) => (i === j ? variance : 0)));
}

describe('portfolioFacts, given nonsense,', () => {
  it.each<[string, object, string, string]>([
    ['no currency', { currency: undefined }, 'missing-value', 'portfolio.currency'],
    ['a currency that there is not', { currency: 'XYZ' }, 'unknown-currency', 'portfolio.currency'],
    ['no holdings', { holdings: undefined }, 'missing-value', 'portfolio.holdings'],
    [
      'a holding twice',
      { holdings: [HOLDINGS[0], HOLDINGS[0]] },
      'duplicate-id',
      'portfolio.holdings[1].id',
    ],
    [
      'a holding of no product',
      { holdings: [{ id: 'a', product: 'X', value: null }] },
      'unknown-id',
      'portfolio.holdings[0].product',
    ],
    [
      'a value below 0',
      { holdings: [{ id: 'a', product: 'CASH', value: cny('-1') }] },
      'out-of-range',
      'portfolio.holdings[0].value.amount',
    ],
    [
      'a value that is left out',
      { holdings: [{ id: 'a', product: 'CASH' }] },
      'missing-value',
      'portfolio.holdings[0].value',
    ],
    [
      'a product twice',
      { products: [PRODUCTS[0], PRODUCTS[0]] },
      'duplicate-id',
      'portfolio.products[1].id',
    ],
    [
      'a rating of 0',
      { products: [{ ...PRODUCTS[0], issuerRisk: 0 }] },
      'unknown-value',
      'portfolio.products[0].issuerRisk',
    ],
    [
      'shares that do not sum to 1',
      { products: [{ ...PRODUCTS[0], lookThrough: { A: 0.5 } }] },
      'inconsistent',
      'portfolio.products[0].lookThrough',
    ],
    ['no order', { order: undefined }, 'missing-value', 'portfolio.order'],
    [
      'an order of no product',
      { order: { ...BUY.order, product: 'X' } },
      'unknown-id',
      'portfolio.order.product',
    ],
    [
      'an order of nothing',
      { order: { ...BUY.order, amount: cny('0') } },
      'out-of-range',
      'portfolio.order.amount.amount',
    ],
    [
      'an order from no holding',
      { order: { ...BUY.order, from: 'X' } },
      'unknown-id',
      'portfolio.order.from',
    ],
    [
      'an order from itself',
      { order: { ...BUY.order, from: 'wmp' } },
      'inconsistent',
      'portfolio.order.from',
    ],
    [
      'a side that there is not',
      { order: { ...BUY.order, side: 'short' } },
      'unknown-value',
      'portfolio.order.side',
    ],
    ['a rate of 0', { fx: { base: 'CNY', rates: { USD: '0' } } }, 'out-of-range', 'fx.rates.USD'],
    [
      'a covariance that is not symmetric',
      {
        covariance: {
          ids: ['a', 'b'],
          matrix: [
            [1, 0.5],
            [0.4, 1],
          ],
        },
      },
      'not-symmetric',
      'portfolio.covariance.matrix[1][0]',
    ],
    [
      'a covariance of fewer rows',
      { covariance: { ids: ['a', 'b'], matrix: [[1]] } },
      'length-mismatch',
      'portfolio.covariance.matrix',
    ],
    [
      'a covariance that none can be',
      {
        covariance: {
          ids: ['a', 'b'],
          matrix: [
            [1, 2],
            [2, 1],
          ],
        },
      },
      'not-positive-definite',
      'portfolio.covariance.matrix',
    ],
    [
      'a name twice in a covariance',
      {
        covariance: {
          ids: ['a', 'a'],
          matrix: [
            [1, 1],
            [1, 1],
          ],
        },
      },
      'duplicate-id',
      'portfolio.covariance.ids[1]',
    ],
  ])('says where the fault is: %s', (_, changes, code, path) => {
    expect(() => portfolioFacts({ ...BUY, ...changes } as never)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
});
