import { makeReason, type Reason } from '../evidence/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  sumMoney,
  toMinorUnits,
} from '../money/index.js';
import { splitEntryFee } from '../products/index.js';
import type { PlannedOrder } from './life/order.js';
import { type OrderRequest, type ReadRequest, readRequest } from './order-request.js';
import { type Obstacle, type Placement, placeAmount } from './place-amount.js';

/** An amount that the weights ask for and that is not ordered in this product. */
export interface NotOrdered<C extends CurrencyCode = CurrencyCode> {
  readonly product: string;
  readonly amount: Money<C>;
  readonly reasons: readonly Reason[];
}

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
 * Each order is weight × amount, rounded down to `amountStep` and to the product's own step, and cut
 * into one order a day if a daily limit is given. `residualProduct` takes what is left over. What
 * cannot be ordered in a product is named in `notOrdered`, unless it is no more than what rounding
 * leaves. Entry fees are outside: net = gross / (1 + fee), half-even; fee = gross − net.
 *
 * @throws AptfolioError for unknown products, weights that do not sum to 1, an amount of zero or
 * less, steps that are no amounts, a daily limit that would need more than 1000 days, with the path.
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
  const { amount, residualProduct, amountStep } = read;
  const { currency } = amount;
  const residualShare = read.shares.find(({ product }) => product === residualProduct)?.share ?? 0n;

  const placements = read.shares
    .filter(({ product }) => product !== residualProduct)
    .map(({ product, share }) => {
      const placed = placeAmount(product, share, read.termsOf(product), amountStep);
      return { product, ...placed };
    });
  const left = placements.reduce((rest, { placed }) => rest - placed, toMinorUnits(amount));
  const residual = placeAmount(residualProduct, left, read.termsOf(residualProduct), 1n);
  const all = [...placements, { product: residualProduct, ...residual }].sort(byProduct);

  const notOrdered = Object.freeze(all.flatMap((one) => explainRest(one, currency)));
  const orders = all.flatMap((one) => makeOrders(one, read));
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
  const ownShare = residualShare - (residualShare % amountStep);
  const beyond = residual.placed > ownShare ? residual.placed - ownShare : 0n;
  return Object.freeze({
    status: 'planned',
    orders: Object.freeze(orders),
    totalGross: sumOf('gross'),
    totalFee: sumOf('fee'),
    totalNet: sumOf('net'),
    residual: fromMinorUnits(currency, beyond),
    unplaced: fromMinorUnits(currency, residual.rest),
    notOrdered,
  });
}

interface ProductPlacement extends Placement {
  readonly product: string;
}

function byProduct(a: ProductPlacement, b: ProductPlacement): number {
  return a.product < b.product ? -1 : 1;
}

function explainRest<C extends CurrencyCode>(
  { product, rest, obstacle }: ProductPlacement,
  currency: C,
): readonly NotOrdered<C>[] {
  if (obstacle === undefined) return [];
  const amount = fromMinorUnits(currency, rest);
  const parameters = { product, amount: amount.amount, currency };
  const figures = obstacleFigures(obstacle, currency);
  const reasons = [makeReason(obstacle.code, 'info', { ...parameters, ...figures })];
  return [Object.freeze({ product, amount, reasons: Object.freeze(reasons) })];
}

function obstacleFigures(
  obstacle: Obstacle,
  currency: CurrencyCode,
): Readonly<Record<string, string>> {
  const text = (units: bigint): string => fromMinorUnits(currency, units).amount;
  switch (obstacle.code) {
    case 'orders.below-minimum':
      return { minimum: text(obstacle.minimum) };
    case 'orders.limit-below-minimum':
      return { minimum: text(obstacle.minimum), limit: text(obstacle.limit) };
    case 'orders.no-allowed-amount':
      return {};
  }
}

function makeOrders<C extends CurrencyCode>(
  { product, slices }: ProductPlacement,
  { amount, universe, funding, id }: ReadRequest<C>,
): readonly PlannedOrder<C>[] {
  const { entryFee } = universe.byId[product]!;
  return slices.map((units, day) => {
    const { gross, fee, net } = splitEntryFee(fromMinorUnits(amount.currency, units), entryFee);
    const orderId = `${id}/${product}/${day + 1}`;
    return Object.freeze({ id: orderId, product, side: 'buy', gross, fee, net, day, funding });
  });
}
