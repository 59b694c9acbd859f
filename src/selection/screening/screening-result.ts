import type { Reason } from '../../evidence/index.js';
import type { Product } from '../../products/index.js';
import type { SuitabilityAssessment } from '../../suitability/index.js';

/** A product with something to be known about it. */
export interface ProductReasons {
  readonly product: Product;
  readonly reasons: readonly Reason[];
  /** Where packs decided and did not simply allow: `explain(assessment.decision, locale)` says all of it. */
  readonly assessment?: SuitabilityAssessment;
}

/** A product that is not offered, with every reason. */
export interface RejectedProduct extends ProductReasons {
  /**
   * At least one: liability alone, or in the order risk or suitability, target market, lock-up, day on which money is needed, status, dealing
   * days, currency, minimum; for what is held, what that means last.
   */
  readonly reasons: readonly Reason[];
}

/** Every product of the universe, in exactly one of three lists, each by ascending id. */
export interface ScreeningResult {
  readonly eligible: readonly Product[];
  readonly rejected: readonly RejectedProduct[];
  /** Held already and not open to additions: kept, not sold for that, and not bought. */
  readonly holdOnly: readonly RejectedProduct[];
  /** Eligible products for which something is to be done first: a duty, a person's decision, a document. */
  readonly toDo: readonly ProductReasons[];
}
