import { label } from '../../../facts/declare.js';
import { compare, INCREASE, threshold } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';

/** Money in a currency in which the client neither earns nor spends. */
export const CURRENCY_RULES: readonly PolicyRule[] = [
  {
    name: 'currency-share-warn',
    scope: INCREASE,
    when: {
      all: [
        { not: compare('client.currencies', 'includes', 'product.currency') },
        compare('portfolio.currencyShareAfter', '>', threshold('currencyShareWarn')),
      ],
    },
    outcome: 'warn',
    text: label(
      '客户没有{product.currency}的收入或支出；委托完成后，该币种将占金融资产的{portfolio.currencyShareAfter:percent}，超过提示线{currencyShareWarn:percent}。',
      '客戶沒有{product.currency}的收入或支出；指示完成後，該貨幣將佔金融資產的{portfolio.currencyShareAfter:percent}，超過提示線{currencyShareWarn:percent}。',
      'The client neither earns nor spends in {product.currency}; after this order {portfolio.currencyShareAfter:percent} of the financial assets would be in it, above {currencyShareWarn:percent}.',
    ),
  },
];
