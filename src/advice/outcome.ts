import type { AllocationResult, OptimalAllocation } from '../allocation/index.js';
import type {
  ClientProfile,
  Completeness,
  NeedsAssessment,
  RequiredReturn,
} from '../client/index.js';
import type { Reason } from '../evidence/index.js';
import type { CurrencyCode, Money } from '../money/index.js';
import type { OrderCheck, OrderPlan } from '../orders/index.js';
import type { ExAnteCosts } from '../products/index.js';
import type { ContributionResult, GoalProjection, Simulation } from '../projection/index.js';
import type { RiskLevel, ScoredQuestionnaire } from '../questionnaire/index.js';
import type { Selection } from '../selection/index.js';

/** Where a case stopped, in the order of the steps. */
export const ADVICE_STEPS = [
  'intake',
  'questionnaire',
  'profile',
  'needs',
  'allocation',
  'selection',
  'orders',
] as const;

/** A step of the process; see `ADVICE_STEPS`. */
export type AdviceStep = (typeof ADVICE_STEPS)[number];

/** A pre-trade check without the assessment behind it. */
export type AdviceOrderCheck = Omit<OrderCheck, 'assessment'>;

/** What is known of a case, as far as it has come. */
export interface AdviceProgress<C extends CurrencyCode = CurrencyCode> {
  readonly intake: Completeness;
  readonly assessment: ScoredQuestionnaire;
  readonly profile: ClientProfile<C>;
  readonly needs: NeedsAssessment<C>;
  /** What can be invested: the money beyond the reserve, as far as the deposit that pays covers it. */
  readonly amount: Money<C>;
  /** The allocation of every level, for comparison; the client's own is `allocation`. */
  readonly allocations: Readonly<Record<RiskLevel, AllocationResult>>;
  readonly allocation: OptimalAllocation;
  readonly selection: Selection;
  readonly costs: ExAnteCosts<C>;
  readonly goal: GoalOutlook<C>;
  readonly orders: Extract<OrderPlan<C>, { readonly status: 'planned' }>;
  /** The hash that the client's consent is bound to. */
  readonly proposalHash: string;
  /** The pre-trade check of each order by its id, consent apart; without packs, or without a law among them, none is allowed. */
  readonly checks: Readonly<Record<string, AdviceOrderCheck>>;
}

/** How the goal stands with this advice. */
export interface GoalOutlook<C extends CurrencyCode = CurrencyCode> {
  readonly id: string;
  /** What it will cost on its day. */
  readonly target: Money<C>;
  /** Expected return of the products after their annual fees; annual, decimal fraction. */
  readonly netReturn: number;
  /** The return that the goal requires, held against `netReturn`. Need never raises the level. */
  readonly required: RequiredReturn<C>;
  readonly projection: GoalProjection;
  readonly simulation: Simulation;
  /** The monthly contribution that reaches the goal with the wanted probability. */
  readonly contribution: ContributionResult;
}

/** Advice down to the orders. */
export type ProposedAdvice<C extends CurrencyCode = CurrencyCode> = AdviceProgress<C> & {
  readonly status: 'proposed';
  readonly reasons: readonly Reason[];
};

/** No advice, where the case stopped, and all that is known up to there. */
export type StoppedAdvice<C extends CurrencyCode = CurrencyCode> = Partial<AdviceProgress<C>> & {
  /**
   * `incomplete`: something must be asked or answered first; `blocked`: nobody may advise this client now;
   * `nothing-to-invest`: there is no money beyond the reserve; `not-possible`: no portfolio or product fits.
   */
  readonly status: 'incomplete' | 'blocked' | 'nothing-to-invest' | 'not-possible';
  readonly step: AdviceStep;
  /** At least one. */
  readonly reasons: readonly Reason[];
};

/** What became of a case. */
export type AdviceOutcome<C extends CurrencyCode = CurrencyCode> =
  | ProposedAdvice<C>
  | StoppedAdvice<C>;
