import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Names and formulas of the family's ready KPIs in three languages. */
export const retentionMessages: Messages = Object.freeze({
  'kpi.name.renewal-rate': text('续约率', '續約率', 'Renewal rate'),
  'kpi.formula.renewal-rate': text(
    '已续约数 ÷ 到期应续约数',
    '已續約數目 ÷ 到期續約數目',
    'Renewed ÷ due for renewal',
  ),
  'kpi.name.client-churn': text(
    '客户流失率（本期）',
    '客戶流失率（期內）',
    'Clients lost in the period',
  ),
  'kpi.formula.client-churn': text(
    '本期流失客户数 ÷ 期初客户数',
    '期內流失客戶數目 ÷ 期初客戶數目',
    'Clients lost ÷ clients at the start',
  ),
  'kpi.name.annualised-client-churn': text(
    '客户流失率（年化）',
    '客戶流失率（年度化）',
    'Clients lost, annualised',
  ),
  'kpi.formula.annualised-client-churn': text(
    '1 −（1 − 本期流失率）的n次方，n为一年中的期数',
    '1 −（1 − 期內流失率）的n次方，n為一年的期數',
    '1 − (1 − churn of the period) to the power of the periods in a year',
  ),
  'kpi.name.asset-churn': text('资产流失率', '資產流失率', 'Assets lost'),
  'kpi.formula.asset-churn': text(
    '流失客户的资产 ÷ 期初管理资产',
    '流失客戶的資產 ÷ 期初管理資產',
    'Assets of the clients lost ÷ opening assets',
  ),
});
