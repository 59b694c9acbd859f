import type { PlainDate } from '../dates/index.js';
import { type CurrencyCode, convertMoney, type Money } from '../money/index.js';
import { checkOrder, type OrderCheck, type PlannedOrder } from '../orders/index.js';
import type { ProductUniverse } from '../products/index.js';
import type { RiskLevel, ScoredQuestionnaire } from '../questionnaire/index.js';
import { goalDay } from './goal-outlook.js';
import type { AdviceReference } from './reference.js';
import type { AdviceRequest } from './request.js';

/** Checks every order of a plan on the day of the advice. Consent comes later, with the proposal's hash. */
export function checkOrders<C extends CurrencyCode>(
  orders: readonly PlannedOrder<C>[],
  request: AdviceRequest<C>,
  context: {
    readonly reference: AdviceReference;
    readonly assessment: ScoredQuestionnaire;
    readonly universe: ProductUniverse;
    readonly level: RiskLevel;
    readonly asOf: PlainDate;
  },
): Readonly<Record<string, OrderCheck>> {
  const { reference, assessment, universe, level, asOf } = context;
  const checks = orders.map((order, index) => [
    order.id,
    checkOrder<C>(order, {
      asOf,
      universe,
      client: {
        level,
        assessedOn: assessment.assessedOn,
        validMonths: reference.questionnaire.validMonths,
      },
      available: available(request),
      holdings: {},
      moneyNeededOn: goalDay(request, asOf),
      openOrders: orders.slice(0, index),
      consent: null,
    }),
  ]);
  return Object.freeze(Object.fromEntries(checks));
}

/** What the funding holding has, in the base currency. */
function available<C extends CurrencyCode>({ view, funding }: AdviceRequest<C>): Money<C> {
  const { currency, amount } = view.holdings.find(({ id }) => id === funding)!;
  const fx = { base: view.baseCurrency, rates: view.fx };
  return convertMoney({ currency, amount }, view.baseCurrency, fx);
}
