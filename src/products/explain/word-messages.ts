import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Headings of an explanation. */
export const wordMessages: Messages = Object.freeze({
  'products.explanation.title': text(
    '产品说明：{name}（截至{asOf}）',
    '產品說明：{name}（截至{asOf}）',
    '{name}, explained as of {asOf}',
  ),
  'products.explanation.what': text('这是什么产品', '這是甚麼產品', 'What it is'),
  'products.explanation.risks': text('主要风险', '主要風險', 'The main risks'),
  'products.explanation.returns': text(
    '可能的收益与亏损',
    '可能的回報與虧損',
    'What it may return',
  ),
  'products.explanation.costs': text('费用', '費用', 'What it costs'),
  'products.explanation.liquidity': text(
    '何时可以取回资金',
    '何時可以取回資金',
    'When you can have your money back',
  ),
  'products.explanation.for-whom': text('适合谁', '適合誰', 'For whom it is made'),
  'products.explanation.documents': text('购买前请阅读', '購買前請閱讀', 'Read before you buy'),
});
