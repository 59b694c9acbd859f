import type { ProductStatus } from '../../../products/index.js';
import type { FactDeclaration } from '../../../rules/index.js';
import {
  amountIn,
  count,
  day,
  label,
  listOf,
  oneOf,
  type ValueNames,
  yesNo,
} from '../../facts/declare.js';

type Facts = Readonly<Record<string, FactDeclaration>>;

const STATUS_NAMES: ValueNames<ProductStatus> = {
  open: ['开放', '開放', 'open'],
  'subscription-suspended': ['暂停申购', '暫停認購', 'purchases suspended'],
  'redemption-suspended': ['暂停赎回', '暫停贖回', 'redemptions suspended'],
  closed: ['已停止销售', '已停止銷售', 'no longer offered'],
};

/** What the policy reads of the product beyond the shared vocabulary and its target market. */
export function policyProductFacts(currency: string): Facts {
  return {
    'product.status': oneOf(STATUS_NAMES, label('产品状态', '產品狀態', 'status of the product')),
    'product.currency': {
      type: 'text',
      label: label('产品币种', '產品貨幣', 'currency of the product'),
    },
    'product.complexity': count('level', label('复杂程度', '複雜程度', 'level of complexity'), {
      whole: true,
      min: 1,
      max: 5,
      riskier: 'higher',
    }),
    'product.leverage': count(
      'times',
      label(
        '杠杆倍数（无杠杆为1）',
        '槓桿倍數（無槓桿為1）',
        'exposure as a multiple of the value; 1 without leverage',
      ),
      { max: 1000, riskier: 'higher' },
    ),
    'product.holdingYears': count(
      'years',
      label('建议持有期', '建議持有期', 'recommended holding period'),
      { max: 100, riskier: 'higher' },
    ),
    'product.lockUpEndsOn': day(
      label(
        '锁定期满、资金可取回之日（无锁定期时为空）',
        '鎖定期滿、資金可取回之日（無鎖定期時為空）',
        'day on which money put in now can be had back; none without a lock-up',
      ),
    ),
    'product.noticeDays': count(
      'days',
      label(
        '赎回通知天数（无须通知为0）',
        '贖回通知日數（毋須通知為0）',
        'days from notice to money on redemption; 0 without notice',
      ),
      { whole: true, max: 36500, riskier: 'higher' },
    ),
    'product.liquid': yesNo(
      label('资金可随时动用', '資金可隨時動用', 'money in the product stays at hand'),
    ),
    'product.diversified': yesNo(
      label('分散投资于众多发行人', '分散投資於眾多發行人', 'spread over many issuers'),
    ),
    'product.ofEmployer': yesNo(
      label('由客户的雇主发行', '由客戶的僱主發行', 'issued by the client’s employer'),
    ),
    'product.clientDailyLimit': amountIn(
      currency,
      label(
        '产品规定的单一客户单日上限',
        '產品規定的單一客戶單日上限',
        'most that one client may buy in a day',
      ),
    ),
    'product.clientLimit': amountIn(
      currency,
      label(
        '产品规定的单一客户持有上限',
        '產品規定的單一客戶持有上限',
        'most that one client may hold',
      ),
    ),
  };
}

/** For whom the product is meant and for whom it must not be; each is none where the manufacturer has set nothing. */
export const TARGET_MARKET_FACTS: Facts = {
  'product.targetSegments': listOf(
    label('目标市场：客户类别', '目標市場：客戶類別', 'target market: client segments'),
  ),
  'product.excludedSegments': listOf(
    label(
      '负面目标市场：客户类别',
      '負面目標市場：客戶類別',
      'negative target market: client segments',
    ),
  ),
  'product.targetLevelMin': count(
    'level',
    label('目标市场：最低等级', '目標市場：最低等級', 'target market: lowest level'),
    { whole: true, min: 1, max: 5 },
  ),
  'product.excludedLevelMax': count(
    'level',
    label(
      '负面目标市场：最高等级',
      '負面目標市場：最高等級',
      'negative target market: highest level',
    ),
    { whole: true, min: 1, max: 5 },
  ),
  'product.targetHorizonYears': count(
    'years',
    label('目标市场：最短投资期限', '目標市場：最短投資年期', 'target market: shortest horizon'),
    { max: 100 },
  ),
  'product.excludedHorizonBelow': count(
    'years',
    label(
      '负面目标市场：投资期限短于',
      '負面目標市場：投資年期短於',
      'negative target market: horizons below',
    ),
    { max: 100 },
  ),
  'product.targetObjectives': listOf(
    label('目标市场：投资目标', '目標市場：投資目標', 'target market: objectives'),
  ),
  'product.excludedObjectives': listOf(
    label('负面目标市场：投资目标', '負面目標市場：投資目標', 'negative target market: objectives'),
  ),
  'product.targetLossBearing': count(
    'fraction',
    label(
      '目标市场：须能承受的损失比例',
      '目標市場：須能承受的損失比例',
      'target market: share that the client must be able to lose',
    ),
    { max: 10 },
  ),
  'product.excludedLossBearingBelow': count(
    'fraction',
    label(
      '负面目标市场：能承受的损失比例低于',
      '負面目標市場：能承受的損失比例低於',
      'negative target market: loss bearing below',
    ),
    { max: 10 },
  ),
};
