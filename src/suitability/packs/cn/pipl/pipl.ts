import type { RulePack } from '../../../../rules/index.js';
import { CLIENT_FACTS } from '../../../facts/client-facts.js';
import { label } from '../../../facts/declare.js';
import { frozenCopy } from '../../frozen-copy.js';
import { PIPL_CASES } from './pipl-cases.js';
import { PIPL_FACTS } from './pipl-facts.js';
import { piplMessages } from './pipl-messages.js';
import { PIPL_PARAMETERS, PIPL_RULES, PIPL_TERMS } from './pipl-rules.js';

/**
 * What the personal information protection law asks of advice: automated decisions and marketing (24), sensitive information
 * (28, 29), children (31), and how long data may be kept (19). The fact `processing.activity` says which of these is asked about;
 * who says nothing asks about a decision.
 *
 * Article 19 sets a longest time, not a least one, so that the pack says of no decision how long it must be kept.
 */
export const cnPipl: RulePack = frozenCopy<RulePack>({
  id: 'cn-pipl',
  version: '2026.1',
  title: label('个人信息保护', '個人資料保護', 'Protection of personal information'),
  kind: 'law',
  jurisdiction: 'CN',
  inForce: { from: '2017-07-01' },
  facts: { ...CLIENT_FACTS, ...PIPL_FACTS },
  terms: PIPL_TERMS,
  parameters: PIPL_PARAMETERS,
  rules: PIPL_RULES,
  messages: piplMessages,
  cases: PIPL_CASES,
});
