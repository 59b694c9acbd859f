import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import type { Money } from '../../money/index.js';
import type { ProductUniverse } from '../../products/index.js';
import type { GoalPlan } from '../../projection/index.js';
import type { SelectionContext } from '../prepare.js';
import type { SelectionTarget } from '../target/target.js';

/** What a selection is compared with: weights that are given, or that are found. */
export type Alternative =
  | {
      readonly id: string;
      /** By product id, at least 0, summing to 1: `{ FOF: 1 }` for one balanced fund. */
      readonly weights: Readonly<Record<string, number>>;
    }
  | {
      readonly id: string;
      /**
       * The product, or the two at most, that come nearest to the target when nothing else is held: by the objective of
       * `selectProducts`, then by the lowest fee, then by what is kept of `current`, then the lowest id. As there, what is eligible may
       * be bought and what is held kept, in part or whole, and what is locked stays. The minimums and the greatest holding of each
       * product are kept; limits on products, issuers and groups are not, and what is broken is said. Of ranges the point counts to
       * which the selection is measured.
       */
      readonly find: 'best-product' | 'best-pair';
    }
  | {
      readonly id: string;
      /**
       * Products of low yearly cost within a tracking error, under all limits; with `horizonYears` entry fees count. Where no minimum,
       * no number of products and no sum that is charged once gets in the way they are those of least cost; else `proved` is false, and others may cost less.
       */
      readonly find: 'cheapest';
      /** Annual, decimal fraction, at least 0. */
      readonly maxTrackingError: number;
    };

/** What alternatives are measured by. */
export interface ComparisonOptions {
  readonly universe: ProductUniverse;
  /** The target and the context of the selection. */
  readonly target: SelectionTarget;
  readonly context: SelectionContext;
  /** Expected return of each asset class before charges, annual, decimal fractions in the universe's order. */
  readonly expectedReturn: readonly number[] | Float64Array;
  /** The goal that the money is for; needs `context.amount`, what is invested today. */
  readonly goal?: Pick<
    GoalPlan,
    'target' | 'months' | 'monthlyContribution' | 'contributionTiming'
  >;
}

/** Figures of a portfolio of products. Rates are decimal fractions of what is invested. */
export interface PortfolioFigures {
  /** By ascending product id, all above 0. */
  readonly weights: Readonly<Record<string, number>>;
  /** Annual, before charges. */
  readonly expectedReturn: number;
  /** Annual, after yearly charges. */
  readonly netReturn: number;
  /** Standard deviation, annual. */
  readonly volatility: number;
  /** Standard deviation of the difference to the target, annual. */
  readonly trackingError: number;
  /** Recurring charges and performance fees to be expected, and what they come to in a year where there is an amount. */
  readonly yearlyCostRate: number;
  readonly yearlyCost?: Money;
  /**
   * Entry fees and half the spread on what is not held already; a part of the whole, and what they come to where there is an amount. With nothing
   * held they are `entryFees` and `entrySpread` of `exAnteCosts`.
   */
  readonly entryCostRate: number;
  readonly entryCost?: Money;
  /** Exit fees, by `heldDays`, and half the spread on what is sold of `current`; in the same way. */
  readonly exitCostRate: number;
  readonly exitCost?: Money;
  /** The longest time for which a part is locked up, days; absent where a part has no way out. */
  readonly longestLockUpDays?: number;
  /**
   * The day on which all money can be back, each day as much as daily limits and gates let one client redeem, and the days until then; absent
   * without `asOf`, where a part has no way out, and where limits are set and no amount is known.
   */
  readonly moneyBackOn?: PlainDate;
  readonly daysToMoney?: number;
  /** The probability of the goal, 0 to 1, by `projectGoal` with the net return; absent without a goal. */
  readonly goalProbability?: number;
}

/** One portfolio in the table. */
export type ComparedPortfolio =
  | ({
      readonly id: string;
      readonly status: 'compared';
      /** Whether no other weights are better in what was looked for; true for weights that were given. See `find` for when it is false. */
      readonly proved: boolean;
      /** How it differs from the selection, and rules that it breaks. */
      readonly reasons: readonly Reason[];
    } & PortfolioFigures)
  | { readonly id: string; readonly status: 'not-found'; readonly reasons: readonly Reason[] };

/** A selection beside its alternatives. */
export interface AlternativeComparison {
  readonly selection: PortfolioFigures;
  /** In the order in which they were asked for. */
  readonly alternatives: readonly ComparedPortfolio[];
}
