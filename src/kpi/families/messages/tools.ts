import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Names and formulas of the family's ready KPIs in three languages. */
export const toolsMessages: Messages = Object.freeze({
  'kpi.name.tool-adoption': text('数字工具使用率', '數碼工具使用率', 'Adoption of the tool'),
  'kpi.formula.tool-adoption': text(
    '本期至少使用一次的客户数 ÷ 本期可使用的客户数',
    '期內至少使用一次的客戶數目 ÷ 期內可使用的客戶數目',
    'Clients with at least one session ÷ clients who could have had one',
  ),
  'kpi.name.sessions-per-client': text(
    '活跃客户人均使用次数',
    '活躍客戶人均使用次數',
    'Sessions per active client',
  ),
  'kpi.formula.sessions-per-client': text(
    '本期使用次数 ÷ 本期至少使用一次的客户数',
    '期內使用次數 ÷ 期內至少使用一次的客戶數目',
    'Sessions in the period ÷ clients with at least one',
  ),
  'kpi.name.tool-stickiness': text(
    '使用黏性（日活÷月活）',
    '使用黏度（日活÷月活）',
    'Stickiness (daily over monthly clients)',
  ),
  'kpi.formula.tool-stickiness': text(
    '活跃客户使用日数占本期日数的平均比例',
    '活躍客戶使用日數佔期內日數的平均比例',
    'The mean share of the period’s days on which an active client uses the tool',
  ),
  'kpi.name.task-success': text('任务完成率', '任務完成率', 'Tasks done'),
  'kpi.formula.task-success': text(
    '独立且完整完成的任务数 ÷ 已结束或已放弃的任务数',
    '獨立而完整完成的任務數目 ÷ 已結束或已放棄的任務數目',
    'Tasks done in full and without help ÷ tasks ended or given up',
  ),
  'kpi.name.task-errors': text('任务出错率', '任務出錯率', 'Tasks with errors'),
  'kpi.formula.task-errors': text(
    '至少出错一次的任务数 ÷ 已结束或已放弃的任务数',
    '至少出錯一次的任務數目 ÷ 已結束或已放棄的任務數目',
    'Tasks with at least one error ÷ tasks ended or given up',
  ),
  'kpi.name.crash-free-sessions': text(
    '无崩溃使用占比',
    '無故障使用比例',
    'Sessions without a breakdown',
  ),
  'kpi.formula.crash-free-sessions': text(
    '未发生崩溃的使用次数 ÷ 受监测的使用次数',
    '未有發生故障的使用次數 ÷ 受監察的使用次數',
    'Sessions without a breakdown ÷ sessions watched',
  ),
  'kpi.name.crash-free-clients': text(
    '无崩溃客户占比',
    '無故障客戶比例',
    'Clients without a breakdown',
  ),
  'kpi.formula.crash-free-clients': text(
    '受监测的使用中未遇崩溃的活跃客户数 ÷ 有受监测使用的活跃客户数',
    '受監察的使用中未遇故障的活躍客戶數目 ÷ 有受監察使用的活躍客戶數目',
    'Active clients without a breakdown in the sessions watched ÷ active clients with a session watched',
  ),
  'kpi.name.availability-by-time': text(
    '可用率（按时间）',
    '可用率（按時間）',
    'Availability by time',
  ),
  'kpi.formula.availability-by-time': text(
    '正常服务分钟数 ÷ 服务分钟数（事先公告的维护时间不计）',
    '正常服務分鐘數 ÷ 服務分鐘數（事先公布的維護時間不計）',
    'Minutes in which the tool was never down ÷ minutes of service without announced maintenance',
  ),
  'kpi.name.availability-by-request': text(
    '可用率（按请求）',
    '可用率（按請求）',
    'Availability by request',
  ),
  'kpi.formula.availability-by-request': text(
    '成功应答的请求数 ÷ 应可应答的请求数',
    '成功回應的請求數目 ÷ 應可回應的請求數目',
    'Requests answered ÷ requests that could have been answered',
  ),
  'kpi.name.apdex': text(
    '应用性能指数（Apdex）',
    '應用程式效能指數（Apdex）',
    'Application performance index (Apdex)',
  ),
  'kpi.formula.apdex': text(
    '（目标时间内应答的请求数 + 四倍目标时间内应答者的一半）÷ 请求数',
    '（目標時間內回應的請求數目 + 四倍目標時間內回應者的一半）÷ 請求數目',
    '(Answers in time + half of those within four times as long) ÷ requests',
  ),
});
