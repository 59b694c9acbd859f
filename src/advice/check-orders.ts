import type { PlainDate } from '../dates/index.js';
import { type CurrencyCode, convertMoney, type Money, subtractMoney } from '../money/index.js';
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
  const client = {
    level,
    assessedOn: assessment.assessedOn,
    validMonths: reference.questionnaire.validMonths,
  };
  let available = balance(request);
  const checks: [string, OrderCheck][] = [];
  for (const [index, order] of orders.entries()) {
    const check = checkOrder<C>(order, {
      asOf,
      universe,
      client,
      available,
      holdings: {},
      moneyNeededOn: goalDay(request, asOf),
      openOrders: orders.slice(0, index),
      consent: null,
    });
    checks.push([order.id, check]);
    available = subtractMoney(available, order.gross as Money<NoInfer<C>>);
  }
  return Object.freeze(Object.fromEntries(checks));
}

/** What the funding holding has, in the base currency. */
function balance<C extends CurrencyCode>({ view, funding }: AdviceRequest<C>): Money<C> {
  const { currency, amount } = view.holdings.find(({ id }) => id === funding)!;
  const fx = { base: view.baseCurrency, rates: view.fx };
  return convertMoney({ currency, amount }, view.baseCurrency, fx);
}
