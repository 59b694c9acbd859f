import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** What was read of the signs that a client may leave, in three languages. */
export const warningMessages: Messages = Object.freeze({
  'kpi.warning-balance-fall': text(
    '资产由{beforeOn}的{before:money}变为{nowOn}的{now:money}，降幅为{fall:percent}（预警线为{limit:percent}）。',
    '資產由{beforeOn}的{before:money}變為{nowOn}的{now:money}，跌幅為{fall:percent}（警戒線為{limit:percent}）。',
    'Assets went from {before:money} on {beforeOn} to {now:money} on {nowOn}: they fell by {fall:percent}, against a limit of {limit:percent}.',
  ),
  'kpi.warning-no-balance-fall': text(
    '资产由{beforeOn}的{before:money}变为{nowOn}的{now:money}，没有下降。',
    '資產由{beforeOn}的{before:money}變為{nowOn}的{now:money}，並無下跌。',
    'Assets went from {before:money} on {beforeOn} to {now:money} on {nowOn}: they did not fall.',
  ),
  'kpi.warning-activity-fall': text(
    '最近{days}天内“{event}”发生{now}次，此前{days}天内为{before}次，降幅为{fall:percent}（预警线为下降{limit:percent}）。',
    '最近{days}日內「{event}」發生{now}次，之前{days}日內為{before}次，跌幅為{fall:percent}（警戒線為下跌{limit:percent}）。',
    '“{event}” in the last {days} {days|day|days}: {now}, against {before} in the {days} {days|day|days} before, a fall of {fall:percent}; the limit is a fall of {limit:percent}.',
  ),
  'kpi.warning-no-activity-fall': text(
    '最近{days}天内“{event}”发生{now}次，此前{days}天内为{before}次，没有减少。',
    '最近{days}日內「{event}」發生{now}次，之前{days}日內為{before}次，並無減少。',
    '“{event}” in the last {days} {days|day|days}: {now}, against {before} in the {days} {days|day|days} before, so it did not fall.',
  ),
  'kpi.warning-too-few': text(
    '此前{days}天内“{event}”仅发生{before}次，少于{least}次，无从判断是否减少。',
    '之前{days}日內「{event}」只發生{before}次，少於{least}次，無從判斷是否減少。',
    '“{event}” in the {days} {days|day|days} before: {before}, fewer than {least}, which is too few to tell a fall.',
  ),
  'kpi.warning-recent-event': text(
    '“{event}”发生于{on}，在最近{days}天之内。',
    '「{event}」發生於{on}，在最近{days}日之內。',
    '“{event}” came on {on}, within the last {days} {days|day|days}.',
  ),
  'kpi.warning-no-recent-event': text(
    '最近{days}天内没有“{event}”。',
    '最近{days}日內沒有「{event}」。',
    'No “{event}” in the last {days} {days|day|days}.',
  ),
  'kpi.warning-open-complaint': text(
    '有{count}宗投诉已满{days}天尚未办结，最早一宗始于{since}。',
    '有{count}宗投訴已滿{days}日仍未處理完畢，最早一宗始於{since}。',
    'Complaints open for {days} {days|day|days} or more: {count}, the oldest since {since}.',
  ),
  'kpi.warning-no-open-complaint': text(
    '没有满{days}天尚未办结的投诉。',
    '沒有滿{days}日仍未處理完畢的投訴。',
    'No complaint has been open for {days} {days|day|days}.',
  ),
  'kpi.warning-missed-review': text(
    '应于{dueOn}进行的定期检视，逾期超过{days}天仍未进行。',
    '應於{dueOn}進行的定期檢討，逾期超過{days}日仍未進行。',
    'The review due on {dueOn} has not been held, more than {days} {days|day|days} later.',
  ),
  'kpi.warning-no-missed-review': text(
    '没有逾期超过{days}天的定期检视。',
    '沒有逾期超過{days}日的定期檢討。',
    'No review is more than {days} {days|day|days} overdue.',
  ),
  'kpi.warning-maturing': text(
    '产品{product}将于{on}到期，在{days}天之内。',
    '產品{product}將於{on}到期，在{days}日之內。',
    '{product} ends on {on}, within {days} {days|day|days}.',
  ),
  'kpi.warning-none-maturing': text(
    '{days}天内没有产品到期。',
    '{days}日內沒有產品到期。',
    'No product ends within {days} {days|day|days}.',
  ),
  'kpi.warning-unknown': text(
    '缺少判断“{sign}”所需的记录，结果未知。',
    '欠缺判斷「{sign}」所需的紀錄，結果不明。',
    'The records do not say enough to read “{sign}”.',
  ),
});
