import type { CurrencyCode, FxRates, Money } from '../../money/index.js';
import type { RebalancingAccount } from '../account/account.js';

/** One account of a household: an account whose target, and what was out of its band, is the household's. */
export interface HouseholdAccount<C extends CurrencyCode = CurrencyCode>
  extends Omit<RebalancingAccount<C>, 'target' | 'breached'> {
  /** What kind of account it is, by the bank's names: `taxable`, `pension`. Used by `AssetLocation`. */
  readonly kind?: string;
  /**
   * Least and most of a product in this account, decimal fractions of what is to be invested in it, by product id. The least is bought though the product is not in
   * the household's target or on the list of its asset classes.
   */
  readonly limits?: Readonly<Record<string, { readonly least?: number; readonly most?: number }>>;
}

/** What a household as a whole is to hold. */
export type HouseholdTarget =
  /** Weights by product id that sum to 1. */
  | { readonly kind: 'products'; readonly weights: Readonly<Record<string, number>> }
  /** Weights by asset class that sum to 1, and the products that may be bought for them, the most preferred first; others may be kept. */
  | {
      readonly kind: 'classes';
      readonly weights: Readonly<Record<string, number>>;
      readonly products: readonly string[];
    };

/**
 * Where what belongs best, by product id or asset class; a product's own entry goes before those of the classes in it, which
 * count by their shares. What has no entry is as well in one account as in another. Accounts are named by id or kind, id first.
 */
export type AssetLocation =
  /** Accounts from the most to the least wanted; those not named come last. Each place further costs one. */
  | { readonly kind: 'ranked'; readonly order: Readonly<Record<string, readonly string[]>> }
  /** What holding it there costs a year, decimal fraction, for every account. */
  | {
      readonly kind: 'costs';
      readonly costs: Readonly<Record<string, Readonly<Record<string, number>>>>;
    };

/** Several accounts with one target. Money never moves from one account to another. */
export interface Household<C extends CurrencyCode = CurrencyCode> {
  readonly id: string;
  /** The currency in which the household is measured. */
  readonly currency: C;
  /** At least one, with different ids. */
  readonly accounts: readonly HouseholdAccount[];
  readonly target: HouseholdTarget;
  readonly location?: AssetLocation;
  /**
   * Money that is to be paid out of the household, from whichever accounts: from free money first, then from what would be sold if everything lay in
   * one account; of equal sales where location, tax and costs are least, by the fewest accounts and trades. Accounts in other currencies pay what it comes to at `fx`, rounded up. Default none.
   */
  readonly withdrawal?: Money<C>;
  /** Ids that were out of their band at the last look at the household, for bands with hysteresis: `next.breached` of its result. Default none. */
  readonly breached?: readonly string[];
  /** Rates for accounts in other currencies. */
  readonly fx?: FxRates;
}
