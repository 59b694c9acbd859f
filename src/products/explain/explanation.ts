import type { PlainDate } from '../../dates/index.js';
import type { LocalisedText, Reason } from '../../evidence/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { ExAnteCosts } from '../costs/ex-ante.js';
import type { RiskRating } from '../risk.js';

/** The parts of an explanation, in the order in which a client reads them. */
export const EXPLANATION_SECTIONS = [
  'what',
  'risks',
  'returns',
  'costs',
  'liquidity',
  'for-whom',
  'documents',
] as const;

/** A part of an explanation; see `EXPLANATION_SECTIONS`. */
export type ExplanationSectionName = (typeof EXPLANATION_SECTIONS)[number];

/** One part of an explanation; each reason is a sentence. */
export interface ExplanationSection {
  readonly section: ExplanationSectionName;
  /** At least one. */
  readonly reasons: readonly Reason[];
}

/** What becomes of money in a product if the market goes one way. */
export interface ProductScenario {
  readonly scenario: 'stress' | 'unfavourable' | 'moderate' | 'favourable';
  /** The share of all outcomes that are worse, decimal fraction. */
  readonly percentile: number;
  /** After the product's charges, annual, decimal fraction. */
  readonly annualReturn: number;
  /** What the amount has become by the end of the holding period; only where an amount was given. */
  readonly endValue?: Money;
}

/** What a product may return, by assumptions: scenarios, no promise. */
export interface ProductScenarios {
  /** The holding period, years. */
  readonly years: number;
  /** The day for which the assumptions hold. */
  readonly assumptionsAsOf: PlainDate;
  /** Of the product before its charges, annual arithmetic mean, decimal fraction. */
  readonly expectedReturn: number;
  /** Of the product, annual standard deviation, decimal fraction. */
  readonly volatility: number;
  /** Worst first. */
  readonly scenarios: readonly ProductScenario[];
}

/** A product explained to a client. Plain data; `formatExplanation` puts it into words. */
export interface ProductExplanation<C extends CurrencyCode = CurrencyCode> {
  /** The product's id. */
  readonly product: string;
  readonly name: string;
  readonly asOf: PlainDate;
  /** The rating that counts on that day. */
  readonly rating: RiskRating;
  /** In the order of `EXPLANATION_SECTIONS`; a part about which there is nothing to say is left out. */
  readonly sections: readonly ExplanationSection[];
  /** Absent without assumptions, for products whose pay-out a contract settles, and for those that have matured. */
  readonly scenarios?: ProductScenarios;
  /** Absent without an amount, and for a product that has matured. */
  readonly costs?: ExAnteCosts<C>;
  /** The host's own words for its ids, as given. */
  readonly names: Readonly<Record<string, LocalisedText>>;
}
