import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  formatQuantity,
  fromMinorUnits,
  type Money,
  sumMoney,
  toMinorUnits,
} from '../../money/index.js';
import type { Product } from '../../products/index.js';
import type { OrderDays, PlannedOrder } from '../life/order.js';
import { openSlices, sliceDays } from './dealing-slices.js';
import { obstacleReason, priceMissing } from './obstacle-reason.js';
import { type OrderRequest, type ReadRequest, readRequest, WEIGHT_SCALE } from './order-request.js';
import { placeAmount } from './place-amount.js';
import type { Placement, Slice } from './placement.js';
import type { NotOrdered } from './planned.js';
import { buyingTerms, needsPrice } from './purchase-terms.js';
import { spreadAmount } from './spread-amount.js';

/** The orders for an investment, or why there are none. */
export type OrderPlan<C extends CurrencyCode = CurrencyCode> =
  | {
      readonly status: 'planned';
      /** By product id, then by day. The `day` of an order counts per product. */
      readonly orders: readonly PlannedOrder<C>[];
      /** Sums of the orders; `totalGross + unplaced` is the amount, exactly. */
      readonly totalGross: Money<C>;
      readonly totalFee: Money<C>;
      readonly totalNet: Money<C>;
      /** What the residual product takes beyond its own rounded-down share. */
      readonly residual: Money<C>;
      /** What stays in the funding holding because no order can take it. */
      readonly unplaced: Money<C>;
      readonly notOrdered: readonly NotOrdered<C>[];
    }
  | {
      readonly status: 'not-possible';
      readonly notOrdered: readonly NotOrdered<C>[];
      readonly reasons: readonly Reason[];
    };

/**
 * Turns weights into orders whose sums are exact.
 *
 * Each order is weight × amount, rounded down to `amountStep` and to the product's own step, and cut into one order a day under the
 * daily limits of the product and of the request. What is left over goes where `residual` says, by default to `residualProduct`.
 * What cannot be ordered in a product is named in `notOrdered`, unless it is no more than what rounding leaves of an order. Entry fees, in
 * tiers too, are outside by default: net = gross / (1 + fee), half-even; fee = gross − net.
 *
 * Whole units are bought where a product has steps of them, at the price given. No order goes beyond the most that one client may hold, and
 * none is made of which the fee takes all. Of later slices the minimum of an addition counts where it is the higher one. Under a product's own
 * daily limit no more is ordered than 1000 days take.
 *
 * With `asOf` and `calendar` each order has its real days, windows, notice and cut-off of the product included, and the charges that the file has for its
 * day; without them the file counts as it stands, and `universeOn` makes it that of a day. A product in another
 * currency than the amount is not ordered here; see `planTransition`.
 *
 * @throws AptfolioError for unknown products, weights that do not sum to 1, an amount of zero or
 * less, steps that are no amounts, a daily limit of the request that would need more than 1000 days, with the path.
 *
 * Source of the largest-remainder rule: M. L. Balinski, H. P. Young, Fair Representation, 1982, on Hamilton's method.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { planOrders } from 'aptfolio/orders';
 * import { compileProducts } from 'aptfolio/products';
 *
 * const terms = {
 *   issuerRisk: 'R2', distributorRisk: 'R2', annualFee: 0,
 *   minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Money fund', lookThrough: { CASH: 1 }, entryFee: 0 },
 *     { ...terms, id: 'B', name: 'Bond fund', lookThrough: { BOND: 1 }, entryFee: 0.001 },
 *   ],
 *   ['CASH', 'BOND'],
 * );
 * const plan = planOrders({
 *   amount: money('CNY', '1001'), weights: { A: 0.5, B: 0.5 }, universe,
 *   residualProduct: 'A', amountStep: '1', funding: 'CURRENT',
 * });
 * plan.status; // => 'planned'
 * plan.orders.map((order) => `${order.product} ${order.gross.amount}`); // => ['A 501.00', 'B 500.00']
 * plan.totalFee.amount; // => '0.50'
 * ```
 */
export function planOrders<C extends CurrencyCode>(request: OrderRequest<C>): OrderPlan<C> {
  const read = readRequest(request);
  const { amount, residual: rule, residualProduct, amountStep: step } = read;
  const { currency } = amount;
  const { placements, beyond, unplaced } = spreadAmount({
    amount: toMinorUnits(amount),
    shares: read.shares,
    denominator: BigInt(WEIGHT_SCALE),
    rule,
    step,
    place: (product, share, multiple) => placeProduct(product, share, multiple, read),
    ...(residualProduct === undefined ? {} : { residualProduct }),
  });
  const notOrdered = Object.freeze(
    placements.flatMap(({ product, placement }) => explainRest(product, placement, currency)),
  );
  const orders = placements.flatMap(({ product, placement }) =>
    makeOrders(product, placement, read),
  );
  if (orders.length === 0) {
    const parameters = { amount: amount.amount, currency };
    const reasons = [makeReason('orders.nothing-possible', 'block', parameters)];
    return Object.freeze({ status: 'not-possible', notOrdered, reasons: Object.freeze(reasons) });
  }
  const sumOf = (part: 'gross' | 'fee' | 'net'): Money<C> =>
    sumMoney<C>(
      currency,
      orders.map((order) => order[part]),
    );
  return Object.freeze({
    status: 'planned',
    orders: Object.freeze(orders),
    totalGross: sumOf('gross'),
    totalFee: sumOf('fee'),
    totalNet: sumOf('net'),
    residual: fromMinorUnits(currency, beyond),
    unplaced: fromMinorUnits(currency, unplaced),
    notOrdered,
  });
}

/** What is ordered of a product, on which days, and why the rest is not. */
interface ProductPlacement extends Placement {
  readonly days?: readonly OrderDays[];
  /** Beside the obstacle. */
  readonly reasons: readonly Reason[];
}

function placeProduct<C extends CurrencyCode>(
  id: string,
  share: bigint,
  multiple: bigint,
  { universe, amount, held, fees, dailyLimits, days, shares, prices }: ReadRequest<C>,
): ProductPlacement {
  const isWanted = shares.some(({ product, numerator }) => product === id && numerator > 0n);
  if (share <= 0n && !isWanted) return left(0n, []);
  const product = universe.byId[id]!;
  const { currency } = amount;
  if (isElsewhere(product, currency)) {
    const parameters = { product: id, currency, own: product.currency as string };
    return left(share, [makeReason('orders.other-currency', 'info', parameters)]);
  }
  const price = prices.get(id);
  const hindrance = hindranceOf(product, price, held, days);
  if (hindrance !== undefined) return left(share, hindrance);
  const situation = {
    currency,
    fees,
    // Of what is held and not known the terms of an addition count, and no limit does; see `hindranceOf`.
    held: held.has(id) ? (held.get(id) ?? 1n) : 0n,
    dailyLimit: dailyLimits.get(id),
    ...(price === undefined ? {} : { price }),
    ...(days === undefined ? {} : { dayOf: openSlices(product, days) }),
  };
  const placement = placeAmount(share, buyingTerms(product, situation), multiple);
  if (days === undefined || placement.slices.length === 0) return { ...placement, reasons: [] };

  const found = sliceDays(product, 'buy', placement.slices.length, days);
  if (found.reasons.length === 0) return { ...placement, days: found.days, reasons: [] };
  const slices = placement.slices.slice(0, found.days.length);
  const placed = slices.reduce((sum, { gross }) => sum + gross, 0n);
  const why = makeReason('orders.not-dealing', 'info', { product: id });
  return {
    slices,
    placed,
    rest: share - placed,
    days: found.days,
    reasons: [why, ...found.reasons],
  };
}

/** Why nothing of a product can be ordered, whatever the amount. */
function hindranceOf<C extends CurrencyCode>(
  product: Product,
  price: bigint | undefined,
  held: ReadRequest<C>['held'],
  days: ReadRequest<C>['days'] | undefined,
): readonly Reason[] | undefined {
  const { id, status, maximumHolding } = product;
  if (price === undefined && needsPrice(product)) return [priceMissing(product)];
  if (maximumHolding !== undefined && held.has(id) && held.get(id) === undefined) {
    return [makeReason('orders.holding-unknown', 'info', { product: id })];
  }
  // With days the desk knows the status of each.
  if (days !== undefined || status === 'open') return undefined;
  return [makeReason('orders.no-subscription', 'info', { product: id, status })];
}

function isElsewhere(product: Product, currency: CurrencyCode): boolean {
  return product.currency !== undefined && product.currency !== currency;
}

function left(rest: bigint, reasons: readonly Reason[]): ProductPlacement {
  return { slices: [], placed: 0n, rest, reasons };
}

function explainRest<C extends CurrencyCode>(
  product: string,
  { rest, obstacle, reasons }: ProductPlacement,
  currency: C,
): readonly NotOrdered<C>[] {
  const amount = fromMinorUnits(currency, rest);
  const all =
    obstacle === undefined ? reasons : [obstacleReason(obstacle, product, amount), ...reasons];
  if (all.length === 0) return [];
  return [Object.freeze({ product, amount, reasons: Object.freeze(all) })];
}

function makeOrders<C extends CurrencyCode>(
  product: string,
  { slices, days }: ProductPlacement,
  { amount, funding, id }: ReadRequest<C>,
): readonly PlannedOrder<C>[] {
  return slices.map((slice, day) =>
    Object.freeze({
      id: `${id}/${product}/${day + 1}`,
      product,
      side: 'buy',
      ...moneyOf(slice, amount.currency),
      day,
      funding,
      ...(slice.units === undefined ? {} : { units: formatQuantity(slice.units) }),
      ...days?.[day],
    }),
  );
}

/** The amounts of a slice. */
export function moneyOf<C extends CurrencyCode>(
  { gross, fee }: Pick<Slice, 'gross' | 'fee'>,
  currency: C,
): Pick<PlannedOrder<C>, 'gross' | 'fee' | 'net'> {
  return {
    gross: fromMinorUnits(currency, gross),
    fee: fromMinorUnits(currency, fee),
    net: fromMinorUnits(currency, gross - fee),
  };
}
