import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Why something about a portfolio is not known. */
export const portfolioMessages: Messages = Object.freeze({
  'suitability.portfolio-no-value': text(
    '持仓 {holding} 没有价格，无法估值。',
    '持倉 {holding} 沒有價格，無法估值。',
    'Holding {holding} has no price, so it has no value.',
  ),
  'suitability.portfolio-no-rate': text(
    '缺少 {rate} 兑 {base} 的汇率，{from} 金额无法折算。',
    '欠缺 {rate} 兌 {base} 的匯率，{from} 金額無法折算。',
    'There is no rate of {rate} against {base}, so amounts in {from} cannot be converted.',
  ),
  'suitability.portfolio-no-rating': text(
    '产品 {product} 的风险等级不明。',
    '產品 {product} 的風險等級不明。',
    'The risk rating of product {product} is not known.',
  ),
  'suitability.portfolio-no-issuer': text(
    '产品 {product} 的发行人不明。',
    '產品 {product} 的發行人不明。',
    'The issuer of product {product} is not known.',
  ),
  'suitability.portfolio-no-employer': text(
    '不知产品 {product} 是否由客户的雇主发行。',
    '不知產品 {product} 是否由客戶的僱主發行。',
    'It is not known whether product {product} is the employer’s.',
  ),
  'suitability.portfolio-no-liquidity': text(
    '不知产品 {product} 的资金是否可随时动用。',
    '不知產品 {product} 的資金是否可隨時動用。',
    'It is not known whether the money in product {product} is at hand.',
  ),
  'suitability.portfolio-no-covariance': text(
    '协方差矩阵中没有 {id}。',
    '協方差矩陣中沒有 {id}。',
    'The covariance matrix does not have {id}.',
  ),
  'suitability.portfolio-not-covered': text(
    '{source} 的金额不足以支付委托。',
    '{source} 的金額不足以支付指示。',
    'What is held in {source} does not cover the order.',
  ),
});
