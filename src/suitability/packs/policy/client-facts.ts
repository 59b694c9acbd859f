import type { FactDeclaration } from '../../../rules/index.js';
import { amountIn, count, day, label, listOf, yesNo } from '../../facts/declare.js';

type Facts = Readonly<Record<string, FactDeclaration>>;

/** What the policy reads of the client beyond the shared vocabulary. */
export function policyClientFacts(currency: string): Facts {
  return {
    'client.knowledgeLevel': count('level', label('知识水平', '知識水平', 'level of knowledge'), {
      whole: true,
      min: 1,
      max: 5,
      riskier: 'lower',
    }),
    'client.knowledgeTestPassed': yesNo(
      label(
        '已通过该类产品的知识测试',
        '已通過該類產品的知識測試',
        'client has passed a test on this kind of product',
      ),
      { change: {} },
    ),
    'client.horizonYears': count('years', label('投资期限', '投資年期', 'time horizon'), {
      riskier: 'lower',
      personal: true,
    }),
    'client.moneyNeededOn': day(
      label(
        '用款日（没有已知用款计划时为空）',
        '用款日（沒有已知用款計劃時為空）',
        'day on which this money is needed; none if it is not known to be needed',
      ),
      { personal: true },
    ),
    'client.currencies': listOf(
      label(
        '收入或支出的币种',
        '收入或支出的貨幣',
        'currencies in which the client earns or spends',
      ),
      { personal: true },
    ),
    'client.irregularIncome': yesNo(
      label(
        '收入不稳定或没有收入',
        '收入不穩定或沒有收入',
        'income is irregular, or there is none',
      ),
      { personal: true },
    ),
    'client.segment': {
      type: 'text',
      label: label('客户类别', '客戶類別', 'client segment'),
    },
    'client.objective': {
      type: 'text',
      label: label('本次投资的目标', '是次投資的目標', 'objective of this investment'),
      personal: true,
    },
    'client.lossBearing': count(
      'fraction',
      label(
        '能够承受的损失占投资额的比例',
        '能夠承受的損失佔投資額的比例',
        'share of what is invested that the client can bear to lose',
      ),
      { max: 10, riskier: 'lower', personal: true },
    ),
    'household.essentialMonthly': amountIn(
      currency,
      label(
        '家庭每月必要支出',
        '家庭每月必要支出',
        'essential spending of the household in a month',
      ),
      { personal: true },
    ),
    'household.liquidAssets': amountIn(
      currency,
      label(
        '委托前可随时动用的资金（含用于支付本笔的资金）',
        '指示前可隨時動用的資金（含用於支付此項的資金）',
        'money at hand before the order, with what the order is paid from',
      ),
      { personal: true, min: -1e15 },
    ),
  };
}

/** What the policy reads of the portfolio, as it is before the order unless the name says otherwise. */
export function policyPortfolioFacts(currency: string): Facts {
  const held = (hans: string, hant: string, english: string): FactDeclaration =>
    amountIn(currency, label(hans, hant, english), { personal: true });
  const volatility = (hans: string, hant: string, english: string): FactDeclaration =>
    count('fraction', label(hans, hant, english), { max: 10 });
  const rating = (hans: string, hant: string, english: string): FactDeclaration =>
    count('level', label(hans, hant, english), { min: 0, max: 5 });
  return {
    'portfolio.issuerValue': held(
      '已持有同一发行人的金额（没有单一发行人时为空）',
      '已持有同一發行人的金額（沒有單一發行人時為空）',
      'held of the product’s issuer; none if the product has no single one',
    ),
    'portfolio.productValue': held(
      '已持有该产品的金额',
      '已持有該產品的金額',
      'held of the product',
    ),
    'portfolio.employerValue': held(
      '已持有雇主证券的金额',
      '已持有僱主證券的金額',
      'held of the employer’s securities',
    ),
    'portfolio.currencyValue': held(
      '已持有产品币种资产的金额',
      '已持有產品貨幣資產的金額',
      'financial assets held in the product’s currency',
    ),
    'portfolio.illiquidValue': held(
      '已持有不能随时动用的资产的金额',
      '已持有不能隨時動用的資產的金額',
      'financial assets that are not at hand',
    ),
    'portfolio.volatilityBefore': volatility(
      '委托前组合波动率',
      '指示前組合波幅',
      'annual volatility of the portfolio before the order',
    ),
    'portfolio.volatilityAfter': volatility(
      '委托后组合波动率',
      '指示後組合波幅',
      'annual volatility of the portfolio after the order',
    ),
    'portfolio.riskBefore': rating(
      '委托前组合风险评级',
      '指示前組合風險評級',
      'risk rating of the portfolio before the order',
    ),
    'portfolio.riskAfter': rating(
      '委托后组合风险评级',
      '指示後組合風險評級',
      'risk rating of the portfolio after the order',
    ),
  };
}
