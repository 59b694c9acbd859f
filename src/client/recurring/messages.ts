import { type Messages, localisedText as text } from '../../evidence/index.js';

/** The names of cadences and of a stream's status. */
export const recurringMessages: Messages = Object.freeze({
  'client.cadence.daily': text('每天', '每日', 'Daily'),
  'client.cadence.weekly': text('每周', '每週', 'Weekly'),
  'client.cadence.fortnightly': text('每两周', '每兩週', 'Fortnightly'),
  'client.cadence.four-weekly': text('每四周', '每四週', 'Every four weeks'),
  'client.cadence.monthly': text('每月', '每月', 'Monthly'),
  'client.cadence.bi-monthly': text('每两个月', '每兩個月', 'Every other month'),
  'client.cadence.quarterly': text('每季', '每季', 'Quarterly'),
  'client.cadence.four-monthly': text('每四个月', '每四個月', 'Every four months'),
  'client.cadence.semi-annual': text('每半年', '每半年', 'Every six months'),
  'client.cadence.annual': text('每年', '每年', 'Annual'),
  'client.cadence.every-n-days': text('每隔若干天', '每隔若干日', 'Every so many days'),

  'client.stream.active': text('持续中', '持續中', 'Active'),
  'client.stream.pending': text('待确认', '有待確認', 'Not sure yet'),
  'client.stream.lapsed': text('已中断', '已中斷', 'Lapsed'),
});
