import { type Messages, localisedText as text } from '../evidence/index.js';

/** What kinds of client, objectives, traits, parts of a fee, an issuer’s scenarios and currencies are called in three languages. */
export const productTerms: Messages = Object.freeze({
  'products.term.retail': text('普通投资者', '零售投資者', 'retail clients'),
  'products.term.professional': text('专业投资者', '專業投資者', 'professional clients'),
  'products.term.institution': text('机构投资者', '機構投資者', 'institutions'),
  'products.term.preserve': text('保值', '保值', 'preserving value'),
  'products.term.income': text('获取收入', '賺取收入', 'income'),
  'products.term.growth': text('增值', '增值', 'growth'),
  'products.term.over-65': text('65周岁以上的客户', '65歲以上的客戶', 'clients over 65'),
  'products.term.lowest-category': text(
    '风险承受能力最低类别的客户',
    '風險承受能力屬最低類別的客戶',
    'clients in the lowest category of risk tolerance',
  ),
  'products.term.needs-money-within-a-year': text(
    '一年内需要动用这笔钱的客户',
    '一年內需要動用該筆款項的客戶',
    'clients who need the money within a year',
  ),
  'products.term.management': text('管理费', '管理費', 'management'),
  'products.term.custody': text('托管费', '託管費', 'custody'),
  'products.term.service': text('销售服务费', '銷售服務費', 'distribution and service'),
  'products.term.agreed-rate': text('约定利率', '約定利率', 'agreed rate'),
  'products.term.guaranteed': text('保证利益', '保證利益', 'guaranteed'),
  'products.term.illustrated': text(
    '非保证演示利益',
    '非保證利益說明',
    'illustrated, not guaranteed',
  ),
  'products.term.CNY': text('人民币', '人民幣', 'renminbi'),
  'products.term.HKD': text('港元', '港元', 'Hong Kong dollars'),
  'products.term.USD': text('美元', '美元', 'US dollars'),
  'products.term.EUR': text('欧元', '歐元', 'euros'),
  'products.term.JPY': text('日元', '日圓', 'Japanese yen'),
  'products.term.GBP': text('英镑', '英鎊', 'pounds sterling'),
  'products.term.AUD': text('澳元', '澳元', 'Australian dollars'),
  'products.term.CAD': text('加元', '加元', 'Canadian dollars'),
  'products.term.CHF': text('瑞士法郎', '瑞士法郎', 'Swiss francs'),
  'products.term.SGD': text('新加坡元', '新加坡元', 'Singapore dollars'),
  'products.term.MOP': text('澳门元', '澳門元', 'Macanese patacas'),
  'products.term.TWD': text('新台币', '新臺幣', 'New Taiwan dollars'),
});
