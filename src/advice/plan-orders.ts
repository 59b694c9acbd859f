import type { BusinessCalendar, PlainDate } from '../dates/index.js';
import { checkRange, renamePaths } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import { type CurrencyCode, type Money, toMinorUnits } from '../money/index.js';
import { type OrderPlan, planOrders as planFor } from '../orders/index.js';
import type { ProductUniverse } from '../products/index.js';
import type { AdviceReference } from './reference.js';

/** What is to be ordered: the products that were selected, by weight. */
export interface SelectedOrder<C extends CurrencyCode> {
  readonly amount: Money<C>;
  readonly weights: Readonly<Record<string, number>>;
  readonly universe: ProductUniverse;
  readonly funding: string;
  readonly asOf: PlainDate;
  readonly calendar?: BusinessCalendar;
}

/** The orders of advice, or why there are none. */
export type AdvisedOrders<C extends CurrencyCode> =
  | {
      readonly status: 'planned';
      readonly plan: Extract<OrderPlan<C>, { readonly status: 'planned' }>;
      /** What could not be ordered as selected, and why. */
      readonly reasons: readonly Reason[];
    }
  | { readonly status: 'not-possible'; readonly reasons: readonly Reason[] };

/** A portfolio that is 5 points off is traded back under the usual band, so orders that begin there are not what was advised. */
const MAX_DEVIATION = 0.05;

/** Plans the orders. They are refused where steps and limits would make another portfolio of them than the one that was selected. */
export function planOrders<C extends CurrencyCode>(
  selected: SelectedOrder<C>,
  { orders: rules, selection }: AdviceReference,
): AdvisedOrders<C> {
  const { maxDeviation = MAX_DEVIATION, ...ordering } = rules;
  checkRange(maxDeviation, 'reference.orders.maxDeviation', { min: 0, max: 1 });
  const plan = planWithin(selected, ordering, selection.maxWeightPerProduct);
  if (plan.status !== 'planned') return { status: 'not-possible', reasons: plan.reasons };
  const reasons = plan.notOrdered.flatMap((one) => one.reasons);
  const share = shareElsewhere(plan, selected);
  if (share <= maxDeviation) return { status: 'planned', plan, reasons };
  const differ = makeReason('advice.orders-differ', 'block', { share, most: maxDeviation });
  return { status: 'not-possible', reasons: [differ, ...reasons] };
}

/** The orders; where what rounding leaves would lift its product above the most that one may hold, it stays money. */
function planWithin<C extends CurrencyCode>(
  { asOf, calendar, ...selected }: SelectedOrder<C>,
  ordering: Omit<AdviceReference['orders'], 'maxDeviation'>,
  maxWeight = 1,
): OrderPlan<C> {
  const days = calendar === undefined ? {} : { asOf, calendar };
  const planned = (residual: 'product' | 'cash') =>
    renamePaths(NAMES, () => planFor({ ...ordering, ...selected, ...days, residual }));
  const plan = planned('product');
  if (plan.status !== 'planned') return plan;
  const ordered = orderedOf(plan).get(ordering.residualProduct) ?? 0n;
  const isWithin = Number(ordered) <= maxWeight * Number(toMinorUnits(selected.amount));
  return isWithin ? plan : planned('cash');
}

/** How the steps name what comes from elsewhere than the rules of ordering. */
const NAMES = {
  request: 'reference.orders',
  'request.funding': 'request.funding',
  'request.asOf': 'options.asOf',
  asOf: 'options.asOf',
};

/** The share of the amount that should have gone into products and does not, to six digits. */
function shareElsewhere<C extends CurrencyCode>(
  plan: Extract<OrderPlan<C>, { readonly status: 'planned' }>,
  { amount, weights }: SelectedOrder<C>,
): number {
  const ordered = orderedOf(plan);
  const whole = Number(toMinorUnits(amount));
  const missing = Object.entries(weights).reduce((sum, [id, weight]) => {
    const less = weight - Number(ordered.get(id) ?? 0n) / whole;
    return less > 0 ? sum + less : sum;
  }, 0);
  return Math.round(missing * 1e6) / 1e6;
}

function orderedOf<C extends CurrencyCode>({
  orders,
}: Extract<OrderPlan<C>, { readonly status: 'planned' }>): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { product, gross } of orders) {
    sums.set(product, (sums.get(product) ?? 0n) + toMinorUnits(gross));
  }
  return sums;
}
