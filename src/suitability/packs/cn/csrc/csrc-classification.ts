import { localisedText as text } from '../../../../evidence/index.js';
import type { RulePack } from '../../../../rules/index.js';
import { CLIENT_FACTS } from '../../../facts/client-facts.js';
import { frozenCopy } from '../../frozen-copy.js';
import { csrc } from '../citations.js';
import { CLASSIFICATION_CASES } from './csrc-classification-cases.js';
import { CLASSIFICATION_FACTS, CLASSIFICATION_PARAMETERS } from './csrc-classification-facts.js';
import { CLASSIFICATION_RULES } from './csrc-classification-rules.js';
import { CLASSIFICATION_TERMS } from './csrc-classification-terms.js';
import { CSRC_IN_FORCE } from './csrc-rules.js';

/**
 * Whether a client may be treated as a professional investor, or as an ordinary one, for products of securities, fund and futures
 * firms: articles 8, 11 and 12 of 证券期货投资者适当性管理办法. For bank wealth products and insurance another order decides, which
 * knows no professional natural persons.
 *
 * A year is the calendar year, as accounts are kept.
 */
export const cnCsrcClassification: RulePack = frozenCopy<RulePack>({
  id: 'cn-csrc-classification',
  version: '2026.1',
  title: text(
    '证券期货投资者分类与转化',
    '證券期貨投資者分類與轉化',
    'Professional and ordinary investors of securities, fund and futures products',
  ),
  kind: 'law',
  jurisdiction: 'CN',
  inForce: CSRC_IN_FORCE,
  facts: { ...CLIENT_FACTS, ...CLASSIFICATION_FACTS },
  terms: CLASSIFICATION_TERMS,
  parameters: CLASSIFICATION_PARAMETERS,
  rules: CLASSIFICATION_RULES,
  messages: {
    'CN-CSRC-8': text(
      '客户不符合专业投资者的任何一项条件，也不符合申请转化的条件，须作为普通投资者对待。',
      '客戶不符合專業投資者的任何一項條件，也不符合申請轉化的條件，須作為普通投資者對待。',
      'The client meets neither a condition for professional investors nor those for applying to become one, and must be treated as ordinary.',
    ),
    'CN-CSRC-11-refused': text(
      '机构不同意转化，客户仍是普通投资者。',
      '機構不同意轉化，客戶仍是普通投資者。',
      'The firm does not agree, so the client remains an ordinary investor.',
    ),
    'CN-CSRC-11-decide': text(
      '客户符合申请转化的条件；机构有权自主决定是否同意，须由专人决定。',
      '客戶符合申請轉化的條件；機構有權自主決定是否同意，須由專人決定。',
      'The client meets the conditions for applying. The firm is free to agree or not; a person must decide.',
    ),
    'CN-CSRC-12-application': text(
      '须由客户书面申请、确认自主承担可能产生的风险和后果，并提供相关证明材料。',
      '須由客戶書面申請、確認自主承擔可能產生的風險和後果，並提供相關證明材料。',
      'The client must apply in writing, confirm bearing the possible risks and consequences, and provide evidence.',
    ),
    'CN-CSRC-12-assessment': text(
      '须通过追加了解信息、投资知识测试或者模拟交易等方式谨慎评估客户。',
      '須通過追加了解資料、投資知識測試或者模擬交易等方式謹慎評估客戶。',
      'The client must be carefully assessed, by further information, a knowledge test or simulated trading.',
    ),
    'CN-CSRC-12-explanation': text(
      '须说明对不同类别投资者履行义务的差别，警示可能承担的投资风险，并告知审查结果及其理由。',
      '須說明對不同類別投資者履行義務的差別，警示可能承擔的投資風險，並告知審查結果及其理由。',
      'The client must be told how the duties to the two classes differ, warned of the risks, and told the result and its reasons.',
    ),
    'CN-CSRC-11-down': text(
      '客户是专业投资者，须书面告知机构选择成为普通投资者。',
      '客戶是專業投資者，須書面告知機構選擇成為普通投資者。',
      'The client is a professional investor and must tell the firm in writing that the choice is to be an ordinary one.',
    ),
    'CN-CSRC-11-down-institution': text(
      '这类机构投资者没有选择成为普通投资者的规定，须由专人决定。',
      '這類機構投資者沒有選擇成為普通投資者的規定，須由專人決定。',
      'For this kind of institution no choice to be an ordinary investor is provided. A person must decide.',
    ),
  },
  cases: CLASSIFICATION_CASES,
  retention: [
    {
      id: 'CN-CSRC-32-classification',
      inForce: CSRC_IN_FORCE,
      years: 20,
      after: 'decision',
      citations: [csrc('32')],
    },
  ],
});
