import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  formatQuantity,
  fromMinorUnits,
  type Money,
} from '../../money/index.js';
import type { Product } from '../../products/index.js';
import { MOST_DAYS, type Obstacle } from './placement.js';

/** Puts an obstacle into a reason. */
export function obstacleReason(
  obstacle: Obstacle,
  product: string,
  { amount, currency }: Money,
): Reason {
  const figures = figuresOf(obstacle, currency);
  return makeReason(obstacle.code, 'info', { product, amount, currency, ...figures });
}

/** That a product is bought by whole units at a price that nobody gives. */
export function priceMissing({ id, unitStep = '' }: Product): Reason {
  return makeReason('orders.price-missing', 'info', { product: id, step: unitStep });
}

function figuresOf(obstacle: Obstacle, currency: CurrencyCode): Readonly<Record<string, string>> {
  const text = (units: bigint): string => fromMinorUnits(currency, units).amount;
  switch (obstacle.code) {
    case 'orders.below-minimum':
      return { minimum: text(obstacle.minimum) };
    case 'orders.limit-below-minimum':
      return { minimum: text(obstacle.minimum), limit: text(obstacle.limit) };
    case 'orders.no-allowed-amount':
      return {};
    case 'orders.beyond-most-days':
      return { days: String(MOST_DAYS) };
    case 'orders.above-maximum-holding':
      return { most: text(obstacle.most), after: text(obstacle.after) };
    case 'orders.no-exact-payment':
      return { units: formatQuantity(obstacle.units) };
    case 'orders.fee-takes-all':
      return { fee: text(obstacle.fee) };
  }
}

/** That units are no whole lot. */
export function partOfStep(product: string, units: bigint, step: bigint): Reason {
  const parameters = { product, units: formatQuantity(units), step: formatQuantity(step) };
  return makeReason('orders.part-of-unit-step', 'info', parameters);
}
