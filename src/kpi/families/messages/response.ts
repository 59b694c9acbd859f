import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Names and formulas of the family's ready KPIs in three languages. */
export const responseMessages: Messages = Object.freeze({
  'kpi.name.first-response-median': text(
    '首次响应时长中位数',
    '首次回應時間中位數',
    'Median time to a first answer',
  ),
  'kpi.formula.first-response-median': text(
    '半数咨询在此时长内得到首次答复（未答复的按未结计）',
    '半數查詢於此時間內獲首次回覆（未獲回覆者按未完結計）',
    'The hours within which half of the enquiries had a first answer',
  ),
  'kpi.name.first-response-p90': text(
    '首次响应时长第90百分位',
    '首次回應時間第90百分位',
    'Time to a first answer, nine in ten',
  ),
  'kpi.formula.first-response-p90': text(
    '九成咨询在此时长内得到首次答复（未答复的按未结计）',
    '九成查詢於此時間內獲首次回覆（未獲回覆者按未完結計）',
    'The hours within which nine in ten enquiries had a first answer',
  ),
  'kpi.name.first-response-p95': text(
    '首次响应时长第95百分位',
    '首次回應時間第95百分位',
    'Time to a first answer, 95 in 100',
  ),
  'kpi.formula.first-response-p95': text(
    '九成五咨询在此时长内得到首次答复（未答复的按未结计）',
    '九成半查詢於此時間內獲首次回覆（未獲回覆者按未完結計）',
    'The hours within which 95 in 100 enquiries had a first answer',
  ),
  'kpi.name.first-response-within': text(
    '首次响应及时率',
    '首次回應如期比率',
    'First answers in time',
  ),
  'kpi.formula.first-response-within': text(
    '时限内答复的咨询数 ÷ 咨询数（未答复的按未结计）',
    '時限內回覆的查詢數目 ÷ 查詢數目（未獲回覆者按未完結計）',
    'Enquiries answered in time ÷ enquiries, open ones counted as open',
  ),
  'kpi.name.resolution-median': text(
    '解决时长中位数',
    '解決時間中位數',
    'Median time to a resolution',
  ),
  'kpi.formula.resolution-median': text(
    '半数咨询在此时长内解决（未解决的按未结计）',
    '半數查詢於此時間內解決（未解決者按未完結計）',
    'The hours within which half of the enquiries were resolved',
  ),
  'kpi.name.resolution-p90': text(
    '解决时长第90百分位',
    '解決時間第90百分位',
    'Time to a resolution, nine in ten',
  ),
  'kpi.formula.resolution-p90': text(
    '九成咨询在此时长内解决（未解决的按未结计）',
    '九成查詢於此時間內解決（未解決者按未完結計）',
    'The hours within which nine in ten enquiries were resolved',
  ),
  'kpi.name.resolution-p95': text(
    '解决时长第95百分位',
    '解決時間第95百分位',
    'Time to a resolution, 95 in 100',
  ),
  'kpi.formula.resolution-p95': text(
    '九成五咨询在此时长内解决（未解决的按未结计）',
    '九成半查詢於此時間內解決（未解決者按未完結計）',
    'The hours within which 95 in 100 enquiries were resolved',
  ),
  'kpi.name.resolution-within': text('按时解决率', '如期解決比率', 'Resolved in time'),
  'kpi.formula.resolution-within': text(
    '时限内解决的咨询数 ÷ 咨询数（未解决的按未结计）',
    '時限內解決的查詢數目 ÷ 查詢數目（未解決者按未完結計）',
    'Enquiries resolved in time ÷ enquiries, open ones counted as open',
  ),
  'kpi.name.abandonment': text('放弃率', '放棄率', 'Enquiries given up'),
  'kpi.formula.abandonment': text(
    '规定时长内、首次答复前放弃的咨询数 ÷ 提出已满该时长的咨询数',
    '指定時間內、首次回覆前放棄的查詢數目 ÷ 提出已滿該時間的查詢數目',
    'Enquiries given up in time and before a first answer ÷ enquiries opened so long ago',
  ),
});
