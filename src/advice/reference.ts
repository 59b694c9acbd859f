import type { AllocationPolicy } from '../allocation/index.js';
import type { CompletenessPolicy, NeedPolicy } from '../client/index.js';
import type { CalendarData } from '../dates/index.js';
import type { CapitalMarketAssumptions } from '../market/index.js';
import type { Product } from '../products/index.js';
import type { QuestionnaireDefinition } from '../questionnaire/index.js';
import type { FactGroup } from '../suitability/index.js';

/** What the bank brings to every case: its forms, policies, views and products. Plain data. */
export interface AdviceReference {
  /** What must be known before anyone may be advised. */
  readonly completeness: CompletenessPolicy;
  readonly questionnaire: QuestionnaireDefinition;
  readonly needs: NeedPolicy;
  readonly assumptions: CapitalMarketAssumptions;
  readonly allocation: AllocationPolicy;
  readonly products: readonly Product[];
  /** What the packs read of a product beyond its row, by product id: `{ issuerKind: 'fund-manager' }`. */
  readonly productFacts?: Readonly<Record<string, FactGroup>>;
  /** Days on which the bank deals: orders then have their real days. Needed for products with windows, notice or a cut-off. */
  readonly calendar?: CalendarData;
  readonly selection: {
    /** The longest lock-up that clients are led into, days. */
    readonly maxLockUpDays: number;
    /** The most that one product may hold, decimal fraction above 0. Default 1. */
    readonly maxWeightPerProduct?: number;
    /** Most steps of the search for the best fit, a whole number above 0; a fit that is not proved within it says so. */
    readonly maxNodes?: number;
  };
  readonly projection: {
    /** Simulated paths, 2 to 1,000,000. */
    readonly paths: number;
    readonly seed: number;
    /** With which probability the goal should be reached; above 0, below 1. */
    readonly probability: number;
  };
  readonly orders: {
    /** The product that takes what rounding leaves over. */
    readonly residualProduct: string;
    /** Every other order is a multiple of this, decimal text. */
    readonly amountStep: string;
    /** Most that may be ordered of a product on one day, decimal text by product id. */
    readonly dailyLimits?: Readonly<Record<string, string>>;
    /**
     * The largest share of the amount that steps, minimums and limits may lead elsewhere than the selection says, decimal
     * fraction; beyond it there is no advice. Costs and goal are those of the selection. Default 0.05.
     */
    readonly maxDeviation?: number;
  };
}
