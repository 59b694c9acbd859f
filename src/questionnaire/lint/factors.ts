import { type Citation, makeCitation } from '../../evidence/index.js';
import type { QuestionnaireDefinition } from '../definition.js';
import { finding, type LintFinding } from './finding.js';

/**
 * What a questionnaire in China asks about: age, financial status, investment experience, purpose, expected return, risk
 * preference, liquidity need, awareness of risk, loss that can be borne.
 */
export const REQUIRED_FACTORS = [
  'age',
  'financialStatus',
  'experience',
  'purpose',
  'returnExpectation',
  'riskPreference',
  'liquidityNeed',
  'riskAwareness',
  'maxLoss',
] as const;

/** A factor that a questionnaire must cover; see `REQUIRED_FACTORS`. */
export type RequiredFactor = (typeof REQUIRED_FACTORS)[number];

/** Factors that no item covers; `financialStatus.income` covers `financialStatus`. */
export function lintFactors({ items }: QuestionnaireDefinition): readonly LintFinding[] {
  const covered = new Set(items.map(({ factor }) => factor.split('.')[0]));
  return REQUIRED_FACTORS.filter((factor) => !covered.has(factor)).map((factor) =>
    finding('definition.items', 'questionnaire.lint-factor-missing', { factor }, 'warn', [
      NINE_FACTORS,
    ]),
  );
}

const NINE_FACTORS: Citation = makeCitation({
  instrument:
    '商业银行理财产品销售管理办法 (China Banking Regulatory Commission, Order No. 5 of 2011)',
  article: 'risk-tolerance assessment',
  verified: false,
});
