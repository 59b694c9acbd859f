/** For whom a product is made, and for whom it is not. A criterion that is absent does not restrict. */
export interface TargetMarket {
  /** Kinds of client: `retail`, `professional`, `institution`, or the bank's own. */
  readonly clientKinds?: readonly string[];
  /** The least knowledge and experience score, 0 to 100. */
  readonly minimumKnowledge?: number;
  /** Objectives that it serves: `preserve`, `income`, `growth`, or the bank's own. */
  readonly objectives?: readonly string[];
  /** The shortest recommended holding period, years. */
  readonly minimumHorizonYears?: number;
  /** The least part of the money that the client must be able to lose, decimal fraction. */
  readonly minimumLossCapacity?: number;
  /** Clients to whom it must not be offered, by trait: `over-65`, `lowest-category`, `needs-money-within-a-year`, or the bank's own. */
  readonly not?: readonly string[];
}
