import type { RulePack } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import { ORDER_FACTS } from '../../facts/order-facts.js';
import { frozenCopy } from '../frozen-copy.js';
import { HK_CLIENT_CASES } from './cases-client.js';
import { HK_SUITABILITY_CASES } from './cases-suitability.js';
import { codeOfConduct, rulesUnderOrdinance } from './citations.js';
import { HK_FACTS } from './facts.js';
import { hkMessages } from './messages.js';
import { HK_PARAMETERS, HK_TERMS } from './parameters.js';
import { HK_IN_FORCE, HK_RULES } from './rules.js';

/** Whether a licensed or registered person in Hong Kong may recommend or carry out an investment. */
export const hkSfc: RulePack = frozenCopy<RulePack>({
  id: 'hk-sfc',
  version: '2026.1',
  title: label(
    '香港证监会操守准则：适合性与复杂产品',
    '香港證監會操守準則：合適性與複雜產品',
    'Hong Kong code of conduct: suitability and complex products',
  ),
  kind: 'law',
  jurisdiction: 'HK',
  inForce: HK_IN_FORCE,
  facts: { ...ORDER_FACTS, ...HK_FACTS },
  terms: HK_TERMS,
  parameters: HK_PARAMETERS,
  rules: HK_RULES,
  messages: hkMessages,
  cases: [...HK_SUITABILITY_CASES, ...HK_CLIENT_CASES],
  retention: [
    {
      id: 'HK-571O-10',
      inForce: HK_IN_FORCE,
      years: 7,
      after: 'decision',
      citations: [
        rulesUnderOrdinance(
          'Securities and Futures (Keeping of Records) Rules (Cap. 571O)',
          '10',
          'https://sfc.hk/en/faqs/intermediaries/supervision/Keeping-of-Records-Rules',
        ),
        codeOfConduct('12.1'),
      ],
    },
  ],
});
