import { label } from '../../../facts/declare.js';
import { compare, fact, isGiven, threshold } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';

/** An amount that may be a slip of the finger is asked for again, whichever way the order goes. */
export const ORDER_SIZE_RULES: readonly PolicyRule[] = [
  {
    name: 'order-size',
    when: {
      all: [
        isGiven('history.medianOrderAmount'),
        compare('order.amount', '>', {
          times: [threshold('sizeMultiple'), fact('history.medianOrderAmount')],
        }),
      ],
    },
    outcome: 'require',
    satisfiedBy: { holds: 'order.amountConfirmed' },
    // To ask costs little, so whoever cannot look asks.
    whenUnknown: 'bite',
    text: label(
      '委托金额{order.amount:number}超过以往委托中位数{history.medianOrderAmount:number}的{sizeMultiple}倍，请再次确认金额。',
      '指示金額{order.amount:number}超過過往指示中位數{history.medianOrderAmount:number}的{sizeMultiple}倍，請再次確認金額。',
      'The amount of {order.amount:number} is more than {sizeMultiple} {sizeMultiple|time|times} the median of past orders, {history.medianOrderAmount:number}. Please confirm it.',
    ),
  },
  {
    name: 'first-order-size',
    when: {
      all: [
        { none: 'history.medianOrderAmount' },
        compare('order.amount', '>=', threshold('firstOrderConfirmFrom')),
      ],
    },
    outcome: 'require',
    satisfiedBy: { holds: 'order.amountConfirmed' },
    whenUnknown: 'bite',
    text: label(
      '这是客户的首笔委托，金额{order.amount:number}达到{firstOrderConfirmFrom:number}，请再次确认金额。',
      '這是客戶的首項指示，金額{order.amount:number}達到{firstOrderConfirmFrom:number}，請再次確認金額。',
      'This is the client’s first order and its amount of {order.amount:number} reaches {firstOrderConfirmFrom:number}. Please confirm it.',
    ),
  },
];
