import { checkInteger } from '../../../errors/index.js';
import type { CreditRiskClass } from './priips-credit-risk.js';
import type { MarketRiskClass } from './priips-market-risk.js';

/** A summary risk indicator (SRI), from 1 for the least risk to 7, as in a key information document. */
export type SummaryRiskClass = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** One row for each credit risk measure, one column for each market risk measure (point 52). */
const TABLE: readonly (readonly SummaryRiskClass[])[] = [
  [1, 2, 3, 4, 5, 6, 7],
  [1, 2, 3, 4, 5, 6, 7],
  [3, 3, 3, 4, 5, 6, 7],
  [5, 5, 5, 5, 5, 6, 7],
  [5, 5, 5, 5, 5, 6, 7],
  [6, 6, 6, 6, 6, 6, 7],
];

/**
 * Puts market and credit risk together into the summary risk indicator.
 *
 * The manufacturer may decide for a higher number where this one does not do justice to the risks (point 52a).
 *
 * @param creditRisk may be left out for market risk 7, for which credit risk need not be assessed (point 30); else it is
 * required, with 1 for a product without credit risk.
 * @throws AptfolioError `missing-value`, `out-of-range` and the like with the path.
 *
 * Source: Delegated Regulation (EU) 2017/653, Annex II, Part 3, points 52 and 52a.
 *
 * @example
 * ```ts
 * import { summaryRiskIndicator } from 'aptfolio/suitability/packs/eu';
 *
 * summaryRiskIndicator(3, 1); // => 3
 * summaryRiskIndicator(3, 4); // => 5
 * summaryRiskIndicator(7); // => 7
 * ```
 */
export function summaryRiskIndicator(
  marketRisk: MarketRiskClass,
  creditRisk?: CreditRiskClass,
): SummaryRiskClass {
  const market = checkInteger(marketRisk, 'marketRisk', { min: 1, max: 7 });
  if (market === 7 && creditRisk === undefined) return 7;
  const credit = checkInteger(creditRisk, 'creditRisk', { min: 1, max: 6 });
  return TABLE[credit - 1]?.[market - 1] as SummaryRiskClass;
}
