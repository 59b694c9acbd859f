import type { Reason } from '../../evidence/index.js';
import type { Product } from '../../products/index.js';
import type { Counterfactuals } from '../../rules/index.js';

/** A product that was rejected, and what would have to change for it to be open. */
export interface NearMiss {
  readonly product: Product;
  /** What keeps it out, severity `block` alone; where it is one reason, that alone does. */
  readonly obstacles: readonly Reason[];
  /**
   * What would have to change, for each obstacle in turn. All of it together would open the product, as far as is known today: a product
   * that reopens is taken to do so today under the terms it has, and what a missing fact or rate hides cannot be said.
   */
  readonly changes: readonly Reason[];
  /** Where packs forbid it: the smallest changes of facts that would turn their decision round. */
  readonly counterfactuals?: Counterfactuals;
}
