import type { RulePack } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import { ORDER_FACTS } from '../../facts/order-facts.js';
import { frozenCopy } from '../frozen-copy.js';
import { AU_ADVICE_CASES } from './cases-advice.js';
import { AU_DISTRIBUTION_CASES } from './cases-distribution.js';
import { RECORDS_OF_ADVICE } from './citations.js';
import { AU_FACTS } from './facts.js';
import { auMessages } from './messages.js';
import { AU_PARAMETERS, AU_TERMS } from './parameters.js';
import { AU_IN_FORCE, AU_RULES } from './rules.js';

/** Whether a financial services licensee in Australia may advise on or distribute a product. */
export const auCorporations: RulePack = frozenCopy<RulePack>({
  id: 'au-corporations',
  version: '2026.1',
  title: label(
    '澳大利亚公司法：个人建议与目标市场',
    '澳洲公司法：個人建議與目標市場',
    'Australia: personal advice and target markets under the Corporations Act',
  ),
  kind: 'law',
  jurisdiction: 'AU',
  inForce: AU_IN_FORCE,
  facts: { ...ORDER_FACTS, ...AU_FACTS },
  terms: AU_TERMS,
  parameters: AU_PARAMETERS,
  rules: AU_RULES,
  messages: auMessages,
  cases: [...AU_ADVICE_CASES, ...AU_DISTRIBUTION_CASES],
  retention: [
    {
      id: 'AU-records-of-advice',
      inForce: AU_IN_FORCE,
      years: 7,
      after: 'decision',
      citations: [RECORDS_OF_ADVICE],
    },
  ],
});
