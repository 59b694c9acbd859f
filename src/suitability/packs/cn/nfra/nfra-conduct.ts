import type { DatedParameter, RulePack, Term } from '../../../../rules/index.js';
import { CLIENT_FACTS } from '../../../facts/client-facts.js';
import { label } from '../../../facts/declare.js';
import { ORDER_FACTS } from '../../../facts/order-facts.js';
import { PRODUCT_FACTS } from '../../../facts/product-facts.js';
import { CASE_TERMS } from '../../../facts/terms.js';
import { frozenCopy } from '../../frozen-copy.js';
import { CONDUCT_FACTS } from '../conduct-facts.js';
import { CSRC_FACTS } from '../csrc/csrc-rules.js';
import { NFRA_CONDUCT_CASES } from './nfra-conduct-cases.js';
import { NFRA_INSTITUTION_FACTS, NFRA_SALE_FACTS } from './nfra-conduct-facts.js';
import { nfraInstitutionMessages } from './nfra-conduct-institution-messages.js';
import { NFRA_INSTITUTION_RULES } from './nfra-conduct-institution-rules.js';
import { nfraSaleMessages } from './nfra-conduct-messages.js';
import { NFRA_PRODUCT_RULES } from './nfra-conduct-product-rules.js';
import { NFRA_PROHIBITIONS } from './nfra-conduct-prohibitions.js';
import { nfraRetention } from './nfra-conduct-retention.js';
import { NFRA_SALE_RULES } from './nfra-conduct-sale-rules.js';
import { NFRA_CLIENT_PARAMETERS } from './nfra-rules-client.js';
import { ABOVE_LEVEL, ASSESSMENT_WAIVED, PROFESSIONAL_INVESTOR } from './nfra-rules-scope.js';

/**
 * How an institution under 金融机构产品适当性管理办法 must go about designing, rating, marketing and selling, and what it owes while
 * clients hold a product or complain. The fact `conduct.activity` says what is being done; who says nothing asks about a sale.
 *
 * What insurance needs besides is in `cnNfraInsuranceConduct`, whether a product suits a client in `cnNfra`.
 */
export const cnNfraConduct: RulePack = frozenCopy<RulePack>({
  id: 'cn-nfra-conduct',
  version: '2026.1',
  title: label(
    '金融机构产品适当性管理行为规范',
    '金融機構產品適當性管理行為規範',
    'Conduct of financial institutions in suitability management',
  ),
  kind: 'law',
  jurisdiction: 'CN',
  inForce: { from: '2017-07-01' },
  facts: {
    ...CLIENT_FACTS,
    ...PRODUCT_FACTS,
    ...ORDER_FACTS,
    ...CSRC_FACTS,
    ...CONDUCT_FACTS,
    ...NFRA_SALE_FACTS,
    ...NFRA_INSTITUTION_FACTS,
  },
  terms: {
    'client.ageYears': CASE_TERMS['client.ageYears'] as Term,
    'product.risk': CASE_TERMS['product.risk'] as Term,
    'order.aboveLevel': ABOVE_LEVEL,
    'client.professionalInvestor': PROFESSIONAL_INVESTOR,
    'client.assessmentWaived': ASSESSMENT_WAIVED,
  },
  parameters: {
    elderlyFromAge: NFRA_CLIENT_PARAMETERS.elderlyFromAge as DatedParameter,
    highRisk: NFRA_CLIENT_PARAMETERS.highRisk as DatedParameter,
  },
  rules: [
    ...NFRA_SALE_RULES,
    ...NFRA_PROHIBITIONS,
    ...NFRA_PRODUCT_RULES,
    ...NFRA_INSTITUTION_RULES,
  ],
  messages: { ...nfraSaleMessages, ...nfraInstitutionMessages },
  cases: NFRA_CONDUCT_CASES,
  retention: [nfraRetention('conduct')],
});
