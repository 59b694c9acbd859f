import type { FactDeclaration } from '../../../rules/index.js';
import { amountIn, count, day, label, oneOf, yesNo } from '../../facts/declare.js';

type Facts = Readonly<Record<string, FactDeclaration>>;

/** What the policy reads of the order beyond the shared vocabulary. */
export const POLICY_ORDER_FACTS: Facts = {
  'order.side': oneOf(
    {
      buy: ['买入', '買入', 'purchase'],
      sell: ['卖出', '賣出', 'sale'],
      switch: ['转换', '轉換', 'switch'],
    },
    label('交易方向', '交易方向', 'side of the order'),
  ),
  'order.borrowed': yesNo(label('以借入资金购买', '以借入資金購買', 'paid with borrowed money'), {
    change: {},
  }),
  'order.repeatConfirmed': yesNo(
    label('客户已确认再次委托', '客戶已確認再次指示', 'client has confirmed a second order'),
    { change: {} },
  ),
  'order.amountConfirmed': yesNo(
    label('客户已再次确认金额', '客戶已再次確認金額', 'client has confirmed the amount again'),
    { change: {} },
  ),
  'order.hoursSinceWarning': count(
    'hours',
    label(
      '距风险提示的小时数（未提示时为空）',
      '距風險提示的小時數（未提示時為空）',
      'hours since the risk warning; none if there was no warning',
    ),
    {
      change: {
        label: label('风险提示后等候', '風險提示後等候', 'wait after the risk warning'),
        direction: 'higher',
        to: 8760,
      },
    },
  ),
  'order.hoursSinceFirstContact': count(
    'hours',
    label(
      '距首次就该产品接触客户的小时数（未接触时为空）',
      '距首次就該產品接觸客戶的小時數（未接觸時為空）',
      'hours since the first contact about the product; none if the client came unasked',
    ),
    {
      change: {
        label: label('首次接触后等候', '首次接觸後等候', 'wait after the first contact'),
        direction: 'higher',
        to: 8760,
      },
    },
  ),
};

/** What the policy reads of earlier orders. This order is in none of the counts and sums. */
export function policyHistoryFacts(currency: string): Facts {
  const sum = (hans: string, hant: string, english: string): FactDeclaration =>
    amountIn(currency, label(hans, hant, english), { personal: true });
  return {
    'history.sameOrderMinutesAgo': count(
      'minutes',
      label(
        '距上一笔同产品同方向委托的分钟数（没有时为空）',
        '距上一項同產品同方向指示的分鐘數（沒有時為空）',
        'minutes since the last order for the same product on the same side; none if there was none',
      ),
      { whole: true },
    ),
    'history.sameOrderOn': day(
      label(
        '上一笔同产品同方向委托的日期（没有时为空）',
        '上一項同產品同方向指示的日期（沒有時為空）',
        'day of the last order for the same product on the same side; none if there was none',
      ),
    ),
    'history.orders24h': count(
      'orders',
      label(
        '二十四小时内已有委托笔数',
        '二十四小時內已有指示數目',
        'orders within the last 24 hours',
      ),
      { whole: true },
    ),
    'history.orderSum24h': sum(
      '二十四小时内已有委托金额',
      '二十四小時內已有指示金額',
      'sum of orders within the last 24 hours',
    ),
    'history.orderSumToday': sum(
      '当日已有委托金额',
      '當日已有指示金額',
      'sum of orders of the day',
    ),
    'history.productSumToday': sum(
      '当日已申购该产品金额',
      '當日已認購該產品金額',
      'sum of the day’s purchases of the product',
    ),
    'history.medianOrderAmount': sum(
      '以往委托金额中位数（没有以往委托时为空）',
      '過往指示金額中位數（沒有過往指示時為空）',
      'median amount of past orders; none without past orders',
    ),
  };
}
