import { advise } from 'aptfolio/advice';
import { money } from 'aptfolio/money';
import {
  advanceOrder,
  checkOrder,
  draftOrder,
  hashOrders,
  type OrderContext,
  type OrderToCheck,
  planOrders,
  replayOrder,
} from 'aptfolio/orders';
import { compileProducts } from 'aptfolio/products';
import { findSubstitutes, screenProducts } from 'aptfolio/selection';
import { lifeOf } from '../order-life.js';
import { type Case, type CaseContext, inPart, supported } from './case.js';
import { lastDayAfterLeapDay } from './client-cases.js';

/** What is known of the client on the day of an order. */
function contextOf(
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

const buy = (product: string, amount = '50000.00'): OrderToCheck => ({
  id: `buy/${product}`,
  side: 'buy',
  product,
  gross: money('CNY', amount),
  solicited: false,
});

/** A1: a C3 client insists on P05, whose effective rating is R4. */
export const insistsOnRisk: Case = (context) => {
  const { universe, inputs, assumptions, level } = context;
  const bank = checkOrder(buy('P05'), contextOf(context));
  const fund = checkOrder(buy('P05'), contextOf(context, { mayInsistOn: ['P05'] }));
  const { client, ...rest } = contextOf(context, { mayInsistOn: ['P05', 'P03'] });
  const lowest = checkOrder(buy('P03'), {
    ...rest,
    client: { ...client, level: 'C1', lowestCategory: true },
  });
  const instead = findSubstitutes('P05', universe, {
    level,
    maxLockUpDays: inputs.reference.selection.maxLockUpDays,
    covariance: assumptions.covariance,
  }).slice(0, 2);
  return supported(
    'A1',
    {
      bank: bank.status,
      fund: fund.status,
      lowest: lowest.status,
      instead: instead.map(({ product: { id, name } }) => `${id} ${name}`),
    },
    [...bank.reasons, ...fund.reasons, ...lowest.reasons],
  );
};

/** A2: an assessment of more than twelve months ago. */
export const oldAssessment: Case = (context) => {
  const held = { P03: money('CNY', '80000.00'), P06: money('CNY', '80000.00') };
  const base = contextOf(context, { holdings: held });
  const expired = { ...base, client: { ...base.client, assessedOn: '2025-03-01' } } as OrderContext;
  const purchase = checkOrder(buy('P03'), expired);
  const redemption = checkOrder({ ...buy('P06'), id: 'sell', side: 'sell' }, expired);
  const down = { ...buy('P03'), id: 'switch', side: 'switch', from: 'P06' } as const;
  const lower = checkOrder(down, expired);
  return supported(
    'A2',
    {
      purchase: purchase.status,
      redemption: redemption.status,
      lower: lower.status,
      leap: lastDayAfterLeapDay(),
    },
    [...purchase.reasons, ...lower.reasons],
  );
};

/** A10: a product is suspended while its order is on the way. */
export const suspendedOnTheWay: Case = ({ outcome }) => {
  const planned = outcome.orders.orders.find(({ product }) => product === 'P06')!;
  const draft = draftOrder(planned, { proposalHash: outcome.proposalHash });
  const events = lifeOf(draft, outcome.proposalHash).slice(0, 5);
  const { order } = replayOrder(draft, events);
  const rejected = advanceOrder(order, {
    ...{ id: `${order.id}/reject`, at: '2026-03-02T10:30:00+08:00', kind: 'reject' },
    reasonCode: 'selection.subscription-suspended',
  } as const);
  const substituted = outcome.orders.orders.map((one) =>
    one === planned ? { ...one, product: 'P04', id: 'plan/P04/1' } : one,
  );
  const hash = hashOrders(substituted);
  const substitute = substituted.find(({ product }) => product === 'P04')!;
  const again = replayOrder(draftOrder(substitute, { proposalHash: hash }), [
    { id: 'check', at: '2026-03-02T10:40:00+08:00', kind: 'check', status: 'allowed' },
    {
      ...{ id: 'confirm', at: '2026-03-02T10:41:00+08:00', kind: 'confirm' },
      proposalHash: outcome.proposalHash,
    } as const,
  ]);
  const last = again.steps[1]!;
  return supported(
    'A10',
    {
      state: rejected.order.state,
      changed: hash !== outcome.proposalHash,
      consent: last.status,
    },
    last.status === 'illegal' ? [last.reason] : [],
  );
};

/** A12: a fund that is held is re-rated above the client's level. */
export const reRated: Case = (context) => {
  const { inputs, assumptions, level } = context;
  const products = inputs.reference.products.map((product) =>
    product.id === 'P06' ? { ...product, distributorRisk: 'R4' as const } : product,
  );
  const universe = compileProducts(products, assumptions.assetClasses);
  const holdings = { P06: money('CNY', '86394.09') };
  const addition = checkOrder(buy('P06'), contextOf(context, { universe, holdings }));
  const { holdOnly } = screenProducts(universe, { level, held: ['P06'] });
  const kept = holdOnly.map(({ product }) => product.id);
  return inPart('A12', { kept, addition: addition.status }, addition.reasons);
};

/** A9, the part of the orders: daily limits slice what is large. */
export function slices({ universe, outcome }: CaseContext): number {
  const plan = planOrders({
    amount: money('CNY', '50000000.00'),
    weights: outcome.selection.weights,
    universe,
    residualProduct: 'P01',
    amountStep: '1',
    funding: 'DEMAND_CNY',
    dailyLimits: { P07: '5000000' },
  });
  if (plan.status !== 'planned') return 0;
  return plan.orders.filter(({ product }) => product === 'P07').length;
}

/** A20: the rules change between proposal and order. */
export const rulesChange: Case = (context) => {
  const { inputs, advice } = context;
  const { reference, request, asOf } = inputs;
  const products = reference.products.map((product) =>
    product.id === 'P07' ? { ...product, distributorRisk: 'R4' as const } : product,
  );
  const { outcome } = advise(request, { ...reference, products }, { asOf, previous: advice });
  const universe = compileProducts(products, context.assumptions.assetClasses);
  const order = context.outcome.orders.orders.find(({ product }) => product === 'P07')!;
  const checked = checkOrder(order, contextOf(context, { universe }));
  return inPart(
    'A20',
    {
      order: order.id,
      status: checked.status,
      changed:
        outcome.status === 'proposed' && outcome.proposalHash !== context.outcome.proposalHash,
    },
    checked.reasons,
  );
};
