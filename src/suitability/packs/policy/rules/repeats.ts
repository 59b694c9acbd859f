import { label } from '../../../facts/declare.js';
import { compare, fact, INCREASE, isGiven, threshold } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';

/**
 * The same order once more, and many orders in a short time. Days are counted here; what happened within minutes or hours is
 * counted by whoever has a clock.
 */
export const REPEAT_RULES: readonly PolicyRule[] = [
  {
    name: 'duplicate-order',
    when: {
      all: [
        isGiven('history.sameOrderMinutesAgo'),
        compare('history.sameOrderMinutesAgo', '<=', threshold('duplicateMinutes')),
      ],
    },
    outcome: 'require',
    satisfiedBy: { holds: 'order.repeatConfirmed' },
    // To ask costs little, so whoever cannot look asks.
    whenUnknown: 'bite',
    text: label(
      '{history.sameOrderMinutesAgo}分钟前已有一笔同产品同方向的委托，请确认是否需要再次办理。',
      '{history.sameOrderMinutesAgo}分鐘前已有一項同產品同方向的指示，請確認是否需要再次辦理。',
      'An order for the same product on the same side was placed {history.sameOrderMinutesAgo} {history.sameOrderMinutesAgo|minute|minutes} ago. Please confirm that a second one is wanted.',
    ),
  },
  {
    name: 'repeated-order',
    when: {
      all: [
        isGiven('history.sameOrderOn'),
        compare(
          { days: [fact('history.sameOrderOn'), fact('asOf')] },
          '<=',
          threshold('repeatDays'),
        ),
      ],
    },
    outcome: 'warn',
    text: label(
      '客户于{history.sameOrderOn}已委托过同一产品、同一方向。',
      '客戶於{history.sameOrderOn}已就同一產品、同一方向發出指示。',
      'The client placed an order for the same product on the same side on {history.sameOrderOn}.',
    ),
  },
  {
    name: 'order-count',
    scope: INCREASE,
    when: compare('order.count24h', '>', threshold('orderCount24h')),
    outcome: 'refer',
    override: { roles: ['branch-manager'], evidence: ['client-called-back'], fourEyes: false },
    text: label(
      '连同本笔，二十四小时内共有{order.count24h}笔委托，超过{orderCount24h}笔，须由专人判断。',
      '連同此項，二十四小時內共有{order.count24h}項指示，超過{orderCount24h}項，須由專人判斷。',
      'With this one there would be {order.count24h} {order.count24h|order|orders} within 24 hours, more than {orderCount24h}: a person must decide.',
    ),
  },
  {
    name: 'order-sum',
    scope: INCREASE,
    when: compare('order.sum24h', '>', threshold('orderSum24h')),
    outcome: 'refer',
    override: { roles: ['branch-manager'], evidence: ['client-called-back'], fourEyes: false },
    text: label(
      '连同本笔，二十四小时内委托金额共{order.sum24h:number}，超过{orderSum24h:number}，须由专人判断。',
      '連同此項，二十四小時內指示金額共{order.sum24h:number}，超過{orderSum24h:number}，須由專人判斷。',
      'With this one orders within 24 hours would add up to {order.sum24h:number}, more than {orderSum24h:number}: a person must decide.',
    ),
  },
];
