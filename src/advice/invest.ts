import { allocate, problemForLevel } from '../allocation/index.js';
import { compileCalendar } from '../dates/index.js';
import { renamePaths } from '../errors/index.js';
import type { Reason } from '../evidence/index.js';
import { compileAssumptions } from '../market/index.js';
import type { CurrencyCode } from '../money/index.js';
import { hashOrders } from '../orders/index.js';
import { compileProducts, exAnteCosts } from '../products/index.js';
import { RISK_LEVELS } from '../questionnaire/index.js';
import { selectProducts } from '../selection/index.js';
import { checkOrders } from './check-orders.js';
import type { DecidingOptions } from './decide-advice.js';
import { goalOutlook } from './goal-outlook.js';
import type { AdviceOutcome, AdviceProgress } from './outcome.js';
import { planOrders } from './plan-orders.js';
import { profileReasons } from './profile-reasons.js';
import type { AdviceReference } from './reference.js';
import type { AdviceRequest } from './request.js';
import { stop } from './stop.js';

/** What is known once there is money to invest. */
export type InvestableCase<C extends CurrencyCode> = Pick<
  AdviceProgress<C>,
  'intake' | 'assessment' | 'profile' | 'needs' | 'amount'
>;

/**
 * From the money to the orders: allocation, products, costs, outlook, orders and their checks.
 *
 * @param found what is to be said of the amount.
 */
export function invest<C extends CurrencyCode>(
  request: AdviceRequest<C>,
  reference: AdviceReference,
  known: InvestableCase<C>,
  { asOf, packs = [] }: DecidingOptions,
  found: readonly Reason[],
): AdviceOutcome<C> {
  const { amount, profile } = known;
  // An open profile has a level: without one it would be blocked.
  const level = profile.risk.level!;
  const assumptions = renamePaths({ assumptions: 'reference.assumptions' }, () =>
    compileAssumptions(reference.assumptions),
  );
  const universe = renamePaths({ products: 'reference.products' }, () =>
    compileProducts(reference.products, assumptions.assetClasses),
  );
  const calendar =
    reference.calendar === undefined
      ? undefined
      : renamePaths({ data: 'reference.calendar' }, () => compileCalendar(reference.calendar!));
  const allocations = renamePaths({ policy: 'reference.allocation' }, () =>
    Object.freeze(
      Object.fromEntries(
        RISK_LEVELS.map((one) => [
          one,
          allocate(problemForLevel(assumptions, reference.allocation, one)),
        ]),
      ),
    ),
  ) as AdviceProgress<C>['allocations'];
  const allocation = allocations[level];
  if (allocation.status !== 'optimal') {
    return stop('not-possible', 'allocation', allocation.reasons, { ...known, allocations });
  }

  const selection = renamePaths(SELECTION_NAMES, () =>
    selectProducts(allocation.weights, universe, {
      ...reference.selection,
      level,
      amount,
      covariance: assumptions.covariance,
      expectedReturn: assumptions.expectedReturn,
      asOf,
      ...(calendar === undefined ? {} : { calendar }),
    }),
  );
  const allocated = { ...known, allocations, allocation };
  if (selection.status !== 'selected' && selection.status !== 'feasible') {
    return stop('not-possible', 'selection', selection.reasons, allocated);
  }

  const { expectedReturn } = allocation;
  const costs = exAnteCosts(selection.weights, universe, { amount, expectedReturn });
  const goal = goalOutlook(request, reference, { amount, allocation, costs });
  const priced = { ...allocated, selection, costs, goal };

  const advised = planOrders(
    {
      amount,
      weights: selection.weights,
      universe,
      funding: request.funding,
      asOf,
      ...(calendar === undefined ? {} : { calendar }),
    },
    reference,
  );
  if (advised.status !== 'planned') {
    return stop('not-possible', 'orders', advised.reasons, priced);
  }
  const { plan } = advised;
  const checks = checkOrders(plan.orders, request, {
    reference,
    assessment: known.assessment,
    universe,
    level,
    packs,
    asOf,
    ...(calendar === undefined ? {} : { calendar }),
  });
  const obstacles = Object.values(checks).flatMap(({ status, reasons }) =>
    // Without packs, or without a law among them, a proposal can be made, but no order sent.
    status === 'blocked' ? reasons.filter(({ code }) => !LAWLESS.includes(code)) : [],
  );
  if (obstacles.some(({ severity }) => severity === 'block')) {
    return stop('not-possible', 'orders', obstacles, { ...priced, orders: plan, checks });
  }
  return Object.freeze({
    status: 'proposed',
    ...priced,
    orders: plan,
    proposalHash: hashOrders(plan.orders),
    checks,
    reasons: Object.freeze([
      ...profileReasons(profile),
      ...allocation.reasons,
      ...selection.reasons,
      ...advised.reasons,
      ...found,
    ]),
  });
}

/** How the selection names what comes from elsewhere than its part of the reference. */
const SELECTION_NAMES = {
  context: 'reference.selection',
  'context.asOf': 'options.asOf',
  asOf: 'options.asOf',
};

/** Nobody can be asked whether an order is suitable. */
const LAWLESS = ['orders.no-packs', 'orders.no-law'];
