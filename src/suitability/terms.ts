import { type Messages, localisedText as text } from '../evidence/index.js';

/** What languages, and the roles and evidence that the library’s own packs ask for, are called in three languages. */
export const suitabilityTerms: Messages = Object.freeze({
  'suitability.term.zh-Hans': text('简体中文', '簡體中文', 'Simplified Chinese'),
  'suitability.term.zh-Hant': text('繁体中文', '繁體中文', 'Traditional Chinese'),
  'suitability.term.en': text('英文', '英文', 'English'),
  'suitability.term.branch-manager': text('支行负责人', '分行經理', 'branch manager'),
  'suitability.term.compliance-officer': text('合规人员', '合規主任', 'compliance officer'),
  'suitability.term.risk-officer': text('风险管理人员', '風險管理主任', 'risk officer'),
  'suitability.term.client-called-back': text(
    '回访客户的记录',
    '致電客戶的紀錄',
    'record of a call to the client',
  ),
  'suitability.term.client-wish': text(
    '客户要求的记录',
    '客戶要求的紀錄',
    'record of the client’s own wish',
  ),
  'suitability.term.concentration-warning': text(
    '集中度风险提示',
    '集中風險提示',
    'warning on concentration',
  ),
  'suitability.term.liquidity-warning': text(
    '流动性风险提示',
    '流動性風險提示',
    'warning on liquidity',
  ),
  'suitability.term.other-funds-named': text(
    '其他可用资金的说明',
    '其他可用資金的說明',
    'statement of other funds at hand',
  ),
  'suitability.term.diversification-or-hedging-reason': text(
    '分散或对冲的理由',
    '分散或對沖的理由',
    'reason of diversification or hedging',
  ),
  'suitability.term.explanation-recorded': text(
    '讲解记录',
    '講解紀錄',
    'record of the explanation',
  ),
  'suitability.term.leverage-explained': text(
    '杠杆说明记录',
    '槓桿說明紀錄',
    'record that leverage was explained',
  ),
  'suitability.term.notice-date-agreed': text(
    '约定的申请日期',
    '協定的申請日期',
    'agreed date of notice',
  ),
  'suitability.term.order-reviewed': text(
    '委托复核记录',
    '指示覆核紀錄',
    'record of the review of the order',
  ),
});
