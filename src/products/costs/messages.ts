import { type Messages, localisedText as text } from '../../evidence/index.js';

/** The names of cost figures in three languages, beside those that every product has. */
export const costMessages: Messages = Object.freeze({
  'products.cost.entry': text('申购费用', '認購費', 'Entry fees'),
  'products.cost.spread': text('买卖价差', '買賣差價', 'Dealing spread'),
  'products.cost.performance': text('业绩报酬', '表現費', 'Performance fees'),
  'products.cost.exit': text('赎回费用', '贖回費', 'Exit fees'),
  'products.cost.service': text('服务及账户费用', '服務及賬戶費用', 'Service and account charges'),
  'products.cost.tax': text('税费', '稅項', 'Taxes'),
  'products.cost.total': text('费用合计', '費用總額', 'Total costs'),
  'products.cost.third-party': text(
    '其中支付给销售机构的部分',
    '其中支付予分銷商的部分',
    'Of which paid to the distributor',
  ),
  'products.cost.unspecified': text(
    '未细分的持续费用',
    '未細分的經常性費用',
    'Ongoing charges not itemised',
  ),
  'products.cost.without-costs': text(
    '不计费用的预期价值',
    '不計費用的預期價值',
    'Expected value without costs',
  ),
  'products.cost.with-costs': text(
    '扣除全部费用后的预期价值',
    '扣除全部費用後的預期價值',
    'Expected value after all costs',
  ),
  'products.cost.effect': text(
    '费用对收益的累计影响',
    '費用對回報的累計影響',
    'Cumulative effect of costs on the return',
  ),
});
