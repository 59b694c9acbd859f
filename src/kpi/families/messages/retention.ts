import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Names and formulas of the family's ready KPIs in three languages. */
export const retentionMessages: Messages = Object.freeze({
  'kpi.name.renewal-rate': text('续约率', '續約率', 'Renewal rate'),
  'kpi.formula.renewal-rate': text(
    '已续约数 ÷ 到期应续约数',
    '已續約數目 ÷ 到期續約數目',
    'Renewed ÷ due for renewal',
  ),
  'kpi.name.client-churn': text(
    '客户流失率（本期）',
    '客戶流失率（期內）',
    'Clients lost in the period',
  ),
  'kpi.formula.client-churn': text(
    '本期流失客户数 ÷ 期初客户数',
    '期內流失客戶數目 ÷ 期初客戶數目',
    'Clients lost ÷ clients at the start',
  ),
  'kpi.name.annualised-client-churn': text(
    '客户流失率（年化）',
    '客戶流失率（年度化）',
    'Clients lost, annualised',
  ),
  'kpi.formula.annualised-client-churn': text(
    '1 −（1 − 本期流失率）的n次方，n为一年中的期数',
    '1 −（1 − 期內流失率）的n次方，n為一年的期數',
    '1 − (1 − churn of the period) to the power of the periods in a year',
  ),
  'kpi.name.asset-churn': text('资产流失率', '資產流失率', 'Assets lost'),
  'kpi.formula.asset-churn': text(
    '流失客户的资产 ÷ 期初管理资产',
    '流失客戶的資產 ÷ 期初管理資產',
    'Assets of the clients lost ÷ opening assets',
  ),
  'kpi.name.gross-asset-retention': text(
    '资产留存率（不计追加）',
    '資產留存率（不計追加）',
    'Assets retained (gross)',
  ),
  'kpi.formula.gross-asset-retention': text(
    '期初客户未转出的资产（每位客户以期初资产为限）÷ 期初资产',
    '期初客戶未轉出的資產（每名客戶以期初資產為限）÷ 期初資產',
    'Opening assets not taken out, of each client at most the opening assets ÷ opening assets',
  ),
  'kpi.name.net-asset-retention': text(
    '资产留存率（含追加）',
    '資產留存率（連追加）',
    'Assets retained (net)',
  ),
  'kpi.formula.net-asset-retention': text(
    '期初客户未转出的资产与其净新增资金之和 ÷ 期初资产',
    '期初客戶未轉出的資產加其淨新增資金 ÷ 期初資產',
    'Opening assets not taken out, and what the same clients brought ÷ opening assets',
  ),
  'kpi.name.tenure-one-year': text(
    '满一年留存率',
    '滿一年留存率',
    'Clients who stay beyond a year',
  ),
  'kpi.formula.tenure-one-year': text(
    '留存超过12个月的客户占比（Kaplan–Meier估计，仍在册客户按已观察时长计入）',
    '留存超過12個月的客戶比例（Kaplan–Meier估計，現有客戶按已觀察時間計入）',
    'Share that stays longer than 12 months (Kaplan–Meier), who is still there counted as long as watched',
  ),
  'kpi.name.tenure-median': text('客户留存时长中位数', '客戶留存時間中位數', 'Median tenure'),
  'kpi.formula.tenure-median': text(
    '半数客户离开所经过的月数（Kaplan–Meier估计）',
    '半數客戶離開所經的月數（Kaplan–Meier估計）',
    'The months after which half have left (Kaplan–Meier)',
  ),
  'kpi.name.leaving-for-main-cause': text(
    '因重点关注的原因一年内流失率',
    '因重點關注的原因於一年內流失比率',
    'Clients who leave within a year for the cause watched first',
  ),
  'kpi.formula.leaving-for-main-cause': text(
    '12个月内因重点关注的原因离开的客户占比（Aalen–Johansen估计，其他原因为竞争事件）',
    '12個月內因重點關注的原因離開的客戶比例（Aalen–Johansen估計，其他原因屬競爭事件）',
    'Share that leaves for the cause watched first within 12 months, other causes competing (Aalen–Johansen)',
  ),
  'kpi.name.leaving-reasons': text('流失原因分布', '流失原因分佈', 'Why clients left'),
  'kpi.formula.leaving-reasons': text(
    '因重点关注的原因离开的客户数 ÷ 原因已知的流失客户数，各项原因由多到少列示',
    '因重點關注的原因離開的客戶數目 ÷ 原因已知的流失客戶數目，各項原因由多至少列示',
    'Left for the cause watched first ÷ left for a known cause; every cause is listed, the most frequent first',
  ),
  'kpi.name.warning-precision': text(
    '流失预警准确率（精确率）',
    '流失預警精確率',
    'Precision of warnings that clients leave',
  ),
  'kpi.formula.warning-precision': text(
    '预警后客户确已离开的预警数 ÷ 观察期已满的预警数',
    '發出後客戶確已離開的預警數目 ÷ 觀察期已滿的預警數目',
    'Warnings after which the client left ÷ warnings whose time is over',
  ),
  'kpi.name.warning-recall': text(
    '流失预警覆盖率（召回率）',
    '流失預警召回率',
    'Recall of warnings that clients leave',
  ),
  'kpi.formula.warning-recall': text(
    '离开前已有预警的客户数 ÷ 离开的客户数',
    '離開前已有預警的客戶數目 ÷ 離開的客戶數目',
    'Clients who left after a warning ÷ clients who left',
  ),
  'kpi.name.warning-f1': text(
    '流失预警综合得分（F1）',
    '流失預警綜合分數（F1）',
    'F1 score of warnings that clients leave',
  ),
  'kpi.formula.warning-f1': text(
    '2 × 正确预警数 ÷（观察期已满的预警数 + 正确预警数 + 未获预警而离开的客户数）',
    '2 × 正確預警數目 ÷（觀察期已滿的預警數目 + 正確預警數目 + 未獲預警而離開的客戶數目）',
    '2 × warnings that were right ÷ (warnings whose time is over + warnings that were right + clients who left unwarned)',
  ),
  'kpi.name.warning-lead-time': text(
    '流失预警提前天数中位数',
    '流失預警提前日數中位數',
    'Median days from warning to leaving',
  ),
  'kpi.formula.warning-lead-time': text(
    '自首次预警至离开的天数，取中位数',
    '由首次預警至離開的日數，取中位數',
    'Half of those warned of left within so many days of the first warning',
  ),
});
