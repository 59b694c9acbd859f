import { expect } from 'vitest';
import scenario from '../../examples/data/scenario/products.json' with { type: 'json' };
import { type Money, money } from '../../src/money/index.js';
import {
  advanceOrder,
  draftOrder,
  type Order,
  type OrderContext,
  type OrderEvent,
  type OrderRequest,
  type OrderToCheck,
  type PlannedOrder,
} from '../../src/orders/index.js';
import { compileProducts, type Product, type ProductUniverse } from '../../src/products/index.js';
import { compilePack } from '../../src/rules/index.js';
import { cnCsrc, cnNfra } from '../../src/suitability/packs/cn/index.js';
import expected from '../fixtures/scenario/expected.json' with { type: 'json' };

export const CLASSES = ['CASH', 'BOND', 'EQ_CN', 'EQ_GL', 'GOLD'];
// A JSON import types ratings and statuses as plain strings.
export const products = scenario.products as unknown as readonly Product[];
export const universe: ProductUniverse = compileProducts(products, CLASSES);

/** The sample products, one of them changed. */
export function universeWith(id: string, change: Partial<Product>): ProductUniverse {
  return compileProducts(
    products.map((product) => (product.id === id ? { ...product, ...change } : product)),
    CLASSES,
  );
}

export const cny = (amount: string): Money<'CNY'> => money('CNY', amount);

/** The sample client's request of step 11. */
export const request: OrderRequest<'CNY'> = {
  amount: cny('341262'),
  weights: expected['products.weights'],
  universe,
  residualProduct: 'P01',
  amountStep: '1',
  funding: 'CURRENT_CNY',
};

/** The two laws of one counter: which of them applies is for the product's issuer to say. */
export const packs = [compilePack(cnNfra), compilePack(cnCsrc)];

/** What the bank knows of the sample client: C3, assessed on the day of the advice. */
export const client = {
  kind: 'natural',
  professional: false,
  birthDate: '1988-02-29',
  civilCapacity: 'full',
  riskLevel: 'C3',
  assessedOn: '2026-03-02',
  changeReported: false,
  levelChanged: false,
  lowestCategory: false,
  paymentMismatch: false,
} as const;

/** The facts of the client, some of them changed. */
export const factsWith = (change: Readonly<Record<string, string | boolean | null>> = {}) => ({
  facts: { client: { ...client, ...change }, history: { assessmentsToday: 0, assessments12m: 1 } },
});

/** All products as those of one kind of issuer. */
export const issuedBy = (issuerKind: 'wealth-subsidiary' | 'fund-manager') => ({
  productFacts: Object.fromEntries(
    products.map(({ id }) => [id, { issuerKind, private: false }] as const),
  ),
});

/** The sample client on the day of the advice, offered wealth products of banks. */
export const context: OrderContext<'CNY'> = {
  asOf: '2026-03-02',
  universe,
  account: { status: 'active' },
  packs,
  ...factsWith(),
  ...issuedBy('wealth-subsidiary'),
  available: cny('341262'),
  holdings: {},
  moneyNeededOn: null,
  openOrders: [],
  consent: null,
};

export const buy = (product: string, amount = '10000'): OrderToCheck<'CNY'> => ({
  id: `buy/${product}`,
  side: 'buy',
  product,
  gross: cny(amount),
  solicited: false,
});

export const sell = (product: string, amount = '10000'): OrderToCheck<'CNY'> => ({
  id: `sell/${product}`,
  side: 'sell',
  product,
  gross: cny(amount),
});

export const change = (from: string, product: string, amount = '10000'): OrderToCheck<'CNY'> => ({
  id: `switch/${from}/${product}`,
  side: 'switch',
  from,
  product,
  gross: cny(amount),
});

export const planned: PlannedOrder<'CNY'> = {
  id: 'plan/P03/1',
  product: 'P03',
  side: 'buy',
  gross: cny('131225'),
  fee: cny('78.69'),
  net: cny('131146.31'),
  day: 0,
  funding: 'CURRENT_CNY',
};

export { expectRefusal } from '../refusal.js';

/** An event without its id and time, which `life` adds. */
type Bare =
  OrderEvent<'CNY'> extends infer E ? (E extends unknown ? Omit<E, 'id' | 'at'> : never) : never;

export function event(id: string, bare: Bare): OrderEvent<'CNY'> {
  return { id, at: '2026-03-02T10:00:00+08:00', ...bare } as OrderEvent<'CNY'>;
}

/** The events that bring an order from draft to accepted. */
export function upToAccepted(order: Order<'CNY'>): readonly OrderEvent<'CNY'>[] {
  const { proposalHash, idempotencyKey } = order;
  return [
    event('e1', { kind: 'check', status: 'allowed' }),
    event('e2', { kind: 'confirm', ...(proposalHash === undefined ? {} : { proposalHash }) }),
    event('e3', { kind: 'submit', idempotencyKey }),
    event('e4', { kind: 'accept' }),
  ];
}

/** The order after events that all must advance it. */
export function advanced(order: Order<'CNY'>, events: readonly OrderEvent<'CNY'>[]): Order<'CNY'> {
  return events.reduce((current, one) => {
    const step = advanceOrder(current, one);
    expect(step.status, one.kind).toBe('advanced');
    return step.order;
  }, order);
}

export const draft: Order<'CNY'> = draftOrder(planned);
export const accepted: Order<'CNY'> = advanced(draft, upToAccepted(draft));

/** A value that the types forbid. */
export const wrong = (value: unknown): never => value as never;

export function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}
