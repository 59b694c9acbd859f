import type { RulePack } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import { frozenCopy } from '../frozen-copy.js';
import { MIFID_IN_FORCE } from './citations.js';
import { EU_FACTS } from './facts.js';
import { euRetention } from './retention.js';
import { ADVISED } from './scope.js';
import { EU_MATCH_CASES } from './suitability-cases-match.js';
import { EU_GUIDELINE_CASES, EU_SUSTAINABILITY_CASES } from './suitability-cases-preferences.js';
import { EU_PROCESS_CASES, EU_REVIEW_CASES } from './suitability-cases-process.js';
import { euSuitabilityMessages } from './suitability-messages.js';
import { EU_GUIDELINE_PARAMETERS, EU_GUIDELINE_RULES } from './suitability-rules-guidelines.js';
import { EU_MATCH_RULES } from './suitability-rules-match.js';
import { EU_PROCESS_RULES, EU_REVIEW_PARAMETERS } from './suitability-rules-process.js';
import { EU_SUSTAINABILITY_RULES } from './suitability-rules-sustainability.js';

/**
 * Whether something may be recommended, or bought for a portfolio under management, in the European Union: article 25(2) of
 * Directive 2014/65/EU and articles 54 and 55 of Delegated Regulation (EU) 2017/565.
 *
 * Risk tolerance, ability to bear losses and the risk of the instrument are classes from 1 to 7, that of the summary risk
 * indicator. The law has no such scale; it is how the firm says what the law asks for, and how it maps its clients to the
 * classes is its own.
 */
export const euSuitability: RulePack = frozenCopy<RulePack>({
  id: 'eu-mifid-suitability',
  version: '2026.1',
  title: label(
    '欧盟投资建议与组合管理的适合性',
    '歐盟投資建議與組合管理的合適性',
    'Suitability for investment advice and portfolio management in the European Union',
  ),
  kind: 'law',
  jurisdiction: 'EU',
  inForce: MIFID_IN_FORCE,
  facts: EU_FACTS,
  parameters: { ...EU_REVIEW_PARAMETERS, ...EU_GUIDELINE_PARAMETERS },
  rules: [
    ...EU_MATCH_RULES,
    ...EU_SUSTAINABILITY_RULES,
    ...EU_PROCESS_RULES,
    ...EU_GUIDELINE_RULES,
  ],
  messages: euSuitabilityMessages,
  covers: { 'service.kind': ['investment-advice', 'portfolio-management'] },
  cases: [
    ...EU_MATCH_CASES,
    ...EU_SUSTAINABILITY_CASES,
    ...EU_PROCESS_CASES,
    ...EU_REVIEW_CASES,
    ...EU_GUIDELINE_CASES,
  ],
  retention: euRetention(ADVISED, 'advised'),
});
