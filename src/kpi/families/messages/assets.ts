import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Names and formulas of the family's ready KPIs in three languages. */
export const assetsMessages: Messages = Object.freeze({
  'kpi.name.asset-growth': text(
    '管理资产规模增长率',
    '管理資產增長率',
    'Growth of assets under management',
  ),
  'kpi.formula.asset-growth': text(
    '（期末管理资产 − 期初管理资产）÷ 期初管理资产',
    '（期末管理資產 − 期初管理資產）÷ 期初管理資產',
    '(Closing assets − opening assets) ÷ opening assets',
  ),
  'kpi.name.asset-bridge': text(
    '管理资产变动分解',
    '管理資產變動分解',
    'Bridge of assets under management',
  ),
  'kpi.formula.asset-bridge': text(
    '期初管理资产 + 净新增资金 + 市场变动 + 汇率变动 + 收益 − 费用 + 口径变动 = 期末管理资产；数值为增长率',
    '期初管理資產 + 淨新增資金 + 市場變動 + 匯率變動 + 收益 − 費用 + 範圍變動 = 期末管理資產；數值為增長率',
    'Opening assets + net new money + market + currency + income − fees + changes of scope = closing assets; the value is the growth',
  ),
  'kpi.name.organic-growth': text('净流入增长率', '淨流入增長率', 'Organic growth'),
  'kpi.formula.organic-growth': text(
    '净流入资金 ÷ 期初管理资产',
    '淨流入資金 ÷ 期初管理資產',
    'Net flow ÷ opening assets',
  ),
  'kpi.name.net-new-money-rate': text(
    '净新增资金增长率（年化）',
    '淨新增資金增長率（年度化）',
    'Net new money rate, yearly',
  ),
  'kpi.formula.net-new-money-rate': text(
    '净新增资金 ÷ 期初管理资产 × 一年中的期数（不计复利）',
    '淨新增資金 ÷ 期初管理資產 × 一年的期數（不計複利）',
    'Net new money ÷ opening assets × periods in a year, not compounded',
  ),
  'kpi.name.mean-client-return': text(
    '客户平均收益率（修正迪茨法）',
    '客戶平均回報率（經修訂Dietz法）',
    'Mean return of the clients (Modified Dietz)',
  ),
  'kpi.formula.mean-client-return': text(
    '各客户修正迪茨收益率之和 ÷ 客户数（每位客户权重相同）',
    '各客戶經修訂Dietz回報率總和 ÷ 客戶數目（每位客戶比重相同）',
    'Sum of the clients’ Modified Dietz returns ÷ clients, each client alike',
  ),
  'kpi.name.client-return-dispersion': text(
    '客户收益率离散度（修正迪茨法）',
    '客戶回報率離散程度（經修訂Dietz法）',
    'Dispersion of the clients’ returns (Modified Dietz)',
  ),
  'kpi.formula.client-return-dispersion': text(
    '各客户修正迪茨收益率的标准差（每位客户权重相同）',
    '各客戶經修訂Dietz回報率的標準差（每位客戶比重相同）',
    'Standard deviation of the clients’ Modified Dietz returns, each client alike',
  ),
  'kpi.name.asset-weighted-return': text(
    '资产加权收益率（修正迪茨法）',
    '資產加權回報率（經修訂Dietz法）',
    'Asset-weighted return (Modified Dietz)',
  ),
  'kpi.formula.asset-weighted-return': text(
    '全体客户的投资收益 ÷ 全体客户的平均投入资金',
    '全體客戶的投資收益 ÷ 全體客戶的平均投入資金',
    'Gains of the clients ÷ their average capital',
  ),
  'kpi.name.mean-time-weighted-return': text(
    '客户平均时间加权收益率',
    '客戶平均時間加權回報率',
    'Mean time-weighted return of the clients',
  ),
  'kpi.formula.mean-time-weighted-return': text(
    '各客户时间加权收益率之和 ÷ 客户数（每位客户权重相同）',
    '各客戶時間加權回報率總和 ÷ 客戶數目（每位客戶比重相同）',
    'Sum of the clients’ time-weighted returns ÷ clients, each client alike',
  ),
  'kpi.name.time-weighted-return-dispersion': text(
    '客户时间加权收益率离散度',
    '客戶時間加權回報率離散程度',
    'Dispersion of the clients’ time-weighted returns',
  ),
  'kpi.formula.time-weighted-return-dispersion': text(
    '各客户时间加权收益率的标准差（每位客户权重相同）',
    '各客戶時間加權回報率的標準差（每位客戶比重相同）',
    'Standard deviation of the clients’ time-weighted returns, each client alike',
  ),
  'kpi.name.asset-weighted-time-weighted-return': text(
    '时间加权收益率（按期初资产加权）',
    '時間加權回報率（按期初資產加權）',
    'Time-weighted return, weighted by opening assets',
  ),
  'kpi.formula.asset-weighted-time-weighted-return': text(
    '（期初资产 × 时间加权收益率）之和 ÷ 期初资产之和',
    '（期初資產 × 時間加權回報率）總和 ÷ 期初資產總和',
    'Sum of opening assets × time-weighted return ÷ sum of opening assets',
  ),
  'kpi.name.ahead-of-benchmark': text(
    '跑赢业绩比较基准的客户占比',
    '跑贏基準的客戶比例',
    'Clients ahead of their benchmark',
  ),
  'kpi.formula.ahead-of-benchmark': text(
    '时间加权收益率高于业绩比较基准的客户数 ÷ 有业绩比较基准的客户数',
    '時間加權回報率高於基準的客戶數目 ÷ 設有基準的客戶數目',
    'Clients whose time-weighted return is above their benchmark’s ÷ clients with a benchmark',
  ),
});
