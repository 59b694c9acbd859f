import { money } from 'aptfolio/money';
import type { OrderContext, OrderToCheck } from 'aptfolio/orders';
import type { CaseFacts } from 'aptfolio/suitability';
import { productFactsOf } from '../facts.js';
import { SALE_PACKS } from '../packs.js';
import type { CaseContext } from './case.js';
import { type SaleChange, saleOf } from './sale.js';

/** What is known of the client on the day of an order, for the checks before it. */
export function contextOf(
  context: CaseContext,
  { facts = {}, ...change }: Partial<OrderContext> & { readonly facts?: CaseFacts } = {},
): OrderContext {
  const { inputs, universe, outcome } = context;
  const { client, history } = saleOf(context, 'P01').facts;
  return {
    asOf: inputs.asOf,
    universe,
    account: { status: 'active' },
    packs: SALE_PACKS,
    facts: { ...facts, client: { ...client, ...facts.client }, history: { ...history } },
    productFacts: productFactsOf(universe.products),
    available: outcome.amount,
    holdings: {},
    moneyNeededOn: null,
    openOrders: [],
    consent: null,
    ...change,
  };
}

/** A purchase that the client asks for. */
export function buy(product: string, facts: SaleChange['order'] = {}): OrderToCheck {
  return {
    id: `buy/${product}`,
    side: 'buy',
    product,
    gross: money('CNY', '50000.00'),
    solicited: false,
    facts,
  };
}
