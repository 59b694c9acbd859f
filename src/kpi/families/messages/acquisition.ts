import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Names and formulas of the family's ready KPIs in three languages. */
export const acquisitionMessages: Messages = Object.freeze({
  'kpi.name.new-client-growth': text('新客户增长率', '新客戶增長率', 'Growth by new clients'),
  'kpi.formula.new-client-growth': text(
    '新客户数 ÷ 期初客户数',
    '新客戶數目 ÷ 期初客戶數目',
    'New clients ÷ clients at the start',
  ),
  'kpi.name.campaign-conversion': text(
    '营销活动转化率（成交／触达）',
    '推廣活動轉化率（成交／接觸）',
    'Campaign conversion (bought / reached)',
  ),
  'kpi.formula.campaign-conversion': text(
    '成交客户数（含原有客户）÷ 活动触达客户数',
    '成交客戶數目（包括現有客戶）÷ 活動接觸客戶數目',
    'Clients who bought, existing ones included ÷ clients reached',
  ),
  'kpi.name.conversion-within-window': text(
    '归因期内转化率（含观察中的客户）',
    '歸因期內轉化率（包括觀察中的客戶）',
    'Conversion within the window, running windows included',
  ),
  'kpi.formula.conversion-within-window': text(
    '触达后在归因期内成交的比例；归因期未满者按已观察天数计入',
    '接觸後於歸因期內成交的比例；歸因期未滿者按已觀察日數計入',
    'The share of those reached who buy within the window; whose window is still running counts for as long as it ran',
  ),
  'kpi.name.time-to-convert-median': text(
    '成交所需天数中位数（全部触达客户）',
    '成交所需日數中位數（全部已接觸客戶）',
    'Median days to a purchase, of all reached',
  ),
  'kpi.formula.time-to-convert-median': text(
    '半数触达客户在此天数内成交；未成交者视为仍在观察',
    '半數已接觸客戶於此日數內成交；未成交者視為仍在觀察',
    'The days within which half of those reached had bought; the others count as open',
  ),
  'kpi.name.converters-median-time': text(
    '成交所需天数中位数（仅成交客户）',
    '成交所需日數中位數（只計成交客戶）',
    'Median days to a purchase, of those who bought',
  ),
  'kpi.formula.converters-median-time': text(
    '归因期已满的成交客户中，半数在此天数内成交',
    '歸因期已滿的成交客戶中，半數於此日數內成交',
    'The days within which half of those who bought had bought, once their window is over',
  ),
  'kpi.name.new-clients-from-campaigns': text(
    '新客户中由营销活动带来的占比',
    '新客戶中經推廣活動而來的比例',
    'Share of new clients that campaigns brought',
  ),
  'kpi.formula.new-clients-from-campaigns': text(
    '营销活动带来的新客户数 ÷ 新客户数',
    '經推廣活動而來的新客戶數目 ÷ 新客戶數目',
    'New clients brought by campaigns ÷ new clients',
  ),
  'kpi.name.referral-share': text(
    '新客户中由老客户推荐的占比',
    '新客戶中由現有客戶介紹的比例',
    'Share of new clients whom a client brought',
  ),
  'kpi.formula.referral-share': text(
    '老客户推荐的新客户数 ÷ 来源已知的新客户数',
    '現有客戶介紹的新客戶數目 ÷ 來源已知的新客戶數目',
    'New clients whom a client brought ÷ new clients of known origin',
  ),
  'kpi.name.acquisition-funnel': text('获客漏斗转化率', '開拓客戶漏斗轉化率', 'Acquisition funnel'),
  'kpi.formula.acquisition-funnel': text(
    '从第一步走到最后一步的比例；可能继续推进者不计入其所在步骤的流失',
    '由首個步驟走到最後步驟的比例；可能繼續者不計入其所在步驟的流失',
    'The share that comes from the first step to the last; who may still go on is not counted as lost',
  ),
  'kpi.name.cost-per-client': text(
    '单个新客户的营销成本',
    '每名新客戶的推廣成本',
    'Campaign cost of a new client',
  ),
  'kpi.formula.cost-per-client': text(
    '营销活动成本 ÷ 营销活动带来的新客户数',
    '推廣活動成本 ÷ 經推廣活動而來的新客戶數目',
    'Cost of campaigns ÷ new clients brought by campaigns',
  ),
});
