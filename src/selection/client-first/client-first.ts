import type { Reason } from '../../evidence/index.js';
import type { Money } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import type { SelectionContext } from '../prepare.js';

/** By what a choice is checked: the context of the selection, and what concerns the bank's own interest. */
export type ClientFirstContext = SelectionContext & {
  /** Issuers that are the bank, or belong to it. Default none. */
  readonly houseIssuers?: readonly string[];
  /** The tracking error up to which two products count as the same exposure, annual, decimal fraction. Default 0: the same look-through. */
  readonly sameExposure?: number;
};

/** A choice that serves the client no better than another product would. */
export interface ClientFirstFinding {
  /**
   * `dearer`: it costs more, by at least a smallest unit of the currency a year where there is an amount; `commission`: it pays the distributor more; `own-house`: it is the bank's own. Each time it is no better
   * for the client in exposure, risk rating, liquidity or any other charge.
   */
  readonly kind: 'dearer' | 'commission' | 'own-house';
  readonly product: Product;
  readonly weight: number;
  /** What would do as well: what saves most, then the lowest id. */
  readonly instead: Product;
  /** What it would save in a year for certain, decimal fraction of what is invested, at least 0; one-off costs are spread over `horizonYears`. */
  readonly yearlySavingRate: number;
  /** The same in money, half-even; absent without an amount. */
  readonly yearlySaving?: Money;
  readonly reason: Reason;
  /** What is not compared: the exchange rate where both products are dealt in different currencies. Absent: nothing. */
  readonly caveat?: Reason;
}

/** A choice of which nobody can say whether another product would be cheaper. */
export interface UndeterminedChoice {
  readonly product: Product;
  /** What might be cheaper and does as well in all else; the lowest id of them. */
  readonly instead: Product;
  readonly reason: Reason;
  /** As for a finding. */
  readonly caveat?: Reason;
}

/** Whether all that was chosen puts the client first. */
export interface ClientFirstCheck {
  /** `undetermined`: nothing is flagged, and something cannot be said. */
  readonly status: 'clear' | 'undetermined' | 'flagged';
  /** By ascending product id, then in the order of the kinds. */
  readonly findings: readonly ClientFirstFinding[];
  /** By ascending product id. */
  readonly undetermined: readonly UndeterminedChoice[];
}
