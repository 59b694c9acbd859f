import type { RulePack } from '../../../../rules/index.js';
import { CLIENT_FACTS } from '../../../facts/client-facts.js';
import { label } from '../../../facts/declare.js';
import { ORDER_FACTS } from '../../../facts/order-facts.js';
import { PRODUCT_FACTS } from '../../../facts/product-facts.js';
import { frozenCopy } from '../../frozen-copy.js';
import { CAPACITY_FACTS } from '../civil-capacity.js';
import { CN_REGIMES } from '../regime.js';
import { NFRA_CASES } from './nfra-cases.js';
import { nfraRetention } from './nfra-conduct-retention.js';
import { nfraMessages } from './nfra-messages.js';
import {
  NFRA_ASSESSED_ON,
  NFRA_ASSESSMENT_PARAMETERS,
  NFRA_ASSESSMENT_RULES,
} from './nfra-rules-assessment.js';
import { NFRA_CLIENT_PARAMETERS, NFRA_CLIENT_RULES } from './nfra-rules-client.js';
import { NFRA_MATCH_RULES } from './nfra-rules-match.js';
import { NFRA_TERMS } from './nfra-rules-scope.js';

/**
 * Whether an investment product of a bank, a wealth subsidiary or a trust may be sold to a client: 金融机构产品适当性管理办法,
 * in force from 2026-02-01. It can be asked about earlier days too, on which it says nothing.
 *
 * Products of securities, fund and futures firms are under `cnCsrc`, also at a bank's counter (article 3); use both together.
 */
export const cnNfra: RulePack = frozenCopy<RulePack>({
  id: 'cn-nfra',
  version: '2026.1',
  title: label(
    '金融机构投资型产品销售适当性',
    '金融機構投資型產品銷售適當性',
    'Suitability of investment products of financial institutions',
  ),
  kind: 'law',
  jurisdiction: 'CN',
  inForce: { from: '2017-07-01' },
  facts: {
    ...CLIENT_FACTS,
    ...PRODUCT_FACTS,
    ...ORDER_FACTS,
    ...CAPACITY_FACTS,
    ...NFRA_ASSESSED_ON,
  },
  terms: NFRA_TERMS,
  parameters: { ...NFRA_CLIENT_PARAMETERS, ...NFRA_ASSESSMENT_PARAMETERS },
  rules: [...NFRA_MATCH_RULES, ...NFRA_CLIENT_RULES, ...NFRA_ASSESSMENT_RULES],
  messages: nfraMessages,
  candidates: CN_REGIMES,
  covers: { 'product.regime': ['nfra-investment'] },
  cases: NFRA_CASES,
  retention: [nfraRetention('sale')],
});
