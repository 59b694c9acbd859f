import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Names and formulas of the family's ready KPIs in three languages. */
export const riskMessages: Messages = Object.freeze({
  'kpi.name.risk-precision': text(
    '风险识别准确率（精确率）',
    '風險識別精確率',
    'Precision of risk alerts',
  ),
  'kpi.formula.risk-precision': text(
    '正确预警数 ÷ 预警总数',
    '正確警示數目 ÷ 警示總數',
    'Alerts that were right ÷ alerts',
  ),
  'kpi.name.risk-recall': text(
    '风险识别覆盖率（召回率）',
    '風險識別召回率',
    'Recall of risk alerts',
  ),
  'kpi.formula.risk-recall': text(
    '正确预警数 ÷ 实际风险事件数',
    '正確警示數目 ÷ 實際風險事件數目',
    'Alerts that were right ÷ cases of risk',
  ),
  'kpi.name.risk-f1': text(
    '风险识别综合得分（F1）',
    '風險識別綜合分數（F1）',
    'F1 score of risk alerts',
  ),
  'kpi.formula.risk-f1': text(
    '2 × 正确预警数 ÷（预警总数 + 实际风险事件数）',
    '2 × 正確警示數目 ÷（警示總數 + 實際風險事件數目）',
    '2 × alerts that were right ÷ (alerts + cases of risk)',
  ),
  'kpi.name.handled-within-sla': text(
    '风险事件按时处理率',
    '風險事件如期處理比率',
    'Risk events handled in time',
  ),
  'kpi.formula.handled-within-sla': text(
    '在约定时限内处理完毕的事件数 ÷ 本期办结事件数',
    '於議定時限內處理完畢的事件數目 ÷ 期內完結事件數目',
    'Events handled within the agreed time ÷ events closed',
  ),
  'kpi.name.median-handling-time': text(
    '风险事件处理时长中位数',
    '風險事件處理時間中位數',
    'Median time to handle a risk event',
  ),
  'kpi.formula.median-handling-time': text(
    '半数事件在此时长内处理完毕',
    '半數事件於此時間內處理完畢',
    'The time within which half of the events were closed',
  ),
});
