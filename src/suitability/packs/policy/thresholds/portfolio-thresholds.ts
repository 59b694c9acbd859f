import { LEVELS, share, type ThresholdSpecification, whole } from './specification.js';
import type { PortfolioThreshold } from './threshold-names.js';

/**
 * Thresholds on what the client holds once the order is done, and on the product against the client.
 *
 * Shares of issuer and employer and the months of the reserve are those that the sample bank uses to find needs. The volatility
 * caps of the five levels are the bounds between the classes 2 to 7 of CESR/10-673, Guidelines on the methodology for the
 * calculation of the synthetic risk and reward indicator (2010), box 1: 2, 5, 10, 15 and 25 % a year.
 */
export const PORTFOLIO_TABLE: Readonly<Record<PortfolioThreshold, ThresholdSpecification>> = {
  issuerShareWarn: share(
    0.2,
    '单一发行人占比提示线',
    '單一發行人佔比提示線',
    'share of one issuer that is pointed out',
  ),
  issuerShareBlock: share(
    0.3,
    '单一发行人占比上限',
    '單一發行人佔比上限',
    'largest share of one issuer',
  ),
  productShareWarn: share(
    0.25,
    '单一产品占比提示线',
    '單一產品佔比提示線',
    'share of one product that is pointed out',
  ),
  productShareBlock: share(
    0.5,
    '单一产品占比上限',
    '單一產品佔比上限',
    'largest share of one product',
  ),
  employerShareWarn: share(
    0.1,
    '雇主证券占比提示线',
    '僱主證券佔比提示線',
    'share of the employer’s securities that is pointed out',
  ),
  reserveMonthsLeast: whole(
    1,
    'months',
    'higher',
    [0, 120],
    '应急储备底线月数',
    '應急儲備底線月數',
    'months of essential spending that must stay at hand',
  ),
  reserveMonthsRegular: whole(
    3,
    'months',
    'higher',
    [0, 120],
    '收入稳定时的应急储备月数',
    '收入穩定時的應急儲備月數',
    'months of reserve with a regular income',
  ),
  reserveMonthsIrregular: whole(
    6,
    'months',
    'higher',
    [0, 120],
    '收入不稳定时的应急储备月数',
    '收入不穩定時的應急儲備月數',
    'months of reserve with an irregular income',
  ),
  illiquidShareWarn: share(
    0.5,
    '低流动性资产占比提示线',
    '低流動性資產佔比提示線',
    'share of illiquid assets that is pointed out',
  ),
  holdingExcessBlock: whole(
    3,
    'years',
    'lower',
    [0, 100],
    '建议持有期超出投资期限的上限年数',
    '建議持有期超出投資年期的上限年數',
    'most years by which the holding period may exceed the horizon',
  ),
  knowledgeGapRefer: whole(
    1,
    'levels',
    'lower',
    [0, 5],
    '复杂程度高于知识水平的可接受级差',
    '複雜程度高於知識水平的可接受級差',
    'levels by which the complexity may exceed the knowledge',
  ),
  currencyShareWarn: share(
    0.2,
    '其他币种占比提示线',
    '其他貨幣佔比提示線',
    'share of another currency that is pointed out',
  ),
  leverageAbove: {
    ...whole(
      1,
      'times',
      'lower',
      [0, 100],
      '产品杠杆倍数界线',
      '產品槓桿倍數界線',
      'leverage above which a product counts as leveraged',
    ),
    whole: false,
  },
  leverageLevelMin: whole(
    4,
    'level',
    'higher',
    LEVELS,
    '杠杆产品所需等级',
    '槓桿產品所需等級',
    'level from which leveraged products are meant',
  ),
  volatilityCapC1: share(
    0.02,
    '一级客户组合波动率上限',
    '一級客戶組合波幅上限',
    'volatility cap of level 1',
  ),
  volatilityCapC2: share(
    0.05,
    '二级客户组合波动率上限',
    '二級客戶組合波幅上限',
    'volatility cap of level 2',
  ),
  volatilityCapC3: share(
    0.1,
    '三级客户组合波动率上限',
    '三級客戶組合波幅上限',
    'volatility cap of level 3',
  ),
  volatilityCapC4: share(
    0.15,
    '四级客户组合波动率上限',
    '四級客戶組合波幅上限',
    'volatility cap of level 4',
  ),
  volatilityCapC5: share(
    0.25,
    '五级客户组合波动率上限',
    '五級客戶組合波幅上限',
    'volatility cap of level 5',
  ),
};
