import type { RulePack } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import { frozenCopy } from '../frozen-copy.js';
import { EU_APPROPRIATENESS_CASES } from './appropriateness-cases.js';
import { euAppropriatenessMessages } from './appropriateness-messages.js';
import { EU_APPROPRIATENESS_RULES } from './appropriateness-rules.js';
import { EU_APPROPRIATENESS_TERMS } from './appropriateness-terms.js';
import { MIFID_IN_FORCE } from './citations.js';
import { EU_FACTS } from './facts.js';
import { euRetention } from './retention.js';
import { ADVISED } from './scope.js';

/**
 * Whether an order without advice may go ahead in the European Union, and after which warning: article 25(3) and (4) of
 * Directive 2014/65/EU and articles 55 to 57 of Delegated Regulation (EU) 2017/565.
 *
 * Nothing here forbids an order: who does not understand an instrument is warned and may go on.
 */
export const euAppropriateness: RulePack = frozenCopy<RulePack>({
  id: 'eu-mifid-appropriateness',
  version: '2026.1',
  title: label(
    '欧盟非咨询服务的适当性',
    '歐盟非諮詢服務的適當性',
    'Appropriateness of services without advice in the European Union',
  ),
  kind: 'law',
  jurisdiction: 'EU',
  inForce: MIFID_IN_FORCE,
  facts: EU_FACTS,
  terms: EU_APPROPRIATENESS_TERMS,
  rules: EU_APPROPRIATENESS_RULES,
  messages: euAppropriatenessMessages,
  covers: { 'service.kind': ['order-execution', 'order-transmission', 'other'] },
  cases: EU_APPROPRIATENESS_CASES,
  retention: euRetention({ not: ADVISED }, 'unadvised'),
});
