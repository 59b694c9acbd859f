import type { RulePack } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import { ORDER_FACTS } from '../../facts/order-facts.js';
import { frozenCopy } from '../frozen-copy.js';
import { UK_DIRECT_OFFER_CASES } from './cases-direct-offer.js';
import { UK_SERVICE_CASES } from './cases-service.js';
import { handbook } from './citations.js';
import { UK_FACTS } from './facts.js';
import { ukMessages } from './messages.js';
import { UK_PARAMETERS } from './parameters.js';
import { UK_DIRECT_OFFER_RULES } from './rules-direct-offer.js';
import { UK_IN_FORCE, UK_SERVICE_RULES } from './rules-service.js';

/**
 * Whether a firm under the FCA's conduct rules may recommend, arrange or carry out an investment: suitability with advice,
 * appropriateness without, target market, consumer duty, and direct offers of restricted mass market investments.
 *
 * Records on pension transfers and opt-outs must be kept indefinitely (COBS 9.5.2R(1)), which no number of years says.
 */
export const ukCobs: RulePack = frozenCopy<RulePack>({
  id: 'uk-cobs',
  version: '2026.1',
  title: label(
    '英国投资业务行为规则：适合性与恰当性',
    '英國投資業務操守規則：合適性與恰當性',
    'United Kingdom conduct of business: suitability and appropriateness',
  ),
  kind: 'law',
  jurisdiction: 'GB',
  inForce: UK_IN_FORCE,
  facts: { ...ORDER_FACTS, ...UK_FACTS },
  parameters: UK_PARAMETERS,
  rules: [...UK_SERVICE_RULES, ...UK_DIRECT_OFFER_RULES],
  messages: ukMessages,
  cases: [...UK_SERVICE_CASES, ...UK_DIRECT_OFFER_CASES],
  retention: [
    {
      id: 'UK-SYSC-9.1',
      inForce: UK_IN_FORCE,
      years: 5,
      after: 'decision',
      citations: [handbook('SYSC 9.1'), handbook('COBS 10.7.2R')],
    },
  ],
});
