import { localisedText, type Messages } from '../evidence/index.js';
import { counterfactualMessages } from './counterfactual/messages.js';
import { conditionMessages } from './explain/condition-messages.js';
import { explainMessages } from './explain/messages.js';
import { valueMessages } from './explain/value-messages.js';

/** The texts of this room in three languages. */
export const rulesMessages: Messages = Object.freeze({
  'rules.none-in-force': localisedText(
    '规则包 {pack} 在 {asOf} 没有生效的规则。',
    '規則包 {pack} 在 {asOf} 沒有生效的規則。',
    'Pack {pack} has no rule in force on {asOf}.',
  ),
  'rules.unverified': localisedText(
    '以下规则包中有条文尚未与法规原文核对：{packs}。',
    '以下規則包中有條文尚未與法規原文核對：{packs}。',
    'Not all texts of these packs have been compared with the law: {packs}.',
  ),
  ...explainMessages,
  ...conditionMessages,
  ...valueMessages,
  ...counterfactualMessages,
});
