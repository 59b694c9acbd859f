import { type Messages, localisedText as text } from '../evidence/index.js';

/** What purposes of using personal information, and figures that may be missing, are called in three languages. */
export const clientTerms: Messages = Object.freeze({
  'client.term.profiling': text('用户画像', '個人資料剖析', 'profiling'),
  'client.term.marketing': text('营销推广', '市場推廣', 'marketing'),
  'client.term.automated-decision': text('自动化决策', '自動化決策', 'automated decisions'),
  'client.term.sensitive-data': text(
    '处理敏感个人信息',
    '處理敏感個人資料',
    'use of sensitive personal information',
  ),

  'client.term.questionnaire': text('风险测评问卷', '風險評估問卷', 'the risk questionnaire'),
  'client.term.transactions': text('交易流水', '交易紀錄', 'the record of transactions'),
  'client.term.essentialMonthly': text(
    '每月必要支出',
    '每月必要開支',
    'essential monthly spending',
  ),
});
