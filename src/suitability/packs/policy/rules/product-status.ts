import { label } from '../../../facts/declare.js';
import { fact, INCREASE, REDUCE } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';

/** What a product's status lets anybody do. No policy can set it aside. */
export const PRODUCT_STATUS_RULES: readonly PolicyRule[] = [
  {
    name: 'not-open',
    // A switch can reduce the exposure and still buys.
    scope: { any: [INCREASE, { left: fact('order.side'), is: 'in', right: ['buy', 'switch'] }] },
    when: { left: fact('product.status'), is: '!=', right: 'open' },
    outcome: 'block',
    text: label(
      '该产品目前不接受申购（状态：{product.status}）。',
      '該產品目前不接受認購（狀態：{product.status}）。',
      'The product does not accept purchases at present (status: {product.status}).',
    ),
  },
  {
    name: 'redemption-suspended',
    scope: { all: [REDUCE, { left: fact('order.side'), is: '!=', right: 'switch' }] },
    when: { left: fact('product.status'), is: '=', right: 'redemption-suspended' },
    outcome: 'block',
    text: label(
      '该产品目前暂停赎回。',
      '該產品目前暫停贖回。',
      'The product does not accept redemptions at present.',
    ),
  },
];
