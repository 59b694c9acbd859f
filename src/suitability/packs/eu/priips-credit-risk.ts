import {
  checkBoolean,
  checkInteger,
  checkObject,
  checkOneOf,
  checkRange,
} from '../../../errors/index.js';

/** A credit risk measure (CRM), from 1 for the least risk to 6. */
export type CreditRiskClass = 1 | 2 | 3 | 4 | 5 | 6;

/** A credit quality step of Implementing Regulation (EU) 2016/1800, from 0 for the best to 6. */
export type CreditQualityStep = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/**
 * Where the retail investor stands among the creditors, with the point of Annex II that speaks of it.
 *
 * - `segregated`: the assets cover the claim until maturity and are held apart with a third party, out of reach of others (46).
 * - `earmarked`: the assets cover the claim until maturity, are identified on registers and serve the investors first (47).
 * - `preferred`: before ordinary creditors of an obligor under prudential requirements (49).
 * - `ordinary`: neither better nor worse than they.
 * - `subordinated`: after the senior creditors (50).
 * - `own-funds`: part of the obligor's own funds (51).
 */
export const INVESTOR_CLAIMS = [
  'segregated',
  'earmarked',
  'preferred',
  'ordinary',
  'subordinated',
  'own-funds',
] as const;

/** Where the retail investor stands among the creditors; see `INVESTOR_CLAIMS`. */
export type InvestorClaim = (typeof INVESTOR_CLAIMS)[number];

/** What the credit risk measure depends on besides the step. */
export interface CreditRiskTerms {
  /** Years to the maturity or, where there is none, of the recommended holding period; above 0. */
  readonly years: number;
  /** Default: `ordinary`. */
  readonly claim?: InvestorClaim;
  /** Whether the credit assessment already reflects that time, so that the step is not adjusted to it. Default: no. */
  readonly assessedForTerm?: boolean;
}

/** Adjusted steps by step: up to one year, one to twelve years, more than twelve years (point 42). */
const ADJUSTED: readonly (readonly [number, number, number])[] = [
  [0, 0, 0],
  [1, 1, 1],
  [1, 2, 2],
  [2, 3, 3],
  [3, 4, 5],
  [4, 5, 6],
  [6, 6, 6],
];

/**
 * Finds the credit risk measure of an obligor.
 *
 * Without an external assessment the step is 3 for a regulated credit institution or insurer in a Member State of step 3, and
 * otherwise 5 (point 43). A product without credit risk, such as a UCITS at its own level (point 34), goes with 1.
 *
 * @param step the credit quality step before it is adjusted to the term.
 * @returns 1 to 6. Exactly one year counts as more, since the text names it twice and this is the more careful reading.
 * @throws AptfolioError `out-of-range`, `unknown-value` and the like with the path.
 *
 * Source: Delegated Regulation (EU) 2017/653, Annex II, Part 2, points 42 and 44 to 51.
 *
 * @example
 * ```ts
 * import { creditRiskMeasure } from 'aptfolio/suitability/packs/eu';
 *
 * creditRiskMeasure(3, { years: 5 }); // => 3
 * creditRiskMeasure(3, { years: 0.5 }); // => 2
 * creditRiskMeasure(3, { years: 5, claim: 'subordinated' }); // => 5
 * ```
 */
export function creditRiskMeasure(
  step: CreditQualityStep,
  terms: CreditRiskTerms,
): CreditRiskClass {
  const quality = checkInteger(step, 'step', { min: 0, max: 6 });
  const { years, claim = 'ordinary', assessedForTerm = false } = checkObject(terms, 'terms');
  const term = checkRange(years, 'terms.years', { exclusiveMin: 0 });
  const standing = checkOneOf(claim, 'terms.claim', INVESTOR_CLAIMS);
  const asAssessed = checkBoolean(assessedForTerm, 'terms.assessedForTerm');
  const adjusted = asAssessed ? quality : adjustedStep(quality, term);
  // Steps 0 and 1 share the first class (point 45).
  return escalated(Math.max(adjusted, 1), standing);
}

function adjustedStep(step: number, years: number): number {
  const column = years < 1 ? 0 : years <= 12 ? 1 : 2;
  return (ADJUSTED[step] as readonly [number, number, number])[column];
}

function escalated(measure: number, claim: InvestorClaim): CreditRiskClass {
  switch (claim) {
    case 'segregated':
      return 1;
    case 'earmarked':
      return Math.min(measure, 2) as CreditRiskClass;
    case 'preferred':
      return Math.max(measure - 1, 1) as CreditRiskClass;
    case 'subordinated':
      return Math.min(measure + 2, 6) as CreditRiskClass;
    case 'own-funds':
      return Math.min(measure + 3, 6) as CreditRiskClass;
    default:
      return measure as CreditRiskClass;
  }
}
