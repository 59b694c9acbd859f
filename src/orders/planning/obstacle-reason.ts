import { makeReason, type Reason } from '../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits, type Money } from '../../money/index.js';
import type { Obstacle } from './place-amount.js';

/** Puts an obstacle into a reason. */
export function obstacleReason(
  obstacle: Obstacle,
  product: string,
  { amount, currency }: Money,
): Reason {
  const figures = figuresOf(obstacle, currency);
  return makeReason(obstacle.code, 'info', { product, amount, currency, ...figures });
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
  }
}
