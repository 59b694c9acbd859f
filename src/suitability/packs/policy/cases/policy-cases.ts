import type { GoldenCase } from '../../../../rules/index.js';
import { assessmentCases } from './assessment-cases.js';
import { concentrationCases } from './concentration-cases.js';
import { coolingOffCases } from './cooling-off-cases.js';
import { fitCases } from './fit-cases.js';
import { historyCases } from './history-cases.js';
import { limitCases } from './limit-cases.js';
import { liquidityCases } from './liquidity-cases.js';
import { riskCases } from './risk-cases.js';
import { targetMarketCases } from './target-market-cases.js';

/** The cases of the policy with the house's thresholds, each with the arithmetic that decides it. */
export function policyCases(): readonly GoldenCase[] {
  return [
    ...concentrationCases(),
    ...liquidityCases(),
    ...riskCases(),
    ...assessmentCases(),
    ...fitCases(),
    ...targetMarketCases(),
    ...historyCases(),
    ...coolingOffCases(),
    ...limitCases(),
  ];
}
