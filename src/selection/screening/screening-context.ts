import type { BusinessCalendar, PlainDate } from '../../dates/index.js';
import type { CurrencyCode, FxRates, Money } from '../../money/index.js';
import type { Product, TargetClient } from '../../products/index.js';
import type { RiskLevel } from '../../questionnaire/index.js';
import type { CompiledPack } from '../../rules/index.js';
import type {
  CaseFacts,
  FactGroup,
  SuitabilityAssessment,
  SuitabilityCase,
} from '../../suitability/index.js';

/** What decides whether a product is open to a client, suitability apart. Plain data. */
export interface ScreeningTerms {
  /** The day that counts; needed where a product has `changes` or `dealing`, such as a cut-off, or money is needed on a day. */
  readonly asOf?: PlainDate;
  /** The longest lock-up the client can bear, days: the bank's policy, or the days until money is needed. No limit by default. */
  readonly maxLockUpDays?: number;
  /**
   * The day on which all money must be back in the account, paid out and booked. Of a product whose redemptions are limited by day no more is
   * bought than is let out by then; where not even the least purchase is, it is rejected. No such day by default. See `moneyNeeded` for parts.
   */
  readonly moneyNeededOn?: PlainDate;
  /** What is to be invested in all; products whose minimum is above it are rejected. Above 0. */
  readonly amount?: Money;
  /** Currencies that the client takes products in, beside that of the amount. Default none. */
  readonly currencies?: readonly CurrencyCode[];
  /** Rates for amounts of products in other currencies. */
  readonly fx?: FxRates;
  /** Ids of products that the client holds already. */
  readonly held?: readonly string[];
  /** What is known of the client for the products' target markets; what is absent is not known. */
  readonly client?: TargetClient;
  /** Documents that the client has had, by the bank's ids. Default none. */
  readonly documents?: readonly string[];
}

/** Screening by the client's risk level: level Ck may hold ratings up to Rk. */
export interface LevelScreening extends ScreeningTerms {
  readonly level: RiskLevel;
}

/** Screening by the rules of packs, which say what a risk level is good for. */
export interface PackScreening extends ScreeningTerms {
  readonly asOf: PlainDate;
  readonly suitability: ProductSuitability;
  /** Not judged here: the packs read it among the facts. */
  readonly level?: RiskLevel;
}

/** For whom products are screened, and by what. */
export type ScreeningContext = (LevelScreening | PackScreening) & {
  /** Business days. Default Monday to Friday. */
  readonly calendar?: BusinessCalendar;
};

/** How the suitability of a product is judged. */
export type ProductSuitability = {
  /** What is known of the client, the order and the household, by name as packs declare it; nothing of the product. */
  readonly facts: CaseFacts;
} & (
  | {
      readonly packs: readonly CompiledPack[];
      /** The group `product` of the facts. Default: its two ratings and whether it is private, where packs ask for them. */
      readonly factsOf?: (product: Product) => FactGroup;
    }
  | {
      /** Made by `prepareAssessments`, for the same day. */
      readonly assess: (given: SuitabilityCase) => SuitabilityAssessment;
      readonly factsOf: (product: Product) => FactGroup;
    }
);
