import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PortfolioInput, portfolioFacts } from '../../../src/suitability/index.js';
import { BUY, cny, PRODUCTS } from './support.js';

/** 300,000 in cash, 300,000 in A, 400,000 in B; 200,000 more of B are bought. */
const THREE: PortfolioInput<'CNY'> = {
  currency: 'CNY',
  holdings: [
    { id: 'cash', product: 'CASH', value: cny('300000') },
    { id: 'a', product: 'A', value: cny('300000') },
    { id: 'b', product: 'B', value: cny('400000') },
  ],
  products: [
    { ...PRODUCTS[0]!, id: 'CASH' },
    { ...PRODUCTS[1]!, id: 'A' },
    { ...PRODUCTS[1]!, id: 'B' },
  ],
  order: { side: 'buy', product: 'B', from: 'cash', amount: cny('200000') },
};

const volatility = (matrix: readonly (readonly number[])[], ids = ['CASH', 'A', 'B']) =>
  portfolioFacts({ ...THREE, covariance: { ids, matrix } }).changes.volatility;

describe('the volatility of a whole portfolio', () => {
  it('is √(w′Σw), before and after the order', () => {
    // A and B at 10 % a year, uncorrelated: √(0.03² + 0.04²) = 0.05; after it √(0.03² + 0.06²) = 0.03 √5 = 0.067082039….
    expect(
      volatility([
        [0, 0, 0],
        [0, 0.01, 0],
        [0, 0, 0.01],
      ]),
    ).toEqual({
      before: 0.05,
      after: 0.067082039,
    });
    // Fully correlated the risks add up: 0.03 + 0.04, and 0.03 + 0.06.
    expect(
      volatility([
        [0, 0, 0],
        [0, 0.01, 0.01],
        [0, 0.01, 0.01],
      ]),
    ).toEqual({
      before: 0.07,
      after: 0.09,
    });
    // Fully opposed they cancel: 0.04 − 0.03, and 0.06 − 0.03.
    expect(
      volatility([
        [0, 0, 0],
        [0, 0.01, -0.01],
        [0, -0.01, 0.01],
      ]),
    ).toEqual({
      before: 0.01,
      after: 0.03,
    });
  });

  it('looks through to asset classes where products say what is inside', () => {
    const [cash, a, b] = THREE.products;
    const products = [
      { ...cash!, lookThrough: { MONEY: 1 } },
      { ...a!, lookThrough: { BOND: 1 } },
      { ...b!, lookThrough: { BOND: 0.5, EQUITY: 0.5 } },
    ];
    // Bonds 0.3 + 0.2 = 0.5 at 6 %, shares 0.2 at 20 %: √(0.03² + 0.04²) = 0.05.
    const covariance = {
      ids: ['MONEY', 'BOND', 'EQUITY'],
      matrix: [
        [0, 0, 0],
        [0, 0.0036, 0],
        [0, 0, 0.04],
      ],
    };
    const { changes } = portfolioFacts({ ...THREE, products, covariance });
    expect(changes.volatility?.before).toBe(0.05);
  });

  it('is unknown where the covariance lacks something that is held, and needs nothing that is not', () => {
    expect(
      volatility(
        [
          [0, 0],
          [0, 0.01],
        ],
        ['CASH', 'A'],
      ),
    ).toBeUndefined();
    const spare = volatility(
      [
        [0, 0, 0, 0],
        [0, 0.01, 0, 0],
        [0, 0, 0.01, 0],
        [0, 0, 0, 0.09],
      ],
      ['CASH', 'A', 'B', 'OTHER'],
    );
    expect(spare?.before).toBe(0.05);
  });
});

describe('the rating of a whole portfolio', () => {
  const rated = (values: readonly [string, string, string]) => {
    const holdings = THREE.holdings.map((one, i) => ({ ...one, value: cny(values[i] as string) }));
    const products = THREE.products.map((one, i) => {
      const rating = ([1, 2, 3] as const)[i]!;
      return { ...one, issuerRisk: rating, sellerRisk: rating };
    });
    return portfolioFacts({ ...THREE, holdings, products }).changes.rating?.before;
  };

  it('is exactly whole where the values make it so', () => {
    // (0.01 × 1 + 0.01 × 3) / 0.02, beside an order that needs 200,000.
    expect(rated(['200000.01', '0', '200000.01'])).toEqual({ mean: 2, level: 2 });
  });

  it('is rounded up, never down', () => {
    // 1 + 2 × 0.01 / 300,000.01 = 1.0000000666666…
    expect(rated(['300000.00', '0', '0.01'])).toEqual({ mean: 1.000000067, level: 2 });
  });

  it('of nothing is 0', () => {
    const holdings = [{ id: 'cash', product: 'CASH', value: cny('0') }];
    const { facts } = portfolioFacts({ ...THREE, holdings });
    expect(facts['portfolio.riskBefore']).toBe(0);
    expect(facts['household.financialAssets']).toEqual(cny('0.00'));
  });
});

describe('whatever is held', () => {
  const cents = fc.integer({ min: 0, max: 100_000_000 });
  const money = (value: number) =>
    cny(`${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`);
  const book = fc
    .record({
      cash: cents,
      wmp: cents,
      bf: cents,
      amount: fc.integer({ min: 1, max: 100_000_000 }),
    })
    .filter(({ cash, amount }) => amount <= cash);
  const input = ({
    cash,
    wmp,
    bf,
    amount,
  }: {
    cash: number;
    wmp: number;
    bf: number;
    amount: number;
  }) => ({
    ...BUY,
    holdings: [
      { id: 'account', product: 'CASH', value: money(cash) },
      { id: 'wmp', product: 'WMP', value: money(wmp) },
      { id: 'fund', product: 'BF', value: money(bf) },
    ],
    order: { side: 'buy', product: 'WMP', from: 'account', amount: money(amount) } as const,
  });

  it('what a policy adds up is what is held after the order', () => {
    fc.assert(
      fc.property(book, (one) => {
        const { changes, missing } = portfolioFacts(input(one));
        const total = one.cash + one.wmp + one.bf;
        expect(missing).toEqual([]);
        expect(changes.productShare?.after).toBeCloseTo((one.wmp + one.amount) / total, 8);
        expect(changes.illiquidShare?.after).toBeCloseTo((one.wmp + one.amount) / total, 8);
      }),
    );
  });

  it('a purchase of the riskier raises the rating, and selling it again brings it back', () => {
    fc.assert(
      fc.property(book, (one) => {
        const bought = portfolioFacts(input(one)).changes.rating!;
        expect(bought.after.mean).toBeGreaterThanOrEqual(bought.before.mean);
        const after = input({ ...one, cash: one.cash - one.amount, wmp: one.wmp + one.amount });
        const order = {
          side: 'sell',
          product: 'WMP',
          to: 'account',
          amount: money(one.amount),
        } as const;
        const sold = portfolioFacts({ ...after, order }).changes.rating!;
        expect(sold).toEqual({ before: bought.after, after: bought.before });
      }),
    );
  });

  it('the order of holdings and products has no influence, and nothing that is given changes', () => {
    const turned = {
      ...BUY,
      holdings: [...BUY.holdings].reverse(),
      products: [...BUY.products].reverse(),
    };
    const before = JSON.stringify(BUY);
    expect(portfolioFacts(turned)).toEqual(portfolioFacts(BUY));
    expect(JSON.stringify(BUY)).toBe(before);
    const result = portfolioFacts(BUY);
    expect([result, result.facts, result.missing, result.changes].every(Object.isFrozen)).toBe(
      true,
    );
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
