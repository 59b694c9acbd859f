import type {
  PortfolioHolding,
  PortfolioInput,
  PortfolioProduct,
} from '../../../src/suitability/index.js';

export const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;

/** An account, a wealth product, a bond fund of many issuers, and shares of the employer in dollars. */
export const PRODUCTS: readonly PortfolioProduct[] = [
  {
    id: 'CASH',
    currency: 'CNY',
    issuer: 'Lake Bank',
    issuerRisk: 'R1',
    sellerRisk: 'R1',
    liquid: true,
    ofEmployer: false,
  },
  {
    id: 'WMP',
    currency: 'CNY',
    issuer: 'Lake Wealth',
    issuerRisk: 'R2',
    sellerRisk: 'R3',
    liquid: false,
    ofEmployer: false,
  },
  {
    id: 'BF',
    currency: 'CNY',
    issuer: null,
    issuerRisk: 2,
    sellerRisk: 2,
    liquid: true,
    ofEmployer: false,
  },
  {
    id: 'EQ',
    currency: 'USD',
    issuer: 'Hill Motors',
    issuerRisk: 'R5',
    sellerRisk: 'R4',
    liquid: false,
    ofEmployer: true,
  },
];

/** 500,000 + 300,000 + 58,000 + 20,000 × 7.1 = 1,000,000. */
export const HOLDINGS: readonly PortfolioHolding[] = [
  { id: 'account', product: 'CASH', value: cny('500000.00') },
  { id: 'wmp', product: 'WMP', value: cny('300000.00') },
  { id: 'fund', product: 'BF', value: cny('58000.00') },
  { id: 'shares', product: 'EQ', value: { currency: 'USD', amount: '20000.00' } },
];

/** 100,000 of the wealth product, paid from the account. */
export const BUY: PortfolioInput<'CNY'> = {
  currency: 'CNY',
  holdings: HOLDINGS,
  products: PRODUCTS,
  order: { side: 'buy', product: 'WMP', from: 'account', amount: cny('100000.00') },
  fx: { base: 'CNY', rates: { USD: '7.1' } },
};

/** The same with other facts of one product; `undefined` takes one away. */
export function withProduct(
  id: string,
  changes: { readonly [field in keyof PortfolioProduct]?: PortfolioProduct[field] | undefined },
): PortfolioInput<'CNY'> {
  const products = PRODUCTS.map((product) => {
    if (product.id !== id) return product;
    const fields = Object.entries({ ...product, ...changes });
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as never;
  });
  return { ...BUY, products };
}

/** The same with another value of one holding. */
export function withValue(id: string, value: PortfolioHolding['value']): PortfolioInput<'CNY'> {
  const holdings = HOLDINGS.map((holding) => (holding.id === id ? { ...holding, value } : holding));
  return { ...BUY, holdings };
}
