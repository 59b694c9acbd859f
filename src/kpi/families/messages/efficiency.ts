import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Names and formulas of the family's ready KPIs in three languages. */
export const efficiencyMessages: Messages = Object.freeze({
  'kpi.name.step-time-median': text('环节时长中位数', '步驟時間中位數', 'Median time of a step'),
  'kpi.formula.step-time-median': text(
    '半数客户在此时长内由上一环节进入本环节（未完成的按未结计）',
    '半數客戶於此時間內由上一步驟進入本步驟（未完成者按未完結計）',
    'The hours within which half of those at the step before had come to the step',
  ),
  'kpi.name.step-time-p90': text(
    '环节时长第90百分位',
    '步驟時間第90百分位',
    'Time of a step, nine in ten',
  ),
  'kpi.formula.step-time-p90': text(
    '九成客户在此时长内由上一环节进入本环节（未完成的按未结计）',
    '九成客戶於此時間內由上一步驟進入本步驟（未完成者按未完結計）',
    'The hours within which nine in ten of those at the step before had come to the step',
  ),
  'kpi.name.process-completion': text('流程完成率', '流程完成率', 'Process completion'),
  'kpi.formula.process-completion': text(
    '完成最后环节的客户数 ÷ 进入首个环节的客户数（仍在办理的按未结计；其余即为流失）',
    '完成最後步驟的客戶數目 ÷ 進入首個步驟的客戶數目（仍在辦理者按未完結計；其餘即為流失）',
    'Clients who come to the last step ÷ clients at the first; the rest is the drop-off',
  ),
  'kpi.name.first-contact-resolution': text(
    '首次联系解决率',
    '首次聯絡解決率',
    'Resolved at first contact',
  ),
  'kpi.formula.first-contact-resolution': text(
    '仅联系一次即获解决的个案数 ÷ 观察期已满的个案数',
    '只聯絡一次即獲解決的個案數目 ÷ 觀察期已滿的個案數目',
    'Cases resolved with one contact ÷ cases whose window is over',
  ),
  'kpi.name.touches-per-case': text('单案联系次数', '每宗個案聯絡次數', 'Contacts per case'),
  'kpi.formula.touches-per-case': text(
    '与客户的联系次数 ÷ 已结个案数',
    '與客戶的聯絡次數 ÷ 已完結個案數目',
    'Contacts with the client ÷ cases closed',
  ),
  'kpi.name.rework': text('返工率', '返工比率', 'Cases done again'),
  'kpi.formula.rework': text(
    '曾被退回重办的个案数 ÷ 已结个案数',
    '曾被退回重辦的個案數目 ÷ 已完結個案數目',
    'Cases in which work was sent back ÷ cases closed',
  ),
  'kpi.name.straight-through': text('直通处理率', '直通處理率', 'Straight-through share'),
  'kpi.formula.straight-through': text(
    '全程无人工环节的个案数 ÷ 已结个案数',
    '全程無人手步驟的個案數目 ÷ 已完結個案數目',
    'Cases closed without a step by hand ÷ cases closed',
  ),
  'kpi.name.queue-wait-median': text('排队时长中位数', '輪候時間中位數', 'Median wait in line'),
  'kpi.formula.queue-wait-median': text(
    '半数客户在此分钟数内获得接待（中途离开的按未结计）',
    '半數客戶於此分鐘數內獲接待（中途離開者按未完結計）',
    'The minutes within which half would be served if nobody left',
  ),
  'kpi.name.queue-wait-p90': text(
    '排队时长第90百分位',
    '輪候時間第90百分位',
    'Wait in line, nine in ten',
  ),
  'kpi.formula.queue-wait-p90': text(
    '九成客户在此分钟数内获得接待（中途离开的按未结计）',
    '九成客戶於此分鐘數內獲接待（中途離開者按未完結計）',
    'The minutes within which nine in ten would be served if nobody left',
  ),
});
