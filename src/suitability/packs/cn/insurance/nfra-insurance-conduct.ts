import type { DatedParameter, FactDeclaration, RulePack } from '../../../../rules/index.js';
import { CLIENT_FACTS } from '../../../facts/client-facts.js';
import { label } from '../../../facts/declare.js';
import { ORDER_FACTS } from '../../../facts/order-facts.js';
import { PRODUCT_FACTS } from '../../../facts/product-facts.js';
import { CASE_TERMS } from '../../../facts/terms.js';
import { frozenCopy } from '../../frozen-copy.js';
import { nfra } from '../citations.js';
import { CAPACITY_FACTS, CAPACITY_TERMS } from '../civil-capacity.js';
import { CONDUCT_FACTS } from '../conduct-facts.js';
import { NFRA_SALE_FACTS } from '../nfra/nfra-conduct-facts.js';
import { nfraRetention } from '../nfra/nfra-conduct-retention.js';
import { NFRA_CLIENT_PARAMETERS } from '../nfra/nfra-rules-client.js';
import { ABOVE_LEVEL, NFRA_IN_FORCE } from '../nfra/nfra-rules-scope.js';
import { CN_REGIMES } from '../regime.js';
import { INSURANCE_CONDUCT_CASES } from './nfra-insurance-conduct-cases.js';
import { insuranceConductMessages } from './nfra-insurance-conduct-messages.js';
import { INSURANCE_CONDUCT_RULES } from './nfra-insurance-conduct-rules.js';
import {
  INSURANCE_CONDUCT_FACTS,
  SHORT_TERM_MONTHS,
  WAY_THROUGH_FACTS,
} from './nfra-insurance-facts.js';

const PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  shortTermMonths: SHORT_TERM_MONTHS,
  validMonths: {
    label: label('测评结果有效期', '評估結果有效期', 'how long an assessment counts'),
    unit: 'months',
    stricter: 'lower',
    history: [{ ...NFRA_IN_FORCE, value: 12, citation: nfra('29(2)') }],
  },
};

/**
 * How insurance is sold: articles 32 to 37 and 40 of 金融机构产品适当性管理办法, what a declaration says (39), articles 18 and 19 for
 * applicants who need protection, and articles 12(1), 12(3), 13(3) and 38 for insurance that may lose principal or was judged unsuitable. Use it beside `cnNfraInsurance`.
 */
export const cnNfraInsuranceConduct: RulePack = frozenCopy<RulePack>({
  id: 'cn-nfra-insurance-conduct',
  version: '2026.1',
  title: label(
    '保险产品销售行为（含可能损失本金的保险的风险评级与匹配）',
    '保險產品銷售行為（含可能損失本金的保險的風險評級與匹配）',
    'Conduct of selling insurance (with ratings and match where principal may be lost)',
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
    ...CAPACITY_FACTS,
    'online.ageFriendly': NFRA_SALE_FACTS['online.ageFriendly'] as FactDeclaration,
  },
  terms: { ...CASE_TERMS, ...CAPACITY_TERMS, 'order.aboveLevel': ABOVE_LEVEL },
  parameters: { ...NFRA_CLIENT_PARAMETERS, ...PARAMETERS },
  rules: INSURANCE_CONDUCT_RULES,
  messages: insuranceConductMessages,
  candidates: CN_REGIMES,
  cases: INSURANCE_CONDUCT_CASES,
  retention: [nfraRetention('insurance-conduct')],
});
