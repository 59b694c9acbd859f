import type { Reason } from '../../evidence/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { PlannedOrder } from '../life/order.js';

/** What is asked for and not ordered, or not in full. */
export interface NotOrdered<C extends CurrencyCode = CurrencyCode> {
  readonly product: string;
  /** Absent: what should have been bought. */
  readonly side?: 'buy' | 'sell';
  readonly amount: Money<C>;
  readonly reasons: readonly Reason[];
}

/** By day of the order, sales before purchases, then by id. */
export function byDay(a: PlannedOrder, b: PlannedOrder): number {
  const key = ({ orderOn, side, id }: PlannedOrder): string =>
    JSON.stringify([orderOn, side === 'sell' ? 0 : 1, id]);
  return key(a) < key(b) ? -1 : 1;
}
