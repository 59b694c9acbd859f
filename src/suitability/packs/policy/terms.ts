import type { RuleOperand, Term } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import { CASE_TERMS } from '../../facts/terms.js';
import { fact } from './rules/conditions.js';

type Words = readonly [hans: string, hant: string, english: string];

/** What is held of something and what the order adds, as a share of the financial assets, which a purchase leaves as they are. */
function shareAfter(held: string, ...words: Words): Term {
  const value = { over: [withOrder(held), fact('household.financialAssets')] } as const;
  return { label: label(...words), type: 'number', value };
}

function sumAfter(before: string, ...words: Words): Term {
  return { label: label(...words), type: 'amount', value: withOrder(before) };
}

function withOrder(before: string): RuleOperand {
  return { plus: [fact(before), fact('order.amount')] };
}

/** What a policy works out from facts, so that a smaller order can be found that would pass. */
export const POLICY_TERMS: Readonly<Record<string, Term>> = {
  ...CASE_TERMS,
  'portfolio.issuerShareAfter': shareAfter(
    'portfolio.issuerValue',
    '委托后同一发行人占金融资产的比例',
    '指示後同一發行人佔金融資產的比例',
    'share of the issuer in the financial assets after the order',
  ),
  'portfolio.productShareAfter': shareAfter(
    'portfolio.productValue',
    '委托后该产品占金融资产的比例',
    '指示後該產品佔金融資產的比例',
    'share of the product in the financial assets after the order',
  ),
  'portfolio.employerShareAfter': shareAfter(
    'portfolio.employerValue',
    '委托后雇主证券占金融资产的比例',
    '指示後僱主證券佔金融資產的比例',
    'share of the employer’s securities in the financial assets after the order',
  ),
  'portfolio.currencyShareAfter': shareAfter(
    'portfolio.currencyValue',
    '委托后产品币种占金融资产的比例',
    '指示後產品貨幣佔金融資產的比例',
    'share of the product’s currency in the financial assets after the order',
  ),
  'portfolio.illiquidShareAfter': shareAfter(
    'portfolio.illiquidValue',
    '委托后不能随时动用的资产占金融资产的比例',
    '指示後不能隨時動用的資產佔金融資產的比例',
    'share of what is not at hand in the financial assets after the order',
  ),
  'portfolio.productValueAfter': sumAfter(
    'portfolio.productValue',
    '委托后持有该产品的金额',
    '指示後持有該產品的金額',
    'held of the product after the order',
  ),
  'household.liquidAssetsAfter': {
    label: label(
      '委托后可随时动用的资金',
      '指示後可隨時動用的資金',
      'money at hand after the order',
    ),
    type: 'amount',
    value: { minus: [fact('household.liquidAssets'), fact('order.amount')] },
  },
  'order.count24h': {
    label: label(
      '连同本笔二十四小时内的委托笔数',
      '連同此項二十四小時內的指示數目',
      'orders within 24 hours with this one',
    ),
    type: 'number',
    value: { plus: [fact('history.orders24h'), 1] },
  },
  'order.sum24h': sumAfter(
    'history.orderSum24h',
    '连同本笔二十四小时内的委托金额',
    '連同此項二十四小時內的指示金額',
    'sum of orders within 24 hours with this one',
  ),
  'order.sumToday': sumAfter(
    'history.orderSumToday',
    '连同本笔当日委托金额',
    '連同此項當日指示金額',
    'sum of the day’s orders with this one',
  ),
  'order.productSumToday': sumAfter(
    'history.productSumToday',
    '连同本笔当日申购该产品金额',
    '連同此項當日認購該產品金額',
    'sum of the day’s purchases of the product with this one',
  ),
};
