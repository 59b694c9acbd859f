import { label } from '../../../facts/declare.js';
import { compare, INCREASE, threshold } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';

/** Investing with borrowed money, outside the product or within. */
export const LEVERAGE_RULES: readonly PolicyRule[] = [
  {
    name: 'borrowed-money',
    scope: INCREASE,
    when: { holds: 'order.borrowed' },
    outcome: 'block',
    text: label(
      '用于购买的资金为借入资金，不能办理。',
      '用於購買的資金為借入資金，未能辦理。',
      'The purchase would be paid with borrowed money, which we do not accept.',
    ),
  },
  {
    name: 'leveraged-product',
    scope: INCREASE,
    when: {
      all: [
        compare('product.leverage', '>', threshold('leverageAbove')),
        compare('client.riskLevel', '<', threshold('leverageLevelMin')),
      ],
    },
    outcome: 'refer',
    override: { roles: ['risk-officer'], evidence: ['leverage-explained'], fourEyes: false },
    text: label(
      '该产品的杠杆为{product.leverage}倍；杠杆产品面向{leverageLevelMin}级及以上的客户，该客户为{client.riskLevel}级。',
      '該產品的槓桿為{product.leverage}倍；槓桿產品適合{leverageLevelMin}級或以上的客戶，該客戶為{client.riskLevel}級。',
      'The product’s exposure is {product.leverage} {product.leverage|time|times} its value; leveraged products are meant for clients of level {leverageLevelMin} and above, and this client’s level is {client.riskLevel}.',
    ),
  },
];
