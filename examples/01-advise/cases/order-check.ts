import { money } from 'aptfolio/money';
import type { OrderContext, OrderToCheck } from 'aptfolio/orders';
import type { CaseContext } from './case.js';

/** What is known of the client on the day of an order. */
export function contextOf(
  { inputs, universe, outcome, level }: CaseContext,
  change: Partial<OrderContext> = {},
): OrderContext {
  return {
    asOf: inputs.asOf,
    universe,
    client: {
      level,
      assessedOn: outcome.assessment.assessedOn,
      validMonths: inputs.reference.questionnaire.validMonths,
      lowestCategory: false,
    },
    available: outcome.amount,
    holdings: {},
    moneyNeededOn: null,
    openOrders: [],
    consent: null,
    ...change,
  };
}

/** A purchase that the client asks for. */
export function buy(product: string): OrderToCheck {
  return {
    id: `buy/${product}`,
    side: 'buy',
    product,
    gross: money('CNY', '50000.00'),
    solicited: false,
  };
}
