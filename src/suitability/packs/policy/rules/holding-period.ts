import { label } from '../../../facts/declare.js';
import { compare, fact, INCREASE, threshold } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';

/** How long a product should be held against how long the client can hold it. */
export const HOLDING_PERIOD_RULES: readonly PolicyRule[] = [
  {
    name: 'holding-period-refer',
    scope: INCREASE,
    when: compare('product.holdingYears', '>', 'client.horizonYears'),
    outcome: 'refer',
    override: { roles: ['branch-manager'], evidence: ['client-wish'], fourEyes: false },
    text: label(
      '该产品的建议持有期为{product.holdingYears}年，长于客户的投资期限{client.horizonYears}年。',
      '該產品的建議持有期為{product.holdingYears}年，長於客戶的投資年期{client.horizonYears}年。',
      'The product should be held for {product.holdingYears} {product.holdingYears|year|years}, longer than the client’s horizon of {client.horizonYears} {client.horizonYears|year|years}.',
    ),
  },
  {
    name: 'holding-period-block',
    scope: INCREASE,
    when: compare(
      { minus: [fact('product.holdingYears'), fact('client.horizonYears')] },
      '>',
      threshold('holdingExcessBlock'),
    ),
    outcome: 'block',
    exceptionTo: ['holding-period-refer'],
    override: { roles: ['risk-officer'], evidence: ['client-wish'], fourEyes: true },
    text: label(
      '该产品的建议持有期为{product.holdingYears}年，比客户的投资期限{client.horizonYears}年长出超过{holdingExcessBlock}年，不能办理。',
      '該產品的建議持有期為{product.holdingYears}年，較客戶的投資年期{client.horizonYears}年長出超過{holdingExcessBlock}年，未能辦理。',
      'The product should be held for {product.holdingYears} {product.holdingYears|year|years}, more than {holdingExcessBlock} {holdingExcessBlock|year|years} beyond the client’s horizon of {client.horizonYears} {client.horizonYears|year|years}.',
    ),
  },
];
