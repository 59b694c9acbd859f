import type { RulePack } from '../../../rules/index.js';
import { CLIENT_FACTS } from '../../facts/client-facts.js';
import { label } from '../../facts/declare.js';
import { ORDER_FACTS } from '../../facts/order-facts.js';
import { frozenCopy } from '../frozen-copy.js';
import { SG_CLIENT_CASES } from './cases-client.js';
import { SG_RECOMMENDATION_CASES } from './cases-recommendation.js';
import { unread } from './citations.js';
import { SG_FACTS } from './facts.js';
import { sgMessages } from './messages.js';
import { SG_IN_FORCE, SG_PARAMETERS, SG_TERMS } from './parameters.js';
import { SG_RULES } from './rules.js';

/** Whether a financial adviser in Singapore may recommend or carry out an investment. */
export const sgMas: RulePack = frozenCopy<RulePack>({
  id: 'sg-mas',
  version: '2026.1',
  title: label(
    '新加坡财务顾问法：推荐与客户保障',
    '新加坡財務顧問法：推薦與客戶保障',
    'Singapore: recommendations and safeguards under the Financial Advisers Act',
  ),
  kind: 'law',
  jurisdiction: 'SG',
  inForce: SG_IN_FORCE,
  facts: { ...CLIENT_FACTS, ...ORDER_FACTS, ...SG_FACTS },
  terms: SG_TERMS,
  parameters: SG_PARAMETERS,
  rules: SG_RULES,
  messages: sgMessages,
  cases: [...SG_RECOMMENDATION_CASES, ...SG_CLIENT_CASES],
  retention: [
    {
      id: 'SG-FAR-26',
      inForce: SG_IN_FORCE,
      years: 5,
      after: 'decision',
      citations: [unread('Financial Advisers Regulations (Singapore)', '26')],
    },
  ],
});
