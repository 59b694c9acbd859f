import type { Reason } from '../../evidence/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';

/** What is asked for and not ordered, or not in full. */
export interface NotOrdered<C extends CurrencyCode = CurrencyCode> {
  readonly product: string;
  /** Absent: what should have been bought. */
  readonly side?: 'buy' | 'sell';
  readonly amount: Money<C>;
  readonly reasons: readonly Reason[];
}
