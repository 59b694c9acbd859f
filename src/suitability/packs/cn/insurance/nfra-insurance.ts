import type { RulePack, Term } from '../../../../rules/index.js';
import { CLIENT_FACTS } from '../../../facts/client-facts.js';
import { label } from '../../../facts/declare.js';
import { ORDER_FACTS } from '../../../facts/order-facts.js';
import { PRODUCT_FACTS } from '../../../facts/product-facts.js';
import { CASE_TERMS } from '../../../facts/terms.js';
import { frozenCopy } from '../../frozen-copy.js';
import { CONDUCT_FACTS } from '../conduct-facts.js';
import { nfraRetention } from '../nfra/nfra-conduct-retention.js';
import { CN_REGIMES } from '../regime.js';
import { INSURANCE_CASES } from './nfra-insurance-cases.js';
import { INSURANCE_CONDUCT_FACTS, WAY_THROUGH_FACTS } from './nfra-insurance-facts.js';
import { insuranceMessages } from './nfra-insurance-messages.js';
import { INSURANCE_PARAMETERS, INSURANCE_RULES, MEANS_MISMATCH } from './nfra-insurance-rules.js';

/**
 * Whether insurance fits what an applicant can pay, and whether a signed declaration is needed: articles 12(2), 38, 39, 40 and 47 of
 * 金融机构产品适当性管理办法.
 *
 * What unit-linked and other insurance that may lose principal needs besides (article 36) is in `cnNfraInsuranceConduct`: here a
 * rule on it would leave every application undetermined of which nobody says whether principal is at risk.
 */
export const cnNfraInsurance: RulePack = frozenCopy<RulePack>({
  id: 'cn-nfra-insurance',
  version: '2026.1',
  title: label(
    '保险产品销售适当性：支付水平与投保声明（可能损失本金的产品另按保险销售行为规则评级、评估）',
    '保險產品銷售適當性：支付水平與投保聲明（可能損失本金的產品另按保險銷售行為規則評級、評估）',
    'Suitability of insurance: ability to pay and declaration (ratings where principal may be lost: see the rules on conduct)',
  ),
  kind: 'law',
  jurisdiction: 'CN',
  inForce: { from: '2017-07-01' },
  facts: {
    ...CLIENT_FACTS,
    ...PRODUCT_FACTS,
    ...ORDER_FACTS,
    ...CONDUCT_FACTS,
    ...WAY_THROUGH_FACTS,
    ...INSURANCE_CONDUCT_FACTS,
  },
  terms: {
    'client.ageYears': CASE_TERMS['client.ageYears'] as Term,
    'order.meansMismatch': MEANS_MISMATCH,
  },
  parameters: INSURANCE_PARAMETERS,
  rules: INSURANCE_RULES,
  messages: insuranceMessages,
  candidates: CN_REGIMES,
  covers: { 'product.regime': ['nfra-insurance'] },
  cases: INSURANCE_CASES,
  retention: [nfraRetention('insurance')],
});
