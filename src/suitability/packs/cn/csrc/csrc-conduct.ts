import type { RulePack } from '../../../../rules/index.js';
import { CLIENT_FACTS } from '../../../facts/client-facts.js';
import { label } from '../../../facts/declare.js';
import { ORDER_FACTS } from '../../../facts/order-facts.js';
import { PRODUCT_FACTS } from '../../../facts/product-facts.js';
import { frozenCopy } from '../../frozen-copy.js';
import { CONDUCT_FACTS } from '../conduct-facts.js';
import { CSRC_CONDUCT_CASES } from './csrc-conduct-cases.js';
import { CSRC_CONDUCT_FACTS } from './csrc-conduct-facts.js';
import { CSRC_CONDUCT_TERMS, CSRC_LAW_RULES, FUND_PARAMETERS } from './csrc-conduct-laws.js';
import { csrcConductMessages } from './csrc-conduct-messages.js';
import { CSRC_CONDUCT_PARAMETERS, CSRC_CONDUCT_RULES } from './csrc-conduct-rules.js';
import { csrcRetention } from './csrc-retention.js';
import { CSRC_FACTS, CSRC_IN_FORCE } from './csrc-rules.js';

/**
 * How products of securities, fund and futures firms must be sold: 证券期货投资者适当性管理办法, with what the securities, futures and
 * fund laws and the regulation on private funds say of the same sales. The fact `conduct.activity` says what is being done; who
 * says nothing asks about a sale.
 *
 * Who is a professional investor, and how an ordinary one becomes one (articles 8, 11, 12), is in `cnCsrcClassification`.
 */
export const cnCsrcConduct: RulePack = frozenCopy<RulePack>({
  id: 'cn-csrc-conduct',
  version: '2026.1',
  title: label(
    '证券期货投资者适当性管理行为规范',
    '證券期貨投資者適當性管理行為規範',
    'Conduct in selling products of securities, fund and futures firms',
  ),
  kind: 'law',
  jurisdiction: 'CN',
  inForce: CSRC_IN_FORCE,
  facts: {
    ...CLIENT_FACTS,
    ...PRODUCT_FACTS,
    ...ORDER_FACTS,
    ...CSRC_FACTS,
    ...CONDUCT_FACTS,
    ...CSRC_CONDUCT_FACTS,
  },
  terms: CSRC_CONDUCT_TERMS,
  parameters: { ...CSRC_CONDUCT_PARAMETERS, ...FUND_PARAMETERS },
  rules: [...CSRC_CONDUCT_RULES, ...CSRC_LAW_RULES],
  messages: csrcConductMessages,
  cases: CSRC_CONDUCT_CASES,
  retention: [csrcRetention('conduct')],
});
