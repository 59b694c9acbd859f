import type { AssetGroup } from '../../allocation/index.js';
import type { PlainDate } from '../../dates/index.js';
import type { MatrixLike } from '../../market/index.js';
import type { Money } from '../../money/index.js';

/** Money that is needed on a day. */
export interface MoneyNeed {
  /** The day on which it must be in the account, paid out and booked; not before `asOf`. */
  readonly on: PlainDate;
  /** Above 0, in the currency of what is to be invested or in one of which `fx` has the rate. */
  readonly amount: Money;
}

/** What decides how much of each product is chosen. Weights are decimal fractions of what is to be invested. */
export interface FitTerms {
  /** Covariance of the universe's asset classes in their order, annual: rows, or a row-major `Float64Array`. */
  readonly covariance: MatrixLike;

  /** The most that one product may hold, above 0. Default 1. */
  readonly maxWeightPerProduct?: number;
  /** The most that single products may hold, by id, in place of `maxWeightPerProduct`. */
  readonly maxWeightOfProduct?: Readonly<Record<string, number>>;
  /**
   * The most that one issuer may owe or manage, above 0: by what is inside a product (`issuers`; `{}` where no issuer has a share worth
   * naming), else the whole product by its own `issuer`, whatever its type. Products of which neither is known count as one issuer. Default no limit.
   */
  readonly maxWeightPerIssuer?: number;
  /** The most that single issuers may owe, in place of `maxWeightPerIssuer`. */
  readonly maxWeightOfIssuer?: Readonly<Record<string, number>>;
  /** Least and most of several products together; members are ids of products. */
  readonly groups?: readonly AssetGroup[];

  /** The least weight of a product that is held at all; products also keep their own minimums. Default 0. */
  readonly minWeightPerProduct?: number;
  /** The most products, at least 1. Default no limit. */
  readonly maxProducts?: number;
  /** The fewest products; needs `minWeightPerProduct` above 0. Default no limit. */
  readonly minProducts?: number;

  /**
   * What is held today, by product id, within what is to be invested; products count as `held`. What is kept bears no entry
   * fee, what is sold its exit fee, and of choices of equal cost that which keeps more is taken. A product that may not be bought may be kept. Default nothing.
   */
  readonly current?: Readonly<Record<string, number>>;
  /**
   * The parts of `current` that cannot be sold. They stay, also beyond limits. Default nothing of a product that redeems, now or on a day that is known,
   * and everything of one that does not: with redemptions suspended, or before its maturity.
   */
  readonly locked?: Readonly<Record<string, number>>;

  /**
   * Parts of the money that are needed on days, where `moneyNeededOn` would ask for all of it. By each of the days products must be able to pay back what
   * is needed until then in all: lock-ups, dealing days, notice, settlement, daily limits and gates count (a day on which only a part of each redemption is
   * carried out lets out nothing), and of what is held all that is not `locked`. Amounts
   * count as they are paid in, without gains, losses and fees. Needs `asOf` and `amount`, which they do not exceed. Default none.
   */
  readonly moneyNeeded?: readonly MoneyNeed[];

  /**
   * The tracking variance that a year's costs are worth, at least 0: what is least is tracking variance + `costAversion` × (yearly
   * charges + one-off costs / `horizonYears`). Yearly are recurring charges and the performance fee to be expected; one-off are entry fee and half the spread of what
   * is bought, exit fee and half the spread at which it is left after the horizon, and those of what is sold of `current` now. Default 0: costs decide only among fits that track equally well. Needs `horizonYears`,
   * and `expectedReturn` where a product has a performance fee. A sum of an entry fee without tiers or bounds (`flat`, `plus`), or of the exit fee after the horizon (`plus`),
   * counts once for each product of which something is bought. Other sums and the impact of an order on the price count at the whole amount, so that a part bears its part of them.
   */
  readonly costAversion?: number;
  /** Years over which one-off costs are spread, 0.01 to 100; needed with `costAversion`. Default 5, as for `exAnteCosts`. */
  readonly horizonYears?: number;
  /**
   * Expected return of each asset class before charges, annual, decimal fractions in the universe's order: what performance fees go by.
   * Default unknown: of fits that track equally well that with the least in products with such a fee comes first.
   */
  readonly expectedReturn?: readonly number[] | Float64Array;
  /** Calendar days since what is held was bought, by product id, for its exit fee. Default unknown: the dearest exit fee counts. */
  readonly heldDays?: Readonly<Record<string, number>>;

  /**
   * Fits after which the search ends with the best it has; 1 to 1,000,000. Default 25,000 by the number of products that come into question, from 50 to
   * 2,000: 2,000 for up to a dozen, 125 for 200, 50 for 500 or more. Few fits take some tens of milliseconds; more may close the gap that is left.
   */
  readonly maxNodes?: number;
}
