import type { RulePack } from '../../../rules/index.js';
import { CLIENT_FACTS } from '../../facts/client-facts.js';
import { label } from '../../facts/declare.js';
import { ORDER_FACTS } from '../../facts/order-facts.js';
import { frozenCopy } from '../frozen-copy.js';
import { US_CLIENT_CASES } from './cases-client.js';
import { US_RECOMMENDATION_CASES } from './cases-recommendation.js';
import { cfr17, finra } from './citations.js';
import { US_FACTS } from './facts.js';
import { usMessages } from './messages.js';
import { US_IN_FORCE, US_PARAMETERS, US_TERMS } from './parameters.js';
import { US_CLIENT_RULES } from './rules-client.js';
import { US_RECOMMENDATION_RULES } from './rules-recommendation.js';

/**
 * Whether a broker-dealer may recommend or carry out a transaction: Regulation Best Interest, Form CRS, the FINRA rules on
 * suitability, on knowing the customer and on specified adults, and accredited investors.
 */
export const usRegBi: RulePack = frozenCopy<RulePack>({
  id: 'us-reg-bi',
  version: '2026.1',
  title: label(
    '美国最佳利益规则与适合性',
    '美國最佳利益規則與合適性',
    'United States: Regulation Best Interest and suitability',
  ),
  kind: 'law',
  jurisdiction: 'US',
  inForce: US_IN_FORCE,
  facts: { ...CLIENT_FACTS, ...ORDER_FACTS, ...US_FACTS },
  terms: US_TERMS,
  parameters: US_PARAMETERS,
  rules: [...US_RECOMMENDATION_RULES, ...US_CLIENT_RULES],
  messages: usMessages,
  cases: [...US_RECOMMENDATION_CASES, ...US_CLIENT_CASES],
  retention: [
    {
      id: 'US-17a-4(e)(5)',
      inForce: US_IN_FORCE,
      years: 6,
      after: 'relationship-end',
      citations: [cfr17('240.17a-4(e)(5)'), cfr17('240.17a-3(a)(35)'), finra('4512.01')],
    },
  ],
});
