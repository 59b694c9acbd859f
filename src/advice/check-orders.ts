import type { BusinessCalendar, PlainDate } from '../dates/index.js';
import { renamePaths } from '../errors/index.js';
import type { CurrencyCode } from '../money/index.js';
import { checkOrders as checkPlan, type PlannedOrder } from '../orders/index.js';
import type { ProductUniverse } from '../products/index.js';
import type { RiskLevel, ScoredQuestionnaire } from '../questionnaire/index.js';
import type { CompiledPack } from '../rules/index.js';
import { caseFacts } from './case-facts.js';
import { fundingBalance } from './funding-balance.js';
import { goalDay } from './goal-outlook.js';
import type { AdviceOrderCheck } from './outcome.js';
import type { AdviceReference } from './reference.js';
import type { AdviceRequest } from './request.js';

/** What is known when the orders are checked. */
export interface CheckBasis {
  readonly reference: AdviceReference;
  readonly assessment: ScoredQuestionnaire;
  readonly universe: ProductUniverse;
  readonly level: RiskLevel;
  readonly packs: readonly CompiledPack[];
  readonly asOf: PlainDate;
  readonly calendar?: BusinessCalendar;
}

/** Checks the orders of a plan on the day of the advice, one after the other. Consent comes later, with the proposal's hash. */
export function checkOrders<C extends CurrencyCode>(
  orders: readonly PlannedOrder<C>[],
  request: AdviceRequest<C>,
  basis: CheckBasis,
): Readonly<Record<string, AdviceOrderCheck>> {
  const { reference, universe, packs, asOf, calendar } = basis;
  const { history } = request;
  const { productFacts } = reference;
  const names = {
    'context.facts': 'request.facts',
    'context.productFacts': 'reference.productFacts',
    'context.packs': 'options.packs',
    'context.asOf': 'options.asOf',
    'context.history': 'request.history',
  };
  const { checks } = renamePaths(names, () =>
    checkPlan(
      orders.map((order) => ({ ...order, solicited: true })),
      {
        asOf,
        universe,
        account: { status: 'active' },
        packs,
        facts: caseFacts(request, basis),
        ...(productFacts === undefined ? {} : { productFacts }),
        available: fundingBalance(request),
        holdings: {},
        moneyNeededOn: goalDay(request, asOf),
        openOrders: [],
        consent: null,
        ...(calendar === undefined ? {} : { calendar }),
        ...(history === undefined ? {} : { history }),
      },
    ),
  );
  return Object.freeze(
    Object.fromEntries(
      // What law and policy said in full is kept by the bank with the order, not in the advice.
      Object.entries(checks).map(([id, { assessment: _, ...check }]) => [id, Object.freeze(check)]),
    ),
  );
}
