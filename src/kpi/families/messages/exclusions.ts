import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Why a case is left out of a ready KPI, in three languages: `kpi.excluded.` and the id of the exclusion. */
export const exclusionMessages: Messages = Object.freeze({
  'kpi.excluded.activity-unknown': text(
    '没有记录客户是否仍有活动，客户可能已长期沉寂',
    '沒有記錄客戶是否仍有活動，客戶可能久無往來',
    'nobody recorded whether the client was still active, who may be dormant',
  ),
  'kpi.excluded.after-the-event': text(
    '预警晚于事件发生',
    '預警遲於事件發生',
    'the alert came after the event',
  ),
  'kpi.excluded.averted': text(
    '风险属实，预警后未发生事件',
    '風險屬實，預警後並無發生事件',
    'there was a risk, and no event came after the alert',
  ),
  'kpi.excluded.caller-fault': text(
    '因请求方自身的差错而被拒绝',
    '因提出請求一方的錯誤而遭拒絕',
    'the request was refused for a fault of whoever asked',
  ),
  'kpi.excluded.case-open': text('个案尚未办结', '個案尚未完結', 'the case is not closed yet'),
  'kpi.excluded.certificate-unknown': text(
    '没有记录证书有效至何时',
    '沒有記錄證書有效至何時',
    'nobody recorded until when it is valid',
  ),
  'kpi.excluded.delayed-entry': text(
    '在开始记录客户离开之前已是客户，只能看到留下来的人',
    '在開始記錄客戶離開之前已是客戶，只能看到留下的人',
    'was a client before those who left were on record, when only the loyal can be seen',
  ),
  'kpi.excluded.eligibility-unknown': text(
    '没有记录客户能否使用该工具',
    '沒有記錄客戶能否使用該工具',
    'nobody recorded whether the client could have used the tool',
  ),
  'kpi.excluded.hours-unknown': text('没有记录学时', '沒有記錄時數', 'nobody recorded the hours'),
  'kpi.excluded.near-miss': text(
    '本可能造成损失，实际没有',
    '本可造成損失，實際並無損失',
    'it could have cost something and did not',
  ),
  'kpi.excluded.no-benchmark': text(
    '客户没有业绩基准',
    '客戶沒有業績基準',
    'the client has no benchmark',
  ),
  'kpi.excluded.no-capital': text(
    '没有投入资金：作为分母的本金为零或负数',
    '沒有投入資金：用作分母的本金為零或負數',
    'nothing was invested: the capital to divide by is zero or negative',
  ),
  'kpi.excluded.no-model': text(
    '客户的风险等级当时没有适用的模型组合',
    '客戶的風險級別當時沒有適用的模型組合',
    'no model portfolio was in force for the client’s level',
  ),
  'kpi.excluded.no-risk': text('误报', '誤報', 'the alert was false'),
  'kpi.excluded.no-valuation': text(
    '资金进出时的资产价值不详',
    '資金進出時的資產價值不詳',
    'money moved, and the value that it met is not known',
  ),
  'kpi.excluded.not-converted': text(
    '归因期内没有购买',
    '歸因期內沒有購買',
    'nothing was bought within the window',
  ),
  'kpi.excluded.not-eligible': text(
    '客户不能使用该工具',
    '客戶不能使用該工具',
    'the client could not have used the tool',
  ),
  'kpi.excluded.not-estimated': text(
    '损失金额尚未估定',
    '損失金額尚未估定',
    'nobody knows yet what it cost',
  ),
  'kpi.excluded.not-reached': text(
    '邀请未能送达',
    '邀請未能送達',
    'the invitation could not be delivered',
  ),
  'kpi.excluded.not-recorded': text(
    '没有所需的记录',
    '沒有所需的紀錄',
    'nobody recorded what the figure needs',
  ),
  'kpi.excluded.not-reviewed': text('尚未复核', '尚未覆核', 'nobody has looked at it yet'),
  'kpi.excluded.not-timed': text('没有计时', '沒有計時', 'nobody measured how long it took'),
  'kpi.excluded.not-watched': text(
    '没有记录该客户的使用是否出现故障',
    '沒有記錄該客戶的使用有否出現故障',
    'a client of whose sessions nobody recorded breakdowns',
  ),
  'kpi.excluded.open': text(
    '观察期未满，客户仍可能离开',
    '觀察期未滿，客戶仍可能離開',
    'the time in which the client may leave is not over',
  ),
  'kpi.excluded.origin-unknown': text(
    '没有记录客户由谁介绍',
    '沒有記錄客戶由誰介紹',
    'nobody recorded who brought the client',
  ),
  'kpi.excluded.part-period': text(
    '没有覆盖整个期间',
    '沒有涵蓋整段期間',
    'not there for the whole period',
  ),
  'kpi.excluded.period-running': text(
    '统计期间尚未结束',
    '統計期間尚未結束',
    'the period is still running',
  ),
  'kpi.excluded.retake': text(
    '补考：可以一再重考的人终会通过',
    '補考：可以一再重考的人終會合格',
    'a test taken again: whoever may try until it works passes in the end',
  ),
  'kpi.excluded.short-abandon': text(
    '开始数秒内误触后放弃',
    '開始數秒內誤觸後放棄',
    'given up within the first seconds, by mistake',
  ),
  'kpi.excluded.skipped': text(
    '途中跳过了该步骤',
    '途中略過了該步驟',
    'the step was left out on the way',
  ),
  'kpi.excluded.task-running': text(
    '任务可能仍在进行',
    '任務可能仍在進行',
    'the task may still be going on',
  ),
  'kpi.excluded.undecided': text(
    '预警是否属实尚无结论',
    '預警是否屬實尚未有結論',
    'nobody knows yet what the alert turns out to be',
  ),
  'kpi.excluded.window-open': text(
    '观察期未满，结果尚不得知',
    '觀察期未滿，結果尚未可知',
    'the time to be watched is still running, so that the outcome is not known',
  ),
});
