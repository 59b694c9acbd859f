import { label } from '../../../facts/declare.js';
import { compare, INCREASE, isGiven, threshold } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';

/** How much a client may invest at once, in a day and in one product. */
export const LIMIT_RULES: readonly PolicyRule[] = [
  {
    name: 'order-approval',
    scope: INCREASE,
    when: compare('order.amount', '>=', threshold('approvalFrom')),
    outcome: 'refer',
    override: { roles: ['branch-manager'], evidence: ['order-reviewed'], fourEyes: true },
    text: label(
      '委托金额{order.amount:number}达到复核标准{approvalFrom:number}，须经另一名人员复核批准。',
      '指示金額{order.amount:number}已達覆核標準{approvalFrom:number}，須經另一名人員覆核批准。',
      'An order of {order.amount:number} reaches the {approvalFrom:number} from which a second person must approve.',
    ),
  },
  {
    name: 'daily-amount',
    scope: INCREASE,
    when: compare('order.sumToday', '>', threshold('dailyAmount')),
    outcome: 'block',
    override: { roles: ['branch-manager'], evidence: ['client-called-back'], fourEyes: true },
    text: label(
      '连同本笔，当日委托金额共{order.sumToday:number}，超过单日上限{dailyAmount:number}，不能办理。',
      '連同此項，當日指示金額共{order.sumToday:number}，超過單日上限{dailyAmount:number}，未能辦理。',
      'With this one the day’s orders would add up to {order.sumToday:number}, more than the daily limit of {dailyAmount:number}.',
    ),
  },
  {
    name: 'product-daily-limit',
    scope: INCREASE,
    when: {
      all: [
        isGiven('product.clientDailyLimit'),
        compare('order.productSumToday', '>', 'product.clientDailyLimit'),
      ],
    },
    outcome: 'block',
    text: label(
      '连同本笔，当日申购该产品共{order.productSumToday:number}，超过产品规定的单一客户单日上限{product.clientDailyLimit:number}。',
      '連同此項，當日認購該產品共{order.productSumToday:number}，超過產品規定的單一客戶單日上限{product.clientDailyLimit:number}。',
      'With this one the day’s purchases of the product would add up to {order.productSumToday:number}, more than the {product.clientDailyLimit:number} a day that the product allows one client.',
    ),
  },
  {
    name: 'product-client-limit',
    scope: INCREASE,
    when: {
      all: [
        isGiven('product.clientLimit'),
        compare('portfolio.productValueAfter', '>', 'product.clientLimit'),
      ],
    },
    outcome: 'block',
    text: label(
      '委托完成后持有该产品共{portfolio.productValueAfter:number}，超过产品规定的单一客户上限{product.clientLimit:number}。',
      '指示完成後持有該產品共{portfolio.productValueAfter:number}，超過產品規定的單一客戶上限{product.clientLimit:number}。',
      'After this order the client would hold {portfolio.productValueAfter:number} of the product, more than the {product.clientLimit:number} that it allows one client.',
    ),
  },
];
