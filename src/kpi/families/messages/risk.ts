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
    '在约定时限内处理完毕的事件数 ÷ 事件数（未办结的按未结计）',
    '於議定時限內處理完畢的事件數目 ÷ 事件數目（未完結者按未完結計）',
    'Events handled within the agreed time ÷ events, open ones counted as open',
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
  'kpi.name.alert-lead-time': text(
    '预警提前天数中位数',
    '預警提前日數中位數',
    'Median lead time of risk alerts',
  ),
  'kpi.formula.alert-lead-time': text(
    '自预警至风险事件发生的天数，取中位数；结论未定的预警按已等待时长计入',
    '由警示至風險事件發生的日數，取中位數；結論未定的警示按已等候時間計入',
    'Half of the alerts came so many days before the event; undecided ones are open so far',
  ),
  'kpi.name.acknowledge-median': text(
    '风险事件受理时长中位数',
    '風險事件受理時間中位數',
    'Median time to acknowledge a risk event',
  ),
  'kpi.formula.acknowledge-median': text(
    '半数事件在此时长内受理，未受理的按已等待时长计入',
    '半數事件於此時間內受理，未受理的按已等候時間計入',
    'The time within which half of the events were acknowledged, open ones counted as open',
  ),
  'kpi.name.acknowledge-p90': text(
    '风险事件受理时长90分位数',
    '風險事件受理時間第90百分位數',
    'Time to acknowledge nine in ten risk events',
  ),
  'kpi.formula.acknowledge-p90': text(
    '九成事件在此时长内受理，未受理的按已等待时长计入',
    '九成事件於此時間內受理，未受理的按已等候時間計入',
    'The time within which nine in ten events were acknowledged, open ones counted as open',
  ),
  'kpi.name.contain-median': text(
    '风险事件控制时长中位数',
    '風險事件受控時間中位數',
    'Median time to contain a risk event',
  ),
  'kpi.formula.contain-median': text(
    '半数事件在此时长内得到控制，未控制的按已等待时长计入',
    '半數事件於此時間內受控，未受控的按已等候時間計入',
    'The time within which half of the events were contained, open ones counted as open',
  ),
  'kpi.name.contain-p90': text(
    '风险事件控制时长90分位数',
    '風險事件受控時間第90百分位數',
    'Time to contain nine in ten risk events',
  ),
  'kpi.formula.contain-p90': text(
    '九成事件在此时长内得到控制，未控制的按已等待时长计入',
    '九成事件於此時間內受控，未受控的按已等候時間計入',
    'The time within which nine in ten events were contained, open ones counted as open',
  ),
  'kpi.name.handling-p90': text(
    '风险事件处理时长90分位数',
    '風險事件處理時間第90百分位數',
    'Time to close nine in ten risk events',
  ),
  'kpi.formula.handling-p90': text(
    '九成事件在此时长内办结，未办结的按已等待时长计入',
    '九成事件於此時間內完結，未完結的按已等候時間計入',
    'The time within which nine in ten events were closed, open ones counted as open',
  ),
  'kpi.name.backlog-age-median': text(
    '未办结风险事件积压时长中位数',
    '未完結風險事件積壓時間中位數',
    'Median age of open risk events',
  ),
  'kpi.formula.backlog-age-median': text(
    '统计时点未办结事件已历时长，取中位数',
    '統計時點未完結事件已歷時間，取中位數',
    'The age that half of the open events do not exceed',
  ),
  'kpi.name.backlog-age-p90': text(
    '未办结风险事件积压时长90分位数',
    '未完結風險事件積壓時間第90百分位數',
    'Age of nine in ten open risk events',
  ),
  'kpi.formula.backlog-age-p90': text(
    '统计时点九成未办结事件已历时长不超过此值',
    '統計時點九成未完結事件已歷時間不超過此數',
    'The age that nine in ten open events do not exceed',
  ),
  'kpi.name.backlog-within-sla': text(
    '未办结风险事件未超时占比',
    '未完結風險事件未逾時比例',
    'Open risk events within the agreed time',
  ),
  'kpi.formula.backlog-within-sla': text(
    '已历时长未超过约定时限的未办结事件数 ÷ 未办结事件数',
    '已歷時間未超過議定時限的未完結事件數目 ÷ 未完結事件數目',
    'Open events no older than the agreed time ÷ open events',
  ),
  'kpi.name.reopened-cases': text('办结后重开率', '完結後重開比率', 'Risk events opened again'),
  'kpi.formula.reopened-cases': text(
    '规定天数内重开的事件数 ÷ 办结已满该天数的事件数',
    '指定日數內重開的事件數目 ÷ 完結已滿該日數的事件數目',
    'Events opened again in time ÷ events closed whose time to be opened again is over',
  ),
  'kpi.name.loss-event-rate': text(
    '每千名客户损失事件数',
    '每千名客戶虧損事件數目',
    'Loss events per 1,000 clients',
  ),
  'kpi.formula.loss-event-rate': text(
    '损失事件数 ÷ 期初客户数 × 1000',
    '虧損事件數目 ÷ 期初客戶數目 × 1000',
    'Loss events ÷ clients at the start × 1,000',
  ),
  'kpi.name.loss-ratio': text('操作风险损失率', '操作風險虧損率', 'Losses as a share of assets'),
  'kpi.formula.loss-ratio': text(
    '（损失金额 − 收回金额）÷ 期初管理资产',
    '（虧損金額 − 收回金額）÷ 期初管理資產',
    '(Losses − recoveries) ÷ opening assets',
  ),
  'kpi.name.loss-per-event': text('单次损失金额', '每宗虧損金額', 'Loss per event'),
  'kpi.formula.loss-per-event': text(
    '（损失金额 − 收回金额）÷ 损失事件数',
    '（虧損金額 − 收回金額）÷ 虧損事件數目',
    '(Losses − recoveries) ÷ loss events',
  ),
  'kpi.name.gross-loss-per-event': text(
    '单次损失金额（收回前）',
    '每宗虧損金額（未計收回）',
    'Loss per event before recoveries',
  ),
  'kpi.formula.gross-loss-per-event': text(
    '收回前的损失金额 ÷ 损失事件数',
    '未計收回的虧損金額 ÷ 虧損事件數目',
    'Losses before anything was recovered ÷ loss events',
  ),
  'kpi.name.breach-rate': text(
    '每千笔交易违规数',
    '每千宗交易違規數目',
    'Breaches per 1,000 orders',
  ),
  'kpi.formula.breach-rate': text(
    '检查发现的违规数 ÷ 已检查的交易笔数 × 1000',
    '檢查發現的違規數目 ÷ 已檢查的交易宗數 × 1000',
    'Breaches found ÷ orders reviewed × 1,000',
  ),
  'kpi.name.override-rate': text(
    '拦截后人工放行率',
    '攔截後人手放行比率',
    'Blocked orders let pass by a person',
  ),
  'kpi.formula.override-rate': text(
    '被拦截后人工放行的交易笔数 ÷ 被拦截的交易笔数',
    '被攔截後人手放行的交易宗數 ÷ 被攔截的交易宗數',
    'Blocked orders that a person let pass ÷ blocked orders',
  ),
  'kpi.name.interception-rate': text('交易拦截率', '交易攔截比率', 'Orders blocked'),
  'kpi.formula.interception-rate': text(
    '被拦截的交易笔数 ÷ 经审核的交易笔数',
    '被攔截的交易宗數 ÷ 經審核的交易宗數',
    'Blocked orders ÷ orders checked',
  ),
  'kpi.name.interceptions-justified': text(
    '拦截恰当率',
    '攔截恰當比率',
    'Blocked orders that were rightly blocked',
  ),
  'kpi.formula.interceptions-justified': text(
    '复核认定应予拦截的交易笔数 ÷ 已复核的被拦截交易笔数',
    '覆核認定應予攔截的交易宗數 ÷ 已覆核的被攔截交易宗數',
    'Found rightly blocked ÷ blocked orders reviewed',
  ),
  'kpi.name.complaint-rate': text(
    '每千名客户投诉数',
    '每千名客戶投訴數目',
    'Complaints per 1,000 clients',
  ),
  'kpi.formula.complaint-rate': text(
    '投诉数 ÷ 期初客户数 × 1000',
    '投訴數目 ÷ 期初客戶數目 × 1000',
    'Complaints ÷ clients at the start × 1,000',
  ),
});
