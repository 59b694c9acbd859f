import type { Reason } from '../../evidence/index.js';
import type { Money } from '../../money/index.js';
import type { AllocationCertificate } from '../solve/certificate.js';
import type { OptimalAllocation } from '../solve/portfolio.js';
import type { RuleBreach } from './breaches.js';

/** What became of a problem with discrete rules. */
export type DiscreteResult = DiscreteAllocation | InfeasibleDiscrete | UncertifiedDiscrete;

/** A portfolio that meets all rules. */
export type DiscreteAllocation = OptimalDiscrete | FeasibleDiscrete;

/** A portfolio of which it is proved that there is none better. */
export interface OptimalDiscrete extends DiscretePortfolio {
  readonly status: 'optimal';
}

/** The best portfolio that was found; the certificate says what gap is left. */
export interface FeasibleDiscrete extends DiscretePortfolio {
  readonly status: 'feasible';
}

/** A portfolio that meets all rules, with its figures. */
export interface DiscretePortfolio extends Omit<OptimalAllocation, 'status' | 'certificate'> {
  /** The assets that are held, in the order of the problem. */
  readonly holdings: readonly string[];
  /** The rules that the portfolio meets exactly, with what each costs as long as the same assets are held; empty with lots. */
  readonly binding: OptimalAllocation['binding'];
  readonly certificate: DiscreteCertificate;
  /**
   * Turnover and the cost of trading, where the problem has `trading` terms or there are lots. `cost` is that of `buyCost` and
   * `sellCost` alone: fees are in `lots`. Returns are net of both.
   */
  readonly trading?: NonNullable<OptimalAllocation['trading']>;
  /** What to buy and sell; absent without lots. */
  readonly lots?: LotPlan;
}

/** What is proved of a portfolio. */
export interface DiscreteCertificate {
  /** Whether no portfolio is better, by more than a billionth of the objective's value. */
  readonly provenOptimal: boolean;
  /** The objective's value that no portfolio passes: its own where it is proved the best. */
  readonly bound: number;
  /** How far the objective's value is from the bound, at least 0. */
  readonly gap: number;
  /** The gap as a part of the objective's value. */
  readonly relativeGap: number;
  /** The bound before any split: the best value without the discrete rules. */
  readonly relaxation: number;
  /** Programs that were solved for bounds. */
  readonly nodes: number;
  /**
   * Why the search ended: nothing was left to look at, what was left could gain no more than the option `gap`, `maxNodes`
   * were looked at, or `onProgress` said so.
   */
  readonly ended: 'complete' | 'gap' | 'node-limit' | 'stopped';
  /** The most by which any rule is broken, in the unit of its bound, beyond what the tolerances of lots allow. */
  readonly primal: number;
  /** The proof that the weights are the best for the assets and sizes that were chosen; absent with lots. */
  readonly choice?: AllocationCertificate;
}

/** A portfolio in whole lots, with its money to the smallest unit. */
export interface LotPlan {
  /** Lots by asset. */
  readonly held: Readonly<Record<string, number>>;
  /** What they come to, by asset. */
  readonly values: Readonly<Record<string, Money>>;
  /** Purchases (lots above 0) and sales, in the order of the problem. */
  readonly trades: readonly PlannedTrade[];
  /** All fees. */
  readonly fees: Money;
  /** What is left after trades and fees, never below 0. */
  readonly cash: Money;
  /** Rules that whole lots break within their tolerance, and by how much. */
  readonly breaches: readonly RuleBreach[];
}

/** One purchase or sale. */
export interface PlannedTrade {
  readonly asset: string;
  /** Above 0 for a purchase, below 0 for a sale. */
  readonly lots: number;
  /** What is paid or received, without the fee. */
  readonly amount: Money;
  readonly fee: Money;
}

/** No portfolio meets all rules. */
export interface InfeasibleDiscrete {
  readonly status: 'infeasible';
  /**
   * Rules that contradict each other, by name: those of the problem, `max-holdings`, `min-holdings`, `min-ticket:…`, `min-trade:…`
   * and `lots`. Without any one of them the rest can hold, as far as that was settled within the nodes that are spent on it.
   */
  readonly conflicting: readonly string[];
  /** What the nearest portfolio of whole lots that was found breaks; empty without lots. */
  readonly breaches: readonly RuleBreach[];
  readonly reasons: readonly Reason[];
}

/** The search ended without a portfolio, and without a proof that there is none. */
export interface UncertifiedDiscrete {
  readonly status: 'no-convergence';
  readonly nodes: number;
  readonly reasons: readonly Reason[];
}
