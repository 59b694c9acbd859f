import type { RulePack } from '../../../../rules/index.js';
import { CLIENT_FACTS } from '../../../facts/client-facts.js';
import { label } from '../../../facts/declare.js';
import { ORDER_FACTS } from '../../../facts/order-facts.js';
import { PRODUCT_FACTS } from '../../../facts/product-facts.js';
import { CASE_TERMS } from '../../../facts/terms.js';
import { frozenCopy } from '../../frozen-copy.js';
import { CAPACITY_TERMS } from '../civil-capacity.js';
import { ABOVE_LEVEL } from '../nfra/nfra-rules-scope.js';
import { CN_REGIMES } from '../regime.js';
import { CSRC_CASES } from './csrc-cases.js';
import { csrcMessages } from './csrc-messages.js';
import { csrcRetention } from './csrc-retention.js';
import { CSRC_FACTS, CSRC_IN_FORCE, CSRC_PARAMETERS, CSRC_RULES } from './csrc-rules.js';

/**
 * Whether a product that a securities, fund or futures firm issued may be sold to a client: 证券期货投资者适当性管理办法. It follows
 * the product to the bank that sells it. What a person can do in law comes from the Civil Code.
 *
 * The copies of the order that were read do not fix how long an assessment counts, so no rule here lets one expire.
 */
export const cnCsrc: RulePack = frozenCopy<RulePack>({
  id: 'cn-csrc',
  version: '2026.1',
  title: label(
    '证券期货经营机构产品销售适当性',
    '證券期貨經營機構產品銷售適當性',
    'Suitability of products of securities, fund and futures firms',
  ),
  kind: 'law',
  jurisdiction: 'CN',
  inForce: CSRC_IN_FORCE,
  facts: { ...CLIENT_FACTS, ...PRODUCT_FACTS, ...ORDER_FACTS, ...CSRC_FACTS },
  terms: { ...CASE_TERMS, ...CAPACITY_TERMS, 'order.aboveLevel': ABOVE_LEVEL },
  parameters: CSRC_PARAMETERS,
  rules: CSRC_RULES,
  messages: csrcMessages,
  candidates: CN_REGIMES,
  covers: { 'product.regime': ['csrc'] },
  cases: CSRC_CASES,
  retention: [csrcRetention('sale')],
});
